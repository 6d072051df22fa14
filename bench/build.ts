// Makes the bench's archive and index in a folder of their own, and builds the same with plainer means beside them.
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { useIndex } from '../src/main/archive/opening/index-files.ts';
import { createIndex } from '../src/main/archive/search/index-file.ts';
import { rebuildIndex } from '../src/main/archive/search/indexer.ts';
import { searchedTexts } from '../src/main/archive/search/texts.ts';
import { putRevision } from '../src/main/archive/store/merge.ts';
import { currentRecords } from '../src/main/archive/store/records.ts';
import {
  LOCAL_SHELF,
  openArchiveFile,
  openArchiveReader,
} from '../src/main/archive/store/schema.ts';
import { indexName, layout } from '../src/main/data-folder/layout.ts';
import { type Database, openDatabase } from '../src/main/sqlite/open.ts';
import { generate, type Made } from './generator.ts';
import { processorSeconds, timed, timedAsync } from './measure.ts';

/** What a piece of work cost, by the clock and by the processor. */
export interface Cost {
  seconds: number;
  processorSeconds: number;
}

export interface Built {
  records: number;
  textBytes: number;
  archiveBytes: number;
  indexBytes: number;
  merging: Cost;
  indexing: Cost;
  sample: Made[];
}

const BATCH = 5000;
const SAMPLE = 400;

/** Makes an archive of generated records, and its index, in an empty data folder. */
export async function build(folder: string, size: number): Promise<Built> {
  const merged = fillArchive(folder, size);
  const archive = openArchiveReader(layout(folder).archive);
  const path = join(folder, indexName(1));
  const index = createIndex(path);
  const indexing = await costOf(() => rebuildIndex(index, archive));
  index.close();
  archive.close();
  useIndex(folder, 1);
  const archiveBytes = statSync(layout(folder).archive).size;
  return {
    ...merged,
    records: size,
    archiveBytes,
    indexBytes: statSync(path).size,
    indexing,
  };
}

function fillArchive(folder: string, size: number) {
  const archive = openArchiveFile(layout(folder).archive);
  const put = archive.transaction((batch: Made[]) => {
    for (const { record } of batch) putRevision(archive, LOCAL_SHELF, record);
  });
  const sample: Made[] = [];
  let textBytes = 0;
  const merging: Cost = { seconds: 0, processorSeconds: 0 };
  let batch: Made[] = [];
  const flush = () => {
    const processor = processorSeconds();
    merging.seconds += timed(() => put.immediate(batch))[0] / 1000;
    merging.processorSeconds += processorSeconds() - processor;
    batch = [];
  };
  let number = 0;
  for (const made of generate(size)) {
    textBytes += made.textBytes;
    if (number++ % Math.ceil(size / SAMPLE) === 0) sample.push(made);
    batch.push(made);
    if (batch.length === BATCH) flush();
  }
  flush();
  archive.pragma('wal_checkpoint(TRUNCATE)');
  archive.close();
  return { textBytes, merging, sample };
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const processor = processorSeconds();
  const [took] = await timedAsync(work);
  return { seconds: took / 1000, processorSeconds: processorSeconds() - processor };
}

export interface Rival extends Cost {
  name: string;
  bytes: number;
}

const RIVALS: { name: string; shape: string; finish?: string }[] = [
  {
    name: 'the same texts into a plain table, nothing indexed',
    shape: 'CREATE TABLE texts (title TEXT, body TEXT)',
  },
  {
    name: 'the same texts into FTS5 as it comes (unicode61, texts kept), then optimize',
    shape: 'CREATE VIRTUAL TABLE texts USING fts5 (title, body)',
    finish: `INSERT INTO texts (texts) VALUES ('optimize')`,
  },
];

/** Writes the texts of an archive by plainer means; each reads and unpacks the records as our own indexing does. */
export async function buildRivals(folder: string): Promise<Rival[]> {
  const archive = openArchiveReader(layout(folder).archive);
  const path = join(folder, 'rival.sqlite');
  const rivals: Rival[] = [];
  for (const { name, shape, finish } of RIVALS) {
    removeDatabase(path);
    const cost = await costOf(async () => buildRival(archive, path, { shape, finish }));
    rivals.push({ name, ...cost, bytes: statSync(path).size });
  }
  archive.close();
  removeDatabase(path);
  return rivals;
}

function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

function buildRival(
  archive: Database,
  path: string,
  { shape, finish }: { shape: string; finish: string | undefined },
): void {
  const db = openDatabase(path, { cacheKiB: 64_000, synchronous: 'NORMAL' });
  db.exec(shape);
  const insert = db.prepare('INSERT INTO texts (title, body) VALUES (?, ?)');
  let batched = 0;
  for (const { record } of currentRecords(archive)) {
    if (batched === 0) db.exec('BEGIN');
    const [, ...texts] = searchedTexts(record);
    insert.run(record.title, texts.map(({ text }) => text).join('\n'));
    batched = (batched + 1) % BATCH;
    if (batched === 0) db.exec('COMMIT');
  }
  if (batched > 0) db.exec('COMMIT');
  if (finish) db.exec(finish);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
