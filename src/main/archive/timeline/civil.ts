// The axis of time: minutes of the clock at the place, and the calendar's units on it (proleptic Gregorian).
import type { FuzzyDate } from '../../../shared/record.ts';
import type { CivilMinute, TimeUnit } from '../../../shared/timeline.ts';
import { civilSpan } from '../dates.ts';

/** From a minute to another, the last one excluded. */
export interface Stretch {
  from: CivilMinute;
  to: CivilMinute;
}

export const MINUTES_A_DAY = 1440;
const DAY_MS = 86_400_000;

/** The stretch in which a fuzzy date lies: a month is all of it, a minute is its own, by the clock at the place. */
export function stretchOf({ value, precision }: FuzzyDate): Stretch {
  if (precision !== 'minute') return civilStretch(value);
  const { from } = civilStretch(value.slice(0, 10));
  const at = from + minuteOfDay(value);
  return { from: at, to: at + 1 };
}

/** The stretch of a civil date: YYYY, YYYY-MM or YYYY-MM-DD. */
export function civilStretch(value: string): Stretch {
  const { from, to } = civilSpan(value);
  return { from: from * MINUTES_A_DAY, to: (to + 1) * MINUTES_A_DAY };
}

/** The minute of the day, 0 to 1439, in a date with a time: YYYY-MM-DDTHH:MM and an offset, which is not applied. */
export function minuteOfDay(value: string): number {
  return Number(value.slice(11, 13)) * 60 + Number(value.slice(14, 16));
}

/** The day since 1970-01-01 that a minute lies in. */
export const dayOf = (minute: CivilMinute): number => Math.floor(minute / MINUTES_A_DAY);

/** The month that a day lies in, counted from January of the year 0. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first day of a month counted from January of the year 0. */
export function monthStart(month: number): number {
  const year = Math.floor(month / 12);
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; setUTCFullYear does not.
  return new Date(0).setUTCFullYear(year, month - year * 12, 1) / DAY_MS;
}

/** Thursday 1970-01-01 lies in the week that began on Monday, three days before. */
const MONDAY = 3;

/** For each unit: which one, counted from some fixed one, a minute lies in, and at which minute one begins. */
const CALENDAR: Record<
  TimeUnit,
  { at: (minute: CivilMinute) => number; start: (number: number) => CivilMinute }
> = {
  decade: months(120),
  year: months(12),
  month: months(1),
  week: {
    at: (minute) => Math.floor((dayOf(minute) + MONDAY) / 7),
    start: (week) => (week * 7 - MONDAY) * MINUTES_A_DAY,
  },
  day: { at: dayOf, start: (day) => day * MINUTES_A_DAY },
  hour: { at: (minute) => Math.floor(minute / 60), start: (hour) => hour * 60 },
};

function months(size: number) {
  return {
    at: (minute: CivilMinute) => Math.floor(monthOf(dayOf(minute)) / size),
    start: (number: number) => monthStart(number * size) * MINUTES_A_DAY,
  };
}

/** How many bins of a unit it takes to cover a stretch. */
export function binsNeeded(unit: TimeUnit, { from, to }: Stretch): number {
  const { at } = CALENDAR[unit];
  return at(Math.max(to - 1, from)) - at(from) + 1;
}

/** The edges of the bins of a unit that cover a stretch: one more than there are bins, ascending, without gaps. */
export function binEdges(unit: TimeUnit, stretch: Stretch): Float64Array<ArrayBuffer> {
  const { at, start } = CALENDAR[unit];
  const first = at(stretch.from);
  return Float64Array.from({ length: binsNeeded(unit, stretch) + 1 }, (_, bin) =>
    start(first + bin),
  );
}
