// What can be asked in place of a question that finds nothing, or little.
import { useQuery } from '@tanstack/react-query';
import type { Nearest, OtherQuestion } from '../../../shared/nearest.ts';
import { client } from '../../client.ts';
import { run } from '../../commands.ts';
import type { Query } from '../../history.ts';
import { navigate } from '../../navigation.ts';
import { ARCHIVE_KEY } from '../../query-client.ts';
import { questionOf } from './query.ts';
import { useRested } from './useRested.ts';

/** How long typing must rest before other questions are looked for, in milliseconds. */
const RESTS = 250;

/** Other questions; undefined where none are wanted, or until they are known. */
export function useNearest(query: Query, wanted: boolean): Nearest | undefined {
  const rested = useRested(query, RESTS);
  const input = questionOf(query);
  const { data } = useQuery({
    queryKey: [ARCHIVE_KEY, 'nearest', input],
    queryFn: ({ signal }) => client.call('archive.nearest', input, { signal }),
    enabled: wanted && rested === query,
  });
  return wanted ? data : undefined;
}

/** Asks another question in place of the present one. */
export function askInstead({ query }: OtherQuestion): void {
  navigate.ask({ ...query, unfinished: false });
  // What was pressed goes away; the field has the words that are looked for now.
  run('search');
}
