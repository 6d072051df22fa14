// A pack as it lies on a stick: a folder, or the same files in one `.pack`; only names that a pack may have are seen.
import { lstat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { faultCode } from '../../sqlite/faults.ts';
import { openFolder } from './folder.ts';
import { openPackFile } from './pack-file.ts';

/** Which bytes of a file, from the first to before the last. */
export interface Range {
  from: number;
  to: number;
}

export interface Container {
  kind: 'folder' | 'file';
  /** The files that a pack may have, with their sizes in bytes; others are as if they were not there. */
  entries: ReadonlyMap<string, number>;
  /** Whether a .pack file ends early or is damaged, so that files may be missing. */
  cut: boolean;
  /** A whole file; null where there is none. More than `maxBytes` is `pack_file_too_large`, found out before reading. */
  read: (name: string, maxBytes: number) => Promise<Buffer | null>;
  /** A file piece by piece; one that is not there, or is cut short, is `payload_missing` or `payload_damaged`. */
  stream: (name: string, range?: Range) => AsyncGenerator<Buffer>;
  close: () => Promise<void>;
}

/** Opens a folder or a `.pack` file; throws `file_unreadable` or `pack_unreadable`, and follows no link. */
export async function openContainer(path: string): Promise<Container> {
  const name = basename(path);
  try {
    const found = await lstat(path);
    if (found.isDirectory()) return await openFolder(path);
    if (found.isFile()) return await openPackFile(path);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('file_unreadable', { name, fault: faultCode(cause) ?? null }, { cause });
  }
  throw new AppError('pack_unreadable', { name });
}
