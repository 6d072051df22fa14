// Counts what was found by the day on which it begins, so that the bins of any stretch are a few subtractions.
import { DAY, MONTH, NONE, type Starts, YEAR } from './starts.ts';

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

/** Counts these places by their starts. */
export function tallyOf({ days, precisions }: Starts, places: Uint32Array): Tally {
  const first = [0, Infinity, Infinity, Infinity];
  const last = [0, -Infinity, -Infinity, -Infinity];
  for (const place of places) {
    const precision = precisions[place] ?? NONE;
    const day = days[place] ?? 0;
    if (day < (first[precision] ?? 0)) first[precision] = day;
    if (day > (last[precision] ?? 0)) last[precision] = day;
  }
  const steps = [NONE, DAY, MONTH, YEAR].map((precision): Steps => {
    const [from, to] = [first[precision] ?? 0, last[precision] ?? 0];
    if (precision === NONE || from > to) return { first: 0, below: new Uint32Array(1) };
    return { first: from, below: new Uint32Array(to - from + 2) };
  });
  let undated = 0;
  for (const place of places) {
    const precision = precisions[place] ?? NONE;
    if (precision === NONE) undated++;
    else countOne(steps[precision] as Steps, days[place] ?? 0);
  }
  for (const { below } of steps) cumulate(below);
  const [, day, month, year] = steps as [Steps, Steps, Steps, Steps];
  return { total: places.length, undated, day, month, year };
}

function countOne({ first, below }: Steps, day: number): void {
  const at = day - first + 1;
  below[at] = (below[at] ?? 0) + 1;
}

function cumulate(below: Uint32Array): void {
  for (let n = 1; n < below.length; n++) below[n] = (below[n] ?? 0) + (below[n - 1] ?? 0);
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
