// The small histogram over the results: its bars, and the dates that a stretch of bars means (pure).
import type { SearchFilters } from '../../../shared/search.ts';
import type { CivilMinute, Density } from '../../../shared/timeline.ts';
import { civilDay, civilRange, filteredStretch } from '../timeline/civil.ts';

/** More bars than this have no room. */
export const MOST_BARS = 130;

export interface Bar {
  from: CivilMinute;
  to: CivilMinute;
  /** Records whose date lies in it. */
  count: number;
  /** The share of records whose date is coarser than a bar, spread evenly over the time it may mean. */
  vague: number;
}

/** Bars [first, end). */
export interface Stretch {
  first: number;
  end: number;
}

/** The bars of a density; empty where nothing has a date. */
export function barsOf({ bins, coarser }: Density): Bar[] {
  const bars = Array.from(bins.counts, (count, index) => ({
    from: bins.edges[index] ?? 0,
    to: bins.edges[index + 1] ?? 0,
    count,
    vague: 0,
  }));
  for (const { edges, counts } of coarser) {
    counts.forEach((count, index) => {
      const [from, to] = [edges[index] ?? 0, edges[index + 1] ?? 0];
      const within = count > 0 ? bars.filter((bar) => bar.from < to && bar.to > from) : [];
      for (const bar of within) {
        const shared = Math.min(bar.to, to) - Math.max(bar.from, from);
        bar.vague += (count * shared) / (to - from);
      }
    });
  }
  return bars;
}

/** The height of the highest bar. */
export function highest(bars: Bar[]): number {
  return Math.max(1, ...bars.map(({ count, vague }) => count + vague));
}

/** The bars that the dates of the filters leave; all without dates, and at least one. */
export function chosenBars(bars: Bar[], { after, before }: SearchFilters): Stretch {
  const limits = { from: bars[0]?.from ?? 0, to: bars.at(-1)?.to ?? 0 };
  const { from, to } = filteredStretch(
    { ...(after && { after }), ...(before && { before }) },
    limits,
  );
  const begins = bars.findIndex((bar) => bar.to > from);
  const first = begins < 0 ? Math.max(0, bars.length - 1) : begins;
  const last = bars.findLastIndex((bar) => bar.from < to);
  return { first, end: Math.max(first + 1, last + 1) };
}

/** The dates that a stretch of bars means; none where it is all of them. */
export function datesOf(
  bars: Bar[],
  { first, end }: Stretch,
): Pick<SearchFilters, 'after' | 'before'> {
  const [begin, last] = [bars[first], bars[end - 1]];
  if (!begin || !last || (first === 0 && end === bars.length)) return {};
  return civilRange({ from: begin.from, to: last.to });
}

/** The first or last day of a stretch, for the handle that stands there. */
export function dayAt(bars: Bar[], stretch: Stretch, edge: keyof Stretch): string {
  const bar = edge === 'first' ? bars[stretch.first] : bars[stretch.end - 1];
  return civilDay(edge === 'first' ? (bar?.from ?? 0) : (bar?.to ?? 1) - 1);
}

/** A stretch with one edge moved, never empty and never beyond the bars. */
export function moved(stretch: Stretch, edge: keyof Stretch, to: number, count: number): Stretch {
  if (edge === 'first') return { ...stretch, first: Math.max(0, Math.min(to, stretch.end - 1)) };
  return { ...stretch, end: Math.min(count, Math.max(to, stretch.first + 1)) };
}

/** How many bars a key moves an edge; null where it moves none. Arrows go the way they point. */
export function stepOf(key: string, count: number, rightToLeft: boolean): number | null {
  const page = Math.max(1, Math.round(count / 10));
  const steps: Record<string, number> = {
    ArrowUp: 1,
    ArrowDown: -1,
    ArrowRight: rightToLeft ? -1 : 1,
    ArrowLeft: rightToLeft ? 1 : -1,
    PageUp: page,
    PageDown: -page,
    Home: -count,
    End: count,
  };
  return Object.hasOwn(steps, key) ? (steps[key] ?? null) : null;
}

/** The stretch that a pointer has drawn from one bar to another. */
export function drawn(from: number, to: number): Stretch {
  return { first: Math.min(from, to), end: Math.max(from, to) + 1 };
}
