// What changed between two revisions of a record, as a page beside the results.
import { useEffect } from 'react';
import { ErrorMessage } from '../../../components/ErrorMessage.tsx';
import { focusTitle, READING_ID } from '../../../focus.ts';
import type { ChangesPage } from '../../../history.ts';
import { useWords } from '../../../wording/useWords.ts';
import readerStyles from '../ReaderView.module.css';
import { Toolbar } from '../Toolbar.tsx';
import { Changes } from './Changes.tsx';
import { useRevisions } from './useRevisions.ts';

/** The page that compares two revisions; which two can be chosen on it. */
export function ChangesView({ page }: { page: ChangesPage }) {
  const { t } = useWords();
  const { both, error } = useRevisions(page);
  const ready = both !== undefined;
  useEffect(() => {
    if (ready) focusTitle();
  }, [ready]);
  return (
    <>
      <Toolbar />
      <div id={READING_ID} tabIndex={-1} className={readerStyles.pane}>
        {error !== null && (
          <div className={readerStyles.message}>
            <ErrorMessage error={error} />
          </div>
        )}
        {error === null && !both && (
          <p className={readerStyles.message} role="status">
            {t('record.loading')}
          </p>
        )}
        {error === null && both && <Changes page={page} both={both} />}
      </div>
    </>
  );
}
