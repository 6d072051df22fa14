// Asks the archive what was searched for: results by page as they come into view, and suggestions.
import {
  keepPreviousData,
  queryOptions,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useDeferredValue } from 'react';
import type { HitGroup, SearchHit, SearchResults, Suggestion } from '../../../shared/search.ts';
import { client } from '../../client.ts';
import { asFailure } from '../../components/ErrorMessage.tsx';
import type { Query } from '../../history.ts';
import { ARCHIVE_KEY } from '../../query-client.ts';
import { PAGE_SIZE, pagesOf, searchInput } from './query.ts';

export interface Search {
  /** What is asked, as one text: another question has other rows. */
  question: string;
  /** What the shown results were asked for; behind the field while a newer search runs. */
  results: SearchResults | undefined;
  error: unknown;
  /** True while the shown results belong to an older query. */
  behind: boolean;
  /** The record of a row, or the best one of the group in it; undefined until it is loaded. */
  hitAt: (index: number) => SearchHit | undefined;
  /** What stands under the best one; undefined where rows are no groups, or until it is loaded. */
  groupAt: (index: number) => HitGroup | undefined;
}

const pageKey = (query: Query, page: number) => [ARCHIVE_KEY, 'hits', searchInput(query, page)];

/** How long the other search is given, in milliseconds. */
const YIELDS = 60;

/** The newest search of a window is answered; where another one came between, the results are still wanted. */
const wasSuperseded = (failures: number, error: unknown): boolean =>
  failures < 3 && asFailure(error).code === 'superseded';

/** How a search is asked again that another one of the window took the place of. */
export const askedAgain = { retry: wasSuperseded, retryDelay: YIELDS };

/**
 * How a page of results is asked for. Whoever only looks at what is there names this too: the last one to name a key
 * decides how it is asked again.
 */
const pageOptions = (query: Query, page: number) =>
  queryOptions({
    queryKey: pageKey(query, page),
    queryFn: ({ signal }) => client.call('archive.search', searchInput(query, page), { signal }),
    ...askedAgain,
  });

/** Rows whose records are needed: those in view, and the one that keys act on. */
export interface NeededRows {
  first: number;
  last: number;
  active: number;
}

/** The results of a query, with the pages loaded, and kept, that the needed rows stand on. */
export function useSearch(query: Query, { first, last, active }: NeededRows): Search {
  const memory = useQueryClient();
  const top = useQuery({ ...pageOptions(query, 0), placeholderData: keepPreviousData });
  const settled = top.isSuccess && !top.isPlaceholderData;

  // One page after the other: the archive answers only the newest search of a window.
  const pages = [...new Set([...pagesOf(first, last), ...pagesOf(active, active)])];
  const more = pages.filter((number) => number > 0);
  const missing = more.find((number) => {
    const known = memory.getQueryState(pageKey(query, number));
    return !known?.data || known.isInvalidated;
  });
  // What nothing looks at is forgotten after a while, and whoever reads that long comes back to these rows.
  useQueries({
    queries: more.map((number) => ({ ...pageOptions(query, number), enabled: false })),
  });
  const further = useQuery({
    ...pageOptions(query, missing ?? 0),
    enabled: settled && missing !== undefined,
  });

  const pageOf = useCallback(
    (index: number) => {
      const number = Math.floor(index / PAGE_SIZE);
      return number === 0 ? top.data : memory.getQueryData<SearchResults>(pageKey(query, number));
    },
    // A page that has arrived changes what is known.
    // oxlint-disable-next-line exhaustive-deps
    [memory, query, top.data, further.data],
  );
  const hitAt = useCallback((index: number) => pageOf(index)?.hits[index % PAGE_SIZE], [pageOf]);
  const groupAt = useCallback(
    (index: number) => pageOf(index)?.groups?.[index % PAGE_SIZE],
    [pageOf],
  );
  return {
    // More of the same groups is no other question.
    question: JSON.stringify({ ...searchInput(query, 0), members: 0 }),
    results: top.data,
    error: top.error ?? further.error,
    behind: top.isPlaceholderData,
    hitAt,
    groupAt,
  };
}

/** How many records are offered by name: as many as cover the filters but not the first result. */
const SUGGESTIONS = 3;
/** How many of the first results are in sight anyway. */
const IN_SIGHT = 5;
/** One letter names too much. */
const SHORTEST = 2;

/**
 * Records whose names fit what is being typed, but for those that the first results show. Where something is found,
 * only organisations and terms have a name that is worth a list over the results.
 */
export function useSuggestions(query: Query, wanted: boolean): Suggestion[] {
  const typed = useDeferredValue(query);
  const trimmed = typed.text.trim();
  const results = useQuery({ ...pageOptions(typed, 0), enabled: false }).data;
  const enabled = wanted && trimmed.length >= SHORTEST;
  const { data } = useQuery({
    queryKey: [ARCHIVE_KEY, 'suggest', trimmed],
    queryFn: ({ signal }) =>
      client.call('archive.suggest', { text: trimmed, limit: SUGGESTIONS }, { signal }),
    // Results come first: names are shown beside them only, and one archive answers both in turn.
    enabled: enabled && results !== undefined,
  });
  if (!enabled || !data || !results) return [];
  const inSight = new Set(results.hits.slice(0, IN_SIGHT).map(({ shelf, id }) => `${shelf} ${id}`));
  return data.filter(
    ({ shelf, id, kind }) =>
      !inSight.has(`${shelf} ${id}`) &&
      (results.total === 0 || kind === 'organisation' || kind === 'term'),
  );
}

/** Tells the launcher that records are shown. */
export function tellShown(view: string, records: number): void {
  void client.call('shell.shown', { view, records });
}
