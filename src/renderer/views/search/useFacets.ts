// Asks for the counts of the facets, after the results and never before them.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { create } from 'zustand';
import { FACETS } from '../../../shared/facets.ts';
import type { FacetName, Facets } from '../../../shared/search.ts';
import { client } from '../../client.ts';
import type { Query } from '../../history.ts';
import { ARCHIVE_KEY } from '../../query-client.ts';
import { chosenFacets } from './filters.ts';
import { questionOf } from './query.ts';
import { RESTS, useRested } from './useRested.ts';

/** How many values of a facet are shown before more are asked for. */
export const FEW = 6;
const MANY = 500;

interface FacetsShown {
  /** Whether the panel is open. */
  open: boolean;
  unfolded: readonly FacetName[];
  /** Facets of which every value is shown. */
  whole: readonly FacetName[];
  setOpen: (open: boolean) => void;
  fold: (facet: FacetName) => void;
  showAll: (facet: FacetName) => void;
}

const turned = (list: readonly FacetName[], facet: FacetName) =>
  list.includes(facet) ? list.filter((one) => one !== facet) : [...list, facet];

/** What of the facets is in sight, for as long as the window lives. */
export const useFacetsShown = create<FacetsShown>()((set) => ({
  open: false,
  unfolded: ['kinds', 'countries', 'services'],
  whole: [],
  setOpen: (open) => set({ open }),
  fold: (facet) => set(({ unfolded }) => ({ unfolded: turned(unfolded, facet) })),
  showAll: (facet) => set(({ whole }) => ({ whole: turned(whole, facet) })),
}));

/**
 * The counts that are in sight, and the names of what is chosen. `settled` tells that the results of the query are
 * there: until then the counts before stay. One call asks for all, since the archive answers only the newest.
 */
export function useFacets(query: Query, settled: boolean): Facets | undefined {
  const { open, unfolded, whole } = useFacetsShown();
  const input = useMemo(() => {
    const chosen = chosenFacets(query.filters);
    const only = FACETS.filter(
      (facet) => chosen.includes(facet) || (open && unfolded.includes(facet)),
    );
    const limit = open && whole.some((facet) => unfolded.includes(facet)) ? MANY : FEW;
    return { ...questionOf(query), only, limit };
  }, [query, open, unfolded, whole]);
  const rested = useRested(query, RESTS);
  const { data } = useQuery({
    queryKey: [ARCHIVE_KEY, 'facets', input],
    queryFn: ({ signal }) => client.call('archive.facets', input, { signal }),
    enabled: settled && rested === query && input.only.length > 0,
    placeholderData: keepPreviousData,
  });
  return data;
}
