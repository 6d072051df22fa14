// Writes small files so that a crash leaves the old one or the new one, never a piece; and reads them back.
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { faultCode } from '../sqlite/faults.ts';
import { giveToOwner, PRIVATE_FILE } from './ownership.ts';

/** Replaces a file's content as one step that survives a loss of power. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const fresh = `${path}.new`;
  try {
    const file = openSync(fresh, 'w', PRIVATE_FILE);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    giveToOwner(fresh);
    putInPlace(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Reads a small file of JSON; null where it is missing or no JSON. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || faultCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Renames a file whose bytes are on the disk already, and makes the new name last. */
export function putInPlace(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Makes the names in a folder last; Windows does so by itself and cannot be asked. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a file's bytes last. The file must not be an open database: closing it here would drop SQLite's locks. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
