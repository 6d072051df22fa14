// Civil days: what a fuzzy date may cover, without any zone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate, civilSpan, daySpan, recordSpan } from '../../src/main/archive/dates.ts';
import type { FuzzyDate } from '../../src/shared/record.ts';
import { sampleDocument, sampleEvent, sampleTerm } from './sample.ts';

const dates = ({ from, to }: { from: number; to: number }) => [civilDate(from), civilDate(to)];
const fuzzy = (value: string, precision: FuzzyDate['precision']): FuzzyDate => ({
  value,
  precision,
  kind: 'actual',
});

test('a year, a month and a day cover all of their days, leap days too', () => {
  expect(dates(civilSpan('2024'))).toEqual(['2024-01-01', '2024-12-31']);
  expect(dates(civilSpan('2024-02'))).toEqual(['2024-02-01', '2024-02-29']);
  expect(dates(civilSpan('2023-02'))).toEqual(['2023-02-01', '2023-02-28']);
  expect(dates(civilSpan('2023-12'))).toEqual(['2023-12-01', '2023-12-31']);
  expect(dates(civilSpan('1900-02'))).toEqual(['1900-02-01', '1900-02-28']);
  expect(civilSpan('1970-01-01')).toEqual({ from: 0, to: 0 });
  expect(civilSpan('1969-12-31')).toEqual({ from: -1, to: -1 });
});

test('the first century is not taken for the twentieth', () => {
  expect(dates(civilSpan('0099'))).toEqual(['0099-01-01', '0099-12-31']);
  expect(dates(civilSpan('0000-02'))).toEqual(['0000-02-01', '0000-02-29']);
});

test('a minute counts as its civil day at the place, whatever its offset', () => {
  expect(dates(daySpan(fuzzy('2024-02-17T00:10+05:00', 'minute')))).toEqual([
    '2024-02-17',
    '2024-02-17',
  ]);
  expect(dates(daySpan(fuzzy('2024-02-17T23:50-09:30', 'minute')))).toEqual([
    '2024-02-17',
    '2024-02-17',
  ]);
});

test('every day is read back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
      expect(civilSpan(civilDate(day))).toEqual({ from: day, to: day });
    }),
  );
});

test('an event covers from its earliest start to its latest end; without an end, its start only', () => {
  const event = sampleEvent({ start: fuzzy('2024-02', 'month'), end: fuzzy('2024-03', 'month') });
  expect(dates(recordSpan(event) as never)).toEqual(['2024-02-01', '2024-03-31']);
  const open = sampleEvent({ start: fuzzy('2024-02', 'month'), end: null, status: 'ongoing' });
  expect(dates(recordSpan(open) as never)).toEqual(['2024-02-01', '2024-02-29']);
});

test('an end that lies before its start still gives a span that runs forward', () => {
  const event = sampleEvent({ start: fuzzy('2024-02-10', 'day'), end: fuzzy('2024-02-01', 'day') });
  expect(dates(recordSpan(event) as never)).toEqual(['2024-02-01', '2024-02-10']);
});

test('a term, and a document whose date is not known, are undated', () => {
  expect(recordSpan(sampleTerm())).toBeNull();
  expect(recordSpan(sampleDocument({ published: null }))).toBeNull();
});
