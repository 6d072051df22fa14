// Writes a pack: the same files as a folder or as one .pack, in the one way that makes every copy the same bytes.
import { once } from 'node:events';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  realpathSync,
  rmSync,
  type WriteStream,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { AppError } from '../../../shared/errors.ts';
import { inPackOrder } from '../format/names.ts';
import { asWritingFault } from '../../sqlite/faults.ts';
import { syncFile } from '../../data-folder/atomic.ts';
import type { Container } from './container.ts';
import { BLOCK, END, header, padded } from './ustar.ts';

/** What is copied, and where from. */
export interface Copy {
  from: Pick<Container, 'entries' | 'stream'>;
  /** Names of the files; all of them where it is left out. */
  names?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
  /** Told how many bytes were written. */
  onBytes?: ((bytes: number) => void) | undefined;
}

/** Bytes that a .pack of these files will have. */
export function packFileBytes(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + BLOCK + padded(size), END.length);
}

/** Writes a .pack that does not exist yet, through to the disk or not at all; throws `file_exists` or `cancelled`. */
export async function writePackFile(path: string, copy: Copy): Promise<void> {
  if (existsSync(path)) throw new AppError('file_exists', { name: basename(path) });
  const sink = sinkAt(path, 'wx');
  try {
    for (const { name, size } of inOrder(copy)) {
      await put(sink, header(name, size));
      await putFile(sink, { name, size }, copy);
      await put(sink, Buffer.alloc(padded(size) - size));
    }
    await put(sink, END);
    await close(sink);
  } catch (error) {
    await giveUp(sink);
    rmSync(path, { force: true });
    throw error;
  }
  syncFile(path);
}

/** Writes the files into a folder, which may exist; a file of the same name is replaced. */
export async function writePackFolder(folder: string, copy: Copy): Promise<void> {
  for (const { name, size } of inOrder(copy)) {
    const path = join(folder, ...name.split('/'));
    mkdirSync(dirname(path), { recursive: true });
    const sink = sinkAt(path, 'w');
    try {
      await putFile(sink, { name, size }, copy);
      await close(sink);
    } catch (error) {
      await giveUp(sink);
      throw error;
    }
    syncFile(path);
  }
}

/**
 * Copies a pack to where a person wants it: as one file where that name ends in `.pack`, else as a folder. Throws
 * `file_exists`, also where it would be copied over itself, `file_unwritable`, `disk_full` and `cancelled`.
 */
export async function copyPack(
  { from, to }: { from: string; to: string },
  copy: Copy,
): Promise<void> {
  const name = basename(to);
  try {
    // It would be emptied before it could be read.
    if (existsSync(to) && realpathSync(to) === realpathSync(from)) {
      throw new AppError('file_exists', { name });
    }
    await (extname(to) === '.pack' ? writePackFile : writePackFolder)(to, copy);
  } catch (error) {
    throw asWritingFault(error, name);
  }
}

/** A file that is being written. */
interface Sink {
  out: WriteStream;
  /** Ends when all is written; fails as soon as anything cannot be. */
  done: Promise<void>;
}

function sinkAt(path: string, flags: string): Sink {
  const out = createWriteStream(path, { flags, mode: 0o644 });
  const done = finished(out);
  // A drive may fail while the next piece is still read; whoever writes that piece is told.
  done.catch(() => {});
  return { out, done };
}

async function close({ out, done }: Sink): Promise<void> {
  out.end();
  await done;
}

async function giveUp({ out }: Sink): Promise<void> {
  out.destroy();
  await finished(out).catch(() => {});
}

function inOrder({ from, names = [...from.entries.keys()] }: Copy) {
  return [...names].sort(inPackOrder).map((name) => {
    const size = from.entries.get(name);
    if (size === undefined) throw new AppError('payload_missing', { name });
    return { name, size };
  });
}

interface Entry {
  name: string;
  size: number;
}

async function putFile(sink: Sink, { name, size }: Entry, copy: Copy): Promise<void> {
  let total = 0;
  for await (const piece of copy.from.stream(name, { from: 0, to: size })) {
    if (copy.signal?.aborted) throw new AppError('cancelled');
    // The piece's buffer is used again for the next one.
    await put(sink, Buffer.from(piece));
    total += piece.length;
    copy.onBytes?.(piece.length);
  }
  // A file that became shorter would push all that follows it out of place.
  if (total !== size) throw new AppError('payload_damaged', { name });
}

// A file that failed before never drains.
async function put({ out, done }: Sink, bytes: Buffer): Promise<void> {
  if (bytes.length > 0 && !out.write(bytes)) await Promise.race([once(out, 'drain'), done]);
}
