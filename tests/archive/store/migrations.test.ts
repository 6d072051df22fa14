// Each migration of archive.sqlite: old data in, new shape out, and nothing lost on the way.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { putRevision } from '../../../src/main/archive/store/merge.ts';
import { recordByAddress } from '../../../src/main/archive/store/records.ts';
import {
  ARCHIVE_MIGRATIONS,
  openArchiveFile,
  openArchiveReader,
  openExistingArchive,
} from '../../../src/main/archive/store/schema.ts';
import { checkRecord, countDerived } from '../../../src/main/archive/store/verify.ts';
import { quarantinedShelves, shelves } from '../../../src/main/archive/store/shelves.ts';
import { migrate } from '../../../src/main/sqlite/migrate.ts';
import { openDatabase } from '../../../src/main/sqlite/open.ts';
import { temporaryFolder } from '../../folders.ts';
import { sampleDocument } from '../sample.ts';

const linked = sampleDocument({ related: ['a/one', 'mahfuz:b/two'] });

/** An archive as a Mahfuz before packs left it: written by its migration alone, with a record in it. */
function firstShape(): string {
  const made = openArchiveFile(join(temporaryFolder(), 'made.sqlite'));
  made.transaction(() => putRevision(made, 'local', linked))();
  const path = join(temporaryFolder(), 'archive.sqlite');
  const old = openDatabase(path);
  migrate(old, ARCHIVE_MIGRATIONS.slice(0, 1));
  const columns = {
    records: '*',
    revisions: 'number, record, revision, hash, data',
    record_countries: '*',
    links: '*',
    changes: '*',
  };
  for (const [table, names] of Object.entries(columns)) {
    for (const row of made.prepare(`SELECT ${names} FROM ${table}`).raw().all() as unknown[][]) {
      old.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?').join()})`).run(...row);
    }
  }
  made.close();
  old.close();
  return path;
}

test('an archive from before packs keeps its records, and its shelves get the status they had in fact', () => {
  const path = firstShape();
  expect(() => openArchiveReader(path)).toThrow('still_opening');
  const db = openExistingArchive(path);
  expect(db.pragma('user_version', { simple: true })).toBe(ARCHIVE_MIGRATIONS.length);
  expect(recordByAddress(db, { id: 'test/statement' })?.record).toEqual(linked);
  expect(shelves(db).map(({ key, status, seen }) => [key, status, seen])).toEqual([
    ['mahfuz', 'bundled', 0],
    ['local', 'local', 0],
  ]);
  expect(quarantinedShelves(db)).toEqual([]);
  expect(db.prepare('SELECT standing FROM revisions').pluck().all()).toEqual([2]);
  expect(checkRecord(db, 1)).toEqual({
    sound: true,
    countries: countDerived(db).countries,
    links: 2,
  });
  db.close();
  openArchiveReader(path).close();
});
