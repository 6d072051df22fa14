// Divides a pack for small sticks: each part is a pack of its own, with all lists and some of the files.
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Container } from '../container/container.ts';
import { packFileBytes, writePackFile } from '../container/write.ts';
import { asWritingFault } from '../../sqlite/faults.ts';
import { inPackOrder } from '../format/names.ts';

interface Splitting {
  from: Container;
  /** What the parts are called: `<name>-1-of-3.pack`. */
  name: string;
  /** The folder that they are written into. */
  to: string;
  /** Bytes that a part may have. */
  maxBytes: number;
  signal?: AbortSignal | undefined;
}

/** Writes the parts and gives their paths; any of them can be imported alone, in any order. */
export async function splitPack(splitting: Splitting): Promise<string[]> {
  const { from, name, to, signal } = splitting;
  const parts = partsOf(splitting);
  const paths: string[] = [];
  try {
    mkdirSync(to, { recursive: true });
    for (const [index, names] of parts.entries()) {
      const path = join(to, `${name}-${index + 1}-of-${parts.length}.pack`);
      await writePackFile(path, { from, names, signal });
      paths.push(path);
    }
  } catch (error) {
    throw asWritingFault(error, basename(to));
  }
  return paths;
}

/** Which files go into which part; throws `build_refused` where one file alone is larger than a part. */
export function partsOf({
  from,
  maxBytes,
}: {
  from: Pick<Container, 'entries'>;
  maxBytes: number;
}): string[][] {
  const names = [...from.entries.keys()].sort(inPackOrder);
  const always = names.filter((name) => !name.startsWith('data/'));
  const sizeOf = (given: readonly string[]) =>
    packFileBytes(given.map((name) => from.entries.get(name) ?? 0));
  const parts: string[][] = [[...always]];
  for (const name of names.filter((each) => each.startsWith('data/'))) {
    const part = parts.at(-1) as string[];
    if (sizeOf([...part, name]) <= maxBytes) part.push(name);
    else parts.push([...always, name]);
  }
  // A first file that is too large for a part with nothing else leaves that part empty.
  const filled = parts.filter((part) => part.length > always.length || parts.length === 1);
  const tooLarge = filled.find((part) => sizeOf(part) > maxBytes);
  if (tooLarge) {
    const file = basename(tooLarge.at(-1) ?? '');
    const problem = `${file} and the lists alone need ${sizeOf(tooLarge)} bytes`;
    throw new AppError('build_refused', { problem });
  }
  return filled;
}
