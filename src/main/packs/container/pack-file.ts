// A `.pack` file opened for reading: the names in it, and where each file's bytes lie.
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { LIMITS } from '../format/limits.ts';
import type { Container } from './container.ts';
import { type Piece, readWhole, streamOf } from './pieces.ts';
import { BLOCK, isEnd, padded, readHeader } from './ustar.ts';

/**
 * Opens a .pack file. It may end early or be damaged: files before that are there, and `cut` says so. A file that does
 * not even begin like a pack is `pack_unreadable`.
 */
export async function openPackFile(path: string): Promise<Container> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { places, cut } = await indexOf(file);
    if (places.size === 0) throw new AppError('pack_unreadable', { name: basename(path) });
    const pieceOf = async (name: string): Promise<Piece | null> => {
      const place = places.get(name);
      return place ? { file, ...place, close: async () => {} } : null;
    };
    return {
      kind: 'file',
      entries: new Map([...places].map(([name, { size }]) => [name, size])),
      cut,
      read: (name, maxBytes) => readWhole(pieceOf, { name, maxBytes }),
      stream: (name, range) => streamOf(pieceOf, name, range),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

type Places = Map<string, { at: number; size: number }>;

async function indexOf(file: FileHandle): Promise<{ places: Places; cut: boolean }> {
  const { size: total } = await file.stat();
  const places: Places = new Map();
  const block = Buffer.alloc(BLOCK);
  for (let at = 0; places.size < LIMITS.entries; ) {
    const { bytesRead } = await file.read(block, 0, BLOCK, at);
    if (bytesRead < BLOCK) return { places, cut: true };
    if (isEnd(block)) return { places, cut: false };
    const found = readHeader(block);
    // After a header that cannot be read nothing says where the next one is.
    if (!found || places.has(found.name)) return { places, cut: true };
    at += BLOCK;
    if (at + found.size > total) return { places, cut: true };
    places.set(found.name, { at, size: found.size });
    at += padded(found.size);
  }
  return { places, cut: true };
}
