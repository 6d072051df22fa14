// Arrows go through groups record by record, and the way back is the way there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSpot, type Spot, spotElement } from '../../../src/renderer/views/search/spots.ts';

describe('spots of a list', () => {
  it('lead through the members of a group to the next row', () => {
    const others = (index: number) => (index === 0 ? 2 : 0);
    const down = (spot: Spot) => nextSpot(spot, 1, 2, others);
    const first = { index: 0, member: 0 };
    const way = [first, down(first), down(down(first)), down(down(down(first)))];
    expect(way.map(spotElement)).toEqual(['row-0', 'row-0-1', 'row-0-2', 'row-1']);
    expect(down({ index: 1, member: 0 })).toEqual({ index: 1, member: 0 });
  });

  it('lead back to where they came from, whatever the groups', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }),
        fc.nat(30),
        (sizes, steps) => {
          const others = (index: number) => sizes[index] ?? 0;
          const records = sizes.reduce((sum, size) => sum + size + 1, 0);
          const walk = (spot: Spot, by: 1 | -1, times: number): Spot =>
            times === 0 ? spot : walk(nextSpot(spot, by, sizes.length, others), by, times - 1);
          const there = Math.min(steps, records - 1);
          const start = { index: 0, member: 0 };
          expect(walk(walk(start, 1, there), -1, there)).toEqual(start);
          expect(walk(start, 1, records + 5)).toEqual(walk(start, 1, records - 1));
        },
      ),
    );
  });
});
