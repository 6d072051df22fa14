// Opens database files: the archive's with one SQLite build, the notebook's with the encrypting one, and no file with both.
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import PlainSqlite from 'better-sqlite3';
import EncryptingSqlite from 'better-sqlite3-multiple-ciphers';
import { AppError } from '../../shared/errors.ts';

/** An open SQLite database; both builds have this shape. */
export type Database = PlainSqlite.Database;

export interface OpenOptions {
  readonly?: boolean;
  /** Page cache in KiB; 8 MiB where nothing is said. */
  cacheKiB?: number;
  /** FULL for what must not be lost, NORMAL for what can be rebuilt. */
  synchronous?: 'NORMAL' | 'FULL';
  /** WAL lets readers go on while one writes; DELETE leaves a file that stands alone; MEMORY is for a file that holds nothing. */
  journal?: 'WAL' | 'DELETE' | 'MEMORY';
  /** How long to wait for another's lock. */
  busyTimeoutMs?: number;
}

const BUSY_TIMEOUT_MS = 5000;
const NOTEBOOK_FILE = /^notebook\b.*\.sqlite$/i;

/**
 * Tells which of the two SQLite builds may open a file. Closing a file in one build drops the locks that the other
 * holds on it, in every thread of the process, and rows are lost; so the file's name alone decides, everywhere the same.
 */
export function buildFor(path: string): 'plain' | 'encrypting' {
  return NOTEBOOK_FILE.test(basename(realPath(path))) ? 'encrypting' : 'plain';
}

/** Opens a plain database file, made where it is missing (`:memory:` for none), with the settings of the house. */
export function openDatabase(path: string, options: OpenOptions = {}): Database {
  if (buildFor(path) !== 'plain') throw new Error('a notebook is opened with its key only');
  const { readonly = false } = options;
  requireFile(path, readonly);
  const db = new PlainSqlite(realPath(path), {
    readonly,
    timeout: options.busyTimeoutMs ?? BUSY_TIMEOUT_MS,
  });
  return prepared(db, options);
}

/** Opens the notebook's file with its raw key of 32 bytes; a wrong key is refused as SQLITE_NOTADB. */
export function openEncryptedDatabase(path: string, key: Buffer): Database {
  if (buildFor(path) !== 'encrypting') throw new Error('only a notebook is encrypted');
  if (key.length !== 32) throw new Error('a notebook key has 32 bytes');
  const db = new EncryptingSqlite(realPath(path), { timeout: BUSY_TIMEOUT_MS });
  db.pragma(`key = 'raw:${key.toString('hex')}'`);
  return prepared(db, { synchronous: 'FULL' });
}

function prepared(db: Database, options: OpenOptions): Database {
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('foreign_keys = ON');
    db.pragma('temp_store = MEMORY');
    // Mapping is 5 to 20 times slower on a cold disk, and turns a read error into a crash.
    db.pragma('mmap_size = 0');
    db.pragma(`cache_size = -${options.cacheKiB ?? 8192}`);
    db.pragma(`synchronous = ${options.synchronous ?? 'NORMAL'}`);
    if (!options.readonly) {
      db.pragma(`journal_mode = ${options.journal ?? 'WAL'}`);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

// SQLite would make a missing folder's or file's absence look like many other things.
function requireFile(path: string, mustExist: boolean): void {
  if (mustExist && !existsSync(path))
    throw new AppError('file_unreadable', { name: basename(path) });
  if (!existsSync(dirname(resolve(path)))) throw new AppError('folder_missing');
}

const IN_MEMORY = ':memory:';

function realPath(path: string): string {
  if (path === IN_MEMORY) return path;
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const folder = dirname(full);
  return existsSync(folder) ? join(realpathSync(folder), basename(full)) : full;
}
