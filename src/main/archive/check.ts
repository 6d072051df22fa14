// The whole check of an archive: its files, its revisions, what was derived from them, and its search index.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setImmediate as pause } from 'node:timers/promises';
import type { CheckReport } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { asFault, isDamage } from '../sqlite/faults.ts';
import type { Database } from '../sqlite/open.ts';
import { structuralFaults, suspectArchive } from './health.ts';
import { localFiles } from './local-files.ts';
import { verifyIndex } from './search/verify.ts';
import { revisionHash } from './store/codec.ts';
import { isInLedger, ledger } from './store/ledger.ts';
import { allRevisions, countRecords, recordByNumber } from './store/records.ts';
import { changesAreWhole, checkRecord, countDerived, recordNumbersAfter } from './store/verify.ts';

export interface CheckOptions {
  folder: string;
  archive: Database;
  index: Database;
  signal?: AbortSignal | undefined;
  onProgress?: (phase: string, done: number, total: number | null) => void;
}

type Problem = CheckReport['problems'][number];

/** How many problems a report names; a thing that is wrong everywhere needs no longer list. */
const MAX_PROBLEMS = 1000;
const STEP = 500;

/**
 * Checks everything and changes nothing, but that damage of the archive's file is remembered for the next opening,
 * which repairs it. Throws `cancelled`.
 */
export async function checkArchive(options: CheckOptions): Promise<CheckReport> {
  const { folder, archive } = options;
  const problems: Problem[] = [];
  try {
    for await (const problem of allProblems(options)) {
      if (problems.length < MAX_PROBLEMS) problems.push(problem);
    }
  } catch (error) {
    if (!isDamage(error)) throw asFault(error);
    problems.push({ code: 'archive_unreadable', detail: {} });
  }
  if (problems.some(({ code }) => DAMAGE.has(code))) suspectArchive(folder);
  return { records: recordsOrNone(archive), problems };
}

const DAMAGE: ReadonlySet<string> = new Set([
  'archive_structure',
  'archive_unreadable',
  'revision_untrue',
]);

function recordsOrNone(archive: Database): number {
  try {
    return countRecords(archive);
  } catch {
    return 0;
  }
}

async function* allProblems(options: CheckOptions): AsyncGenerator<Problem> {
  const { archive, signal, onProgress } = options;
  onProgress?.('structure', 0, null);
  for (const problem of await structuralFaults(archive, signal)) {
    yield { code: 'archive_structure', detail: { problem } };
  }
  yield* revisionProblems(options);
  yield* recordProblems(options);
  if (!changesAreWhole(archive)) yield { code: 'changes_incomplete', detail: {} };
  yield* fileProblems(options);
  yield* indexProblems(options);
}

async function* revisionProblems({
  archive,
  signal,
  onProgress,
}: CheckOptions): AsyncGenerator<Problem> {
  let done = 0;
  for (const { hash, shelf, record } of allRevisions(archive)) {
    if (!revisionHash(record).equals(hash)) {
      yield {
        code: 'revision_untrue',
        detail: { shelf, id: record.id, revision: record.revision },
      };
    }
    done += 1;
    if (done % STEP === 0) await breathe(signal, () => onProgress?.('revisions', done, null));
  }
}

async function* recordProblems({
  archive,
  signal,
  onProgress,
}: CheckOptions): AsyncGenerator<Problem> {
  const total = countRecords(archive);
  const expected = { countries: 0, links: 0 };
  let done = 0;
  for (let after = 0; ; ) {
    const numbers = recordNumbersAfter(archive, after, STEP);
    for (const number of numbers) {
      const { sound, countries, links } = checkRecord(archive, number);
      expected.countries += countries;
      expected.links += links;
      if (!sound) yield { code: 'record_untrue', detail: addressOf(archive, number) };
    }
    done += numbers.length;
    await breathe(signal, () => onProgress?.('records', done, total));
    const last = numbers.at(-1);
    if (last === undefined) break;
    after = last;
  }
  const found = countDerived(archive);
  if (found.countries !== expected.countries)
    yield { code: 'countries_untrue', detail: { ...found } };
  if (found.links !== expected.links) yield { code: 'links_untrue', detail: { ...found } };
}

function addressOf(archive: Database, number: number): Problem['detail'] {
  const found = recordByNumber(archive, number);
  return { shelf: found?.shelf ?? null, id: found?.record.id ?? null };
}

async function* fileProblems({
  archive,
  folder,
  signal,
  onProgress,
}: CheckOptions): AsyncGenerator<Problem> {
  const files = localFiles(folder);
  for (const [index, { hash, path }] of files.entries()) {
    await breathe(signal, () => onProgress?.('files', index, files.length));
    if ((await hashOf(path)) !== hash) yield { code: 'local_file_changed', detail: { hash } };
    else if (!isInLedger(archive, hash)) yield { code: 'local_file_unmerged', detail: { hash } };
  }
  const here = new Set(files.map(({ hash }) => hash));
  for (const { hash, origin } of ledger(archive)) {
    if (origin === 'local' && !here.has(hash))
      yield { code: 'local_file_missing', detail: { hash } };
  }
}

async function hashOf(path: string): Promise<string> {
  const sha256 = createHash('sha256');
  await pipeline(createReadStream(path), sha256);
  return sha256.digest('hex');
}

async function* indexProblems(options: CheckOptions): AsyncGenerator<Problem> {
  const { archive, index, signal, onProgress } = options;
  onProgress?.('index', 0, null);
  const faults = await structuralFaults(index, signal);
  if (faults.length > 0) return yield { code: 'index_structure', detail: {} };
  const found = await verifyIndex(index, archive, {
    signal,
    onProgress: (done, total) => onProgress?.('index', done, total),
  });
  for (const { what, record } of found) {
    const detail = record === null ? {} : addressOf(archive, record);
    yield { code: `index_${what}`, detail };
  }
}

async function breathe(signal: AbortSignal | undefined, tell: () => void): Promise<void> {
  tell();
  await pause();
  if (signal?.aborted) throw new AppError('cancelled');
}
