// One writer per data folder: a lock that ends with its process, however that process ends.
import { existsSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import { asFault, faultCode } from '../sqlite/faults.ts';
import { type Database, openDatabase } from '../sqlite/open.ts';
import { layout } from './layout.ts';
import { makePrivate } from './ownership.ts';

export interface WriterLock {
  release: () => void;
}

/**
 * Takes the folder for writing or throws `folder_in_use`. The lock is that of an SQLite file held exclusively,
 * which every system frees when the process dies, and which needs no guess about stale files.
 */
export function acquireWriterLock(folder: string): WriterLock {
  const path = layout(folder).writerLock;
  const isNew = !existsSync(path);
  let db: Database | null = null;
  try {
    db = openDatabase(path, { journal: 'MEMORY', busyTimeoutMs: 0 });
    db.exec('BEGIN EXCLUSIVE');
    if (isNew) makePrivate(path);
    return hold(db);
  } catch (error) {
    db?.close();
    if (faultCode(error).startsWith('SQLITE_BUSY')) throw new AppError('folder_in_use');
    throw asFault(error);
  }
}

// A database that nobody refers to is closed by the garbage collector, and its lock with it.
const held = new Set<Database>();

function hold(db: Database): WriterLock {
  held.add(db);
  return {
    release: () => {
      held.delete(db);
      db.close();
    },
  };
}
