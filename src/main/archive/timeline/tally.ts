// Counts what was found by the day on which it begins, so that the bins of any stretch are a few subtractions.

/** How precisely a start is known. A day may still turn out to be a minute: most questions never need to know. */
export const NONE = 0;
export const DAY = 1;
export const MONTH = 2;
export const YEAR = 3;

/** How many begin on which day, cumulated: below[n] is how many begin before the day first + n. */
export interface Steps {
  first: number;
  below: Uint32Array;
}

/** What was found, by how precisely its start is known; months and years begin on their first day. */
export interface Tally {
  total: number;
  undated: number;
  /** Dates with a time too. */
  day: Steps;
  month: Steps;
  year: Steps;
}

/** For each document the counter that it raises, so that counting any of them is one step each. */
export interface Counters {
  slots: Uint32Array;
  /** By precision: the first day on which one begins, and which counters are for these days, with one before them. */
  segments: { first: number; from: number; to: number }[];
}

/** Gives each document its counter, by the day on which it begins and how precisely that is known. */
export function countersFor(days: Int32Array, precisions: Uint8Array): Counters {
  const first = [0, Infinity, Infinity, Infinity];
  const last = [0, -Infinity, -Infinity, -Infinity];
  for (let place = 0; place < days.length; place++) {
    const precision = precisions[place] ?? NONE;
    const day = days[place] ?? 0;
    if (day < (first[precision] ?? 0)) first[precision] = day;
    if (day > (last[precision] ?? 0)) last[precision] = day;
  }
  let next = 0;
  const segments = [NONE, DAY, MONTH, YEAR].map((precision) => {
    const from = next;
    const size = (last[precision] ?? 0) - (first[precision] ?? 0) + 1;
    // What has no date has one counter, and what never occurs has none but the one before.
    next += precision === NONE ? 1 : 1 + Math.max(0, size);
    return { first: size > 0 ? (first[precision] ?? 0) : 0, from, to: next };
  });
  const slots = new Uint32Array(days.length);
  for (let place = 0; place < days.length; place++) {
    const precision = precisions[place] ?? NONE;
    const segment = segments[precision];
    if (precision === NONE || !segment) continue;
    slots[place] = segment.from + 1 + (days[place] ?? 0) - segment.first;
  }
  return { slots, segments };
}

/** Counts these places by their starts. */
export function tallyOf({ slots, segments }: Counters, places: Uint32Array): Tally {
  const counts = new Uint32Array(segments.at(-1)?.to ?? 0);
  for (let at = 0; at < places.length; at++) {
    const slot = slots[places[at] ?? 0] ?? 0;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  const steps = (precision: number): Steps => {
    const { first, from, to } = segments[precision] as Counters['segments'][number];
    return trimmed({ first, below: cumulated(counts.subarray(from, to)) });
  };
  const undated = counts[0] ?? 0;
  return {
    total: places.length,
    undated,
    day: steps(DAY),
    month: steps(MONTH),
    year: steps(YEAR),
  };
}

function cumulated(below: Uint32Array): Uint32Array {
  for (let n = 1; n < below.length; n++) below[n] = (below[n] ?? 0) + (below[n - 1] ?? 0);
  return below;
}

// Without the days before the first and after the last one that was found.
function trimmed({ first, below }: Steps): Steps {
  const all = below.at(-1) ?? 0;
  if (all === 0) return { first: 0, below: below.subarray(0, 1) };
  const from = firstFrom(below, 1) - 1;
  const to = firstFrom(below, all) + 1;
  return { first: first + from, below: below.subarray(from, to) };
}

/** The first place whose number is at least this; they ascend. */
function firstFrom(numbers: Uint32Array, least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many begin before a day. */
export function countBelow({ first, below }: Steps, day: number): number {
  return below[Math.min(Math.max(day - first, 0), below.length - 1)] ?? 0;
}

/** How many begin from a day to another, the last one excluded. */
export function countBetween(steps: Steps, from: number, to: number): number {
  return countBelow(steps, to) - countBelow(steps, from);
}

/** How many there are. */
export const countAll = ({ below }: Steps): number => below.at(-1) ?? 0;

/** The first and the last day on which one begins; null where none does. */
export function daysOf({ first, below }: Steps): { first: number; last: number } | null {
  return below.length === 1 ? null : { first, last: first + below.length - 2 };
}
