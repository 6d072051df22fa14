// Reads files of a pack in bounded pieces, from a folder or from inside a .pack file.
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import type { Range } from './container.ts';

const CHUNK_BYTES = 1 << 20;

/** Where a file's bytes are. */
export interface Piece {
  file: FileHandle;
  /** The place of its first byte. */
  at: number;
  size: number;
  close: () => Promise<void>;
}

export type PieceOf = (name: string) => Promise<Piece | null>;

/** Reads a whole file whose size is looked at first; null where it is not there, or is cut short. */
export async function readWhole(
  pieceOf: PieceOf,
  { name, maxBytes }: { name: string; maxBytes: number },
): Promise<Buffer | null> {
  const piece = await pieceOf(name);
  if (!piece) return null;
  try {
    if (piece.size > maxBytes) throw new AppError('pack_file_too_large', { name, max: maxBytes });
    const bytes = Buffer.alloc(piece.size);
    const { bytesRead } = await piece.file.read(bytes, 0, piece.size, piece.at);
    return bytesRead === piece.size ? bytes : null;
  } finally {
    await piece.close();
  }
}

/** Gives a file out piece by piece; each is only good until the next is asked for. */
export async function* streamOf(
  pieceOf: PieceOf,
  name: string,
  range?: Range,
): AsyncGenerator<Buffer> {
  const piece = await pieceOf(name);
  if (!piece) throw new AppError('payload_missing', { name });
  try {
    const end = Math.min(range?.to ?? piece.size, piece.size);
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, Math.max(1, end)));
    for (let from = range?.from ?? 0; from < end; ) {
      const wanted = Math.min(buffer.length, end - from);
      const { bytesRead } = await piece.file.read(buffer, 0, wanted, piece.at + from);
      if (bytesRead === 0) throw new AppError('payload_damaged', { name });
      yield buffer.subarray(0, bytesRead);
      from += bytesRead;
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    // A bad block, or a stick that was pulled out: for whoever reads it, the file is damaged.
    throw new AppError('payload_damaged', { name }, { cause });
  } finally {
    await piece.close();
  }
}
