// What the reader adds: one file of its own, never written in the clear.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NotebookState } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { putInPlace, syncFile, writeAtomically } from '../data-folder/atomic.ts';
import { layout } from '../data-folder/layout.ts';
import { makePrivate } from '../data-folder/ownership.ts';
import { asFault } from '../sqlite/faults.ts';
import { type Migration, migrate } from '../sqlite/migrate.ts';
import { type Database, openEncryptedDatabase } from '../sqlite/open.ts';
import { statement } from '../sqlite/statement.ts';

const KEY_BYTES = 32;

const notes = `
  CREATE TABLE notes (
    number INTEGER PRIMARY KEY,
    shelf TEXT,
    record TEXT,
    text TEXT NOT NULL
  ) STRICT;
`;

/** Every migration of notebook.sqlite, oldest first; a published one is never edited. */
export const NOTEBOOK_MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'notes', up: (db) => db.exec(notes) },
];

/**
 * Opens the notebook, made with a new random key where there is none. Throws `notebook_key_missing` where only the
 * key is gone and `notebook_damaged` where file and key do not belong together; neither file is changed then.
 */
export function openNotebook(folder: string): Database {
  const { notebook, notebookKey } = layout(folder);
  const isNew = !existsSync(notebook);
  if (!isNew && statSync(notebook).size === 0) throw new AppError('notebook_damaged');
  try {
    const key = readKey(notebookKey, isNew);
    if (isNew) makeNotebook(notebook, key);
    return openWithKey(notebook, key);
  } catch (error) {
    throw asFault(error, 'notebook_damaged');
  }
}

function readKey(path: string, mayBeNew: boolean): Buffer {
  if (!existsSync(path)) {
    if (!mayBeNew) throw new AppError('notebook_key_missing');
    // The key is safe on the disk before the first byte that needs it.
    writeAtomically(path, randomBytes(KEY_BYTES));
  }
  const key = readFileSync(path);
  if (key.length !== KEY_BYTES) throw new AppError('notebook_damaged');
  return key;
}

// Made beside its place, so that an empty file in that place always means a loss and is never written over.
function makeNotebook(path: string, key: Buffer): void {
  const fresh = join(dirname(path), 'notebook-new.sqlite');
  rmSync(fresh, { force: true });
  openWithKey(fresh, key).close();
  makePrivate(fresh);
  syncFile(fresh);
  putInPlace(fresh, path);
}

function openWithKey(path: string, key: Buffer): Database {
  const db = openEncryptedDatabase(path, key);
  try {
    migrate(db, NOTEBOOK_MIGRATIONS);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** What the notebook holds; that it is encrypted is asked of SQLite, not assumed. */
export function notebookState(notebook: Database): NotebookState {
  return { encrypted: isEncrypted(notebook), notes: countNotes(notebook) };
}

function isEncrypted(notebook: Database): boolean {
  const row = statement<[], { encrypted: number }>(
    notebook,
    `SELECT sqlite3mc_codec_data('cipher_salt') IS NOT NULL AS encrypted`,
  ).get();
  return row?.encrypted === 1;
}

function countNotes(notebook: Database): number {
  const row = statement<[], { notes: number }>(
    notebook,
    `SELECT count(*) AS notes
     FROM notes`,
  ).get();
  return row?.notes ?? 0;
}
