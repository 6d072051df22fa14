// The events of a view as one list in the order of time (pure).
import type { Spans } from '../../../shared/timeline.ts';
import { overlaps, type Stretch } from './viewport.ts';
import { isSpan, type TimeItem } from './wording.ts';

/** How far an event reaches on the axis. */
export function reachOf(item: TimeItem): Stretch {
  if (isSpan(item)) return { from: item.from, to: Math.max(item.to, item.from + 1) };
  return { from: item.start.from, to: Math.max(item.start.to, item.end?.to ?? 0) };
}

/** Every event in view, each once, the earliest start first. */
export function itemsOf(spans: Spans | undefined, view: Stretch): TimeItem[] {
  if (!spans) return [];
  return [...spans.spans, ...spans.marks]
    .filter((item) => overlaps(reachOf(item), view))
    .toSorted((a, b) => a.start.from - b.start.from || a.row.id.localeCompare(b.row.id));
}
