// The view of the timeline: zooming keeps the moment under the pointer, nothing leaves the limits.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay, civilStretch } from '../../../src/renderer/views/timeline/civil.ts';
import {
  centredOn,
  lengthOf,
  limitsOf,
  overlaps,
  panned,
  SHORTEST,
  type Stretch,
  showing,
  within,
  withMargin,
  zoomed,
} from '../../../src/renderer/views/timeline/viewport.ts';

const minute = fc.integer({ min: -50_000_000, max: 50_000_000 });
const stretch: fc.Arbitrary<Stretch> = fc
  .tuple(minute, fc.integer({ min: SHORTEST, max: 20_000_000 }))
  .map(([from, length]) => ({ from, to: from + length }));

describe('the limits', () => {
  it('leave room around what is found, and end where dates end', () => {
    expect(limitsOf({ from: 0, to: 100_000 })).toEqual({ from: -3000, to: 103_000 });
    const { from, to } = limitsOf({ from: civilStretch('0001').from, to: civilStretch('9999').to });
    expect([civilDay(from), civilDay(to - 1)]).toEqual(['0000-01-01', '9999-12-31']);
  });
});

describe('a view', () => {
  it('keeps the moment under the pointer where it is, however it is zoomed', () => {
    fc.assert(
      fc.property(
        stretch,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (view, part, factor) => {
          const at = view.from + part * lengthOf(view);
          const next = zoomed(view, factor, at);
          expect((at - next.from) / lengthOf(next)).toBeCloseTo(part, 6);
        },
      ),
    );
  });

  it('never becomes shorter than can be looked at', () => {
    fc.assert(
      fc.property(stretch, minute, (view, at) => {
        expect(lengthOf(zoomed(view, 0.0001, at))).toBeGreaterThanOrEqual(SHORTEST - 1e-6);
      }),
    );
  });

  it('lies within its limits after whatever was wished', () => {
    fc.assert(
      fc.property(stretch, stretch, (wish, limits) => {
        const view = within(wish, limits);
        expect(view.from).toBeGreaterThanOrEqual(limits.from - 1e-6);
        expect(view.to).toBeLessThanOrEqual(limits.to + 1e-6);
        expect(lengthOf(view)).toBeGreaterThan(0);
      }),
    );
  });

  it('moves as little as shows what is wanted', () => {
    const view = { from: 0, to: 10_000 };
    expect(showing(view, { from: 4000, to: 5000 })).toEqual(view);
    expect(showing(view, { from: 11_000, to: 12_000 }).to).toBeGreaterThanOrEqual(12_000);
    expect(lengthOf(showing(view, { from: 11_000, to: 12_000 }))).toBe(10_000);
    fc.assert(
      fc.property(stretch, stretch, (before, wanted) => {
        const after = showing(before, wanted);
        expect(after.from).toBeLessThanOrEqual(wanted.from);
        expect(after.to).toBeGreaterThanOrEqual(wanted.to);
      }),
    );
  });

  it('is panned by parts of its own length', () => {
    expect(panned({ from: 0, to: 100 }, 0.5)).toEqual({ from: 50, to: 150 });
    expect(panned({ from: 0, to: 100 }, -1)).toEqual({ from: -100, to: 0 });
  });

  it('has room on both sides, and enough of it for a single moment', () => {
    const whole = withMargin({ from: 0, to: 1_000_000 });
    expect(whole.from).toBeLessThan(0);
    expect(whole.to).toBeGreaterThan(1_000_000);
    expect(lengthOf(withMargin({ from: 5, to: 5 }))).toBeGreaterThanOrEqual(SHORTEST);
  });

  it('overlaps what shares a moment with it, ends not included', () => {
    expect(overlaps({ from: 0, to: 10 }, { from: 9, to: 20 })).toBe(true);
    expect(overlaps({ from: 0, to: 10 }, { from: 10, to: 20 })).toBe(false);
    expect(overlaps({ from: 0, to: 10 }, centredOn(5, 2))).toBe(true);
  });
});
