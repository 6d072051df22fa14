// The reader's own files: each is copied into the data folder whole before any of it is merged, and merged from there.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import type { Notice } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ArchiveRecord } from '../../../shared/record.ts';
import { putInPlace } from '../../data-folder/atomic.ts';
import { layout } from '../../data-folder/layout.ts';
import { giveToOwner, PRIVATE_FILE } from '../../data-folder/ownership.ts';
import type { Database } from '../../sqlite/open.ts';
import { settleLeaving } from './local-leaving.ts';
import { readLines } from './ndjson.ts';
import { readRecordLine } from './record-line.ts';
import { isInLedger, noteInLedger } from '../store/ledger.ts';
import { type MergeOutcome, putRevision } from '../store/merge.ts';
import { LOCAL_SHELF } from '../store/schema.ts';

/** Told after each step with bytes done and to do. */
export type OnBytes = (done: number, total: number) => void;

/** A file that was copied into `local/`, checked from its first byte to its last. */
export interface LocalFile {
  /** SHA-256 of its bytes, hexadecimal: its name. */
  hash: string;
  path: string;
  lines: number;
}

const PART_NAME = 'incoming.part';
const LOCAL_NAME = /^([0-9a-f]{64})\.ndjson$/;
const BATCH_RECORDS = 5000;
const BATCH_BYTES = 8 << 20;

/**
 * Checks a file line by line while copying it into `local/`, and keeps the copy, safe on the disk, only when every
 * line is a record. Throws what `readLines` and `readRecordLine` throw, `disk_full` and `folder_unwritable`.
 */
export async function acceptFile(
  source: string,
  folder: string,
  options: { signal?: AbortSignal | undefined; onBytes?: OnBytes | undefined } = {},
): Promise<LocalFile> {
  const { local } = layout(folder);
  const part = join(local, PART_NAME);
  const copy = openSync(part, 'w', PRIVATE_FILE);
  try {
    const { hash, lines } = await copyChecked(source, copy, options);
    fsyncSync(copy);
    closeSync(copy);
    giveToOwner(part);
    const path = join(local, `${hash}.ndjson`);
    putInPlace(part, path);
    return { hash, path, lines };
  } catch (error) {
    closeQuietly(copy);
    rmSync(part, { force: true });
    throw error;
  }
}

async function copyChecked(
  source: string,
  copy: number,
  { signal, onBytes }: { signal?: AbortSignal | undefined; onBytes?: OnBytes | undefined },
): Promise<{ hash: string; lines: number }> {
  const name = basename(source);
  const sha256 = createHash('sha256');
  let [done, size, lines] = [0, 0, 0];
  const onSize = (bytes: number) => (size = bytes);
  const onChunk = (chunk: Buffer) => {
    writeWhole(copy, chunk);
    sha256.update(chunk);
    done += chunk.length;
    onBytes?.(done, Math.max(done, size));
  };
  for await (const { line, bytes } of readLines(source, { name, signal, onSize, onChunk })) {
    readRecordLine(bytes, { name, line });
    lines += 1;
  }
  if (lines > 0) return { hash: sha256.digest('hex'), lines };
  throw new AppError('import_malformed', {
    name,
    line: 1,
    field: 'record',
    problem: 'there is no record in the file',
  });
}

function writeWhole(file: number, chunk: Buffer): void {
  for (let done = 0; done < chunk.length; ) done += writeSync(file, chunk, done);
}

function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch {
    // It was closed before what failed.
  }
}

/** How many revisions of a file did what. */
export type MergeCounts = Record<MergeOutcome, number>;

/**
 * Merges a file of `local/` in transactions of at most 5,000 revisions; the last one notes the file as merged. Killed
 * in between, the file is merged again at the next opening, which changes nothing that was done.
 */
export async function mergeLocalFile(
  archive: Database,
  file: Pick<LocalFile, 'hash' | 'path'>,
  onBytes?: OnBytes,
): Promise<MergeCounts> {
  const counts: MergeCounts = { added: 0, updated: 0, older: 0, known: 0 };
  const put = archive.transaction((records: ArchiveRecord[], done: boolean) => {
    for (const record of records) counts[putRevision(archive, LOCAL_SHELF, record)] += 1;
    if (done) noteInLedger(archive, { hash: file.hash, origin: 'local', lines: total(counts) });
  });
  const bytes = statSync(file.path).size;
  let read = 0;
  for await (const batch of batches(file.path, (chunk) => (read += chunk.length))) {
    put.immediate(batch, false);
    onBytes?.(read, bytes);
    await pause();
  }
  put.immediate([], true);
  return counts;
}

const total = (counts: MergeCounts) => Object.values(counts).reduce((sum, n) => sum + n, 0);

async function* batches(path: string, onChunk: (chunk: Buffer) => void) {
  let batch: ArchiveRecord[] = [];
  let held = 0;
  const name = basename(path);
  for await (const { line, bytes } of readLines(path, { name, onChunk })) {
    batch.push(readRecordLine(bytes, { name, line }));
    held += bytes.length;
    if (batch.length < BATCH_RECORDS && held < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    held = 0;
  }
  if (batch.length > 0) yield batch;
}

/** The files of `local/`, in the order of their names. */
export function localFiles(folder: string): Pick<LocalFile, 'hash' | 'path'>[] {
  const { local } = layout(folder);
  return readdirSync(local)
    .toSorted()
    .flatMap((name) => {
      const hash = LOCAL_NAME.exec(name)?.[1];
      return hash ? [{ hash, path: join(local, name) }] : [];
    });
}

/** What `mergeUnfinished` did: revisions that were new here, and why a file of `local/` could not be read. */
export interface Unfinished {
  fresh: number;
  notices: Notice[];
}

/** Merges the files of `local/` that no transaction noted as merged; a damaged one is told of and left for later. */
export async function mergeUnfinished(
  archive: Database,
  folder: string,
  onBytes?: OnBytes,
): Promise<Unfinished> {
  rmSync(join(layout(folder).local, PART_NAME), { force: true });
  settleLeaving(archive, folder);
  const unfinished: Unfinished = { fresh: 0, notices: [] };
  for (const file of localFiles(folder)) {
    if (isInLedger(archive, file.hash)) continue;
    try {
      const counts = await mergeLocalFile(archive, file, onBytes);
      unfinished.fresh += counts.added + counts.updated + counts.older;
    } catch (error) {
      if (!(error instanceof AppError) || !isAboutFile(error)) throw error;
      unfinished.notices.push({ code: error.code, detail: error.detail });
    }
  }
  return unfinished;
}

const isAboutFile = ({ code }: AppError) =>
  code.startsWith('import_') || code === 'file_unreadable';
