// Merging: one end state whatever the order and the repetition.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { putRevision } from '../../../src/main/archive/store/merge.ts';
import {
  changesSince,
  lastChange,
  recordByAddress,
  revisionsOf,
} from '../../../src/main/archive/store/records.ts';
import { openArchiveFile } from '../../../src/main/archive/store/schema.ts';
import type { Database } from '../../../src/main/sqlite/open.ts';
import type { ArchiveRecord } from '../../../src/shared/record.ts';
import { sampleDocument, sampleEvent, sampleOrganisation } from '../sample.ts';
import { logicalState } from './state.ts';

const ids = ['a/one', 'a/two', 'b/one'];
const link = fc.constantFrom(...ids, `mahfuz:${ids[0]}`);
const fields = fc.record({
  id: fc.constantFrom(...ids),
  revision: fc.integer({ min: 1, max: 3 }),
  title: fc.constantFrom('First wording', 'Second wording'),
  lang: fc.constantFrom('en', 'ur'),
  related: fc.array(link, { maxLength: 3 }),
  places: fc.array(fc.record({ country: fc.constantFrom('PK', 'IN', null) }), { maxLength: 3 }),
  withdrawn: fc.constantFrom(null, { at: '2026-01-02', why: 'It named a person.', safety: true }),
});
const revision = fc
  .tuple(fields, fc.boolean())
  .map(([given, event]) => (event ? sampleEvent(given) : sampleDocument(given)));
const arrival = fc.record({ shelf: fc.constantFrom('mahfuz', 'local'), record: revision });
type Arrival = { shelf: string; record: ArchiveRecord };

function merged(arrivals: Arrival[]): Database {
  const db = openArchiveFile(':memory:');
  db.transaction(() => {
    for (const { shelf, record } of arrivals) putRevision(db, shelf, record);
  })();
  return db;
}

test('any order and any repetition of the same revisions gives one state', () => {
  const place = fc.integer({ min: 0, max: 1000 });
  const twice = fc.array(fc.tuple(arrival, place, place), { maxLength: 12 });
  fc.assert(
    fc.property(twice, (placed) => {
      const again = placed.flatMap(([item, one, other]) => [
        { item, at: one },
        { item, at: other },
      ]);
      const one = merged(placed.map(([item]) => item));
      const other = merged(again.toSorted((a, b) => a.at - b.at).map(({ item }) => item));
      expect(logicalState(other)).toEqual(logicalState(one));
    }),
    { numRuns: 100 },
  );
});

test('changes are numbered without gaps and name every record that changed', () => {
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 12 }), (arrivals) => {
      const db = merged(arrivals);
      const numbers = db.prepare('SELECT number FROM changes ORDER BY number').pluck().all();
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(lastChange(db)).toBe(numbers.length);
      const records = db.prepare('SELECT number FROM records ORDER BY number').pluck().all();
      const changed = changesSince(db, 0);
      expect(changed.map(({ record }) => record).toSorted((a, b) => a - b)).toEqual(records);
      expect(changed.map(({ change }) => change)).toEqual(
        changed.map(({ change }) => change).toSorted((a, b) => a - b),
      );
    }),
  );
});

test('the highest revision is the current one, and the older ones stay readable', () => {
  const db = openArchiveFile(':memory:');
  const put = db.transaction((record: ArchiveRecord) => putRevision(db, 'local', record));
  expect(put(sampleDocument({ revision: 2, title: 'Corrected' }))).toBe('added');
  expect(put(sampleDocument({ revision: 1, title: 'As it was' }))).toBe('older');
  expect(put(sampleDocument({ revision: 3, title: 'Newest' }))).toBe('updated');
  expect(put(sampleDocument({ revision: 1, title: 'As it was' }))).toBe('known');
  const found = recordByAddress(db, { id: 'test/statement' });
  expect(found?.record.title).toBe('Newest');
  expect(
    revisionsOf(db, found?.number ?? 0).map(({ revision, current }) => [revision, current]),
  ).toEqual([
    [3, true],
    [2, false],
    [1, false],
  ]);
});

test('of two texts with one revision number one wins everywhere, and both are kept', () => {
  const texts = [sampleDocument({ title: 'One text' }), sampleDocument({ title: 'Another text' })];
  const winners = [texts, texts.toReversed()].map((order) => {
    const db = merged(order.map((record) => ({ shelf: 'local', record })));
    const found = recordByAddress(db, { id: 'test/statement' });
    expect(revisionsOf(db, found?.number ?? 0)).toHaveLength(2);
    return found?.record.title;
  });
  expect(winners[0]).toBe(winners[1]);
});

test('the same id on two shelves is two records, and the program’s own is found first', () => {
  const db = merged([
    { shelf: 'local', record: sampleOrganisation({ title: 'As the reader has it' }) },
    { shelf: 'mahfuz', record: sampleOrganisation({ title: 'As it came' }) },
  ]);
  const title = (shelf?: string) =>
    recordByAddress(db, { id: 'test/org-ministry', shelf })?.record.title;
  expect([title(), title('local'), title('mahfuz'), title('elsewhere')]).toEqual([
    'As it came',
    'As the reader has it',
    'As it came',
    undefined,
  ]);
});
