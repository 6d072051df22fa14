// Writes a file whole or not at all, where the reader chose to have it.
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { asWritingFault } from '../../sqlite/faults.ts';

/** Adds a text to the file and gives the bytes of UTF-8 that it took. */
export type Add = (text: string) => number;

/**
 * Writes a file by what `write` adds; an existing one is replaced only where `replace` is set. Throws `file_exists`,
 * `file_unwritable`, `disk_full`, and what `write` throws; then nothing is left behind.
 */
export async function writeWhole<Report>(
  { path, replace = false }: { path: string; replace?: boolean | undefined },
  write: (add: Add) => Promise<Report>,
): Promise<Report> {
  if (!replace && existsSync(path)) throw new AppError('file_exists', { name: basename(path) });
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    const report = await writePart(part, write);
    renameSync(part, path);
    return report;
  } catch (error) {
    rmSync(part, { force: true });
    // The reader chose the folder, so that what is wrong with it is not said of the data folder.
    throw asWritingFault(error, basename(path));
  }
}

async function writePart<Report>(
  part: string,
  write: (add: Add) => Promise<Report>,
): Promise<Report> {
  const file = openSync(part, 'w');
  try {
    const report = await write((text) => writeText(file, text));
    fsyncSync(file);
    return report;
  } finally {
    closeSync(file);
  }
}

function writeText(file: number, text: string): number {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
  return bytes.length;
}
