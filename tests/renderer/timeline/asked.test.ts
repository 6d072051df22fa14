// What is asked of the archive: more than is in view, and nothing new for a small move.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_QUERY } from '../../../src/renderer/history.ts';
import {
  askedStretch,
  densityInput,
  isDated,
  spansInput,
  withoutDates,
} from '../../../src/renderer/views/timeline/asked.ts';
import { civilStretch } from '../../../src/renderer/views/timeline/civil.ts';
import { lengthOf, limitsOf } from '../../../src/renderer/views/timeline/viewport.ts';
import { densityQuery, spansQuery } from '../../../src/shared/timeline.ts';

const view = fc
  .tuple(fc.integer({ min: 0, max: 30_000_000 }), fc.integer({ min: 360, max: 30_000_000 }))
  .map(([from, length]) => ({ from, to: from + length }));

describe('the stretch that is asked for', () => {
  it('has the view in it with room on both sides, but not much more', () => {
    fc.assert(
      fc.property(view, (shown) => {
        const asked = askedStretch(shown);
        expect(asked.from).toBeLessThan(shown.from);
        expect(asked.to).toBeGreaterThan(shown.to);
        expect(lengthOf(asked)).toBeLessThan(4 * lengthOf(shown));
        expect(Number.isInteger(asked.from) && Number.isInteger(asked.to)).toBe(true);
      }),
    );
  });

  it('is the same for most views that lie next to each other', () => {
    const shown = { from: 20_000_000, to: 21_000_000 };
    const asked = new Set<string>();
    for (let step = 0; step < 100; step++) {
      const moved = { from: shown.from + step * 1000, to: shown.to + step * 1000 };
      asked.add(JSON.stringify(askedStretch(moved)));
    }
    expect(asked.size).toBeLessThanOrEqual(3);
  });
});

describe('the questions', () => {
  it('can be asked of all the years that dates are written with', () => {
    const all = limitsOf({
      from: civilStretch('0000').from,
      to: civilStretch('9999').to,
    });
    const ever = { ...all, from: Math.round(all.from), to: Math.round(all.to) };
    expect(densityQuery.safeParse(densityInput(EMPTY_QUERY, ever, 900)).success).toBe(true);
    const lanes = spansInput(EMPTY_QUERY, ever, { width: 900, by: 'country', only: null });
    expect(spansQuery.safeParse(lanes).success).toBe(true);
  });

  const query = {
    ...EMPTY_QUERY,
    text: 'x',
    filters: { countries: ['PK'], after: '2024', before: '2025-03' },
  };

  it('keep every filter but the dates where what stands beside is asked for', () => {
    expect(isDated(query)).toBe(true);
    expect(isDated(withoutDates(query))).toBe(false);
    expect(withoutDates(query).filters).toEqual({ countries: ['PK'] });
  });

  it('want no more bins than can be seen', () => {
    fc.assert(
      fc.property(view, fc.integer({ min: 300, max: 2000 }), (shown, width) => {
        const { most } = densityInput(query, shown, width);
        expect(most).toBeGreaterThan(0);
        expect(most).toBeLessThanOrEqual(20_000);
        expect(((most ?? 0) * lengthOf(shown)) / lengthOf(askedStretch(shown))).toBeLessThan(width);
      }),
    );
  });

  it('name the lanes that were chosen, in their order', () => {
    const shown = { from: 0, to: 1_000_000 };
    const asked = spansInput(query, shown, { width: 900, by: 'country', only: ['RU', 'PK'] });
    expect(asked.lanes).toEqual(['RU', 'PK']);
    expect(spansInput(query, shown, { width: 900, by: 'kind', only: null }).lanes).toBeUndefined();
  });
});
