// The bars over the results: every record is in one, a stretch of bars means dates, and dates mean the same stretch.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bar,
  barsOf,
  chosenBars,
  datesOf,
  dayAt,
  drawn,
  moved,
  stepOf,
} from '../../../src/renderer/views/search/histogram.ts';
import type { Density } from '../../../src/shared/timeline.ts';

const minute = (date: string) => Date.parse(`${date}T00:00Z`) / 60_000;

function months(year: number, count: number): Bar[] {
  const first = (index: number) => Date.UTC(year, index, 1) / 60_000;
  return Array.from({ length: count }, (_, index) => ({
    from: first(index),
    to: first(index + 1),
    count: index,
    vague: 0,
  }));
}

describe('the bars', () => {
  it('spread what is only known by its year over the year, and lose none of it', () => {
    const bars = months(2024, 12);
    const density = {
      bins: {
        edges: Float64Array.from([...bars.map(({ from }) => from), bars.at(-1)?.to ?? 0]),
        counts: Uint32Array.from(bars, ({ count }) => count),
      },
      coarser: [
        {
          precision: 'year',
          edges: Float64Array.of(minute('2024-01-01'), minute('2025-01-01')),
          counts: Uint32Array.of(6),
        },
      ],
    } as unknown as Density;
    const spread = barsOf(density);
    expect(spread.reduce((sum, { vague }) => sum + vague, 0)).toBeCloseTo(6);
    expect(spread.map(({ count }) => count)).toEqual(bars.map(({ count }) => count));
  });

  it('mean dates as short as they can be, and no dates where all are chosen', () => {
    const bars = months(2024, 24);
    expect(datesOf(bars, { first: 0, end: 12 })).toEqual({ after: '2024', before: '2024' });
    expect(datesOf(bars, { first: 1, end: 3 })).toEqual({ after: '2024-02', before: '2024-03' });
    expect(datesOf(bars, { first: 0, end: 24 })).toEqual({});
    expect(dayAt(bars, { first: 1, end: 2 }, 'end')).toBe('2024-02-29');
  });

  const stretch = fc
    .tuple(fc.nat(23), fc.nat(23))
    .map(([a, b]) => ({ first: Math.min(a, b), end: Math.max(a, b) + 1 }));

  it('are chosen again by the dates that they mean, whatever was chosen', () => {
    const bars = months(2023, 24);
    fc.assert(
      fc.property(stretch, (chosen) => {
        expect(chosenBars(bars, datesOf(bars, chosen))).toEqual(chosen);
      }),
    );
  });

  it('are never chosen emptily, also by dates that lie beside them', () => {
    const bars = months(2024, 12);
    for (const dates of [
      { after: '2030' },
      { before: '1999' },
      { after: '2024-05-05', before: '2024-05-05' },
    ]) {
      const { first, end } = chosenBars(bars, dates);
      expect(end).toBeGreaterThan(first);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(12);
    }
  });
});

describe('the handles', () => {
  it('stay within the bars and apart, whatever key is pressed', () => {
    const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');
    const edge = fc.constantFrom('first' as const, 'end' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(key, edge, fc.boolean()), { maxLength: 30 }), (presses) => {
        let chosen = { first: 0, end: 24 };
        for (const [pressed, which, rightToLeft] of presses) {
          const step = stepOf(pressed, 24, rightToLeft) ?? 0;
          chosen = moved(chosen, which, chosen[which] + step, 24);
          expect(chosen.first).toBeGreaterThanOrEqual(0);
          expect(chosen.end).toBeGreaterThan(chosen.first);
          expect(chosen.end).toBeLessThanOrEqual(24);
        }
      }),
    );
  });

  it('go the way the arrow points in both directions of writing', () => {
    expect(stepOf('ArrowRight', 20, false)).toBe(1);
    expect(stepOf('ArrowRight', 20, true)).toBe(-1);
    expect(stepOf('a', 20, false)).toBeNull();
  });

  it('are set by a stroke in either direction', () => {
    expect(drawn(3, 7)).toEqual({ first: 3, end: 8 });
    expect(drawn(7, 3)).toEqual({ first: 3, end: 8 });
  });
});
