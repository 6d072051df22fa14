// An archive with its index, both real files, filled with the records of a test.
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createIndex } from '../../../src/main/archive/search/index-file.ts';
import { rebuildIndex } from '../../../src/main/archive/search/indexer.ts';
import { search } from '../../../src/main/archive/search/search.ts';
import { putRevision } from '../../../src/main/archive/store/merge.ts';
import { openArchiveFile } from '../../../src/main/archive/store/schema.ts';
import type { Database } from '../../../src/main/sqlite/open.ts';
import type { ArchiveRecord } from '../../../src/shared/record.ts';
import {
  type SearchQueryInput,
  type SearchResults,
  searchQuery,
} from '../../../src/shared/search.ts';
import { temporaryFolder } from '../../folders.ts';

export interface Indexed {
  folder: string;
  archive: Database;
  index: Database;
  /** Merges records into the archive; the index does not know of them yet. */
  put: (records: readonly ArchiveRecord[], shelf?: string) => void;
  find: (query: SearchQueryInput) => SearchResults;
  /** The slugs of what is found, in order. */
  ids: (query: SearchQueryInput) => string[];
}

/** Makes an archive of these records and builds its index. */
export async function indexed(records: readonly ArchiveRecord[]): Promise<Indexed> {
  const folder = temporaryFolder();
  const archive = openArchiveFile(join(folder, 'archive.sqlite'));
  const index = createIndex(join(folder, 'search-1.sqlite'));
  onTestFinished(() => {
    index.close();
    archive.close();
  });
  const put = archive.transaction((list: readonly ArchiveRecord[], shelf = 'local') => {
    for (const record of list) putRevision(archive, shelf, record);
  });
  put(records);
  await rebuildIndex(index, archive);
  const find = (query: SearchQueryInput) => search({ index, archive }, searchQuery.parse(query));
  const ids = (query: SearchQueryInput) => find(query).hits.map(({ id }) => id.split('/')[1] ?? '');
  return { folder, archive, index, put, find, ids };
}

/** A day as a fuzzy date. */
export const day = (value: string) => ({ value, precision: 'day', kind: 'actual' }) as const;
export const month = (value: string) => ({ value, precision: 'month', kind: 'reported' }) as const;
export const year = (value: string) => ({ value, precision: 'year', kind: 'estimated' }) as const;
