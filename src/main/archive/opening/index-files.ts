// Which file is the search index in use: a rebuilt one takes a new name, and a small file tells which name counts.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, syncFolder, writeAtomically } from '../../data-folder/atomic.ts';
import { indexName, indexNumber, layout } from '../../data-folder/layout.ts';

export interface IndexFile {
  number: number;
  path: string;
}

const pointer = z.object({ index: z.number().int().positive() });

/** The search index in use; null where there is none, or where what names it is gone or damaged. */
export function liveIndex(folder: string): IndexFile | null {
  const { indexPointer } = layout(folder);
  const found = pointer.safeParse(readJson(indexPointer));
  if (!found.success) return null;
  const file = indexFile(folder, found.data.index);
  return existsSync(file.path) ? file : null;
}

/** The name that the next index takes: one that no file here has had since the last clean-up. */
export function nextIndex(folder: string): IndexFile {
  const numbers = readdirSync(folder).map((name) => indexNumber(withoutSuffix(name)) ?? 0);
  return indexFile(folder, Math.max(0, ...numbers) + 1);
}

/** Makes an index the one in use; from then on readers that open find it. */
export function useIndex(folder: string, number: number): void {
  writeAtomically(layout(folder).indexPointer, `${JSON.stringify({ index: number })}\n`);
}

/** Leaves no index in use, until one is made for the archive that is there then. */
export function useNoIndex(folder: string): void {
  rmSync(layout(folder).indexPointer, { force: true });
  syncFolder(folder);
}

/** Deletes one index, with what stands beside it. */
export function removeIndex(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

/** Deletes every index but the one in use; what another thread still has open on Windows stays until next time. */
export function removeOtherIndexes(folder: string): void {
  const live = liveIndex(folder)?.number;
  for (const name of readdirSync(folder)) {
    const number = indexNumber(withoutSuffix(name));
    if (number === null || number === live) continue;
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // In use: it goes at the next opening.
    }
  }
}

const withoutSuffix = (name: string) => name.replace(/-(wal|shm|journal)$/, '');

function indexFile(folder: string, number: number): IndexFile {
  return { number, path: join(folder, indexName(number)) };
}
