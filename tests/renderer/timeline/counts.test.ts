// The parts of the sum that the timeline says always make the number of results.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binsIn, highest, roundTop, sumsIn } from '../../../src/renderer/views/timeline/counts.ts';
import type { Bins, Density } from '../../../src/shared/timeline.ts';

const bins = (first: number, width: number, counts: number[]): Bins => ({
  edges: Float64Array.from({ length: counts.length + 1 }, (_, n) => first + n * width),
  counts: Uint32Array.from(counts),
});

const total = ({ counts }: Bins) => counts.reduce((sum, count) => sum + count, 0);

function densityOf(own: Bins, coarse: Bins[]): Density {
  const inBins = total(own) + coarse.reduce((sum, each) => sum + total(each), 0);
  return {
    unit: 'month',
    from: own.edges[0] ?? 0,
    to: own.edges.at(-1) ?? 0,
    bins: own,
    coarser: coarse.map((each, n) => ({ precision: n === 0 ? 'month' : 'year', ...each })),
    before: 3,
    after: 4,
    undated: 5,
    total: inBins + 12,
    uncertain: 0,
    extent: null,
    change: 1,
  };
}

const anyBins = fc
  .tuple(
    fc.integer({ min: -1000, max: 1000 }),
    fc.integer({ min: 1, max: 50 }),
    fc.array(fc.nat(20), { maxLength: 40 }),
  )
  .map(([first, width, counts]) => bins(first, width, counts));

describe('the sums of a view', () => {
  it('make the total, wherever the view lies', () => {
    fc.assert(
      fc.property(
        anyBins,
        fc.array(anyBins, { maxLength: 2 }),
        fc.integer({ min: -1500, max: 3000 }),
        fc.integer({ min: 1, max: 2000 }),
        (own, coarse, from, length) => {
          const sums = sumsIn(densityOf(own, coarse), { from, to: from + length });
          const parts = sums.bars + sums.coarser + sums.before + sums.after + sums.undated;
          expect(parts).toBe(sums.total);
        },
      ),
    );
  });

  it('count a bar that only reaches into the view as in view', () => {
    const density = densityOf(bins(0, 10, [1, 2, 4, 8]), [bins(0, 40, [16])]);
    expect(sumsIn(density, { from: 15, to: 25 })).toEqual({
      bars: 6,
      coarser: 16,
      before: 3 + 1,
      after: 4 + 8,
      undated: 5,
      total: 43,
    });
  });
});

describe('the bars of a view', () => {
  it('are those that reach into it', () => {
    const four = bins(0, 10, [1, 2, 4, 8]);
    expect(binsIn(four, { from: 15, to: 25 })).toEqual([1, 3]);
    expect(binsIn(four, { from: 10, to: 20 })).toEqual([1, 2]);
    expect(binsIn(four, { from: 100, to: 200 })).toEqual([4, 4]);
    expect(highest(four, { from: 0, to: 25 })).toBe(4);
    expect(highest(four, { from: 100, to: 200 })).toBe(0);
  });

  it('have a round number at their top that none is above', () => {
    expect([0, 1, 3, 7, 11, 24, 99, 101].map(roundTop)).toEqual([1, 1, 3, 8, 20, 30, 100, 200]);
    fc.assert(
      fc.property(fc.nat(10_000_000), (count) => {
        expect(roundTop(count)).toBeGreaterThanOrEqual(count);
        expect(roundTop(count)).toBeLessThanOrEqual(Math.max(1, count * 2));
      }),
    );
  });
});
