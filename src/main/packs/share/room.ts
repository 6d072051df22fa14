// Whether a copy fits on a drive, as drives count: in whole clusters.
import { statfsSync } from 'node:fs';
import { AppError } from '../../../shared/errors.ts';
import type { ShareChoice } from '../../../shared/pack.ts';
import type { Copy } from '../container/write.ts';
import type { ListedFile } from '../verify/verdict.ts';
import type { Chosen } from './plan.ts';

/** A cluster of a large FAT or exFAT drive: each file and folder takes whole ones. */
const CLUSTER = 32 << 10;

/** What is to be copied, and where to. */
interface Fitting {
  from: Pick<Copy['from'], 'entries'>;
  always: readonly string[];
  chosen: Chosen;
  target: string;
  choice: ShareChoice;
}

/**
 * What of a choice there is room for, and how many files there is none for: the newest go first. Throws `no_room` where
 * all was wanted, or not even one file fits.
 */
export function fit(fitting: Fitting): { chosen: Chosen; noRoom: number } {
  const { from, always, chosen, target, choice } = fitting;
  const free = freeBytes(target);
  const needed = bytesOf(fitting, chosen.files);
  if (free === null || needed <= free) return { chosen, noRoom: 0 };
  if (!choice.whatFits) throw new AppError('no_room', { needed, free });
  const files: ListedFile[] = [];
  let used = bytesOf({ from, always }, []);
  for (const file of chosen.files) {
    const more = onDisk(file.length);
    if (used + more > free) break;
    used += more;
    files.push(file);
  }
  if (files.length === 0) throw new AppError('no_room', { needed: used, free });
  return { chosen: { ...chosen, files }, noRoom: chosen.files.length - files.length };
}

const onDisk = (bytes: number) => Math.ceil(bytes / CLUSTER) * CLUSTER + 512;

// As a folder: a .pack takes less, so that this is enough for both, but for the folders themselves.
function bytesOf({ from, always }: Pick<Fitting, 'from' | 'always'>, files: readonly ListedFile[]) {
  const names = [...always, ...files.map(({ place }) => place)];
  const sizes = names.map((name) => from.entries.get(name) ?? 0);
  return sizes.reduce((sum, size) => sum + onDisk(size), 8 * CLUSTER);
}

function freeBytes(target: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(target);
    return bavail * bsize;
  } catch {
    return null;
  }
}
