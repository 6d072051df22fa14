// Proves that an index is true to its archive: record by record, and every term in every place.
import { setImmediate as pause } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import { asFault, isDamage } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import {
  countRecords,
  currentRecords,
  lastChange,
  recordByNumber,
  type StoredRecord,
} from '../store/records.ts';
import { documentOfRecord } from './documents.ts';
import { type IndexEntry, indexEntry } from './entry.ts';
import { aboutIndex } from './index-file.ts';
import { expectedTerms, TermSums, termsHeld } from './term-sums.ts';

/** Where an index is not what its archive says; `record` is a record's number in this archive, null where it is no one record. */
export interface IndexProblem {
  what: 'behind' | 'missing' | 'different' | 'surplus' | 'unreadable';
  record: number | null;
}

export interface VerifyOptions {
  /** Looks at so many records only, spread over the archive; without it, at all of them and at the whole index. */
  sample?: number;
  /** Told now and then with records done and to do. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal | undefined;
}

interface Verifying extends VerifyOptions {
  index: Database;
  archive: Database;
  problems: IndexProblem[];
}

const STEP = 200;

/**
 * Compares an index with its archive, in steps between which other work goes on, and gives every difference. Nobody else
 * may use this connection to the index meanwhile.
 */
export async function verifyIndex(
  index: Database,
  archive: Database,
  options: VerifyOptions = {},
): Promise<IndexProblem[]> {
  const problems: IndexProblem[] = [];
  try {
    if (aboutIndex(index).change !== lastChange(archive)) return [{ what: 'behind', record: null }];
    const verifying = { ...options, index, archive, problems };
    if (options.sample === undefined) await verifyWhole(verifying);
    else await verifySample(verifying, options.sample);
  } catch (error) {
    if (!isDamage(asFault(error, 'index_damaged'))) throw error;
    problems.push({ what: 'unreadable', record: null });
  }
  return problems;
}

async function verifyWhole(verifying: Verifying): Promise<void> {
  const { index, archive, problems } = verifying;
  const expected = new TermSums();
  const records = new Map<number, number>();
  const total = countRecords(archive);
  let done = 0;
  for (const stored of currentRecords(archive)) {
    const entry = indexEntry(stored);
    const document = compare(verifying, entry);
    if (document !== null) {
      records.set(document, entry.record);
      for (const place of expectedTerms(entry.terms)) expected.add(document, place);
    }
    if (++done % STEP === 0) await step(verifying, done, total);
  }
  if (documentsHeld(index) > records.size) problems.push({ what: 'surplus', record: null });
  const held = new TermSums();
  let places = 0;
  for (const [document, place] of termsHeld(index)) {
    held.add(document, place);
    if (++places % 1_000_000 === 0) await step(verifying, total, total);
  }
  for (const document of held.unlike(expected)) {
    const record = records.get(document) ?? null;
    problems.push({ what: record === null ? 'surplus' : 'different', record });
  }
}

async function verifySample(verifying: Verifying, sample: number): Promise<void> {
  const { index, archive, problems } = verifying;
  const total = countRecords(archive);
  if (documentsHeld(index) !== total) problems.push({ what: 'surplus', record: null });
  const every = Math.max(1, Math.floor(total / Math.max(1, sample)));
  for (let done = 0; done < Math.min(sample, total); done++) {
    const stored = recordAfter(archive, done * every);
    const entry = stored && indexEntry(stored);
    const document = entry && compare(verifying, entry);
    if (document !== null && entry && !holdsProbes(index, document, entry)) {
      problems.push({ what: 'different', record: entry.record });
    }
    if (done % STEP === STEP - 1) await step(verifying, done, sample);
  }
}

// The document of a record that the index has as it is; otherwise null, and the problem noted.
function compare({ index, problems }: Verifying, entry: IndexEntry): number | null {
  const known = documentOfRecord(index, entry.record);
  if (known?.hash.equals(entry.hash)) return known.number;
  problems.push({ what: known ? 'different' : 'missing', record: entry.record });
  return null;
}

/** Words of one record that a sample asks the index for. */
const PROBES = 8;

function holdsProbes(index: Database, document: number, { terms }: IndexEntry): boolean {
  const all = Array.from(expectedTerms(terms), ({ term }) => term);
  const every = Math.max(1, Math.floor(all.length / PROBES));
  return all.filter((_, at) => at % every === 0).every((term) => holds(index, document, term));
}

function holds(index: Database, document: number, term: string): boolean {
  const found = statement<[string, number]>(
    index,
    `SELECT 1
     FROM texts
     WHERE texts MATCH ? AND rowid = ?`,
  ).get(`"${term}"`, document);
  return found !== undefined;
}

function documentsHeld(index: Database): number {
  const row = statement<[], { documents: number }>(
    index,
    `SELECT count(*) AS documents
     FROM documents`,
  ).get();
  return row?.documents ?? 0;
}

function recordAfter(archive: Database, number: number): StoredRecord | null {
  const row = statement<[number], { next: number | null }>(
    archive,
    `SELECT min(number) AS next
     FROM records
     WHERE number > ?`,
  ).get(number);
  return row?.next ? recordByNumber(archive, row.next) : null;
}

async function step({ signal, onProgress }: Verifying, done: number, total: number): Promise<void> {
  if (signal?.aborted) throw new AppError('cancelled');
  onProgress?.(done, total);
  await pause();
}
