// Numbers documents of the index in the order of their dates, so that newest first is the order of the index itself.

/** Undated records have numbers below this one. */
export const FIRST_DATED = 2 ** 25;

/** How many numbers each day has. */
export const PER_DAY = 1024;

/** Further records of a day are numbered from here on, after every day there can be, and sorted where they are asked for. */
export const FIRST_STRAYED = 3_800_000_000;
const LAST = 2 ** 32 - 1;

// Civil days from 0000-01-01 to 1970-01-01, since laws are older than the web.
const DAYS_BEFORE_1970 = 719_528;

/** A span of document numbers, both included. */
export interface NumberSpan {
  first: number;
  last: number;
}

/** The numbers that belong to a day since 1970-01-01, or to the undated. */
export function numbersOfDay(day: number | null): NumberSpan {
  if (day === null) return { first: 1, last: FIRST_DATED - 1 };
  const first = FIRST_DATED + (day + DAYS_BEFORE_1970) * PER_DAY;
  return { first, last: first + PER_DAY - 1 };
}

/** The numbers of records whose day, or whose place among the undated, is full. */
export const STRAYED_NUMBERS: NumberSpan = { first: FIRST_STRAYED, last: LAST };
