// Finds the pack that is meant by a folder: itself, or what lies in it, as on a drive that somebody handed over.
import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';

/** How many names of a drive are looked at. */
const MOST_NAMES = 1000;

/** The packs that a path stands for: the path itself, or, where that is a folder without lists, the packs in it. */
export function findPacks(path: string): string[] {
  if (!isFolder(path) || isFolder(join(path, 'metadata'))) return [path];
  const inside = namesIn(path)
    .slice(0, MOST_NAMES)
    .toSorted()
    .map((name) => join(path, name))
    .filter((each) => isFolder(join(each, 'metadata')) || isPackFile(each));
  return inside.length > 0 ? inside : [path];
}

/** The one pack that a path stands for; throws `several_packs` with their names where it could be any of them. */
export function findPack(path: string): string {
  const [only = path, ...others] = findPacks(path);
  if (others.length === 0) return only;
  const names = [only, ...others].map((each) => basename(each));
  throw new AppError('several_packs', { names: names.slice(0, 10).join(', ') });
}

// What cannot be looked at is as if it were not there: opening it says why.
function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function found(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

// A system may leave a file of its own beside each of ours, such as `._sample.pack`.
const isPackFile = (path: string) =>
  path.endsWith('.pack') && !basename(path).startsWith('.') && found(path)?.isFile() === true;

function isFolder(path: string): boolean {
  return found(path)?.isDirectory() ?? false;
}
