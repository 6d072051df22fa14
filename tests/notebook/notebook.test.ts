// The notebook's file: encrypted from its first byte, and never written over when something is wrong.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layout } from '../../src/main/data-folder/layout.ts';
import { notebookState, openNotebook } from '../../src/main/notebook/notebook.ts';
import { openDatabase } from '../../src/main/sqlite/open.ts';
import { temporaryFolder } from '../folders.ts';

const bytesOf = (folder: string) =>
  readdirSync(folder).map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ]);

const refusal = (folder: string): unknown => {
  try {
    openNotebook(folder).close();
    return null;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

test('a new notebook is encrypted and empty, and its key is for this account alone', () => {
  const folder = temporaryFolder();
  const notebook = openNotebook(folder);
  expect(notebookState(notebook)).toEqual({ encrypted: true, notes: 0 });
  notebook.close();
  const { notebookKey } = layout(folder);
  expect(statSync(notebookKey).size).toBe(32);
  if (process.platform !== 'win32') expect(statSync(notebookKey).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).toSorted()).toEqual(['notebook.key', 'notebook.sqlite']);
});

test('nothing written into it can be read in the file or in the write-ahead log', () => {
  const folder = temporaryFolder();
  const notebook = openNotebook(folder);
  const secret = 'a source that must not be named';
  notebook.prepare('INSERT INTO notes (text) VALUES (?)').run(secret);
  const files = readdirSync(folder).filter((name) => name.startsWith('notebook.sqlite'));
  expect(files).toContain('notebook.sqlite-wal');
  for (const name of files) {
    const bytes = readFileSync(join(folder, name));
    expect(bytes.includes(secret)).toBe(false);
    expect(bytes.includes('CREATE TABLE')).toBe(false);
    expect(bytes.includes('SQLite format 3')).toBe(false);
  }
  notebook.close();
  const again = openNotebook(folder);
  expect(again.prepare('SELECT text FROM notes').pluck().get()).toBe(secret);
  expect(notebookState(again)).toEqual({ encrypted: true, notes: 1 });
  again.close();
});

test('a wrong key, a key of the wrong length and a cut file are refused and change nothing', () => {
  const folder = temporaryFolder();
  openNotebook(folder).close();
  const { notebook, notebookKey } = layout(folder);
  const key = readFileSync(notebookKey);
  const spoil: [() => void, () => void][] = [
    [() => writeFileSync(notebookKey, Buffer.alloc(32, 7)), () => writeFileSync(notebookKey, key)],
    [() => truncateSync(notebookKey, 5), () => writeFileSync(notebookKey, key)],
    [() => truncateSync(notebook, 0), () => undefined],
  ];
  for (const [damage, repair] of spoil) {
    damage();
    const before = bytesOf(folder);
    expect(refusal(folder)).toBe('notebook_damaged');
    expect(bytesOf(folder)).toEqual(before);
    repair();
  }
});

test('a notebook whose key is gone is left alone, and no new key is made for it', () => {
  const folder = temporaryFolder();
  openNotebook(folder).close();
  rmSync(layout(folder).notebookKey);
  const before = bytesOf(folder);
  expect(refusal(folder)).toBe('notebook_key_missing');
  expect(bytesOf(folder)).toEqual(before);
});

test('a key that was made before a crash is used for the notebook that is made after it', () => {
  const folder = temporaryFolder();
  openNotebook(folder).close();
  const { notebook, notebookKey } = layout(folder);
  const key = readFileSync(notebookKey);
  rmSync(notebook);
  openNotebook(folder).close();
  expect(readFileSync(notebookKey)).toEqual(key);
});

test('the plain build never opens a notebook, by whatever name it is reached', () => {
  const folder = temporaryFolder();
  openNotebook(folder).close();
  expect(() => openDatabase(layout(folder).notebook)).toThrow('key');
});
