// Dates that a reader types are understood or named as wrong.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCivilDate, readDates } from '../../../src/renderer/views/search/dateFilter.ts';
import { isCivilDate } from '../../../src/shared/record.ts';

describe('a typed date', () => {
  it.each([
    ['2024', '2024'],
    ['2024-2', '2024-02'],
    [' 2024/02/17 ', '2024-02-17'],
    ['2024.2.7', '2024-02-07'],
    ['۲۰۲۴-۰۲', '2024-02'],
    ['٢٠٢٤', '2024'],
  ])('“%s” is read as %s', (typed, date) => {
    expect(readCivilDate(typed)).toBe(date);
  });

  it.each(['', '24', '2024-13', '2024-02-30', 'February 2024', '17.02.2024', '2024-00'])(
    '“%s” is none',
    (typed) => {
      expect(readCivilDate(typed)).toBeNull();
    },
  );

  it('is a real civil date whenever it is read at all', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$/), (typed) => {
        const date = readCivilDate(typed);
        expect(date === null || isCivilDate(date)).toBe(true);
      }),
    );
  });
});

describe('the date filter', () => {
  it('sets no limit where nothing is typed', () => {
    expect(readDates({ after: '', before: ' ' })).toEqual({ after: undefined, before: undefined });
  });

  it('names the field that is wrong', () => {
    expect(readDates({ after: '2024', before: 'soon' })).toEqual({
      problem: 'invalid',
      field: 'before',
      value: 'soon',
    });
  });

  it('refuses dates that are the wrong way round, but not a month within its year', () => {
    expect(readDates({ after: '2025', before: '2024' })).toEqual({ problem: 'reversed' });
    expect(readDates({ after: '2024-03-05', before: '2024-03-04' })).toEqual({
      problem: 'reversed',
    });
    expect(readDates({ after: '2024-03', before: '2024' })).toEqual({
      after: '2024-03',
      before: '2024',
    });
    expect(readDates({ after: '2024', before: '2024-03' })).toEqual({
      after: '2024',
      before: '2024-03',
    });
  });
});
