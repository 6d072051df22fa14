// Counts along time: exact at every zoom, and nothing lost between the bins.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchOf } from '../../../src/main/archive/timeline/civil.ts';
import { type Counted, density } from '../../../src/main/archive/timeline/density.ts';
import {
  countersFor,
  DAY,
  MONTH,
  NONE,
  tallyOf,
  YEAR,
} from '../../../src/main/archive/timeline/tally.ts';
import type { FuzzyDate } from '../../../src/shared/record.ts';
import { type DensityQuery, TIME_UNITS } from '../../../src/shared/timeline.ts';
import { anyFuzzyDate, fuzzyDateBetween, shown } from './any-date.ts';

type Dates = readonly (FuzzyDate | null)[];
type Asked = Pick<DensityQuery, 'from' | 'to' | 'unit'>;

const PRECISIONS = { minute: DAY, day: DAY, month: MONTH, year: YEAR };

function countedOf(dates: Dates, asked: Partial<Asked>, most = 20_000): Counted {
  const counters = countersFor(
    Int32Array.from(dates, (date) => (date ? Math.floor(stretchOf(date).from / 1440) : 0)),
    Uint8Array.from(dates, (date) => (date ? PRECISIONS[date.precision] : NONE)),
  );
  const minutes = dates
    .flatMap((date) => (date?.precision === 'minute' ? [stretchOf(date).from] : []))
    .sort((a, b) => a - b);
  return density(
    tallyOf(counters, Uint32Array.from(dates.keys())),
    { unit: 'auto', most, ...asked },
    (from, to) =>
      Float64Array.from(minutes.filter((minute) => minute >= from * 1440 && minute < to * 1440)),
  );
}

const sum = (counts: Uint32Array) => counts.reduce((all, one) => all + one, 0);

function sumOf({ bins, coarser, before, after, undated }: Counted): number {
  return [bins, ...coarser].reduce(
    (all, { counts }) => all + sum(counts),
    before + after + undated,
  );
}

const filled = ({ edges, counts }: { edges: Float64Array; counts: Uint32Array }) =>
  Object.fromEntries(
    [...counts].flatMap((count, bin) => (count > 0 ? [[shown(edges[bin] as number), count]] : [])),
  );

const date = (value: string): FuzzyDate => ({
  value,
  precision: ({ 4: 'year', 7: 'month', 10: 'day' } as const)[value.length] ?? 'minute',
  kind: 'actual',
});

const SOME = [
  date('2024'),
  date('2024-02'),
  date('2024-02-17'),
  date('2024-02-17'),
  date('2024-02-18T23:10+05:00'),
  date('2025-05-07'),
  null,
];

test('days count what is known by its day; what is known by its month or year stands apart', () => {
  const { bins, coarser, unit, before, after, undated } = countedOf(SOME, {
    unit: 'day',
    from: '2024-02-18',
    to: '2024-03',
  });
  expect(unit).toBe('day');
  expect(filled(bins)).toEqual({ '2024-02-18T00:00': 1 });
  expect(coarser.map(({ precision, ...row }) => [precision, filled(row)])).toEqual([
    ['month', { '2024-02-01T00:00': 1 }],
    ['year', { '2024-01-01T00:00': 1 }],
  ]);
  expect({ before, after, undated }).toEqual({ before: 2, after: 1, undated: 1 });
});

test('hours count what has a time, on the clock at the place, and days stand apart then', () => {
  const { bins, coarser, before } = countedOf(SOME, {
    unit: 'hour',
    from: '2024-02-17',
    to: '2024-02-18',
  });
  expect(bins.counts).toHaveLength(48);
  expect(filled(bins)).toEqual({ '2024-02-18T23:00': 1 });
  expect(coarser.map(({ precision, ...row }) => [precision, filled(row)])).toEqual([
    ['day', { '2024-02-17T00:00': 2 }],
    ['month', { '2024-02-01T00:00': 1 }],
    ['year', { '2024-01-01T00:00': 1 }],
  ]);
  expect(before).toBe(0);
});

test('a week is finer than a month, and begins on Monday', () => {
  const { bins, coarser } = countedOf(SOME, { unit: 'week', from: '2024-02', to: '2024-02' });
  expect(filled(bins)).toEqual({ '2024-02-12T00:00': 3 });
  expect(coarser.map(({ precision }) => precision)).toEqual(['month', 'year']);
});

test('years and decades count everything that has a date', () => {
  expect(filled(countedOf(SOME, { unit: 'year' }).bins)).toEqual({
    '2024-01-01T00:00': 5,
    '2025-01-01T00:00': 1,
  });
  expect(filled(countedOf(SOME, { unit: 'decade' }).bins)).toEqual({ '2020-01-01T00:00': 6 });
});

test('without a stretch all dates are in it, each as long as it is coarse', () => {
  const { extent, before, after } = countedOf(SOME, { unit: 'month' });
  expect([extent?.from, extent?.to].map((at) => shown(at as number))).toEqual([
    '2024-01-01T00:00',
    '2025-05-08T00:00',
  ]);
  expect([before, after]).toEqual([0, 0]);
});

test('the finest unit that is not too many bins is chosen, hours only where something has a time', () => {
  const unit = (from: string, to: string, most = 400) => countedOf(SOME, { from, to }, most).unit;
  expect(unit('1900', '2099')).toBe('year');
  expect(unit('1000', '2999')).toBe('decade');
  expect(unit('2020', '2024')).toBe('week');
  expect(unit('2020', '2024', 100)).toBe('month');
  expect(unit('2024-02', '2024-09')).toBe('day');
  expect(unit('2024-02-17', '2024-02-18')).toBe('hour');
  expect(unit('2024-02-20', '2024-02-21')).toBe('day');
  expect(countedOf(SOME, { unit: 'day', from: '1900', to: '2099' }, 400).unit).toBe('year');
});

test('nothing found, and nothing dated, is counted as such', () => {
  expect(sumOf(countedOf([], {}))).toBe(0);
  expect(countedOf([null, null], {})).toMatchObject({ total: 2, undated: 2, extent: null });
  expect(sumOf(countedOf([null, null], { from: '2024', to: '2025' }))).toBe(2);
  expect(countedOf([null], { from: '2024', unit: 'year' }).bins.counts).toHaveLength(1);
  expect(countedOf([null], { unit: 'decade' }).unit).toBe('decade');
});

const anyMoment = fc.oneof(
  fc.constant(undefined),
  anyFuzzyDate.filter(({ precision }) => precision !== 'minute').map(({ value }) => value),
  fc.integer({ min: 28_300_000, max: 28_600_000 }),
);
const anyDates = fc.array(
  fc.oneof(fc.constant(null), anyFuzzyDate, fuzzyDateBetween(19_700, 19_830)),
  { maxLength: 60 },
);
const anyUnit = fc.constantFrom(...TIME_UNITS, 'auto' as const);

test('the sum of all bins, of coarser ones and of what lies outside is always what was found', () => {
  fc.assert(
    fc.property(anyDates, anyMoment, anyMoment, anyUnit, (dates, from, to, unit) => {
      const counted = countedOf(dates, { from, to, unit });
      expect(sumOf(counted)).toBe(dates.length);
      expect(counted.total).toBe(dates.length);
    }),
  );
});

const FINENESS = ['minute', 'day', 'month', 'year'] as const;
const COARSEST_IN = {
  hour: 'minute',
  day: 'day',
  week: 'day',
  month: 'month',
  year: 'year',
  decade: 'year',
} as const;

test('each bin holds exactly what begins in it and is known as finely, at every zoom', () => {
  const near = fc.array(fuzzyDateBetween(19_700, 19_830), { maxLength: 40 });
  fc.assert(
    fc.property(near, fc.constantFrom(...TIME_UNITS), (dates, unit) => {
      const { bins, coarser } = countedOf(dates, { unit });
      const limit = FINENESS.indexOf(COARSEST_IN[unit]);
      const inBin = (from: number, to: number, fits: (precision: string) => boolean) =>
        dates.filter((one) => {
          const { from: start } = stretchOf(one);
          return fits(one.precision) && start >= from && start < to;
        }).length;
      const rows = [
        { ...bins, fits: (one: string) => FINENESS.indexOf(one as 'day') <= limit },
        ...coarser.map((row) => ({ ...row, fits: (one: string) => one === row.precision })),
      ];
      for (const { edges, counts, fits } of rows) {
        for (const [bin, count] of counts.entries()) {
          expect(count).toBe(inBin(edges[bin] as number, edges[bin + 1] as number, fits));
        }
      }
    }),
  );
});

test('dates at both ends of the calendar cost no more than any others', () => {
  const dates = [date('0001-01-01'), date('9999-12-31'), date('0001'), date('9999-12')];
  const { unit, bins, coarser, extent } = countedOf(dates, {});
  expect(unit).toBe('year');
  expect(bins.counts).toHaveLength(9999);
  expect([bins.counts[0], bins.counts[9998], coarser.length]).toEqual([2, 2, 0]);
  expect(extent && [shown(extent.from), shown(extent.to - 1)]).toEqual([
    '0001-01-01T00:00',
    '9999-12-31T23:59',
  ]);
});
