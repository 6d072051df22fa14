// Lets the index follow the archive's changes, and builds it anew.
import { setImmediate as pause } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import { asFault } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { type Change, changesSince, lastChange, recordByNumber } from '../store/records.ts';
import { addDocuments, documentOfRecord, removeDocument } from './documents.ts';
import { type IndexEntry, indexEntry } from './entry.ts';
import { aboutIndex } from './index-file.ts';
import { expectedTerms } from './term-sums.ts';
import { addWords, isListed, listWords } from './word-list.ts';

export interface IndexingOptions {
  /** Told after each step with records done and to do. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Records of one transaction; what a kill in the middle costs at most. */
const BATCH = 5000;
/** Records whose texts are held in memory at once, to be added in the order of their numbers. */
const HELD = 2000;
/** FTS5 gathers so many bytes before it writes a segment: 1.6 times faster than its own 1 MB. */
const HASH_BYTES = 64 << 20;
/** From so many changes on, and a tenth of all documents, the segments are brought together: it costs writing them all. */
const MANY_CHANGES = 1000;
const MANY_OF_ALL = 0.1;
/** Pages that one step of merging writes, so that nobody waits long for the index. */
const MERGE_PAGES = 500;

/**
 * Indexes everything that changed in the archive since the index last followed it, in transactions, and tells how
 * many records that were. Cut short, it goes on where it was. Throws `index_damaged` where the index knows changes that
 * the archive does not: it belongs to another archive.
 */
export async function catchUp(
  index: Database,
  archive: Database,
  options: IndexingOptions = {},
): Promise<number> {
  try {
    const { change } = aboutIndex(index);
    if (change > lastChange(archive)) throw new AppError('index_damaged');
    const changes = changesSince(archive, change);
    if (changes.length === 0) return 0;
    setHashSize(index, HASH_BYTES);
    const isMany =
      changes.length >= Math.max(MANY_CHANGES, aboutIndex(index).documents * MANY_OF_ALL);
    const words: NewWords | null = isMany ? null : { counts: new Map(), areGone: false };
    await followAll(index, archive, { ...options, changes, words });
    if (isMany) await mergeInSteps(index, options.signal);
    // Of what is gone no word may be offered, and only all that is left tells which.
    if (!words || words.areGone) listWords(index);
    else addWords(index, words.counts);
    return changes.length;
  } catch (error) {
    throw asFault(error, 'index_damaged');
  }
}

/**
 * Fills an index that was just created with all of an archive, and tells how many documents it holds. Until this is
 * done the file cannot be opened as an index.
 */
export async function rebuildIndex(
  index: Database,
  archive: Database,
  options: IndexingOptions = {},
): Promise<number> {
  try {
    setMerging(index, { automatic: 0, atMost: 1000 });
    setHashSize(index, HASH_BYTES);
    await followAll(index, archive, {
      ...options,
      changes: changesSince(archive, 0),
      words: null,
    });
    for (const table of TABLES) command(index, table, 'optimize');
    listWords(index);
    setMerging(index, { automatic: 4, atMost: 16 });
    index.exec('PRAGMA incremental_vacuum');
    statement(index, `UPDATE about SET complete = 1`).run();
    index.pragma('wal_checkpoint(TRUNCATE)');
    return aboutIndex(index).documents;
  } catch (error) {
    throw asFault(error, 'index_damaged');
  }
}

/** The words that changes bring. */
interface NewWords {
  /** How many of the documents that are new have each. */
  counts: Map<string, number>;
  /** True where a record is no more, and some of its words perhaps neither. */
  areGone: boolean;
}

interface Following {
  changes: readonly Change[];
  /** Filled with what the list of words needs; null where it is made anew anyway. */
  words: NewWords | null;
}

async function followAll(
  index: Database,
  archive: Database,
  { changes, words, onProgress, signal }: IndexingOptions & Following,
): Promise<void> {
  for (let done = 0; done < changes.length; ) {
    if (signal?.aborted) throw new AppError('cancelled');
    const batch = changes.slice(done, done + BATCH);
    followBatch(index, archive, { changes: batch, words });
    done += batch.length;
    onProgress?.(done, changes.length);
    await pause();
  }
}

function followBatch(index: Database, archive: Database, { changes, words }: Following): void {
  const follow = index.transaction(() => {
    for (let done = 0; done < changes.length; done += HELD) {
      followChanges(index, archive, { changes: changes.slice(done, done + HELD), words });
    }
  });
  follow.immediate();
}

function followChanges(index: Database, archive: Database, { changes, words }: Following): void {
  const added: IndexEntry[] = [];
  let removed = 0;
  for (const { record } of changes) {
    const stored = recordByNumber(archive, record);
    const entry = stored && indexEntry(stored);
    const known = documentOfRecord(index, record);
    if (known && entry && known.hash.equals(entry.hash)) continue;
    if (known) {
      removeDocument(index, known.number);
      removed++;
    }
    if (entry) added.push(entry);
    else if (words) words.areGone = true;
  }
  addDocuments(index, added);
  if (words) for (const entry of added) countWords(words.counts, entry);
  noteFollowed(index, changes.at(-1)?.change ?? 0, added.length - removed);
}

function countWords(counts: Map<string, number>, { terms }: IndexEntry): void {
  const words = new Set<string>();
  for (const { term } of expectedTerms(terms)) if (isListed(term)) words.add(term);
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
}

function noteFollowed(index: Database, change: number, more: number): void {
  statement(
    index,
    `UPDATE about
     SET change = ?, documents = documents + ?`,
  ).run(change, more);
}

const TABLES = ['texts', 'name_starts'] as const;
type Table = (typeof TABLES)[number];

// A negative number begins the bringing together of all segments; positive ones go on with it until nothing is left.
async function mergeInSteps(index: Database, signal?: AbortSignal): Promise<void> {
  for (const table of TABLES) {
    for (let pages = -MERGE_PAGES; ; pages = MERGE_PAGES) {
      if (signal?.aborted) return;
      const before = totalChanges(index);
      command(index, table, 'merge', pages);
      // FTS5's own measure: a step that changed fewer than two rows had nothing to do.
      if (totalChanges(index) - before < 2) break;
      await pause();
    }
  }
}

function totalChanges(index: Database): number {
  const row = statement<[], { changes: number }>(index, `SELECT total_changes() AS changes`).get();
  return row?.changes ?? 0;
}

function setHashSize(index: Database, bytes: number): void {
  for (const table of TABLES) command(index, table, 'hashsize', bytes);
}

function setMerging(index: Database, { automatic, atMost }: { automatic: number; atMost: number }) {
  for (const table of TABLES) {
    command(index, table, 'automerge', automatic);
    command(index, table, 'crisismerge', atMost);
  }
}

// The values are bound as BigInt, since FTS5 ignores settings that are not integers.
function command(index: Database, table: Table, name: string, value?: number): void {
  if (value === undefined) {
    statement(index, `INSERT INTO ${table} (${table}) VALUES (?)`).run(name);
  } else {
    statement(index, `INSERT INTO ${table} (${table}, rank) VALUES (?, ?)`).run(
      name,
      BigInt(value),
    );
  }
}
