// The shape of archive.sqlite, as numbered migrations.
import { AppError } from '../../../shared/errors.ts';
import { type Migration, migrate, refuseNewer, schemaVersion } from '../../sqlite/migrate.ts';
import { type Database, type OpenOptions, openDatabase } from '../../sqlite/open.ts';
import { packShape } from './schema-packs.ts';

/** The key of the shelf that comes with the program, and of the shelf of the reader's own files. */
export const BUNDLED_SHELF = 'mahfuz';
export const LOCAL_SHELF = 'local';

const firstShape = `
  -- Where records come from: the program, the reader's own files, and later each publisher.
  CREATE TABLE shelves (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
  ) STRICT;
  INSERT INTO shelves (number, key, name)
  VALUES (1, '${BUNDLED_SHELF}', 'Bundled with Mahfuz'), (2, '${LOCAL_SHELF}', 'Imported files');

  -- What revisions are compressed against; never changed, since old revisions need them.
  CREATE TABLE dictionaries (
    number INTEGER PRIMARY KEY,
    lang TEXT NOT NULL UNIQUE,
    data BLOB NOT NULL
  ) STRICT;

  -- Each record once, with what lists and filters need of its current revision.
  CREATE TABLE records (
    number INTEGER PRIMARY KEY,
    shelf INTEGER NOT NULL REFERENCES shelves (number),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subtype TEXT,
    lang TEXT NOT NULL,
    title TEXT NOT NULL,
    titles TEXT,
    date TEXT,
    date_kind TEXT,
    end_date TEXT,
    end_kind TEXT,
    status TEXT,
    confidence TEXT,
    day_from INTEGER,
    day_to INTEGER,
    sources INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1, 2)),
    -- The number of a revision. A foreign key here would make each new revision look through all records.
    current INTEGER NOT NULL,
    UNIQUE (id, shelf)
  ) STRICT;

  -- Every state of every record that ever arrived.
  CREATE TABLE revisions (
    number INTEGER PRIMARY KEY,
    record INTEGER NOT NULL REFERENCES records (number),
    revision INTEGER NOT NULL,
    hash BLOB NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (record, revision, hash)
  ) STRICT;

  -- Countries of the current revision, in the record's own order.
  CREATE TABLE record_countries (
    record INTEGER NOT NULL REFERENCES records (number),
    position INTEGER NOT NULL,
    country TEXT NOT NULL,
    PRIMARY KEY (record, position)
  ) STRICT, WITHOUT ROWID;

  -- Links of the current revision, by the address that is linked to; it need not exist here.
  CREATE TABLE links (
    target_shelf TEXT NOT NULL,
    target_id TEXT NOT NULL,
    record INTEGER NOT NULL REFERENCES records (number),
    role TEXT NOT NULL,
    PRIMARY KEY (target_id, target_shelf, record, role)
  ) STRICT, WITHOUT ROWID;

  -- What changed, in order and without gaps; the search index catches up by these numbers.
  CREATE TABLE changes (
    number INTEGER PRIMARY KEY,
    record INTEGER NOT NULL
  ) STRICT;

  -- Which files were merged whole: the SHA-256 of their bytes, and nothing about where they came from.
  CREATE TABLE ledger (
    hash BLOB PRIMARY KEY,
    origin TEXT NOT NULL CHECK (origin IN ('bundled', 'local')),
    lines INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** Every migration of archive.sqlite, oldest first; a published one is never edited. */
export const ARCHIVE_MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'records and their revisions', up: (db) => db.exec(firstShape) },
  { version: 2, name: 'publishers and their files', up: (db) => db.exec(packShape) },
];

/** Opens archive.sqlite for writing, made or migrated where needed. */
export function openArchiveFile(path: string): Database {
  const db = openDatabase(path, { synchronous: 'FULL' });
  try {
    migrate(db, ARCHIVE_MIGRATIONS);
    // Removed text is overwritten, so that it is not left in free pages.
    db.pragma('secure_delete = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens an archive that was there before; a file that never was one is `archive_damaged`, and is not written to. */
export function openExistingArchive(path: string): Database {
  // An empty file is a database to SQLite, and a foreign one would be filled with our tables.
  const reader = openReadOnly(path, {});
  const version = schemaVersion(reader);
  reader.close();
  if (version === 0) throw new AppError('archive_damaged');
  return openArchiveFile(path);
}

/**
 * Opens archive.sqlite for reading only; refuses, with `newer_data`, what a newer Mahfuz wrote, and with
 * `still_opening` what an older one wrote and nobody has migrated yet.
 */
export function openArchiveReader(path: string, options: OpenOptions = {}): Database {
  const db = openReadOnly(path, options);
  const version = schemaVersion(db);
  if (version === 0 || version === ARCHIVE_MIGRATIONS.length) return db;
  db.close();
  throw new AppError('still_opening');
}

function openReadOnly(path: string, options: OpenOptions): Database {
  const db = openDatabase(path, { ...options, readonly: true });
  try {
    refuseNewer(db, ARCHIVE_MIGRATIONS);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
