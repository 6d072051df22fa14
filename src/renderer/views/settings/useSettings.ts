// The settings, and the facts that the settings view shows.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AppInfo } from '../../../shared/contract.ts';
import type { Settings } from '../../../shared/settings.ts';
import { client } from '../../client.ts';
import { sayFailure } from '../../components/said.ts';

const KEY = ['settings'];

/** The settings; undefined until they are read. */
export function useSettings(): Settings | undefined {
  return useQuery({ queryKey: KEY, queryFn: () => client.call('shell.settings', {}) }).data;
}

/** Saves a change of settings; what the page shows follows at once. */
export function useSaveSettings(): (change: Partial<Settings>) => void {
  const memory = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (change: Partial<Settings>) => client.call('shell.saveSettings', change),
    onMutate: (change) => {
      memory.setQueryData<Settings>(KEY, (before) => before && { ...before, ...change });
    },
    onSuccess: (saved) => memory.setQueryData(KEY, saved),
    onError: (failure) => {
      sayFailure(failure);
      void memory.invalidateQueries({ queryKey: KEY });
    },
  });
  return mutate;
}

/** What the program is made of; undefined until it is known. */
export function useAppInfo(): AppInfo | undefined {
  return useQuery({ queryKey: ['info'], queryFn: () => client.call('shell.info', {}) }).data;
}
