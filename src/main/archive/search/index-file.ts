// The shape of a search index, and what it says of itself.
import { AppError } from '../../../shared/errors.ts';
import { LANGUAGE_VERSION } from '../../language/fold.ts';
import { JOINT } from '../../language/words.ts';
import { asFault } from '../../sqlite/faults.ts';
import { type Database, openDatabase } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';

/** Increased whenever the tables, or what goes into them, change; an index of another version is rebuilt. */
export const INDEX_VERSION = 4;

// The words are cut before they come here, so the tokenizer has only to part them at spaces. `ascii` takes everything
// above 127 as part of a word, whatever Unicode version SQLite was built with.
const TOKENIZE = `tokenize = "ascii tokenchars '${JOINT}'"`;

const SHAPE = `
  -- What this index is and how far it has followed the archive.
  CREATE TABLE about (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    version INTEGER NOT NULL,
    language INTEGER NOT NULL,
    change INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    complete INTEGER NOT NULL CHECK (complete IN (0, 1))
  ) STRICT;
  INSERT INTO about (only, version, language, change, documents, complete)
  VALUES (1, ${INDEX_VERSION}, ${LANGUAGE_VERSION}, 0, 0, 0);

  -- Values that records have in common, with a space between: each different set of them once.
  CREATE TABLE value_sets (
    number INTEGER PRIMARY KEY,
    members TEXT NOT NULL UNIQUE
  ) STRICT;

  -- Each record once, by a number in the order of dates, with what filters ask and the hash of all that is indexed of it.
  CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    record INTEGER NOT NULL UNIQUE,
    hash BLOB NOT NULL,
    kind TEXT NOT NULL,
    shelf TEXT NOT NULL,
    confidence TEXT,
    sources INTEGER NOT NULL,
    -- Numbers of value_sets.
    languages INTEGER NOT NULL,
    countries INTEGER NOT NULL,
    services INTEGER NOT NULL,
    triggers INTEGER NOT NULL,
    organisations INTEGER NOT NULL,
    -- Of an event itself; of a document those that it is about.
    events INTEGER NOT NULL,
    -- Civil days since 1970-01-01: it began between day_from and starts_by and ended between ends_after and day_to, or
    -- was last said to be running then.
    day_from INTEGER,
    starts_by INTEGER,
    ends_after INTEGER,
    day_to INTEGER
  ) STRICT;

  -- What records are called, for suggestions.
  CREATE TABLE names (
    document INTEGER NOT NULL,
    position INTEGER NOT NULL,
    lang TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (document, position)
  ) STRICT, WITHOUT ROWID;

  -- The words of all texts in order, a line each, and for each the number of documents that have it, as 32-bit integers.
  CREATE TABLE word_list (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    words TEXT NOT NULL,
    documents BLOB NOT NULL
  ) STRICT;
  INSERT INTO word_list (only, words, documents)
  VALUES (1, '', x'');

  CREATE VIRTUAL TABLE texts USING fts5 (
    title, body, names, sources, tags,
    content = '', contentless_delete = 1, detail = full, ${TOKENIZE}
  );
  -- Names alone, small enough to be asked for beginnings of words.
  CREATE VIRTUAL TABLE name_starts USING fts5 (
    names,
    content = '', contentless_delete = 1, detail = none, prefix = '2 3', ${TOKENIZE}
  );
`;

/** What an index says of itself. */
export interface IndexAbout {
  version: number;
  language: number;
  /** The archive's last change that is in it. */
  change: number;
  documents: number;
  /** 0 while it is built for the first time. */
  complete: 0 | 1;
}

/** KiB of the file that a reader keeps in memory; who writes gains nothing by it. */
const READING_CACHE = 64_000;

/** Makes an empty index in a new file. */
export function createIndex(path: string): Database {
  const index = openDatabase(path, { synchronous: 'NORMAL' });
  try {
    // Lets pages that merging leaves behind be given back; a file that has a journal mode takes this on by VACUUM only.
    index.pragma('auto_vacuum = INCREMENTAL');
    index.exec('VACUUM');
    index.transaction(() => index.exec(SHAPE)).immediate();
    return index;
  } catch (error) {
    index.close();
    throw asFault(error, 'index_damaged');
  }
}

/**
 * Opens an index; `index_damaged` where it is not whole, or was made by a Mahfuz that cut words or laid tables
 * differently: then it is to be rebuilt.
 */
export function openIndex(path: string, { readonly = false } = {}): Database {
  const cache = readonly ? { cacheKiB: READING_CACHE } : {};
  const index = openDatabase(path, { ...cache, readonly, synchronous: 'NORMAL' });
  try {
    const { version, language, complete } = aboutIndex(index);
    if (version !== INDEX_VERSION || language !== LANGUAGE_VERSION || complete !== 1) {
      throw new AppError('index_damaged');
    }
    return index;
  } catch (error) {
    index.close();
    throw asIndexFault(error);
  }
}

/** What an index says of itself; `index_damaged` where it says nothing. */
export function aboutIndex(index: Database): IndexAbout {
  try {
    const about = statement<[], IndexAbout>(
      index,
      `SELECT version, language, change, documents, complete
       FROM about`,
    ).get();
    if (about) return about;
  } catch (error) {
    throw asIndexFault(error);
  }
  throw new AppError('index_damaged');
}

// A missing table or column means what damage means: this file is no index of ours.
function asIndexFault(error: unknown): unknown {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  if (code === 'SQLITE_ERROR') return new AppError('index_damaged', {}, { cause: error });
  return asFault(error, 'index_damaged');
}
