// Copies a file out of a pack: bounded, hashed on the way, safe on the disk, and nowhere to be found if it is not whole.
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../../data-folder/atomic.ts';
import { makeFolder } from '../../data-folder/make-folder.ts';
import { giveToOwner, PRIVATE_FILE } from '../../data-folder/ownership.ts';
import { type PayloadSource, payloadState, verifiedBytes } from '../payload/payload.ts';
import type { PublisherFolder } from '../trust/publisher-folder.ts';
import type { ListedFile } from '../verify/verdict.ts';

export interface Staging {
  signal?: AbortSignal | undefined;
  /** Told after each piece how many bytes it had. */
  onBytes?: ((bytes: number) => void) | undefined;
}

/**
 * Puts a file of a pack into the publisher's folder, in `incoming`; what an import that was cut short left there, or in
 * its final place, is used if it is whole. Throws `payload_damaged`, `payload_missing`, `cancelled` and `disk_full`.
 */
export async function stageFile(
  at: PublisherFolder,
  { pack, file }: { pack: PayloadSource; file: ListedFile },
  { signal, onBytes }: Staging,
): Promise<void> {
  const staged = at.staged(file.sha256);
  const placed = at.file(file.place);
  if (!existsSync(staged) && existsSync(placed)) renameSync(placed, staged);
  if (await isWhole(staged, file, signal)) return onBytes?.(file.length);
  makeFolder(at.incoming);
  const copy = openSync(staged, 'w', PRIVATE_FILE);
  try {
    for await (const piece of verifiedBytes(pack, file, signal)) {
      for (let done = 0; done < piece.length; ) done += writeSync(copy, piece, done);
      onBytes?.(piece.length);
    }
    fsyncSync(copy);
    closeSync(copy);
    giveToOwner(staged);
  } catch (error) {
    closeQuietly(copy);
    rmSync(staged, { force: true });
    throw error;
  }
}

function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch {
    // It was closed before what failed.
  }
}

async function isWhole(path: string, file: ListedFile, signal?: AbortSignal): Promise<boolean> {
  if (!existsSync(path)) return false;
  return (await payloadState(fileSource(path, file), file, signal)) === 'whole';
}

/** A single file on the disk, read as if it were in a pack. */
export function fileSource(path: string, { place }: Pick<ListedFile, 'place'>): PayloadSource {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  return {
    entries: new Map(size === undefined ? [] : [[place, size]]),
    stream: async function* (_name, range) {
      const end = range === undefined ? undefined : range.to - 1;
      yield* createReadStream(path, { start: range?.from ?? 0, end, highWaterMark: 1 << 20 });
    },
  };
}

/** Moves a staged file to where a pack has it; it is then one of those that are kept. */
export function placeStaged(at: PublisherFolder, { sha256, place }: ListedFile): void {
  const target = at.file(place);
  makeFolder(dirname(target));
  renameSync(at.staged(sha256), target);
  syncFolder(dirname(target));
}

/** Deletes a staged file that is not to be merged. */
export function dropStaged(at: PublisherFolder, { sha256 }: Pick<ListedFile, 'sha256'>): void {
  rmSync(at.staged(sha256), { force: true });
}
