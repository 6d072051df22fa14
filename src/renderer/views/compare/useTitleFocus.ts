// Brings the focus to the title of a page when the page is another one.
import { useEffect } from 'react';
import { focusTitle } from '../../focus.ts';

/** Moves the focus to the title whenever `page` names another page, but never away from the tabs. */
export function useTitleFocus(page: string): void {
  useEffect(() => {
    if (document.activeElement?.role !== 'tab') focusTitle();
    // oxlint-disable-next-line exhaustive-deps
  }, [page]);
}
