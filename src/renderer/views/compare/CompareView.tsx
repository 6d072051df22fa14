// Two records side by side, field by field: what is equal is quiet, what differs is said and marked.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { RecordView } from '../../../shared/reading.ts';
import { useCommand } from '../../commands.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { READING_ID, TITLE_ID } from '../../focus.ts';
import type { Address } from '../../history.ts';
import { navigate } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import { Toolbar } from '../reader/Toolbar.tsx';
import { recordQuery, usePrint } from '../reader/useRecord.ts';
import { useOpenBeside } from '../tabs/openBeside.ts';
import styles from './CompareView.module.css';
import { ComparedTable } from './ComparedTable.tsx';
import { compareRecords } from './rows.ts';
import { useTitleFocus } from './useTitleFocus.ts';

/** The page that compares two records. */
export function CompareView({ left, right }: { left: Address; right: Address }) {
  const { t } = useWords();
  const first = useQuery(recordQuery(left, false));
  const second = useQuery(recordQuery(right, false));
  const error = first.error ?? second.error;
  const print = usePrint();
  useCommand('print', () => void print('mahfuz/comparison'));
  return (
    <>
      <Toolbar />
      <div id={READING_ID} tabIndex={-1} className={styles.pane}>
        {error !== null && (
          <div className={styles.message}>
            <ErrorMessage error={error} />
          </div>
        )}
        {error === null && !(first.data && second.data) && (
          <p className={styles.message} role="status">
            {t('record.loading')}
          </p>
        )}
        {error === null && first.data && second.data && (
          <Compared first={first.data} second={second.data} />
        )}
      </div>
    </>
  );
}

function Compared({ first, second }: { first: RecordView; second: RecordView }) {
  const words = useWords();
  const { t } = words;
  const { open, compare } = navigate;
  const openBeside = useOpenBeside();
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const rows = useMemo(() => compareRecords(first, second, words), [first, second, words]);
  const different = rows.filter(({ state }) => state !== 'same');
  const equal = rows.length - different.length;
  const counted = (count: number) => ({ count, n: wordNumber(count, words) });
  useTitleFocus(`${first.shelf} ${first.record.id} ${second.shelf} ${second.record.id}`);
  const addressOf = ({ shelf, record }: RecordView) => ({ shelf, id: record.id });
  return (
    <article className={styles.page} aria-labelledby={TITLE_ID}>
      <header className={styles.header}>
        <h1 id={TITLE_ID} tabIndex={-1} className={styles.title}>
          {t('compare.title')}
        </h1>
        <p className={styles.summary}>
          {t('compare.differing', counted(different.length))}{' '}
          {equal > 0 && t('compare.equal', counted(equal))}
        </p>
        <div className={styles.choices} data-screen-only>
          <ToggleButton
            isSelected={onlyDifferent}
            onChange={setOnlyDifferent}
            className={styles.toggle}
          >
            {t('compare.onlyDifferent')}
          </ToggleButton>
          <Button onPress={() => compare(addressOf(second), addressOf(first))}>
            {t('compare.swap')}
          </Button>
        </div>
      </header>
      <ComparedTable
        views={[first, second]}
        rows={
          onlyDifferent
            ? rows.filter(({ key, state }) => key === 'title' || state !== 'same')
            : rows
        }
        onOpen={(view) => open(addressOf(view))}
        onOpenBeside={(view) => openBeside(addressOf(view))}
      />
    </article>
  );
}
