// Writes what the page made to a file that the reader chose.
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { asFault } from '../sqlite/faults.ts';

/** Writes a file and tells its size in bytes; throws disk_full, folder_unwritable or file_unreadable. */
export async function saveTo(
  path: string,
  content: string | Uint8Array,
): Promise<{ bytes: number }> {
  try {
    await writeFile(path, content);
  } catch (error) {
    const fault = asFault(error);
    throw fault instanceof AppError
      ? fault
      : new AppError('file_unreadable', { name: basename(path) }, { cause: error });
  }
  return { bytes: Buffer.byteLength(content) };
}
