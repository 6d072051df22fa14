// Migrations: each once, in order, whole or not at all.
import { expect, test } from 'vitest';
import { type Migration, migrate, schemaVersion } from '../../src/main/sqlite/migrate.ts';
import { openDatabase } from '../../src/main/sqlite/open.ts';

const first: Migration = {
  version: 1,
  name: 'names',
  up: (db) => db.exec(`CREATE TABLE names (whole TEXT) STRICT`),
};
const second: Migration = {
  version: 2,
  name: 'names in two parts',
  up: (db) =>
    db.exec(`
      CREATE TABLE parts (given TEXT, family TEXT) STRICT;
      INSERT INTO parts (given, family)
      SELECT substr(whole, 1, instr(whole, ' ') - 1), substr(whole, instr(whole, ' ') + 1)
      FROM names;
      DROP TABLE names;
    `),
};

test('old data comes out in the new shape, and what has run does not run again', () => {
  const db = openDatabase(':memory:');
  expect(migrate(db, [first])).toBe(1);
  db.exec(`INSERT INTO names (whole) VALUES ('Asma Jahangir'), ('Sabeen Mahmud')`);
  expect(migrate(db, [first, second])).toBe(1);
  expect(migrate(db, [first, second])).toBe(0);
  expect(schemaVersion(db)).toBe(2);
  expect(db.prepare('SELECT given, family FROM parts').raw().all()).toEqual([
    ['Asma', 'Jahangir'],
    ['Sabeen', 'Mahmud'],
  ]);
});

test('a migration that fails leaves the shape and the number from before it', () => {
  const db = openDatabase(':memory:');
  migrate(db, [first]);
  db.exec(`INSERT INTO names (whole) VALUES ('One')`);
  const failing: Migration = {
    version: 2,
    name: 'fails half-way',
    up: (half) => {
      half.exec('DROP TABLE names');
      throw new Error('half-way');
    },
  };
  expect(() => migrate(db, [first, failing])).toThrow('half-way');
  expect(schemaVersion(db)).toBe(1);
  expect(db.prepare('SELECT whole FROM names').pluck().all()).toEqual(['One']);
});

test('a list with a gap in its numbers is our own mistake and is not run', () => {
  const db = openDatabase(':memory:');
  expect(() => migrate(db, [first, { ...second, version: 3 }])).toThrow('misnumbered');
});

test('a newer file is refused with both numbers', () => {
  const db = openDatabase(':memory:');
  db.pragma('user_version = 5');
  expect(() => migrate(db, [first])).toThrow(
    expect.objectContaining({ code: 'newer_data', detail: { found: 5, known: 1 } }),
  );
});
