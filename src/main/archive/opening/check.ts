// The whole check that a reader may ask for: the archive, the reader's own files, and the search index.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { CheckReport } from '../../../shared/contract.ts';
import { asFault } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { structuralFaults, suspectArchive } from './health.ts';
import { localFiles } from '../exchange/local-files.ts';
import { verifyIndex } from '../search/verify.ts';
import {
  addressOf,
  archiveProblems,
  breathe,
  type LookOptions,
  type Problem,
} from './soundness.ts';
import { isInLedger, ledger } from '../store/ledger.ts';
import { countRecords } from '../store/records.ts';

export interface CheckOptions extends LookOptions {
  folder: string;
  index: Database;
  /** What another room finds wrong with its own files. */
  more?: (options: CheckOptions) => AsyncIterable<Problem>;
}

/** How many problems a report names; a thing that is wrong everywhere needs no longer list. */
const MAX_PROBLEMS = 1000;

/**
 * Checks everything and repairs nothing, but remembers what is wrong with the archive or its index for the next opening,
 * which puts it right. Throws `cancelled`.
 */
export async function checkArchive(options: CheckOptions): Promise<CheckReport> {
  const problems: Problem[] = [];
  try {
    for await (const problem of allProblems(options)) {
      if (problems.length < MAX_PROBLEMS) problems.push(problem);
    }
    // What is wrong with a reader's own file cannot be put right by opening.
    if (problems.some(({ code }) => !/^(local|pack)_/.test(code))) suspectArchive(options.folder);
    const isReadable = problems.every(({ code }) => code !== 'archive_unreadable');
    return { records: isReadable ? countRecords(options.archive) : 0, problems };
  } catch (error) {
    throw asFault(error);
  }
}

async function* allProblems(options: CheckOptions): AsyncGenerator<Problem> {
  yield* archiveProblems(options);
  yield* fileProblems(options);
  if (options.more) yield* options.more(options);
  yield* indexProblems(options);
}

async function* fileProblems(options: CheckOptions): AsyncGenerator<Problem> {
  const { archive, folder } = options;
  const files = localFiles(folder);
  for (const [done, { hash, path }] of files.entries()) {
    await breathe(options, 'files', { done, total: files.length });
    if ((await hashOf(path)) !== hash) yield { code: 'local_file_changed', detail: { hash } };
    else if (!isInLedger(archive, hash)) yield { code: 'local_file_unmerged', detail: { hash } };
  }
  const here = new Set(files.map(({ hash }) => hash));
  for (const { hash, origin } of ledger(archive)) {
    if (origin === 'local' && !here.has(hash)) {
      yield { code: 'local_file_missing', detail: { hash } };
    }
  }
}

async function hashOf(path: string): Promise<string> {
  const sha256 = createHash('sha256');
  await pipeline(createReadStream(path), sha256);
  return sha256.digest('hex');
}

async function* indexProblems(options: CheckOptions): AsyncGenerator<Problem> {
  const { archive, index, signal } = options;
  await breathe(options, 'index', { done: 0, total: null });
  const faults = await structuralFaults(index, signal);
  if (faults.length > 0) return yield { code: 'index_structure', detail: {} };
  const found = await verifyIndex(index, archive, {
    signal,
    onProgress: (done, total) => options.onProgress?.('index', done, total),
  });
  for (const { what, record } of found) {
    const detail = record === null ? {} : addressOf(archive, record);
    yield { code: `index_${what}`, detail };
  }
}
