// Opens the search index of an archive, and makes it true where it is not: caught up, or built anew.
import type { Notice } from '../../../shared/contract.ts';
import { makePrivate } from '../../data-folder/ownership.ts';
import { asFault, isDamage } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { liveIndex, nextIndex, removeIndex, removeOtherIndexes, useIndex } from './index-files.ts';
import { aboutIndex, createIndex, openIndex } from '../search/index-file.ts';
import { catchUp, rebuildIndex } from '../search/indexer.ts';
import { verifyIndex } from '../search/verify.ts';
import { countRecords, lastChange } from '../store/records.ts';

export interface IndexWork {
  folder: string;
  archive: Database;
  signal?: AbortSignal | undefined;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Opens the index in use and brings it to the archive's last change. One that is missing, damaged, of another version
 * or ahead of the archive is built anew, which `notices` then says.
 */
export async function openTrueIndex(work: IndexWork & { notices: Notice[] }): Promise<Database> {
  const { folder, archive, notices, signal, onProgress } = work;
  const live = liveIndex(folder);
  const index = live && openOrNull(live.path, archive);
  if (index) {
    try {
      await catchUp(index, archive, { signal, onProgress });
      if (await looksTrue(index, work)) {
        removeOtherIndexes(folder);
        return index;
      }
      index.close();
    } catch (error) {
      index.close();
      if (!isDamage(asFault(error, 'index_damaged'))) throw error;
    }
  }
  const fresh = await buildIndex(work);
  notices.push({ code: 'index_rebuilt', detail: { missing: live === null } });
  return fresh;
}

/** Records that are compared at every opening; all of them are by a check. */
const SAMPLE = 16;

async function looksTrue(index: Database, { archive, signal }: IndexWork): Promise<boolean> {
  const found = await verifyIndex(index, archive, { sample: SAMPLE, signal });
  return found.length === 0;
}

// An index that knows of changes which the archive has not had belongs to another archive.
function openOrNull(path: string, archive: Database): Database | null {
  let index: Database | null = null;
  try {
    index = openIndex(path);
    if (aboutIndex(index).change <= lastChange(archive)) return index;
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  index?.close();
  return null;
}

/**
 * Builds a new index beside the one in use and puts it in its place; until then, and after a crash or `cancelled`,
 * the old one stays. Readers find the new one when they open the index again.
 */
export async function buildIndex(work: IndexWork): Promise<Database> {
  const { folder, archive, signal, onProgress } = work;
  const { number, path } = nextIndex(folder);
  const index = createIndex(path);
  try {
    makePrivate(path);
    onProgress?.(0, countRecords(archive));
    await rebuildIndex(index, archive, { signal, onProgress });
    useIndex(folder, number);
    removeOtherIndexes(folder);
    return index;
  } catch (error) {
    index.close();
    removeIndex(path);
    throw error;
  }
}
