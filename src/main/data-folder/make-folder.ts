// Makes folders inside the data folder, or on the way to it.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { giveToOwner, PRIVATE_FOLDER } from './ownership.ts';

/**
 * Makes a folder and those above it where they are missing, each for this account alone. Node's own recursive way
 * never ends where the system refuses a folder as if its parent were missing, as in /proc.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path, { mode: PRIVATE_FOLDER });
  giveToOwner(path);
}
