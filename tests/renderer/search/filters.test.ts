// Filters are added, turned round and taken away one by one, and leave nothing behind that would narrow the results.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activeFilters,
  chosenFacets,
  choiceOf,
  choose,
  withDates,
  without,
} from '../../../src/renderer/views/search/filters.ts';
import { FACETS } from '../../../src/shared/facets.ts';
import { type SearchFilters, searchFilters } from '../../../src/shared/search.ts';

describe('filters', () => {
  it('ask for a value, keep it out, and let it be', () => {
    const asked = choose({}, 'countries', 'PK', 'included');
    expect(asked).toEqual({ countries: ['PK'] });
    const kept = choose(asked, 'countries', 'PK', 'excluded');
    expect(kept).toEqual({ not: { countries: ['PK'] } });
    expect(choiceOf(kept, 'countries', 'PK')).toBe('excluded');
    expect(choose(kept, 'countries', 'PK', null)).toEqual({});
  });

  it('set and lose dates without touching the rest', () => {
    const dated = withDates({ kinds: ['event'] }, { after: '2024', before: undefined });
    expect(dated).toEqual({ kinds: ['event'], after: '2024' });
    expect(withDates(dated, {})).toEqual({ kinds: ['event'] });
  });

  const change = fc.tuple(
    fc.constantFrom('countries', 'services', 'organisations'),
    fc.constantFrom('PK', 'IN', 'BD'),
    fc.constantFrom('included', 'excluded', null),
  );

  it('are all listed, and gone when each listed one is taken away, whatever was chosen', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), fc.boolean(), (changes, dated) => {
        const start: SearchFilters = dated ? { after: '2024' } : {};
        const filters = changes.reduce<SearchFilters>(
          (before, [facet, value, choice]) => choose(before, facet as 'countries', value, choice),
          start,
        );
        expect(searchFilters.safeParse(filters).success).toBe(true);
        for (const [facet, value, choice] of changes.slice(-1)) {
          expect(choiceOf(filters, facet as 'countries', value)).toBe(choice);
        }
        expect(chosenFacets(filters).every((facet) => FACETS.includes(facet))).toBe(true);
        expect(activeFilters(filters).reduce(without, filters)).toEqual({});
      }),
    );
  });
});
