// Merges one file of a publisher: its records, its row of the ledger and its place on the disk, together or not at all.
import { type FileState, setState } from '../../archive/store/files.ts';
import { type MergeOutcome, putArrival } from '../../archive/store/merge.ts';
import { STANDING, type Standing } from '../../archive/store/standing.ts';
import type { Database } from '../../sqlite/open.ts';
import { type PayloadSource, payloadLines } from '../payload/payload.ts';
import type { ListedFile } from '../verify/verdict.ts';

/** How many revisions of a file did what, and how many a newer reader is needed for. */
export type FileCounts = Record<MergeOutcome, number> & { withdrawn: number; later: number };

export const noCounts = (): FileCounts => ({
  added: 0,
  updated: 0,
  older: 0,
  known: 0,
  withdrawn: 0,
  later: 0,
});

export interface Merging {
  archive: Database;
  /** The key of the publisher's shelf. */
  key: string;
  file: ListedFile;
  /** The number of its row in the ledger. */
  row: number;
  source: PayloadSource;
  standing?: Standing;
  /** What its row says afterwards. */
  state?: FileState;
  by: number | null;
  signal?: AbortSignal | undefined;
  /** Done last of all before the commit, when every line was good. */
  beforeCommit?: () => void;
}

/**
 * Merges a file in one transaction, which is held open while the file is read: nobody else writes to the archive
 * meanwhile. Throws what `payloadLines` throws, and then nothing has changed.
 */
export async function mergeFile(merging: Merging): Promise<FileCounts> {
  const { archive, row, state = 'held', by, beforeCommit } = merging;
  archive.exec('BEGIN IMMEDIATE');
  try {
    const counts = merging.file.custom.kind === 'records' ? await putAll(merging) : noCounts();
    setState(archive, row, { state, by });
    beforeCommit?.();
    archive.exec('COMMIT');
    return counts;
  } catch (error) {
    if (archive.inTransaction) archive.exec('ROLLBACK');
    throw error;
  }
}

async function putAll(merging: Merging): Promise<FileCounts> {
  const { archive, key, file, row, source, standing = STANDING.listed, signal } = merging;
  const counts = noCounts();
  for await (const { record } of payloadLines(source, file, signal)) {
    if (!record) {
      counts.later += 1;
      continue;
    }
    const outcome = putArrival(archive, { shelf: key, record, file: row, standing });
    counts[outcome] += 1;
    if (outcome !== 'known' && record.withdrawn) counts.withdrawn += 1;
  }
  return counts;
}
