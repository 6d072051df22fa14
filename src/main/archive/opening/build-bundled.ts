// Makes the archive and the index that come with Mahfuz from the corpus; the same corpus gives the same bytes.
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { ArchiveRecord } from '../../../shared/record.ts';
import type { Database } from '../../sqlite/open.ts';
import { type AboutBundled, bundledFiles } from './bundled.ts';
import { makeDictionaries } from './dictionary.ts';
import { readLines } from '../exchange/ndjson.ts';
import { readRecordLine } from '../exchange/record-line.ts';
import { createIndex } from '../search/index-file.ts';
import { rebuildIndex } from '../search/indexer.ts';
import { addDictionary } from '../store/codec.ts';
import { noteInLedger } from '../store/ledger.ts';
import { putRevision } from '../store/merge.ts';
import { BUNDLED_SHELF, openArchiveFile } from '../store/schema.ts';

export interface BuildReport {
  records: number;
  corpus: string;
  archiveBytes: number;
  indexBytes: number;
}

/**
 * Builds the bundled archive from the NDJSON files of a folder into another folder, which it replaces as a whole.
 * Throws `import_malformed` and its like where a line is no record, and `invalid_input` where one id stands twice.
 */
export async function buildBundled(
  corpusFolder: string,
  bundledFolder: string,
): Promise<BuildReport> {
  const { records, corpus } = await readCorpus(corpusFolder);
  const making = `${bundledFolder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const files = bundledFiles(making);
  const archive = makeArchive(files.archive, records, corpus);
  const index = createIndex(files.index);
  await rebuildIndex(index, archive);
  for (const db of [index, archive]) finish(db);
  const about: AboutBundled = { corpus, revisions: records.length };
  writeFileSync(files.about, `${JSON.stringify(about)}\n`);
  const [archiveBytes, indexBytes] = [statSync(files.archive).size, statSync(files.index).size];
  rmSync(bundledFolder, { recursive: true, force: true });
  renameSync(making, bundledFolder);
  return { records: records.length, corpus, archiveBytes, indexBytes };
}

/** Reads a corpus: its records in the order of their ids, and the SHA-256 of its files, names and bytes. */
async function readCorpus(folder: string): Promise<{ records: ArchiveRecord[]; corpus: string }> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ndjson'));
  const sha256 = createHash('sha256');
  const records = new Map<string, ArchiveRecord>();
  for (const name of names.toSorted()) {
    const path = join(folder, name);
    sha256.update(`${name}\n`).update(readFileSync(path));
    for await (const { line, bytes } of readLines(path, { name })) {
      const record = readRecordLine(bytes, { name, line });
      if (records.has(record.id)) {
        const field = `${name}, line ${line}`;
        throw new AppError('invalid_input', { field, problem: `${record.id} stands twice` });
      }
      records.set(record.id, record);
    }
  }
  const sorted = [...records.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { records: sorted, corpus: sha256.digest('hex') };
}

function makeArchive(path: string, records: readonly ArchiveRecord[], corpus: string): Database {
  const archive = openArchiveFile(path);
  const fill = archive.transaction(() => {
    for (const [lang, data] of makeDictionaries(records)) addDictionary(archive, lang, data);
    for (const record of records) putRevision(archive, BUNDLED_SHELF, record);
    noteInLedger(archive, { hash: corpus, origin: 'bundled', lines: records.length });
  });
  fill.immediate();
  return archive;
}

// One file each, packed tight, without a log: what is shipped is read where nobody may write beside it.
function finish(db: Database): void {
  db.pragma('journal_mode = DELETE');
  db.exec('VACUUM');
  db.close();
}
