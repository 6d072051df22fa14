// Keeps a data folder whole when root works in it: new files belong to the folder's owner, who runs the window.
import { chmodSync, chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The account alone may read what stands in the data folder. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;

/** Gives a new file or folder to the owner of the folder that it stands in, where root made it for someone else. */
export function giveToOwner(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  if (uid !== 0) chownSync(path, uid, gid);
}

/** Lets the folder's owner alone read a file that SQLite made; what SQLite puts beside it follows. */
export function makePrivate(path: string): void {
  chmodSync(path, PRIVATE_FILE);
  giveToOwner(path);
}
