// The list knows what it needs: pages, moves, years, the order of results.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_QUERY } from '../../../src/renderer/history.ts';
import { movedTo } from '../../../src/renderer/views/search/moves.ts';
import {
  effectiveSort,
  isFiltered,
  PAGE_SIZE,
  pagesOf,
  searchInput,
} from '../../../src/renderer/views/search/query.ts';
import { yearBegins } from '../../../src/renderer/views/search/years.ts';
import type { FuzzyDate } from '../../../src/shared/record.ts';
import { searchQuery } from '../../../src/shared/search.ts';

describe('what the archive is asked', () => {
  it('is everything, newest first, while nothing is typed', () => {
    expect(effectiveSort(EMPTY_QUERY)).toBe('newest');
    expect(effectiveSort({ ...EMPTY_QUERY, sort: 'relevance' })).toBe('newest');
    expect(effectiveSort({ ...EMPTY_QUERY, sort: 'oldest' })).toBe('oldest');
  });

  it('is the best match for words until the reader chooses an order', () => {
    expect(effectiveSort({ ...EMPTY_QUERY, text: 'x ban' })).toBe('relevance');
    expect(effectiveSort({ ...EMPTY_QUERY, text: 'x ban', sort: 'newest' })).toBe('newest');
  });

  it('is what the contract allows', () => {
    const input = searchInput({ ...EMPTY_QUERY, text: 'x', filters: { countries: ['PK'] } }, 3);
    expect(searchQuery.parse(input).offset).toBe(3 * PAGE_SIZE);
  });

  it('counts as narrowed only by filters that are set', () => {
    expect(isFiltered({ kinds: undefined, countries: [], after: undefined })).toBe(false);
    expect(isFiltered({ before: '2024' })).toBe(true);
  });

  it('is every page that has a row in view, and no other', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(300), (first, more) => {
        const pages = pagesOf(first, first + more);
        const needed = new Set<number>();
        for (let row = first; row <= first + more; row++) needed.add(Math.floor(row / PAGE_SIZE));
        expect(pages).toEqual([...needed]);
      }),
    );
  });
});

describe('a key in the list', () => {
  it('never leaves the list', () => {
    const keys = fc.constantFrom('PageDown', 'PageUp', 'Home', 'End');
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 1000 }), fc.nat(), (key, total, at) => {
        const to = movedTo(key, { active: at % total, total, pageful: 7 });
        expect(to).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThan(total);
      }),
    );
  });

  it('that moves nothing is left alone', () => {
    expect(movedTo('a', { active: 0, total: 3, pageful: 1 })).toBeNull();
    expect(movedTo('toString', { active: 0, total: 3, pageful: 1 })).toBeNull();
  });
});

describe('a year', () => {
  const dated = (value: string) => ({
    date: { value, precision: 'day', kind: 'actual' } as FuzzyDate,
  });
  const undated = { date: null };

  it('begins at the top and wherever it changes', () => {
    expect(yearBegins(dated('2024-02-17'), null)).toBe('2024');
    expect(yearBegins(dated('2024-02-17'), dated('2024-03-01'))).toBeNull();
    expect(yearBegins(dated('2023-12-31'), dated('2024-03-01'))).toBe('2023');
    expect(yearBegins(undated, dated('2024-03-01'))).toBe('');
    expect(yearBegins(undated, undated)).toBeNull();
  });

  it('is not guessed where a row is not loaded', () => {
    expect(yearBegins(dated('2024-02-17'), undefined)).toBeNull();
    expect(yearBegins(undefined, dated('2024-02-17'))).toBeNull();
  });
});
