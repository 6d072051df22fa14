// The archive as it is read: two connections that write nothing, opened again after a task has changed the files.
import { layout } from '../data-folder/layout.ts';
import { liveIndex } from '../archive/opening/index-files.ts';
import { openIndex } from '../archive/search/index-file.ts';
import { openArchiveReader } from '../archive/store/schema.ts';
import { AppError } from '../../shared/errors.ts';
import type { Database } from '../sqlite/open.ts';

export interface Reader {
  archive: Database;
  index: Database;
  close: () => void;
}

/** Opens the archive and the search index in use for reading; throws what `openIndex` and `openArchiveReader` throw. */
export function openReader(folder: string): Reader {
  const live = liveIndex(folder);
  if (!live) throw new AppError('index_damaged');
  const archive = openArchiveReader(layout(folder).archive);
  try {
    const index = openIndex(live.path, { readonly: true });
    return { archive, index, close: () => [index, archive].forEach((db) => db.close()) };
  } catch (error) {
    archive.close();
    throw error;
  }
}
