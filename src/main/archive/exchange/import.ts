// Brings the reader's own NDJSON files into the archive: the whole file or nothing of it.
import type { ImportReport } from '../../../shared/contract.ts';
import { asFault } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { acceptFile, mergeLocalFile } from './local-files.ts';
import { catchUp } from '../search/indexer.ts';

export interface ImportOptions {
  folder: string;
  archive: Database;
  index: Database;
  /** The file to import. */
  path: string;
  /** Heeded until the file is accepted; from then on it is merged whatever happens. */
  signal?: AbortSignal | undefined;
  onProgress?: (phase: 'reading' | 'merging' | 'indexing', done: number, total: number) => void;
}

/**
 * Imports a file: checks and copies it, merges it, and lets the index follow. Once the copy is safe on the disk the
 * file counts as imported: a crash after that is made good at the next opening. Throws what `acceptFile` throws.
 */
export async function importFile(options: ImportOptions): Promise<ImportReport> {
  const { folder, archive, index, path, signal, onProgress } = options;
  try {
    const file = await acceptFile(path, folder, {
      signal,
      onBytes: (done, total) => onProgress?.('reading', done, total),
    });
    const counts = await mergeLocalFile(archive, file, (done, total) =>
      onProgress?.('merging', done, total),
    );
    await catchUp(index, archive, {
      onProgress: (done, total) => onProgress?.('indexing', done, total),
    });
    return { lines: file.lines, ...counts };
  } catch (error) {
    throw asFault(error);
  }
}
