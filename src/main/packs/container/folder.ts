// A pack that is a folder: three levels deep, no link followed, nothing opened that is no regular file.
import { constants } from 'node:fs';
import { lstat, open, opendir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { LIMITS } from '../format/limits.ts';
import { isPackName } from '../format/names.ts';
import type { Container } from './container.ts';
import { type PieceOf, readWhole, streamOf } from './pieces.ts';

const LEVELS = 3;
/** Names that are looked at before a folder counts as no pack: a whole drive may be given. */
const MOST_NAMES = 2 * LIMITS.entries;
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Opens a folder; one without any file that a pack may have is `pack_unreadable`. */
export async function openFolder(path: string): Promise<Container> {
  const entries = new Map<string, number>();
  await collect(path, '', entries, { left: MOST_NAMES });
  if (![...entries.keys()].some((name) => name.includes('/'))) {
    throw new AppError('pack_unreadable', { name: basename(path) });
  }
  const pieceOf: PieceOf = async (name) => {
    if (!entries.has(name)) return null;
    const file = await open(join(path, ...name.split('/')), FLAGS).catch(() => null);
    if (!file) return null;
    const found = await file.stat();
    if (found.isFile()) return { file, at: 0, size: found.size, close: () => file.close() };
    await file.close();
    return null;
  };
  return {
    kind: 'folder',
    entries,
    cut: false,
    read: (name, maxBytes) => readWhole(pieceOf, { name, maxBytes }),
    stream: (name, range) => streamOf(pieceOf, name, range),
    close: async () => {},
  };
}

interface Budget {
  left: number;
}

async function collect(root: string, at: string, entries: Map<string, number>, budget: Budget) {
  for await (const { name } of await opendir(join(root, at))) {
    budget.left -= 1;
    if (budget.left < 0 || entries.size >= LIMITS.entries) return;
    const place = at === '' ? name : `${at}/${name}`;
    const below =
      place.split('/').length < LEVELS && /^(metadata|data(\/[a-z0-9-]+)?)$/.test(place);
    if (!below && !isPackName(place)) continue;
    // What the folder's listing says of its kind is not known on every file system.
    const found = await lstat(join(root, place)).catch(() => null);
    if (below && found?.isDirectory()) await collect(root, place, entries, budget);
    if (!below && found?.isFile()) entries.set(place, found.size);
  }
}
