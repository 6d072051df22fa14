// The small histogram as it is brushed: strokes of the pointer, and two handles that are moved by keys too.
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { wordCivil } from '../../wording/dates.ts';
import { directionOf } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import styles from './DateHistogram.module.css';
import { HistogramBars } from './HistogramBars.tsx';
import { type Bar, dayAt, drawn, moved, type Stretch, stepOf } from './histogram.ts';

interface HistogramBrushProps {
  bars: Bar[];
  chosen: Stretch;
  onChoose: (stretch: Stretch) => void;
}

interface Stroke {
  /** What is moved: an edge, or a new stretch that was begun at a bar. */
  what: keyof Stretch | number;
  stretch: Stretch;
}

/** Bars of which a stretch is chosen. */
export function HistogramBrush({ bars, chosen, onChoose }: HistogramBrushProps) {
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
      <HistogramBars bars={bars} first={shown.first} end={shown.end} />
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
