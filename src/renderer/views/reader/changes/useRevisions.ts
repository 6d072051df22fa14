// Opens the two revisions that are compared.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RecordView } from '../../../../shared/reading.ts';
import { client } from '../../../client.ts';
import type { ChangesPage } from '../../../history.ts';
import { ARCHIVE_KEY } from '../../../query-client.ts';

export interface TwoRevisions {
  before: RecordView;
  after: RecordView;
}

/** Both revisions, once they are here; what was withdrawn for safety stays left out. */
export function useRevisions(page: ChangesPage): {
  both: TwoRevisions | undefined;
  error: unknown;
} {
  const { address, from, to } = page;
  const { id, shelf } = address;
  const { data, error } = useQuery({
    queryKey: [ARCHIVE_KEY, 'changes', id, shelf, from, to],
    queryFn: async ({ signal }) => {
      const open = (hash: string) => client.call('archive.record', { id, shelf, hash }, { signal });
      const [before, after] = await Promise.all([open(from), open(to)]);
      return { before, after };
    },
    placeholderData: keepPreviousData,
  });
  return { both: data, error };
}
