// When the results were: a small histogram whose two handles, or a stroke over it, set the dates of the filter.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, memo, type PointerEvent, useMemo, useState } from 'react';
import { client } from '../../client.ts';
import type { Query } from '../../history.ts';
import { useNavigation } from '../../navigation.ts';
import { ARCHIVE_KEY } from '../../query-client.ts';
import { wordCivil } from '../../wording/dates.ts';
import { directionOf } from '../../wording/languages.ts';
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
  drawn,
  highest,
  MOST_BARS,
  moved,
  type Stretch,
  stepOf,
} from './histogram.ts';
import { questionOf } from './query.ts';
import { RESTS, useRested } from './useRested.ts';

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

interface DateHistogramProps {
  query: Query;
  /** True where the results of this very query are there. */
  settled: boolean;
}

/** The histogram, or the room for it; nothing where fewer than two bars would stand in it. */
export function DateHistogram({ query, settled }: DateHistogramProps) {
  const words = useWords();
  const ask = useNavigation((state) => state.ask);
  const bars = useBars(query, settled);
  if (bars.length < 2) return null;
  const choose = (stretch: Stretch) =>
    ask({ filters: withDates(query.filters, datesOf(bars, stretch)) });
  const whole = { first: 0, end: bars.length };
  return (
    <div role="group" aria-label={words.t('histogram.label')} className={styles.place}>
      <Brushed bars={bars} chosen={chosenBars(bars, query.filters)} onChoose={choose} />
      <div className={styles.ends} aria-hidden="true">
        {(['first', 'end'] as const).map((edge) => (
          <span key={edge}>{wordCivil(dayAt(bars, whole, edge).slice(0, 4), words)}</span>
        ))}
      </div>
    </div>
  );
}

interface BrushedProps {
  bars: Bar[];
  chosen: Stretch;
  onChoose: (stretch: Stretch) => void;
}

interface Stroke {
  /** What is moved: an edge, or a new stretch that was begun at a bar. */
  what: keyof Stretch | number;
  stretch: Stretch;
}

function Brushed({ bars, chosen, onChoose }: BrushedProps) {
  const { language } = useWords();
  const rightToLeft = directionOf(language) === 'rtl';
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const count = bars.length;
  const shown = stroke?.stretch ?? chosen;
  const isNarrow = shown.first > 0 || shown.end < count;

  const at = (event: PointerEvent<HTMLElement>) => {
    const { left, right, width } = event.currentTarget.getBoundingClientRect();
    return ((rightToLeft ? right - event.clientX : event.clientX - left) / width) * count;
  };
  const barAt = (place: number) => Math.max(0, Math.min(count - 1, Math.floor(place)));
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const edge = (event.target as HTMLElement).dataset.edge as keyof Stretch | undefined;
    const bar = barAt(at(event));
    setStroke({ what: edge ?? bar, stretch: edge ? chosen : drawn(bar, bar) });
  };
  const go = (event: PointerEvent<HTMLElement>) => {
    if (!stroke) return;
    const { what } = stroke;
    const stretch =
      typeof what === 'number'
        ? drawn(what, barAt(at(event)))
        : moved(chosen, what, Math.round(at(event)), count);
    setStroke({ what, stretch });
  };
  const end = () => {
    if (!stroke) return;
    const { stretch } = stroke;
    setStroke(null);
    // The only chosen bar, pressed again, gives way to all.
    const again = stretch.first === chosen.first && stretch.end === chosen.end;
    if (!again) onChoose(stretch);
    else if (typeof stroke.what === 'number' && isNarrow) onChoose({ first: 0, end: count });
  };
  const onKey = (edge: keyof Stretch) => (event: KeyboardEvent) => {
    const step = stepOf(event.key, count, rightToLeft);
    if (step === null || event.ctrlKey || event.altKey) return;
    onChoose(moved(chosen, edge, chosen[edge] + step, count));
    event.preventDefault();
    event.stopPropagation();
  };
  const share = (place: number) => `${(100 * place) / count}%`;
  return (
    <div
      className={styles.plot}
      data-narrow={isNarrow || undefined}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={() => setStroke(null)}
    >
      <Bars bars={bars} first={shown.first} end={shown.end} />
      <div
        className={styles.chosen}
        style={{ insetInlineStart: share(shown.first), inlineSize: share(shown.end - shown.first) }}
      />
      {(['first', 'end'] as const).map((edge) => (
        <Handle
          key={edge}
          edge={edge}
          bars={bars}
          stretch={shown}
          place={share(shown[edge])}
          onKeyDown={onKey(edge)}
        />
      ))}
    </div>
  );
}

interface HandleProps {
  edge: keyof Stretch;
  bars: Bar[];
  stretch: Stretch;
  place: string;
  onKeyDown: (event: KeyboardEvent) => void;
}

function Handle({ edge, bars, stretch, place, onKeyDown }: HandleProps) {
  const words = useWords();
  const isFirst = edge === 'first';
  const date = wordCivil(dayAt(bars, stretch, edge), words);
  return (
    <div
      role="slider"
      tabIndex={0}
      data-edge={edge}
      aria-label={words.t(isFirst ? 'filter.after' : 'filter.before')}
      aria-orientation="horizontal"
      aria-valuemin={isFirst ? 0 : stretch.first + 1}
      aria-valuemax={isFirst ? stretch.end - 1 : bars.length}
      aria-valuenow={stretch[edge]}
      aria-valuetext={date}
      title={date}
      className={styles.handle}
      style={{ insetInlineStart: place }}
      onKeyDown={onKeyDown}
    />
  );
}

const HIGH = 100;

/** The bars as one picture: as wide as there are bars, a hundred high. */
const Bars = memo(function Bars({ bars, first, end }: { bars: Bar[] } & Stretch) {
  const unit = HIGH / highest(bars);
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${bars.length} ${HIGH}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bars.map(({ from, count, vague }, index) => {
        const known = count > 0 ? Math.max(4, count * unit) : 0;
        const all = Math.max(known, (count + vague) * unit);
        const data = { 'data-in': index >= first && index < end ? '' : undefined };
        return (
          <g key={from} {...data}>
            {all > known && (
              <rect
                className={styles.vague}
                x={index + 0.08}
                y={HIGH - all}
                width="0.84"
                height={all - known}
              />
            )}
            <rect x={index + 0.08} y={HIGH - known} width="0.84" height={known} />
          </g>
        );
      })}
    </svg>
  );
});
