// What a pack brings as figures, and its files, list and room as lines.
import type { PackInspection } from '../../../shared/pack.ts';
import { wordCivil } from '../../wording/dates.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordBytes, wordNumber, wordSeries } from '../../wording/words.ts';
import cards from './Card.module.css';
import styles from './Packs.module.css';
import { counted, wordList, wordThresholds } from './wording.ts';

/** New, changed, withdrawn and known records as large figures. */
export function Brings({ inspection }: { inspection: PackInspection }) {
  const words = useWords();
  const { t } = words;
  const { records, listedRecords, files, importable } = inspection;
  if (!importable) return <p className={cards.means}>{t('packs.receive.nothingNew')}</p>;
  if (files.fresh === 0) return <p className={cards.means}>{t('packs.receive.newerList')}</p>;
  if (!records)
    return (
      <p className={cards.means}>{t('packs.receive.listed', counted(listedRecords, words))}</p>
    );
  const { added, changed, withdrawn, withdrawnForSafety, known } = records;
  const figures = [
    ['added', added],
    ['changed', changed],
    ['withdrawn', withdrawn],
    ['knownHere', known],
  ] as const;
  return (
    <div className={cards.brings}>
      <h3 className={styles.unseen}>{t('packs.receive.brings')}</h3>
      <ul className={cards.figures}>
        {figures.map(([key, count]) => (
          <li key={key} className={cards.figure} data-none={count === 0 || undefined}>
            <strong className={cards.figureCount}>{wordNumber(count, words)}</strong>{' '}
            {t(`packs.receive.${key}`, counted(count, words))}
          </li>
        ))}
      </ul>
      {withdrawnForSafety > 0 && (
        <p className={styles.hint}>
          {t('packs.receive.safety', counted(withdrawnForSafety, words))}
        </p>
      )}
    </div>
  );
}

/** Files, list, keys and room, a line each. */
export function PackFacts({ inspection }: { inspection: PackInspection }) {
  const words = useWords();
  const { t } = words;
  const { files, list, bytes, publisher } = inspection;
  const n = (value: number) => wordNumber(value, words);
  const fileLine = [
    t('packs.receive.filesLine', { here: n(files.here), listed: n(files.listed) }),
    files.fresh > 0 && t('packs.receive.fresh', counted(files.fresh, words)),
    files.damaged > 0 && t('packs.receive.damaged', counted(files.damaged, words)),
    files.missing > 0 && t('packs.receive.missing', counted(files.missing, words)),
  ];
  const listLine = [
    list.version === null
      ? t('packs.receive.listNone')
      : wordList(list.version, list.issued, words),
    list.known === null
      ? t('packs.receive.listFirst')
      : list.known !== list.version &&
        t('packs.receive.listYours', { version: wordList(list.known, null, words) }),
  ];
  const needed = wordBytes(bytes.needed, words);
  const free = bytes.free === null ? null : wordBytes(bytes.free, words);
  return (
    <dl className={cards.facts}>
      <dt>{t('packs.receive.files')}</dt>
      <dd>{wordSeries(fileLine, words)}</dd>
      <dt>{t('packs.receive.list')}</dt>
      <dd>
        {wordSeries(listLine, words)}
        {list.version !== null && list.nextExpected && (
          <p className={styles.hint}>
            {t('packs.list.next', { date: wordCivil(list.nextExpected, words) })}
          </p>
        )}
      </dd>
      {publisher && (
        <>
          <dt>{t('packs.ledger.keys')}</dt>
          <dd>{wordThresholds(publisher, words).join(' ')}</dd>
        </>
      )}
      <dt>{t('packs.receive.room')}</dt>
      <dd>
        {free === null
          ? t('packs.receive.roomNeeded', { needed })
          : t('packs.receive.roomLine', { needed, free })}
      </dd>
    </dl>
  );
}
