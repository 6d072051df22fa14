// The shape of the archive: its migrations, and queries that never read a whole table to find one row.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addDictionary } from '../../../src/main/archive/store/codec.ts';
import { countIncomingLinks, incomingLinks } from '../../../src/main/archive/store/incoming.ts';
import { reassess } from '../../../src/main/archive/store/election.ts';
import * as files from '../../../src/main/archive/store/files.ts';
import { isInLedger, noteInLedger } from '../../../src/main/archive/store/ledger.ts';
import { putRevision } from '../../../src/main/archive/store/merge.ts';
import * as records from '../../../src/main/archive/store/records.ts';
import {
  ARCHIVE_MIGRATIONS,
  openArchiveFile,
  openArchiveReader,
  openExistingArchive,
} from '../../../src/main/archive/store/schema.ts';
import { dropCarried, dropRecord } from '../../../src/main/archive/store/removal.ts';
import { checkRecord } from '../../../src/main/archive/store/verify.ts';
import { openDatabase } from '../../../src/main/sqlite/open.ts';
import { temporaryFolder } from '../../folders.ts';
import { planOf, queriesOf } from '../../sqlite/plans.ts';
import { sampleDocument, sampleEvent } from '../sample.ts';

const BIG =
  /^SCAN (records|revisions|links|changes|record_countries|ledger|files|carried|imports)\b/;

const address = { shelf: 'local', id: 'test/statement' };
const questions: [string, (db: ReturnType<typeof openArchiveFile>) => unknown][] = [
  ['a record by its address', (db) => records.recordByAddress(db, address)],
  ['a record by its id alone', (db) => records.recordByAddress(db, { id: address.id })],
  ['a record by its number', (db) => records.recordByNumber(db, 1)],
  ['an earlier revision', (db) => records.recordWithHash(db, 1, '00')],
  ['a row of a list', (db) => records.recordRow(db, 1)],
  ['the revisions of a record', (db) => records.revisionsOf(db, 1)],
  ['the links to a record', (db) => incomingLinks(db, { ...address, limit: 5 })],
  ['how many links to a record', (db) => countIncomingLinks(db, address)],
  ['the last change', (db) => records.lastChange(db)],
  ['what changed since', (db) => records.changesSince(db, 1)],
  ['a page of all records', (db) => records.currentRecords(db).next()],
  ['a page of all revisions', (db) => records.allRevisions(db).next()],
  ['whether a file was merged', (db) => isInLedger(db, 'ab'.repeat(32))],
  ['merging a new record', (db) => putRevision(db, 'local', sampleDocument({ id: 'a/new' }))],
  ['merging a revision', (db) => putRevision(db, 'local', sampleDocument({ revision: 9 }))],
  ['checking a record', (db) => checkRecord(db, 1)],
  ['the files of a publisher', (db) => files.filesOf(db, 3)],
  ['the files of an import', (db) => files.filesOfImport(db, 1)],
  ['the imports of a publisher', (db) => files.importsOf(db, 3)],
  ['what a publisher has, counted', (db) => files.countShelf(db, 3)],
  ['files that could endanger somebody', (db) => files.unsafeFiles(db, 3)],
  ['what a file alone carries', (db) => dropCarried(db, 1)],
  ['the standing of what a file carries', (db) => reassess(db, 1)],
  ['taking out a record', (db) => dropRecord(db, 1, 'local')],
];

test.each(questions)('%s is found without reading a whole table', (_name, ask) => {
  const db = openArchiveFile(':memory:');
  const queries = queriesOf(db, () =>
    db.transaction(() => {
      putRevision(db, 'local', sampleDocument());
      ask(db);
    })(),
  );
  expect(queries.length).toBeGreaterThan(0);
  const scans = queries.flatMap((sql) => planOf(db, sql)).filter((line) => BIG.test(line));
  expect(scans).toEqual([]);
});

test('a new archive has every migration, numbered from 1, and both shelves', () => {
  expect(ARCHIVE_MIGRATIONS.map(({ version }) => version)).toEqual(
    ARCHIVE_MIGRATIONS.map((_, index) => index + 1),
  );
  const db = openArchiveFile(':memory:');
  expect(db.pragma('user_version', { simple: true })).toBe(ARCHIVE_MIGRATIONS.length);
  expect(db.prepare('SELECT key FROM shelves ORDER BY number').pluck().all()).toEqual([
    'mahfuz',
    'local',
  ]);
});

test('opening an archive again changes nothing in it', () => {
  const path = join(temporaryFolder(), 'archive.sqlite');
  const first = openArchiveFile(path);
  first.transaction(() => putRevision(first, 'local', sampleEvent()))();
  first.close();
  const again = openExistingArchive(path);
  expect(records.recordByAddress(again, { id: 'test/blackout' })?.record).toEqual(sampleEvent());
  again.close();
});

test('an archive of a newer Mahfuz is refused with both numbers, to readers and writers alike', () => {
  const path = join(temporaryFolder(), 'archive.sqlite');
  const db = openArchiveFile(path);
  const known = ARCHIVE_MIGRATIONS.length;
  db.pragma(`user_version = ${known + 3}`);
  db.close();
  for (const open of [openArchiveFile, openExistingArchive, openArchiveReader]) {
    expect(() => open(path)).toThrow(
      expect.objectContaining({ code: 'newer_data', detail: { found: known + 3, known } }),
    );
  }
});

test('a database that never was an archive is damage, and is not filled with our tables', () => {
  const path = join(temporaryFolder(), 'archive.sqlite');
  const foreign = openDatabase(path);
  foreign.exec('CREATE TABLE other (a TEXT)');
  foreign.close();
  expect(() => openExistingArchive(path)).toThrow('archive_damaged');
  const after = openDatabase(path);
  expect(after.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['other']);
  after.close();
});

test('what was packed against a dictionary is read back by whoever opens the file later', () => {
  const path = join(temporaryFolder(), 'archive.sqlite');
  const db = openArchiveFile(path);
  db.transaction(() => putRevision(db, 'local', sampleDocument({ id: 'a/before' })))();
  addDictionary(db, 'en', Buffer.from(JSON.stringify(sampleDocument())));
  db.transaction(() => putRevision(db, 'local', sampleDocument({ id: 'a/after' })))();
  const size = (id: string) =>
    db
      .prepare(
        `SELECT length(data) FROM revisions JOIN records ON records.current = revisions.number WHERE id = ?`,
      )
      .pluck()
      .get(id);
  expect(Number(size('a/after'))).toBeLessThan(Number(size('a/before')) / 2);
  db.close();
  const reader = openArchiveReader(path);
  for (const id of ['a/before', 'a/after']) {
    expect(records.recordByAddress(reader, { id })?.record).toEqual(sampleDocument({ id }));
  }
  reader.close();
});

test('a file is in the ledger once, however often it is merged', () => {
  const db = openArchiveFile(':memory:');
  const entry = { hash: 'cd'.repeat(32), origin: 'local', lines: 3 } as const;
  noteInLedger(db, entry);
  noteInLedger(db, entry);
  expect(isInLedger(db, entry.hash)).toBe(true);
  expect(isInLedger(db, 'ef'.repeat(32))).toBe(false);
});
