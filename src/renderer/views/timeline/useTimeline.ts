// Asks the archive for what the timeline shows: counts, lanes, and the event that comes next.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Input, Output } from '../../../shared/contract.ts';
import type { Density, LaneBy, Spans } from '../../../shared/timeline.ts';
import { client } from '../../client.ts';
import type { Query } from '../../history.ts';
import { ARCHIVE_KEY } from '../../query-client.ts';
import { densityInput, isDated, searchedBy, type spansInput, withoutDates } from './asked.ts';
import type { Stretch } from './viewport.ts';

type TimelineRead = 'timeline.density' | 'timeline.chain' | 'timeline.figures';

/** Asks one of the timeline's questions; the last answer is shown until the new one comes. */
export function useTimelineRead<M extends TimelineRead>(
  method: M,
  input: Input<M> | null,
): { data: Output<M> | undefined; error: unknown; behind: boolean } {
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: [ARCHIVE_KEY, method, input],
    queryFn: ({ signal }) => client.call(method, input as Input<M>, { signal }),
    enabled: input !== null,
    placeholderData: keepPreviousData,
  });
  return { data: data as Output<M> | undefined, error, behind: isPlaceholderData };
}

export interface Extent {
  /** How far all results reach; null where none has a date. */
  extent: Stretch | null;
  total: number;
  undated: number;
  /** True while the answer is that of another query. */
  behind: boolean;
}

/** How far the results of a query would reach without its dates; undefined until it is known. */
export function useExtent(query: Query): { known: Extent | undefined; error: unknown } {
  const input = { ...searchedBy(withoutDates(query)), unit: 'decade' as const };
  const { data, error, behind } = useTimelineRead('timeline.density', input);
  const known = data && { extent: data.extent, total: data.total, undated: data.undated, behind };
  return { known, error };
}

export interface Counts {
  density: Density | undefined;
  /** What there would be without the query's dates; undefined where it has none. */
  around: Density | undefined;
  error: unknown;
}

/** The histogram of a view. */
export function useCounts(query: Query, view: Stretch, width: number): Counts {
  const own = useTimelineRead('timeline.density', densityInput(query, view, width));
  const dated = isDated(query);
  const without = dated ? densityInput(withoutDates(query), view, width) : null;
  const around = useTimelineRead('timeline.density', without);
  return {
    density: own.data,
    around: dated ? around.data : undefined,
    error: own.error ?? around.error,
  };
}

export interface Answered {
  spans: Spans;
  /** What the lanes of this answer are of, which may be what was asked before. */
  by: LaneBy;
}

/** The lanes of a view; the last ones are shown until the new ones come. */
export function useSpans(input: ReturnType<typeof spansInput> & { laneBy: LaneBy }): {
  answered: Answered | undefined;
  error: unknown;
} {
  const { data, error } = useQuery({
    queryKey: [ARCHIVE_KEY, 'timeline.spans', input],
    queryFn: async ({ signal }) => ({
      spans: await client.call('timeline.spans', input, { signal }),
      by: input.laneBy,
    }),
    placeholderData: keepPreviousData,
  });
  return { answered: data, error };
}
