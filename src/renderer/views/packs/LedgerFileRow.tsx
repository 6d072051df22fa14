// One file of a publisher in the table: what it is, what it holds, and what became of it here.
import { Checkbox } from 'react-aria-components';
import type { LedgerFile } from '../../../shared/pack.ts';
import type { FuzzyDate } from '../../../shared/record.ts';
import { wordSpan } from '../../wording/dates.ts';
import { useWords } from '../../wording/useWords.ts';
import { type Words, wordBytes, wordNumber, wordSeries } from '../../wording/words.ts';
import styles from './LedgerFiles.module.css';
import controls from './Controls.module.css';
import { counted } from './wording.ts';

/** What is to be known of a file beside its numbers. */
function wordState(file: LedgerFile, { t, ...words }: Words): string {
  const { state, listed, withdrawn, sensitive, stolenKey } = file;
  return wordSeries(
    [
      !(withdrawn && state === 'missing') && t(`packs.ledger.${state}`),
      withdrawn && t('packs.ledger.withdrawnFile'),
      !listed && t('packs.ledger.notListed'),
      stolenKey && t('packs.ledger.stolenKey'),
      sensitive && t('packs.ledger.sensitive'),
    ],
    { t, ...words },
  );
}

const PRECISIONS: Record<number, FuzzyDate['precision']> = { 4: 'year', 7: 'month' };

const day = (value: string): FuzzyDate => ({
  value,
  precision: PRECISIONS[value.length] ?? 'day',
  kind: 'actual',
});

interface FileRowProps {
  file: LedgerFile;
  chosen: boolean;
  onChoose: (on: boolean) => void;
}

/** A row with a box to choose it, where there is anything to remove. */
export function FileRow({ file, chosen, onChoose }: FileRowProps) {
  const words = useWords();
  const { t } = words;
  const { path, since, covers, records, bytes, state, role } = file;
  const dates =
    covers && wordSpan({ date: day(covers[0]), end: day(covers[1]), status: null }, words, 'short');
  const list = wordSeries(
    [
      t('packs.list.version', { version: wordNumber(since, words) }),
      role !== 'targets' && t('packs.ledger.signedBy', { role }),
    ],
    words,
  );
  const holds = t('packs.records', counted(records, words));
  const size = wordBytes(bytes, words);
  return (
    <tr data-state={state}>
      <td className={styles.choice}>
        {state !== 'missing' && (
          <Checkbox
            aria-label={t('packs.ledger.choose', { path })}
            isSelected={chosen}
            onChange={onChoose}
            className={controls.checkbox}
          >
            <span className={controls.box} aria-hidden="true" />
          </Checkbox>
        )}
      </td>
      <th scope="row" className={styles.path}>
        <code dir="ltr">{path.replace(/\.ndjson\.zst$/, '')}</code>
        <span className={styles.since}>{list}</span>
        <span className={styles.narrow}>{wordSeries([dates, holds, size], words)}</span>
      </th>
      <td className={styles.wide}>{dates}</td>
      <td className={`${styles.figure} ${styles.wide}`}>{wordNumber(records, words)}</td>
      <td className={`${styles.figure} ${styles.wide}`}>{size}</td>
      <td className={styles.state}>{wordState(file, words)}</td>
    </tr>
  );
}
