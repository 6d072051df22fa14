// The filters as a reader changes them: values of facets that must be there or must not, and dates (pure).
import { FACETS } from '../../../shared/facets.ts';
import type { FacetName, SearchFilters } from '../../../shared/search.ts';

export type Choice = 'included' | 'excluded';

/** One thing that narrows the results. */
export type ActiveFilter =
  | { facet: FacetName; value: string; choice: Choice }
  | { facet: 'dates'; after: string | undefined; before: string | undefined };

type Lists = Partial<Record<FacetName, string[]>>;

const listsOf = (filters: SearchFilters, choice: Choice): Lists =>
  (choice === 'included' ? filters : (filters.not ?? {})) as Lists;

/** How a value was chosen; null where it was not. */
export function choiceOf(filters: SearchFilters, facet: FacetName, value: string): Choice | null {
  if (listsOf(filters, 'included')[facet]?.includes(value)) return 'included';
  return listsOf(filters, 'excluded')[facet]?.includes(value) ? 'excluded' : null;
}

function changed(lists: Lists, facet: FacetName, change: (values: string[]) => string[]): Lists {
  const values = change(lists[facet] ?? []);
  const rest: Lists = { ...lists };
  delete rest[facet];
  // An empty list would find nothing in place of everything.
  return values.length > 0 ? { ...rest, [facet]: values } : rest;
}

/** Chooses a value in one way, or in none; a value is never asked for and kept out at once. */
export function choose(
  filters: SearchFilters,
  facet: FacetName,
  value: string,
  choice: Choice | null,
): SearchFilters {
  const set = (lists: Lists, wanted: boolean) =>
    changed(lists, facet, (values) => {
      const others = values.filter((other) => other !== value);
      return wanted ? [...others, value] : others;
    });
  const { not, ...included } = filters;
  const excluded = set((not ?? {}) as Lists, choice === 'excluded');
  const next = set(included as Lists, choice === 'included') as SearchFilters;
  return Object.keys(excluded).length > 0
    ? { ...next, not: excluded as SearchFilters['not'] }
    : next;
}

/** Sets the dates, or takes them away. */
export function withDates(
  filters: SearchFilters,
  { after, before }: Pick<SearchFilters, 'after' | 'before'>,
): SearchFilters {
  const { after: _after, before: _before, ...rest } = filters;
  return { ...rest, ...(after && { after }), ...(before && { before }) };
}

/** Everything that narrows the results, in the order of the facets, what is asked for before what is kept out. */
export function activeFilters(filters: SearchFilters): ActiveFilter[] {
  const { after, before } = filters;
  const active: ActiveFilter[] = after || before ? [{ facet: 'dates', after, before }] : [];
  for (const facet of FACETS) {
    for (const choice of ['included', 'excluded'] as const) {
      for (const value of listsOf(filters, choice)[facet] ?? []) {
        active.push({ facet, value, choice });
      }
    }
  }
  return active;
}

/** Takes one filter away. */
export function without(filters: SearchFilters, active: ActiveFilter): SearchFilters {
  if (active.facet === 'dates') return withDates(filters, {});
  return choose(filters, active.facet, active.value, null);
}

/** The facets of which something was chosen. */
export function chosenFacets(filters: SearchFilters): FacetName[] {
  const facets = activeFilters(filters).map(({ facet }) => facet);
  return FACETS.filter((facet) => facets.includes(facet));
}
