// The same as the chart in tables: how many records when, and every event in view.
import { type ReactNode, useState } from 'react';
import type { Bins, Density } from '../../../shared/timeline.ts';
import { Button } from '../../components/Button.tsx';
import { wordCivil } from '../../wording/dates.ts';
import { dateFormat } from '../../wording/formats.ts';
import { wordCountries } from '../../wording/rows.ts';
import { useWords } from '../../wording/useWords.ts';
import { localeOf, type Words, wordNumber, wordSeries } from '../../wording/words.ts';
import { asDate, civilDay } from './civil.ts';
import { binsIn } from './counts.ts';
import styles from './TableView.module.css';
import { lengthOf, type Stretch } from './viewport.ts';
import {
  isSpan,
  keyOf,
  nameIn,
  type TimeItem,
  titleOf,
  wordCompeting,
  wordType,
  wordWhen,
} from './wording.ts';

interface TableViewProps {
  density: Density | undefined;
  items: TimeItem[];
  view: Stretch;
  onOpen: (item: TimeItem) => void;
}

/** How many rows are shown at first, and added at each wish for more. */
const PAGEFUL = 200;

/** Two tables, of counts and of events. */
export function TableView({ density, items, view, onOpen }: TableViewProps) {
  const words = useWords();
  const { t } = words;
  const [shown, setShown] = useState(PAGEFUL);
  const rest = items.length - shown;
  return (
    <div className={styles.pane} role="region" aria-label={t('timeline.mode.table')}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {t('timeline.events', { count: items.length, n: wordNumber(items.length, words) })}
        </caption>
        <thead>
          <tr>
            {(['when', 'what', 'kind', 'where', 'end'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`timeline.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.slice(0, shown).map((item) => (
            <EventRow key={keyOf(item)} item={item} words={words} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <p className={styles.more}>
          <Button onPress={() => setShown(shown + PAGEFUL)}>
            {t('timeline.showMore', { count: rest, n: wordNumber(rest, words) })}
          </Button>
        </p>
      )}
      {density && <CountTable density={density} view={view} words={words} />}
    </div>
  );
}

interface EventRowProps {
  item: TimeItem;
  words: Words;
  onOpen: (item: TimeItem) => void;
}

function EventRow({ item, words, onOpen }: EventRowProps) {
  const services = item.services.map(({ names, printed }) => nameIn(names, words) ?? printed);
  const where = wordSeries([...item.regions, wordCountries(item.row.countries, words)], words);
  return (
    <tr>
      <td className={styles.when}>{wordWhen(item, words)}</td>
      <th scope="row">
        <button type="button" className={styles.open} onClick={() => onOpen(item)}>
          <bdi>{titleOf(item, words)}</bdi>
        </button>
        {item.competing.map((date) => (
          <span key={`${date.edge} ${date.value} ${date.who}`} className={styles.competing}>
            {wordCompeting(date, words)}
          </span>
        ))}
      </th>
      <td>{wordSeries([wordType(item.type, words), ...services.slice(0, 4)], words)}</td>
      <td>{where}</td>
      <td>{wordEnding(item, words)}</td>
    </tr>
  );
}

function wordEnding(item: TimeItem, { t }: Words): ReactNode {
  if (!isSpan(item)) return '';
  const ending = t(
    `timeline.signs.${item.end.type === 'running' ? 'stillRunning' : item.end.type}`,
  );
  return item.recurrence === null ? ending : `${ending}; ${t('timeline.signs.recurring')}`;
}

interface Row {
  from: number;
  when: string;
  count: number;
}

/** A bin in words, as precisely as its unit. */
function wordBin(from: number, to: number, words: Words): string {
  const first = civilDay(from);
  const last = civilDay(to - 1);
  const days = Math.round((to - from) / 1440);
  if (days < 1) return `${wordCivil(first, words)} ${hourOf(from, words)}`;
  if (days === 1) return wordCivil(first, words);
  if (days < 10)
    return words.t('date.range', {
      from: wordCivil(first, words, 'short'),
      to: wordCivil(last, words, 'short'),
    });
  if (days < 32) return wordCivil(first.slice(0, -3), words);
  if (days < 367) return wordCivil(first.slice(0, -6), words);
  return words.t('date.range', {
    from: wordCivil(first.slice(0, -6), words),
    to: wordCivil(last.slice(0, -6), words),
  });
}

const HOUR = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' } as const;
const hourOf = (minute: number, words: Words) =>
  dateFormat(localeOf(words), HOUR).format(asDate(minute));

function rowsOf(bins: Bins, view: Stretch, words: Words): Row[] {
  const [first, last] = binsIn(bins, view);
  return Array.from({ length: last - first }, (_, index) => index + first).flatMap((index) => {
    const from = bins.edges[index] ?? 0;
    const count = bins.counts[index] ?? 0;
    return count > 0
      ? [{ from, when: wordBin(from, bins.edges[index + 1] ?? from, words), count }]
      : [];
  });
}

interface CountTableProps {
  density: Density;
  view: Stretch;
  words: Words;
}

function CountTable({ density, view, words }: CountTableProps) {
  const { t } = words;
  const parts = [
    {
      key: 'own',
      title: t(`timeline.per.${density.unit}`),
      rows: rowsOf(density.bins, view, words),
    },
    ...density.coarser.map((bins) => ({
      key: bins.precision,
      title: t(`timeline.only.${bins.precision}`),
      rows: rowsOf(bins, view, words),
    })),
  ].filter(({ rows }) => rows.length > 0);
  if (lengthOf(view) <= 0) return null;
  return parts.map(({ key, title, rows }) => (
    <table key={key} className={styles.counts}>
      <caption className={styles.caption}>
        {wordSeries([t('timeline.records'), title], words)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('timeline.column.when')}</th>
          <th scope="col">{t('timeline.records')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ from, when, count }) => (
          <tr key={from}>
            <th scope="row">{when}</th>
            <td>{wordNumber(count, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ));
}
