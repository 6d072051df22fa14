// Keeps a data folder whole when root works in it: new files belong to the folder's owner, who runs the window.
import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Gives a new file or folder to the owner of the folder that it stands in, where root made it for someone else. */
export function giveToOwner(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  if (uid !== 0) chownSync(path, uid, gid);
}
