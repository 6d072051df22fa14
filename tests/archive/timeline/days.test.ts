// The counting rule: days under restriction, never fewer than is certain and never more than is possible.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilSpan, type DaySpan } from '../../../src/main/archive/dates.ts';
import { countDays, knownDays, type Lasted } from '../../../src/main/archive/timeline/days.ts';

const lasted = (start: string, end: string | null, recurring = false): Lasted => ({
  start: civilSpan(start),
  end: end === null ? null : civilSpan(end),
  recurring,
});
const days = (list: Lasted[], within?: DaySpan) => countDays(list.map(knownDays), within);

test('X was dark in Pakistan for 446 days, both the first and the last counted', () => {
  expect(days([lasted('2024-02-17', '2025-05-07')])).toEqual({ least: 446, most: 446 });
});

test('days on which two were in force count once', () => {
  const one = lasted('2024-02-01', '2024-02-10');
  expect(days([one, one])).toEqual({ least: 10, most: 10 });
  expect(days([one, lasted('2024-02-08', '2024-02-12')])).toEqual({ least: 12, most: 12 });
  expect(days([one, lasted('2024-02-20', '2024-02-20')])).toEqual({ least: 11, most: 11 });
});

test('a month is never taken for its first day: fuzzy dates give a range', () => {
  expect(days([lasted('2024-02', '2024-04')])).toEqual({ least: 33, most: 90 });
  expect(days([lasted('2024-02', '2024-02')])).toEqual({ least: 1, most: 29 });
  expect(days([lasted('2024-02-20', '2024-02')])).toEqual({ least: 1, most: 10 });
  expect(days([lasted('2023', '2024-01-05')])).toEqual({ least: 6, most: 370 });
});

test('an unknown end never runs on: it counts for one day', () => {
  expect(days([lasted('2024-02-17', null)])).toEqual({ least: 1, most: 1 });
  expect(days([lasted('2019', null)])).toEqual({ least: 1, most: 1 });
  // Two that began in the same month may have begun on the same day, or not.
  expect(days([lasted('2024-02', null), lasted('2024-02', null)])).toEqual({ least: 1, most: 2 });
  expect(days([lasted('2024-02', null), lasted('2024-02-01', '2024-02-29')])).toEqual({
    least: 29,
    most: 29,
  });
});

test('what comes again and again is certain on its first and last day only', () => {
  expect(days([lasted('2018-06-20', '2018-06-25', true)])).toEqual({ least: 2, most: 6 });
  expect(days([lasted('2018-06-20', '2018-06-20', true)])).toEqual({ least: 1, most: 1 });
  expect(days([lasted('2018-06', '2018-06', true)])).toEqual({ least: 1, most: 30 });
});

test('an end before the beginning is no end', () => {
  expect(days([lasted('2024-02-17', '2023')])).toEqual({ least: 1, most: 1 });
});

test('only days inside a stretch count, and only what is certain to be in it is certain', () => {
  const block = [lasted('2024-02-17', '2025-05-07')];
  expect(days(block, civilSpan('2024'))).toEqual({ least: 319, most: 319 });
  expect(days(block, civilSpan('2025'))).toEqual({ least: 127, most: 127 });
  expect(days(block, civilSpan('2023'))).toEqual({ least: 0, most: 0 });
  expect(days([lasted('2023', null)], civilSpan('2023-05'))).toEqual({ least: 0, most: 1 });
});

// Small numbers, so that every way in which dates can be made precise can be tried.
const anySpan = (last: number): fc.Arbitrary<DaySpan> =>
  fc
    .tuple(fc.nat({ max: last }), fc.nat({ max: 3 }))
    .map(([from, more]) => ({ from, to: Math.min(last, from + more) }));
const anyLasted: fc.Arbitrary<Lasted> = fc.record({
  start: anySpan(7),
  end: fc.oneof(fc.constant(null), anySpan(7)),
  recurring: fc.boolean(),
});

/** Every set of days, as bits, that one restriction can have had. */
function waysOf({ start, end, recurring }: Lasted): number[] {
  const ways = new Set<number>();
  for (let first = start.from; first <= start.to; first++) {
    if (end === null || end.to < start.from) {
      ways.add(1 << first);
      continue;
    }
    for (let last = Math.max(first, end.from); last <= end.to; last++) {
      const all = (1 << (last + 1)) - (1 << first);
      const edges = (1 << first) | (1 << last);
      ways.add(all);
      // Between the first and the last day of what comes again and again anything may be.
      if (recurring) for (let some = edges; some <= all; some++) ways.add((some & all) | edges);
    }
  }
  return [...ways];
}

const size = (bits: number) => bits.toString(2).replaceAll('0', '').length;

test('both numbers are exactly what the fewest and the most days are of all ways in which it can have been', () => {
  fc.assert(
    fc.property(fc.array(anyLasted, { maxLength: 4 }), (list) => {
      let unions = new Set([0]);
      for (const one of list) {
        const ways = waysOf(one);
        unions = new Set([...unions].flatMap((before) => ways.map((way) => before | way)));
      }
      const sizes = [...unions].map(size);
      expect(days(list)).toEqual({ least: Math.min(...sizes), most: Math.max(...sizes) });
    }),
    { numRuns: 300 },
  );
});

test('within a stretch too', () => {
  fc.assert(
    fc.property(fc.array(anyLasted, { maxLength: 3 }), anySpan(7), (list, within) => {
      const mask = (1 << (within.to + 1)) - (1 << within.from);
      let unions = new Set([0]);
      for (const one of list) {
        const ways = waysOf(one).map((way) => way & mask);
        unions = new Set([...unions].flatMap((before) => ways.map((way) => before | way)));
      }
      const sizes = [...unions].map(size);
      const { least, most } = days(list, within);
      expect(most).toBe(Math.max(...sizes));
      expect(least).toBe(Math.min(...sizes));
    }),
    { numRuns: 300 },
  );
});

test('more restrictions never make fewer days, and a stretch never more', () => {
  fc.assert(
    fc.property(
      fc.array(anyLasted, { maxLength: 20 }),
      anyLasted,
      anySpan(7),
      (list, one, within) => {
        const before = days(list);
        const after = days([...list, one]);
        expect(after.least).toBeGreaterThanOrEqual(before.least);
        expect(after.most).toBeGreaterThanOrEqual(before.most);
        expect(before.least).toBeLessThanOrEqual(before.most);
        const inside = days(list, within);
        expect(inside.least).toBeLessThanOrEqual(before.least);
        expect(inside.most).toBeLessThanOrEqual(before.most);
      },
    ),
  );
});
