// Any fuzzy date there may be, and minutes of the axis as people write them.
import fc from 'fast-check';
import { civilDate } from '../../../src/main/archive/dates.ts';
import type { FuzzyDate } from '../../../src/shared/record.ts';

const KINDS = ['actual', 'estimated', 'reported'] as const;
const OFFSETS = ['Z', '+05:00', '-09:30', '+14:00'];
const two = (number: number) => String(number).padStart(2, '0');

const FIRST_DAY = -719_528;
const LAST_DAY = 2_932_896;

/** A fuzzy date between these days since 1970-01-01. */
export const fuzzyDateBetween = (first: number, last: number): fc.Arbitrary<FuzzyDate> =>
  fc
    .record({
      day: fc.integer({ min: first, max: last }),
      precision: fc.constantFrom('minute', 'day', 'month', 'year'),
      kind: fc.constantFrom(...KINDS),
      minute: fc.nat({ max: 1439 }),
      offset: fc.constantFrom(...OFFSETS),
    })
    .map(({ day, precision, kind, minute, offset }) => {
      const value = civilDate(day);
      const time = `T${two(Math.floor(minute / 60))}:${two(minute % 60)}${offset}`;
      const length = { minute: 10, day: 10, month: 7, year: 4 }[precision];
      return {
        value: value.slice(0, length) + (precision === 'minute' ? time : ''),
        precision,
        kind,
      };
    });

/** A fuzzy date from the year 0 to the year 9999. */
export const anyFuzzyDate = fc.oneof(
  fuzzyDateBetween(FIRST_DAY, LAST_DAY),
  // Near one another, where bins, months and years end.
  fuzzyDateBetween(19_700, 19_830),
);

/** A minute of the axis as YYYY-MM-DDTHH:MM. */
export function shown(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16);
}
