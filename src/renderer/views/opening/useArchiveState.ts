// What the archive is doing, and forgetting old answers when it has changed.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ArchiveState, ArchiveStats } from '../../../shared/contract.ts';
import { client } from '../../client.ts';
import { ARCHIVE_KEY } from '../../query-client.ts';

const KEY = ['archive-state'];

/** The archive's state as it changes; undefined until it is first known. */
export function useArchiveState(): ArchiveState | undefined {
  const memory = useQueryClient();
  useEffect(() => {
    const forget = () => void memory.invalidateQueries({ queryKey: [ARCHIVE_KEY] });
    const stopState = client.on('archive.state', (state) => {
      const before = memory.getQueryData<ArchiveState>(KEY);
      memory.setQueryData(KEY, state);
      if (state.phase === 'ready' && before?.phase !== 'ready') forget();
    });
    const stopChanged = client.on('archive.changed', forget);
    return () => {
      stopState();
      stopChanged();
    };
  }, [memory]);
  return useQuery({ queryKey: KEY, queryFn: () => client.call('archive.state', {}) }).data;
}

/** What the archive holds; undefined until it is known. */
export function useArchiveStats(): ArchiveStats | undefined {
  return useQuery({
    queryKey: [ARCHIVE_KEY, 'stats'],
    queryFn: ({ signal }) => client.call('archive.stats', {}, { signal }),
  }).data;
}
