// Checks the files that are kept of publishers: whether each that the ledger holds is there, and is what was signed.
import { existsSync } from 'node:fs';
import { filesOf, setState } from '../../archive/store/files.ts';
import type { Problem } from '../../archive/opening/soundness.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Database } from '../../sqlite/open.ts';
import { customOf, listedFile } from '../import/file-row.ts';
import { fileSource } from '../import/stage.ts';
import { payloadState } from '../payload/payload.ts';
import { publisherShelves } from '../trust/identity.ts';
import { publisherFolder } from '../trust/publisher-folder.ts';

interface Checking {
  folder: string;
  archive: Database;
  signal?: AbortSignal | undefined;
  onProgress?: ((phase: string, done: number, total: number | null) => void) | undefined;
}

/**
 * Gives every kept file that is gone or changed. One that changed is noted as damaged, so that the next pack that has it
 * brings it again; its records stay as they were merged. Throws `cancelled`.
 */
export async function* packProblems(work: Checking): AsyncGenerator<Problem> {
  const { folder, archive, signal, onProgress } = work;
  for (const { key, number } of publisherShelves(archive)) {
    const at = publisherFolder(folder, key);
    const rows = filesOf(archive, number);
    for (const [done, row] of rows.entries()) {
      onProgress?.('files', done, rows.length);
      if (signal?.aborted) throw new AppError('cancelled');
      const detail = { shelf: key, file: row.path };
      const isPartial = row.state === 'partial' && customOf(row).kind === 'records';
      if (isPartial && !existsSync(at.partial(row.hash))) {
        yield { code: 'pack_file_missing', detail };
      }
      if (row.state !== 'held') continue;
      const file = listedFile(row);
      const state = await payloadState(fileSource(at.file(file.place), file), file, signal);
      if (state === 'whole') continue;
      setState(archive, row.number, { state: 'damaged', by: row.import });
      yield { code: state === 'missing' ? 'pack_file_missing' : 'pack_file_changed', detail };
    }
  }
}
