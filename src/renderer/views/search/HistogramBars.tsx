// The bars of the small histogram.
import { memo } from 'react';
import styles from './DateHistogram.module.css';
import { type Bar, highest, type Stretch } from './histogram.ts';

const HIGH = 100;

/** The bars as one picture: as wide as there are bars, a hundred high. */
export const HistogramBars = memo(function HistogramBars({
  bars,
  first,
  end,
}: { bars: Bar[] } & Stretch) {
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
