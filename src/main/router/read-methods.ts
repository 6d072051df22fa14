// What the desk asks of the read worker: the reads of the contract, and opening, refreshing and closing its files.
import { suspectArchive } from '../archive/opening/health.ts';
import { lastChange } from '../archive/store/records.ts';
import { isDamage } from '../sqlite/faults.ts';
import { readHandlers } from './handlers.ts';
import type { ArchiveFolders } from './lifecycle.ts';
import { openReader, type Reader } from './reader.ts';
import type { ThreadMethods } from './serve.ts';

/** The read worker's methods on a data folder. */
export function readMethods({ folder }: ArchiveFolders): ThreadMethods {
  let reader: Reader | null = null;
  const current = () => (reader ??= openReader(folder));
  const close = () => {
    reader?.close();
    reader = null;
  };
  const open = () => {
    // The new connection comes first, so that a rebuilt index that cannot be opened leaves the old one.
    const fresh = openReader(folder);
    close();
    reader = fresh;
    return { change: lastChange(fresh.archive) };
  };
  return { ...rememberingDamage(folder, readHandlers(current)), open, refresh: open, close };
}

/** Damage that a read meets is remembered: the next opening looks at the whole archive and repairs it. */
function rememberingDamage(folder: string, methods: object): ThreadMethods {
  const guarded = Object.entries(methods as ThreadMethods).map(([name, method]) => [
    name,
    (...asked: Parameters<typeof method>) => {
      try {
        return method(...asked);
      } catch (error) {
        if (isDamage(error)) suspectArchive(folder);
        throw error;
      }
    },
  ]);
  return Object.fromEntries(guarded);
}
