// Every file that a publisher issued, with what became of it here; some can be removed.
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { LedgerFile, PublisherLedger } from '../../../shared/pack.ts';
import type { FuzzyDate } from '../../../shared/record.ts';
import { client } from '../../client.ts';
import { Button } from '../../components/Button.tsx';
import { wordSpan } from '../../wording/dates.ts';
import { useWords } from '../../wording/useWords.ts';
import { type Words, wordBytes, wordNumber, wordSeries } from '../../wording/words.ts';
import styles from './LedgerFiles.module.css';
import packs from './Packs.module.css';
import { Removal } from './Removal.tsx';
import { counted } from './wording.ts';

/** How many files are shown before the rest is asked for. */
const SHOWN = 25;

/** What is to be known of a file beside its numbers. */
function wordState(file: LedgerFile, { t, ...words }: Words): string {
  const { state, listed, sensitive, stolenKey } = file;
  return wordSeries(
    [
      t(`packs.ledger.${state}`),
      !listed && t('packs.ledger.notListed'),
      stolenKey && t('packs.ledger.stolenKey'),
      sensitive && t('packs.ledger.sensitive'),
    ],
    { t, ...words },
  );
}

/** The files as a table, newest first. */
export function LedgerFiles({ ledger }: { ledger: PublisherLedger }) {
  const words = useWords();
  const { t } = words;
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const entries = ledger.entries.toSorted((a, b) => b.since - a.since);
  const shown = all ? entries : entries.slice(0, SHOWN);
  const toggle = (hash: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(hash);
    else next.delete(hash);
    setChosen(next);
  };
  const files = [...chosen];
  return (
    <>
      <p className={packs.hint}>{t('packs.ledger.filesHint')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.choice}>
              <span className={packs.unseen}>{t('packs.ledger.chosen')}</span>
            </th>
            <th>{t('packs.ledger.file')}</th>
            <th className={styles.wide}>{t('packs.ledger.covers')}</th>
            <th className={`${styles.figure} ${styles.wide}`}>{t('packs.ledger.holds')}</th>
            <th className={`${styles.figure} ${styles.wide}`}>{t('packs.ledger.size')}</th>
            <th>{t('packs.ledger.state')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((file) => (
            <FileRow
              key={`${file.role} ${file.hash}`}
              file={file}
              chosen={chosen.has(file.hash)}
              onChoose={(on) => toggle(file.hash, on)}
            />
          ))}
        </tbody>
      </table>
      <div className={packs.actions}>
        {shown.length < entries.length && (
          <Button look="quiet" onPress={() => setAll(true)}>
            {t('packs.ledger.showAll', { n: wordNumber(entries.length, words) })}
          </Button>
        )}
        {files.length > 0 && (
          <Removal
            key={files.length}
            label={t('packs.ledger.removeFiles', counted(files.length, words))}
            title={t('packs.remove.filesTitle', counted(files.length, words))}
            honest={[t('packs.remove.back'), t('packs.remove.flash')]}
            begin={() =>
              client.call('pack.remove', { publisher: ledger.publisher.fingerprint, files })
            }
            onBegin={() => setChosen(new Set())}
          >
            <p>{t('packs.remove.filesText')}</p>
          </Removal>
        )}
      </div>
    </>
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

function FileRow({ file, chosen, onChoose }: FileRowProps) {
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
            className={packs.checkbox}
          >
            <span className={packs.box} aria-hidden="true" />
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
