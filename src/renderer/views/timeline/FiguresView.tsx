// Figures: days under restriction of what was found, with the rule by which they are counted.
import type { DayRange, Figures, FiguresBy, FiguresRow } from '../../../shared/timeline.ts';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { Pulldown } from '../../components/Pulldown.tsx';
import type { Query } from '../../history.ts';
import { wordCivil } from '../../wording/dates.ts';
import { countryName } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { type Words, wordNumber } from '../../wording/words.ts';
import { searchedBy } from './asked.ts';
import styles from './FiguresView.module.css';
import { type Grouping, GROUPINGS } from './remembered.ts';
import table from './TableView.module.css';
import { useTimelineRead } from './useTimeline.ts';
import { nameIn, wordType } from './wording.ts';

const RULES = [
  'whole',
  'once',
  'open',
  'running',
  'range',
  'recurring',
  'reach',
  'groups',
] as const;
const ASIDES = ['open', 'running', 'recurring', 'coarse', 'oneSource'] as const;

interface FiguresViewProps {
  query: Query;
  grouping: Grouping;
  onGrouping: (grouping: Grouping) => void;
}

/** A table of days by country, year, kind or service. */
export function FiguresView({ query, grouping, onGrouping }: FiguresViewProps) {
  const words = useWords();
  const { t } = words;
  const by = GROUPINGS[grouping];
  const { data, error } = useTimelineRead('timeline.figures', { ...searchedBy(query), by });
  return (
    <div className={table.pane} role="region" aria-label={t('timeline.mode.figures')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('figures.title')}</h2>
        <Pulldown<Grouping>
          label={t('figures.by')}
          choices={(Object.keys(GROUPINGS) as Grouping[]).map((key) => ({
            key,
            name: t(`figures.grouping.${key}`),
          }))}
          chosen={grouping}
          onChoose={onGrouping}
        />
      </div>
      {error !== null && <ErrorMessage error={error} />}
      {data && (
        <p className={styles.within}>
          {t(data.within.from || data.within.to ? 'figures.within' : 'figures.allTime', {
            from: data.within.from ? wordCivil(data.within.from, words) : '…',
            to: data.within.to ? wordCivil(data.within.to, words) : '…',
          })}{' '}
          {data.asOf && wordAsOf(data.asOf, words)}{' '}
          {data.withdrawn > 0 &&
            t('figures.withdrawn', { count: data.withdrawn, n: wordNumber(data.withdrawn, words) })}
        </p>
      )}
      {data && <DayTable rows={data.rows} all={data.all} by={by} words={words} />}
      <section className={styles.rule} aria-label={t('figures.ruleTitle')}>
        <h3 className={styles.ruleTitle}>{t('figures.ruleTitle')}</h3>
        <ul className={styles.rules}>
          {RULES.map((rule) => (
            <li key={rule}>{t(`figures.rule.${rule}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** When what is said to be running was last heard of: for all of it on one day, or between two. */
function wordAsOf({ first, last }: NonNullable<Figures['asOf']>, words: Words): string {
  const { t } = words;
  if (first === last) return t('figures.asOf', { date: wordCivil(last, words) });
  return t('figures.asOfDays', { from: wordCivil(first, words), to: wordCivil(last, words) });
}

interface DayTableProps {
  rows: FiguresRow[];
  all: FiguresRow;
  by: FiguresBy[];
  words: Words;
}

function DayTable({ rows, all, by, words }: DayTableProps) {
  const { t } = words;
  return (
    <table className={`${table.table} ${styles.days}`}>
      <thead>
        <tr>
          {by.map((group) => (
            <th key={group} scope="col">
              {t(`figures.grouping.${group}`)}
            </th>
          ))}
          {(['national', 'regional', 'unstated', 'entries'] as const).map((column) => (
            <th key={column} scope="col" className={styles.number}>
              {t(`figures.column.${column}`)}
            </th>
          ))}
          <th scope="col">{t('figures.column.asides')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={JSON.stringify(row.key)}>
            {by.map((group) => (
              <th key={group} scope="row">
                {wordGroup(row, group, words)}
              </th>
            ))}
            <Numbers row={row} words={words} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={by.length}>
            {t('figures.all')}
          </th>
          <Numbers row={all} words={words} />
        </tr>
      </tfoot>
    </table>
  );
}

function Numbers({ row, words }: { row: FiguresRow; words: Words }) {
  const { t } = words;
  const asides = ASIDES.filter((aside) => row[aside] > 0).map((aside) =>
    t(`figures.aside.${aside}`, { count: row[aside], n: wordNumber(row[aside], words) }),
  );
  return (
    <>
      {(['national', 'regional', 'unstated'] as const).map((reach) => (
        <td key={reach} className={styles.number} data-label={t(`figures.column.${reach}`)}>
          {wordDays(row[reach], words)}
        </td>
      ))}
      <td className={styles.number} data-label={t('figures.column.entries')}>
        {wordNumber(row.entries, words)}
      </td>
      <td className={styles.asides}>{asides.join(' · ')}</td>
    </>
  );
}

/** Days as a number, or as a range where dates leave room. */
export function wordDays({ least, most }: DayRange, words: Words): string {
  if (most === 0) return '–';
  const to = wordNumber(most, words);
  return least === most
    ? to
    : words.t('figures.range', { least: wordNumber(least, words), most: to });
}

function wordGroup({ key, names }: FiguresRow, group: FiguresBy, words: Words): string {
  const value = key[group] ?? '';
  if (value === '') return words.t(`figures.none.${group}`);
  if (group === 'country') return countryName(value, words);
  if (group === 'kind') return wordType(value, words);
  if (group === 'year') return wordCivil(value, words);
  return nameIn(names[group] ?? {}, words) ?? value;
}
