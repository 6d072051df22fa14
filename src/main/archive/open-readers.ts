// Opens an archive and its index for reading only, beside whoever writes them.
import { existsSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import { layout } from '../data-folder/layout.ts';
import { asFault } from '../sqlite/faults.ts';
import type { Database } from '../sqlite/open.ts';
import { liveIndex } from './index-files.ts';
import { openIndex } from './search/index-file.ts';
import { openArchiveReader } from './store/schema.ts';

/** An archive and the index in use, open for reading. */
export interface Readers {
  archive: Database;
  index: Database;
  close: () => void;
}

/**
 * Opens both files of a data folder for reading; needs no lock. Throws `still_opening` where nothing was opened for
 * writing there yet, `index_damaged` where the index is to be rebuilt first, and `newer_data`.
 */
export function openReaders(folder: string): Readers {
  const { archive: path } = layout(folder);
  const live = liveIndex(folder);
  if (!live || !existsSync(path)) throw new AppError('still_opening');
  const archive = openOrFault(() => openArchiveReader(path), 'archive_damaged');
  try {
    const index = openOrFault(() => openIndex(live.path, { readonly: true }), 'index_damaged');
    return { archive, index, close: () => [index, archive].forEach((db) => db.close()) };
  } catch (error) {
    archive.close();
    throw error;
  }
}

function openOrFault(open: () => Database, damaged: 'archive_damaged' | 'index_damaged'): Database {
  try {
    return open();
  } catch (error) {
    throw asFault(error, damaged);
  }
}
