// The archive that comes with Mahfuz: copied at the first start, merged when a newer one arrives.
import { constants, copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { putInPlace, readJson, syncFile } from '../../data-folder/atomic.ts';
import { layout } from '../../data-folder/layout.ts';
import { makePrivate } from '../../data-folder/ownership.ts';
import { isDamage } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { probeArchive } from './health.ts';
import { nextIndex, useIndex, useNoIndex } from './index-files.ts';
import { isInLedger, noteInLedger } from '../store/ledger.ts';
import { type MergeOutcome, putRevision } from '../store/merge.ts';
import { allRevisions, type StoredRevision } from '../store/records.ts';
import { openArchiveReader } from '../store/schema.ts';

/** The files of the bundled archive, in the folder that the build writes and the package carries. */
export function bundledFiles(bundledFolder: string) {
  return {
    archive: join(bundledFolder, 'archive.sqlite'),
    index: join(bundledFolder, 'search.sqlite'),
    about: join(bundledFolder, 'bundled.json'),
  };
}

const about = z.object({
  /** SHA-256 of the corpus that it was made from, hexadecimal. */
  corpus: z.string().regex(/^[0-9a-f]{64}$/),
  /** Revisions in it. */
  revisions: z.number().int().nonnegative(),
});

/** What the bundled archive says of itself. */
export type AboutBundled = z.infer<typeof about>;

/** Reads what the bundled archive says of itself; null where there is none, or none that can be read. */
export function aboutBundled(bundledFolder: string): AboutBundled | null {
  const files = bundledFiles(bundledFolder);
  if (!Object.values(files).every((path) => existsSync(path))) return null;
  const found = about.safeParse(readJson(files.about));
  return found.success ? found.data : null;
}

/**
 * Puts a copy of the bundled archive and its index into a data folder; `replace` then moves away what stands in its
 * place, once the copies are whole. Throws `bundled_archive_missing`, and `disk_full` before anything was moved.
 */
export function copyBundled(
  bundledFolder: string,
  folder: string,
  replace: () => void = () => undefined,
): void {
  if (!aboutBundled(bundledFolder)) throw new AppError('bundled_archive_missing');
  openBundled(bundledFolder).close();
  const { archive } = layout(folder);
  const from = bundledFiles(bundledFolder);
  const index = nextIndex(folder);
  copyWhole(from.index, index.path);
  copyWhole(from.archive, `${archive}.new`);
  // No index is in use while the archive changes under it: one of another archive would point to wrong records.
  useNoIndex(folder);
  replace();
  putInPlace(`${archive}.new`, archive);
  useIndex(folder, index.number);
}

function copyWhole(from: string, to: string): void {
  try {
    rmSync(to, { force: true });
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
    makePrivate(to);
    syncFile(to);
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  }
}

const BATCH = 5000;

/**
 * Merges the bundled archive into one that an earlier Mahfuz made, as any other collection: nothing is replaced but
 * by a higher revision. Gives the number of revisions that were new, or null where it was merged before. Throws
 * `bundled_archive_missing` where it cannot be read whole.
 */
export async function mergeBundled(
  archive: Database,
  bundledFolder: string,
  onStep?: (done: number, total: number) => void,
): Promise<number | null> {
  const from = aboutBundled(bundledFolder);
  if (!from || isInLedger(archive, from.corpus)) return null;
  const bundled = openBundled(bundledFolder);
  try {
    let fresh = 0;
    let done = 0;
    const put = archive.transaction((batch: StoredRevision[]) => {
      for (const { shelf, record } of batch) fresh += isNew(putRevision(archive, shelf, record));
      done += batch.length;
      if (done < from.revisions) return;
      noteInLedger(archive, { hash: from.corpus, origin: 'bundled', lines: done });
    });
    for (const batch of inBatches(revisionsOf(bundled), BATCH)) {
      put.immediate(batch);
      onStep?.(done, from.revisions);
      await pause();
    }
    return fresh;
  } finally {
    bundled.close();
  }
}

// A bundled archive that is not whole must not be taken for damage of the reader's own.
function openBundled(bundledFolder: string): Database {
  let bundled: Database | null = null;
  try {
    bundled = openArchiveReader(bundledFiles(bundledFolder).archive);
    probeArchive(bundled);
    return bundled;
  } catch (error) {
    bundled?.close();
    throw asMissing(error);
  }
}

function* revisionsOf(bundled: Database): Generator<StoredRevision> {
  try {
    yield* allRevisions(bundled);
  } catch (error) {
    throw asMissing(error);
  }
}

// One that an older build left has tables of an older shape, and nobody may migrate what is shipped.
function asMissing(error: unknown): unknown {
  const isOld = error instanceof AppError && error.code === 'still_opening';
  if (!isOld && !isDamage(error)) return error;
  return new AppError('bundled_archive_missing', {}, { cause: error });
}

const isNew = (outcome: MergeOutcome) => (outcome === 'known' ? 0 : 1);

function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
