// From what the reader asked to what the archive is asked.
import type { SearchFilters, SearchQueryInput } from '../../../shared/search.ts';
import type { Query, Sort } from '../../history.ts';

/** How many hits one call brings. */
export const PAGE_SIZE = 50;

/** The order that results come in: the reader's choice, else the best match for words and the newest without. */
export function effectiveSort({ text, sort }: Query): Sort {
  if (text.trim() === '') return sort === 'oldest' ? 'oldest' : 'newest';
  return sort ?? 'relevance';
}

/** One page of a search as the archive is asked for it. */
export function searchInput(query: Query, page: number): SearchQueryInput {
  const { text, filters, unfinished, literal } = query;
  return {
    text,
    literal,
    filters,
    sort: effectiveSort(query),
    prefix: unfinished,
    offset: page * PAGE_SIZE,
    limit: PAGE_SIZE,
  };
}

/** Whether any filter narrows the results. */
export function isFiltered(filters: SearchFilters): boolean {
  return Object.values(filters).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
}

/** The pages that the rows from `first` to `last`, both included, stand on. */
export function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(first / PAGE_SIZE);
  const to = Math.floor(last / PAGE_SIZE);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
