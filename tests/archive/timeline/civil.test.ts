// The axis of time: civil minutes and the units of the calendar on it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  binEdges,
  binsNeeded,
  civilStretch,
  stretchOf,
} from '../../../src/main/archive/timeline/civil.ts';
import { TIME_UNITS } from '../../../src/shared/timeline.ts';
import { anyFuzzyDate, shown } from './any-date.ts';

const edges = (unit: (typeof TIME_UNITS)[number], from: string, to = from) =>
  [...binEdges(unit, { from: civilStretch(from).from, to: civilStretch(to).to })].map(shown);

test('a date covers all of its days, and a minute its own, by the clock at the place', () => {
  const of = (value: string, precision: 'minute' | 'day' | 'month' | 'year') => {
    const { from, to } = stretchOf({ value, precision, kind: 'actual' });
    return [shown(from), shown(to)];
  };
  expect(of('2024', 'year')).toEqual(['2024-01-01T00:00', '2025-01-01T00:00']);
  expect(of('2024-02', 'month')).toEqual(['2024-02-01T00:00', '2024-03-01T00:00']);
  expect(of('2024-02-29', 'day')).toEqual(['2024-02-29T00:00', '2024-03-01T00:00']);
  expect(of('2024-02-17T23:59+05:00', 'minute')).toEqual(['2024-02-17T23:59', '2024-02-18T00:00']);
  expect(of('2024-02-17T00:10-09:30', 'minute')).toEqual(['2024-02-17T00:10', '2024-02-17T00:11']);
});

test('bins are whole years, months, weeks from Monday on, days and hours', () => {
  expect(edges('decade', '2019', '2024-05')).toEqual(
    ['2010', '2020', '2030'].map((year) => `${year}-01-01T00:00`),
  );
  expect(edges('year', '2024-02-17')).toEqual(['2024-01-01T00:00', '2025-01-01T00:00']);
  expect(edges('month', '2023-12', '2024-02-10')).toEqual(
    ['2023-12', '2024-01', '2024-02', '2024-03'].map((month) => `${month}-01T00:00`),
  );
  // 2024-02-19 was a Monday.
  expect(edges('week', '2024-02-18', '2024-02-19')).toEqual(
    ['2024-02-12', '2024-02-19', '2024-02-26'].map((day) => `${day}T00:00`),
  );
  expect(edges('day', '2024-02-29')).toEqual(['2024-02-29T00:00', '2024-03-01T00:00']);
  expect(edges('hour', '2024-02-29')).toHaveLength(25);
});

test('the first centuries have years and decades like all others', () => {
  expect(edges('year', '0099')).toEqual(['0099-01-01T00:00', '0100-01-01T00:00']);
  expect(edges('decade', '0000')).toEqual(['0000-01-01T00:00', '0010-01-01T00:00']);
});

test('bins cover what they are asked to, ascend without gaps, and each date lies in one bin as coarse as it', () => {
  fc.assert(
    fc.property(anyFuzzyDate, fc.constantFrom(...TIME_UNITS), (date, unit) => {
      const stretch = stretchOf(date);
      if (unit === 'hour' && date.precision === 'year') return;
      const bins = binEdges(unit, stretch);
      expect(bins).toHaveLength(binsNeeded(unit, stretch) + 1);
      expect(bins[0]).toBeLessThanOrEqual(stretch.from);
      expect(bins.at(-1)).toBeGreaterThanOrEqual(stretch.to);
      for (let bin = 1; bin < bins.length; bin++) {
        expect(bins[bin]).toBeGreaterThan(bins[bin - 1] as number);
      }
      const sameUnit = { minute: 'hour', day: 'day', month: 'month', year: 'year' }[date.precision];
      if (sameUnit === unit) expect(bins).toHaveLength(2);
    }),
  );
});
