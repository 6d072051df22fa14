// From what the reader asked to what the archive is asked.
import type { SearchFilters, SearchQueryInput } from '../../../shared/search.ts';
import type { Query, Sort } from '../../history.ts';
import { activeFilters } from './filters.ts';

export type QuestionInput = Pick<
  SearchQueryInput,
  'text' | 'literal' | 'forms' | 'filters' | 'prefix'
>;

/** As many records of a group as the archive gives. */
export const WHOLE_GROUP = 200;

/** How many hits one call brings: as many as a tall window shows, since every one costs time at every key press. */
export const PAGE_SIZE = 25;

/** The order that results come in: the reader's choice, else the best match for words and the newest without. */
export function effectiveSort({ text, sort }: Query): Sort {
  if (text.trim() === '') return sort === 'oldest' ? 'oldest' : 'newest';
  return sort ?? 'relevance';
}

/** What is looked for, as every part of the archive is asked it. */
export function questionOf({ text, literal, forms, filters, unfinished }: Query): QuestionInput {
  return { text, literal, forms, filters, prefix: unfinished };
}

/** One page of a search as the archive is asked for it. */
export function searchInput(query: Query, page: number): SearchQueryInput {
  return {
    ...questionOf(query),
    sort: effectiveSort(query),
    group: query.grouped ? 'event' : null,
    members: query.members,
    offset: page * PAGE_SIZE,
    limit: PAGE_SIZE,
  };
}

/** Whether any filter narrows the results. */
export function isFiltered(filters: SearchFilters): boolean {
  return activeFilters(filters).length > 0;
}

/** The pages that the rows from `first` to `last`, both included, stand on. */
export function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(first / PAGE_SIZE);
  const to = Math.floor(last / PAGE_SIZE);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
