// Which shelves are those of publishers whose number nobody has compared.
import type { PublisherRow } from '../../../shared/pack.ts';
import { usePublishers } from './usePacks.ts';

/** The publisher of a shelf where it is in quarantine; null for every other shelf. */
export function useQuarantined(shelf: string): PublisherRow | null {
  const row = usePublishers()?.find(({ fingerprint }) => fingerprint === shelf);
  return row?.status === 'quarantined' ? row : null;
}
