// Counts what was found by the day on which it begins, so that the bins of any stretch are a few subtractions.

/** How precisely a start is known. A day may still turn out to be a minute: most questions never need to know. */
export const NONE = 0;
export const DAY = 1;
export const MONTH = 2;
export const YEAR = 3;

/** How many begin on which day, cumulated: below[n] is how many begin before the day days[n], the last of them all. */
export interface Steps {
  /** Every day on which anything in the archive begins, ascending. */
  days: Int32Array;
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
  /** Counter 0 is for those without a date. */
  slots: Uint32Array;
  /** By precision: the days on which any begins, and the counter before that of the first of them. */
  segments: { days: Int32Array; from: number }[];
}

/** Gives each document its counter, by the day on which it begins and how precisely that is known. */
export function countersFor(days: Int32Array, precisions: Uint8Array): Counters {
  const slotOf = [NONE, DAY, MONTH, YEAR].map(() => new Map<number, number>());
  // Documents are nearly in the order of days, so that most repeat what came before.
  const last = [NaN, NaN, NaN, NaN];
  for (let place = 0; place < days.length; place++) {
    const precision = precisions[place] ?? NONE;
    const day = days[place] ?? 0;
    if (precision === NONE || last[precision] === day) continue;
    last[precision] = day;
    slotOf[precision]?.set(day, 0);
  }
  let next = 0;
  const segments = slotOf.map((slots) => {
    const sorted = Int32Array.from(slots.keys()).sort();
    const from = next;
    for (const [rank, day] of sorted.entries()) slots.set(day, from + 1 + rank);
    next += 1 + sorted.length;
    return { days: sorted, from };
  });
  return { slots: slotsBy(slotOf, days, precisions), segments };
}

function slotsBy(
  slotOf: readonly Map<number, number>[],
  days: Int32Array,
  precisions: Uint8Array,
): Uint32Array {
  const slots = new Uint32Array(days.length);
  for (let place = 0; place < days.length; place++) {
    const [precision, day] = [precisions[place] ?? NONE, days[place] ?? 0];
    const isSame = place > 0 && precision === precisions[place - 1] && day === days[place - 1];
    slots[place] = isSame ? (slots[place - 1] ?? 0) : (slotOf[precision]?.get(day) ?? 0);
  }
  return slots;
}

/** Counts these places by their starts. */
export function tallyOf({ slots, segments }: Counters, places: Uint32Array): Tally {
  const size = segments.reduce((all, { days }) => all + 1 + days.length, 0);
  const counts = new Uint32Array(size);
  for (let at = 0; at < places.length; at++) {
    const slot = slots[places[at] ?? 0] ?? 0;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  const undated = counts[0] ?? 0;
  const steps = (precision: number): Steps => {
    const { days, from } = segments[precision] as Counters['segments'][number];
    return { days, below: cumulated(counts.subarray(from, from + 1 + days.length)) };
  };
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

/** The first place whose number is at least this; they ascend. */
function firstFrom(numbers: Int32Array | Uint32Array, least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many begin before a day. */
export function countBelow({ days, below }: Steps, day: number): number {
  return below[firstFrom(days, day)] ?? 0;
}

/** How many begin from a day to another, the last one excluded. */
export function countBetween(steps: Steps, from: number, to: number): number {
  return countBelow(steps, to) - countBelow(steps, from);
}

/** How many there are. */
export const countAll = ({ below }: Steps): number => below.at(-1) ?? 0;

/** The first and the last day on which one begins; null where none does. */
export function daysOf(steps: Steps): { first: number; last: number } | null {
  const { days, below } = steps;
  const all = countAll(steps);
  if (all === 0) return null;
  return { first: days[firstFrom(below, 1) - 1] ?? 0, last: days[firstFrom(below, all) - 1] ?? 0 };
}
