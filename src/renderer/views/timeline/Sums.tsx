// What the chart adds up to, shown and announced: the parts always make the number of results.
import type { Density, Spans } from '../../../shared/timeline.ts';
import { useWords } from '../../wording/useWords.ts';
import { type Words, wordNumber, wordSeries } from '../../wording/words.ts';
import { sumsIn } from './counts.ts';
import styles from './TimelineView.module.css';
import type { Stretch } from './viewport.ts';
import { isSpan, type TimeItem } from './wording.ts';

interface SumsProps {
  density: Density | undefined;
  spans: Spans | undefined;
  /** The events in view that were given. */
  items: TimeItem[];
  view: Stretch;
}

/** The line beside the title. */
export function Sums({ density, spans, items, view }: SumsProps) {
  const words = useWords();
  return (
    <div role="status" className={styles.sums}>
      {density && <p>{wordSums(density, view, words)}</p>}
      {spans && <p className={styles.quiet}>{wordEvents(spans, items, words)}</p>}
    </div>
  );
}

const counted = (count: number, words: Words) => ({ count, n: wordNumber(count, words) });

/** “813 records: 640 in the bars in view, 61 by month or year only, …”. */
export function wordSums(density: Density, view: Stretch, words: Words): string {
  const { t } = words;
  const sums = sumsIn(density, view);
  const parts = (['bars', 'coarser', 'before', 'after', 'undated'] as const)
    .filter((part) => part === 'bars' || sums[part] > 0)
    .map((part) => t(`timeline.sum.${part}`, counted(sums[part], words)));
  return t('timeline.sum.total', {
    ...counted(sums.total, words),
    parts: wordSeries(parts, words),
  });
}

function wordEvents(spans: Spans, items: TimeItem[], words: Words): string {
  const { t } = words;
  const restrictions = items.filter(isSpan).length;
  const hidden = spans.moreSpans + spans.moreMarks;
  return [
    t('timeline.sum.spans', counted(restrictions, words)),
    t('timeline.sum.marks', counted(items.length - restrictions, words)),
    hidden > 0 && t('timeline.sum.hidden', counted(hidden, words)),
    spans.moreLanes > 0 && t('timeline.sum.lanes', counted(spans.moreLanes, words)),
    spans.withheld > 0 && t('timeline.sum.withheld', counted(spans.withheld, words)),
  ]
    .filter(Boolean)
    .join(' ');
}
