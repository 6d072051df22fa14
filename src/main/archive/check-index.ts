// Whether the search index is true to the archive: every record in it, as it now is, and nothing else.
import { isDamage } from '../sqlite/faults.ts';
import type { Database } from '../sqlite/open.ts';
import { statement } from '../sqlite/statement.ts';
import { structuralFaults } from './health.ts';
import { documentOfRecord } from './search/documents.ts';
import { indexEntry } from './search/entry.ts';
import { aboutIndex } from './search/index-file.ts';
import { lastChange, type StoredRecord } from './store/records.ts';

/** Whether a record stands in the index with the hash of all that is to be indexed of it. */
export function isIndexedTruly(index: Database, stored: StoredRecord): boolean {
  const known = documentOfRecord(index, stored.number);
  return known?.hash.equals(indexEntry(stored).hash) ?? false;
}

/** What is wrong with an index apart from single records, as codes of a check report. */
export async function indexFaults(
  { index, archive }: { index: Database; archive: Database },
  signal?: AbortSignal,
): Promise<string[]> {
  const faults = await structuralFaults(index, signal);
  if (faults.length > 0) return ['index_structure'];
  const found: string[] = [];
  if (!textsAreSound(index)) found.push('index_structure');
  if (aboutIndex(index).change !== lastChange(archive)) found.push('index_behind');
  if (countStrangeDocuments(index) > 0) found.push('index_untrue');
  return found;
}

function textsAreSound(index: Database): boolean {
  try {
    for (const table of ['texts', 'name_starts']) {
      statement(index, `INSERT INTO ${table} (${table}) VALUES ('integrity-check')`).run();
    }
    return true;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

// FTS5 keeps one row of sizes for each document that it knows.
function countStrangeDocuments(index: Database): number {
  const row = statement<[], { strange: number }>(
    index,
    `SELECT
       (SELECT count(*) FROM documents WHERE number NOT IN (SELECT id FROM texts_docsize))
       + (SELECT count(*) FROM texts_docsize WHERE id NOT IN (SELECT number FROM documents))
       + (SELECT count(*) <> (SELECT documents FROM about) FROM documents) AS strange`,
  ).get();
  return row?.strange ?? 1;
}
