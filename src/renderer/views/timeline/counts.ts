// What the bars in view add up to: the parts of a sum that is always the number of results (pure).
import type { Bins, Density } from '../../../shared/timeline.ts';
import type { Stretch } from './viewport.ts';

/** How many records lie where; all of these together are the total. */
export interface Sums {
  /** In bars in view. */
  bars: number;
  /** In view, known by the month or year only. */
  coarser: number;
  before: number;
  after: number;
  undated: number;
  total: number;
}

/** Adds up a histogram for a view; what lies in a bar that reaches into the view is in view. */
export function sumsIn(density: Density, view: Stretch): Sums {
  const own = split(density.bins, view);
  const coarse = density.coarser.map((bins) => split(bins, view));
  const all = (part: keyof Split) => coarse.reduce((sum, each) => sum + each[part], 0);
  return {
    bars: own.inside,
    coarser: all('inside'),
    before: density.before + own.before + all('before'),
    after: density.after + own.after + all('after'),
    undated: density.undated,
    total: density.total,
  };
}

interface Split {
  before: number;
  inside: number;
  after: number;
}

function split({ edges, counts }: Bins, { from, to }: Stretch): Split {
  const sums: Split = { before: 0, inside: 0, after: 0 };
  counts.forEach((count, index) => {
    const start = edges[index] ?? 0;
    const end = edges[index + 1] ?? start;
    if (end <= from) sums.before += count;
    else if (start >= to) sums.after += count;
    else sums.inside += count;
  });
  return sums;
}

/** The bins that reach into a view, as [first, last). */
export function binsIn({ edges, counts }: Bins, { from, to }: Stretch): [number, number] {
  let first = 0;
  while (first < counts.length && (edges[first + 1] ?? 0) <= from) first += 1;
  let last = first;
  while (last < counts.length && (edges[last] ?? 0) < to) last += 1;
  return [first, last];
}

/** The greatest count of the bins in a view. */
export function highest(bins: Bins, view: Stretch): number {
  const [first, last] = binsIn(bins, view);
  let most = 0;
  for (let index = first; index < last; index++) most = Math.max(most, bins.counts[index] ?? 0);
  return most;
}

/** A round number that is not below a count, for the top of an axis: 1, 2, 5, 10, 20, 50 and so on. */
export function roundTop(count: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, count)));
  return [1, 2, 3, 4, 5, 6, 8, 10].map((by) => by * power).find((top) => top >= count) ?? count;
}
