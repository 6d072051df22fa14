// Opening records in new tabs, by the middle button or with Ctrl, as everywhere else.
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../../components/said.ts';
import type { Address } from '../../history.ts';
import { navigate } from '../../navigation.ts';

export const MIDDLE_BUTTON = 1;

/** Whether a click asks for a new tab. */
export function wantsTab({ button, ctrlKey, metaKey }: MouseEvent): boolean {
  return button === MIDDLE_BUTTON || (button === 0 && (ctrlKey || metaKey));
}

/** Opens a record in a new tab and says so, because the page that is read stays. */
export function useOpenBeside(): (address: Address, passage?: string | null) => void {
  const { t } = useTranslation();
  const { openBeside } = navigate;
  return (address, passage = null) => {
    openBeside(address, passage);
    say(t('tabs.opened'));
  };
}
