// When the results were: a small histogram whose two handles, or a stroke over it, set the dates of the filter.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SearchResults } from '../../../shared/search.ts';
import { client } from '../../client.ts';
import type { Query } from '../../history.ts';
import { navigate } from '../../navigation.ts';
import { ARCHIVE_KEY } from '../../query-client.ts';
import { wordCivil } from '../../wording/dates.ts';
import { useWords } from '../../wording/useWords.ts';
import { withoutDates } from '../timeline/asked.ts';
import styles from './DateHistogram.module.css';
import { withDates } from './filters.ts';
import {
  type Bar,
  barsOf,
  chosenBars,
  datesOf,
  dayAt,
  MOST_BARS,
  type Stretch,
} from './histogram.ts';
import { HistogramBrush } from './HistogramBrush.tsx';
import { questionOf } from './query.ts';
import { RESTS, useRested } from './useRested.ts';

/** Fewer dates than these are seen in the list itself. */
const FEWEST = 6;

/** The bars of everything that the query finds, whatever its dates; asked only when the results are there. */
function useBars(query: Query, settled: boolean): Bar[] {
  const rested = useRested(query, RESTS);
  const input = { ...questionOf(withoutDates(query)), unit: 'day', most: MOST_BARS } as const;
  const { data } = useQuery({
    queryKey: [ARCHIVE_KEY, 'bars', input],
    queryFn: ({ signal }) => client.call('timeline.density', input, { signal }),
    enabled: settled && rested === query,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => (data?.extent ? barsOf(data) : []), [data]);
}

/** Whether it would show more than next to nothing; what dates keep out it shows too. */
function isWorthRoom({ filters }: Query, { total, undated }: SearchResults): boolean {
  const narrowed = filters.after !== undefined || filters.before !== undefined;
  return narrowed || total - undated >= FEWEST;
}

interface DateHistogramProps {
  query: Query;
  results: SearchResults;
  /** True where the results are those of this very query. */
  settled: boolean;
}

/** The histogram, or the room for it: what stands under it must not move when the bars come. */
export function DateHistogram({ query, results, settled }: DateHistogramProps) {
  const words = useWords();
  const { ask } = navigate;
  const isWorth = isWorthRoom(query, results);
  const bars = useBars(query, settled && isWorth);
  if (!isWorth) return null;
  if (bars.length < 2) {
    return (
      <div className={styles.place}>
        <div className={styles.plot} />
        <div className={styles.ends}>&nbsp;</div>
      </div>
    );
  }
  const choose = (stretch: Stretch) =>
    ask({ filters: withDates(query.filters, datesOf(bars, stretch)) });
  const whole = { first: 0, end: bars.length };
  const isLong = dayAt(bars, whole, 'first').slice(0, 4) !== dayAt(bars, whole, 'end').slice(0, 4);
  const wordEnd = (day: string) => wordCivil(isLong ? day.slice(0, 4) : day, words, 'short');
  return (
    <div role="group" aria-label={words.t('histogram.label')} className={styles.place}>
      <HistogramBrush bars={bars} chosen={chosenBars(bars, query.filters)} onChoose={choose} />
      <div className={styles.ends} aria-hidden="true">
        {(['first', 'end'] as const).map((edge) => (
          <span key={edge}>{wordEnd(dayAt(bars, whole, edge))}</span>
        ))}
      </div>
    </div>
  );
}
