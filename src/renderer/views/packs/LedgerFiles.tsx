// Every file that a publisher issued, with what became of it here; some can be removed.
import { useState } from 'react';
import type { PublisherLedger } from '../../../shared/pack.ts';
import { client } from '../../client.ts';
import { Button } from '../../components/Button.tsx';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import { FileRow } from './LedgerFileRow.tsx';
import styles from './LedgerFiles.module.css';
import packs from './Packs.module.css';
import { Removal } from './Removal.tsx';
import { counted } from './wording.ts';

/** How many files are shown before the rest is asked for. */
const SHOWN = 25;

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
