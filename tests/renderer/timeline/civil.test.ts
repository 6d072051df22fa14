// Civil dates on the axis: what a date covers, and the shortest way to say a stretch of days.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asMinute,
  civilDay,
  civilRange,
  civilStretch,
  filteredStretch,
  snapped,
} from '../../../src/renderer/views/timeline/civil.ts';
import { DAY, lengthOf } from '../../../src/renderer/views/timeline/viewport.ts';

const minuteOf = (iso: string) => asMinute(new Date(`${iso}T00:00Z`));
const between = (from: string, to: string) => ({ from: minuteOf(from), to: minuteOf(to) });

describe('a civil date', () => {
  it('covers all that it may mean', () => {
    expect(civilStretch('2024')).toEqual(between('2024-01-01', '2025-01-01'));
    expect(civilStretch('2024-02')).toEqual(between('2024-02-01', '2024-03-01'));
    expect(civilStretch('2024-02-29')).toEqual(between('2024-02-29', '2024-03-01'));
    expect(civilStretch('0050-01')).toEqual(between('0050-01-01', '0050-02-01'));
  });
});

describe('a stretch of days', () => {
  it('is said as shortly as it can be', () => {
    expect(civilRange(between('2024-01-01', '2026-01-01'))).toEqual({
      after: '2024',
      before: '2025',
    });
    expect(civilRange(between('2024-02-01', '2024-05-01'))).toEqual({
      after: '2024-02',
      before: '2024-04',
    });
    expect(civilRange(between('2024-02-01', '2024-05-02'))).toEqual({
      after: '2024-02-01',
      before: '2024-05-01',
    });
  });

  it('says exactly itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 40_000 }),
        fc.integer({ min: 1, max: 3000 }),
        (first, days) => {
          const stretch = { from: first * DAY, to: (first + days) * DAY };
          const limits = { from: -1e9, to: 1e9 };
          expect(filteredStretch(civilRange(stretch), limits)).toEqual(stretch);
        },
      ),
    );
  });

  it('leaves a side without a date open as far as there is anything', () => {
    const limits = between('2006-01-01', '2026-01-01');
    expect(filteredStretch({ after: '2024' }, limits)).toEqual(between('2024-01-01', '2026-01-01'));
    expect(filteredStretch({ before: '2024' }, limits)).toEqual(
      between('2006-01-01', '2025-01-01'),
    );
  });
});

describe('a stretch drawn by hand', () => {
  it('has whole units for its ends, as fine as a hand can aim at', () => {
    const drawn = between('2014-03-08', '2017-10-02');
    expect(snapped(drawn, 20 * DAY)).toEqual(between('2014-01-01', '2018-01-01'));
    expect(snapped(drawn, 2 * DAY)).toEqual(between('2014-03-01', '2017-10-01'));
    expect(snapped({ from: drawn.from + 100, to: drawn.to + 100 }, DAY / 20)).toEqual(drawn);
  });

  it('is never empty', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 50_000 }),
        (from, length, perPixel) => {
          expect(lengthOf(snapped({ from, to: from + length }, perPixel))).toBeGreaterThanOrEqual(
            DAY,
          );
        },
      ),
    );
  });

  it('lies in the day that it was drawn in', () => {
    const noon = minuteOf('2024-02-17') + 720;
    const day = snapped({ from: noon, to: noon + 5 }, 10);
    expect(civilDay(day.from)).toBe('2024-02-17');
    expect(lengthOf(day)).toBe(DAY);
  });
});
