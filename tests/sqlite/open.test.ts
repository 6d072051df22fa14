// Opening database files: which build may open which, and with what settings.
import { copyFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildFor, openDatabase, openEncryptedDatabase } from '../../src/main/sqlite/open.ts';
import { temporaryFolder } from '../folders.ts';

const key = Buffer.alloc(32, 1);

test('a file’s name alone decides which build opens it, also through a symbolic link', () => {
  const folder = temporaryFolder();
  const notebook = join(folder, 'notebook.sqlite');
  openEncryptedDatabase(notebook, key).close();
  const disguised = join(folder, 'archive.sqlite');
  symlinkSync(notebook, disguised);
  expect(buildFor(disguised)).toBe('encrypting');
  expect(() => openDatabase(disguised)).toThrow('key');
  expect(() => openDatabase(notebook)).toThrow('key');
  expect(() => openEncryptedDatabase(join(folder, 'search-1.sqlite'), key)).toThrow('notebook');
});

test('a copy of an encrypted file under another name is no database to the plain build', () => {
  const folder = temporaryFolder();
  const notebook = join(folder, 'notebook.sqlite');
  const db = openEncryptedDatabase(notebook, key);
  db.exec('CREATE TABLE t (a TEXT)');
  db.close();
  const copy = join(folder, 'archive.sqlite');
  copyFileSync(notebook, copy);
  expect(() => openDatabase(copy)).toThrow('not a database');
});

test('both builds work side by side in one process', () => {
  const folder = temporaryFolder();
  const plain = openDatabase(join(folder, 'archive.sqlite'));
  const encrypted = openEncryptedDatabase(join(folder, 'notebook.sqlite'), key);
  for (const db of [plain, encrypted]) db.exec('CREATE TABLE t (a TEXT)');
  for (let round = 0; round < 50; round += 1) {
    for (const db of [plain, encrypted]) db.prepare('INSERT INTO t VALUES (?)').run(`${round}`);
  }
  for (const db of [plain, encrypted]) {
    expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(50);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  }
});

test('a plain file is opened with write-ahead log, foreign keys and without memory mapping', () => {
  const db = openDatabase(join(temporaryFolder(), 'a.sqlite'), { synchronous: 'FULL' });
  const pragma = (name: string) => db.pragma(name, { simple: true });
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('trusted_schema')).toBe(0);
  expect(pragma('mmap_size')).toBe(0);
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('temp_store')).toBe(2);
  db.close();
});

test('a file without write-ahead log is read without leaving anything beside it, whatever its name', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a b?c#d%20.sqlite');
  const db = openDatabase(path, { journal: 'DELETE' });
  db.exec('CREATE TABLE t (a TEXT); INSERT INTO t VALUES (1)');
  db.close();
  const before = readdirSync(folder);
  const reader = openDatabase(path, { readonly: true });
  expect(reader.prepare('SELECT a FROM t').pluck().get()).toBe('1');
  expect(() => reader.exec('DELETE FROM t')).toThrow('readonly');
  expect(readdirSync(folder)).toEqual(before);
  reader.close();
});

test('a file that is missing is not made by reading it', () => {
  const folder = temporaryFolder();
  expect(() => openDatabase(join(folder, 'a.sqlite'), { readonly: true })).toThrow(
    'file_unreadable',
  );
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that is no database is refused', () => {
  const path = join(temporaryFolder(), 'a.sqlite');
  writeFileSync(path, 'x'.repeat(5000));
  expect(() => openDatabase(path)).toThrow('not a database');
});
