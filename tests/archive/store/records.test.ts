// What the archive answers about its records.
import { expect, test } from 'vitest';
import { countIncomingLinks, incomingLinks } from '../../../src/main/archive/store/incoming.ts';
import { putRevision } from '../../../src/main/archive/store/merge.ts';
import {
  changesSince,
  currentRecords,
  recordByAddress,
  recordRow,
  recordRows,
  recordWithHash,
  revisionsOf,
} from '../../../src/main/archive/store/records.ts';
import { openArchiveFile } from '../../../src/main/archive/store/schema.ts';
import type { Database } from '../../../src/main/sqlite/open.ts';
import type { ArchiveRecord } from '../../../src/shared/record.ts';
import { sampleDocument, sampleEvent, sampleOrganisation, sampleTerm } from '../sample.ts';

function archiveOf(...records: ArchiveRecord[]): Database {
  const db = openArchiveFile(':memory:');
  db.transaction(() => records.map((record) => putRevision(db, 'local', record)))();
  return db;
}

const numberOf = (db: Database, id: string) => recordByAddress(db, { id })?.number ?? 0;

test('a row tells of a record what a list shows, for each kind', () => {
  const translations = { ur: { title: 'تین راتیں', summary: 'خاموشی' } };
  const db = archiveOf(
    sampleEvent({ translations }),
    sampleDocument(),
    sampleOrganisation(),
    sampleTerm(),
  );
  expect(recordRow(db, numberOf(db, 'test/blackout'))).toEqual({
    shelf: 'local',
    id: 'test/blackout',
    kind: 'event',
    subtype: 'shutdown',
    lang: 'en',
    title: 'Three nights without a network',
    titles: { ur: 'تین راتیں' },
    date: { value: '2024-02-16', precision: 'day', kind: 'actual' },
    end: { value: '2024-02', precision: 'month', kind: 'reported' },
    status: 'ended',
    countries: ['PK', 'IN'],
    confidence: 'medium',
    sources: 1,
    withdrawn: 'no',
  });
  const rows = recordRows(db, [
    numberOf(db, 'test/term-throttling'),
    999,
    numberOf(db, 'test/org-ministry'),
  ]);
  expect(
    rows.map(({ kind, subtype, date, countries }) => [kind, subtype, date, countries]),
  ).toEqual([
    ['term', null, null, []],
    ['organisation', 'ministry', null, ['PK']],
  ]);
});

test('a date to the minute and a date to the year keep their precision in a row', () => {
  const minute = { value: '2024-02-17T20:30+05:00', precision: 'minute', kind: 'reported' };
  const year = { value: '2019', precision: 'year', kind: 'estimated' };
  const db = archiveOf(
    sampleDocument({ published: minute }),
    sampleEvent({ start: year, end: null }),
  );
  expect(recordRow(db, numberOf(db, 'test/statement'))?.date).toEqual(minute);
  expect(recordRow(db, numberOf(db, 'test/blackout'))?.date).toEqual(year);
});

test('withdrawal shows in the row, and is taken back by a later revision only', () => {
  const withdrawn = { at: '2026-03-01', why: 'It names a witness.', safety: true };
  const db = archiveOf(sampleDocument({ revision: 2, withdrawn }), sampleDocument());
  const row = () => recordRow(db, numberOf(db, 'test/statement'))?.withdrawn;
  expect(row()).toBe('safety');
  db.transaction(() =>
    putRevision(
      db,
      'local',
      sampleDocument({ revision: 3, withdrawn: { ...withdrawn, safety: false } }),
    ),
  )();
  expect(row()).toBe('retracted');
  db.transaction(() => putRevision(db, 'local', sampleDocument({ revision: 4 })))();
  expect(row()).toBe('no');
});

test('links to a record come most recent first with their role, and follow its newest revision', () => {
  const to = (id: string, day: string, fields: object) =>
    sampleDocument({ id, published: { value: day, precision: 'day', kind: 'actual' }, ...fields });
  const event = { event: 'test/blackout', role: 'reports' };
  const db = archiveOf(
    sampleEvent(),
    to('a/old', '2020-01-01', { about: [event] }),
    to('a/new', '2025-01-01', { about: [event], related: ['test/blackout'] }),
    sampleDocument({ id: 'a/undated', published: null, related: ['test/blackout'] }),
    to('a/elsewhere', '2024-01-01', { related: ['mahfuz:test/blackout'] }),
  );
  const address = { shelf: 'local', id: 'test/blackout' };
  const named = () =>
    incomingLinks(db, { ...address, limit: 10 }).map(({ record, role }) => [
      recordRow(db, record)?.id,
      role,
    ]);
  expect(named()).toEqual([
    ['a/new', 'related'],
    ['a/new', 'reports'],
    ['a/old', 'reports'],
    ['a/undated', 'related'],
  ]);
  expect(incomingLinks(db, { ...address, limit: 1 })).toHaveLength(1);
  expect(countIncomingLinks(db, address)).toBe(4);
  expect(countIncomingLinks(db, { ...address, shelf: 'mahfuz' })).toBe(1);
  db.transaction(() => putRevision(db, 'local', to('a/old', '2020-01-01', { revision: 2 })))();
  expect(named().map(([id]) => id)).toEqual(['a/new', 'a/new', 'a/undated']);
});

test('any revision can be read by its hash, also both texts of a conflict', () => {
  const texts = [
    sampleDocument({ revision: 2, title: 'Second' }),
    sampleDocument({ title: 'First' }),
    sampleDocument({ title: 'Also first' }),
  ];
  const db = archiveOf(...texts);
  const number = numberOf(db, 'test/statement');
  const read = revisionsOf(db, number).map(({ hash }) => recordWithHash(db, number, hash));
  expect(read).toHaveLength(3);
  expect(read).toEqual(expect.arrayContaining(texts));
  expect(recordWithHash(db, number, '00'.repeat(32))).toBeNull();
});

test('going through all records gives each once, also beyond one page', () => {
  const records = Array.from({ length: 1203 }, (_, index) => sampleTerm({ id: `a/term-${index}` }));
  const db = archiveOf(...records);
  const found = [...currentRecords(db)].map(({ record }) => record.id);
  expect(found).toEqual(records.map(({ id }) => id));
});

test('changes since a number name each changed record once, in the order of its last change', () => {
  const db = archiveOf(sampleDocument({ id: 'a/one' }), sampleDocument({ id: 'a/two' }));
  const change = 2;
  db.transaction(() => {
    putRevision(db, 'local', sampleDocument({ id: 'a/two', revision: 2 }));
    putRevision(db, 'local', sampleDocument({ id: 'a/three' }));
    putRevision(db, 'local', sampleDocument({ id: 'a/two', revision: 3 }));
    putRevision(db, 'local', sampleDocument({ id: 'a/one' }));
  })();
  const changed = changesSince(db, change).map((one) => [
    recordRow(db, one.record)?.id,
    one.change,
  ]);
  expect(changed).toEqual([
    ['a/three', 4],
    ['a/two', 5],
  ]);
});
