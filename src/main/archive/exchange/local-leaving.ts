// Files of the reader's own that were about to be replaced when the program ended: back to before, or on to the end.
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { layout } from '../../data-folder/layout.ts';
import type { Database } from '../../sqlite/open.ts';
import { isInLedger } from '../store/ledger.ts';

/** A file that is about to go is called so, until the archive knows that it goes. */
export const LEAVING = '.leaving';

/** Puts back or deletes the files that were about to go, as the archive knows them or not. */
export function settleLeaving(archive: Database, folder: string): void {
  const { local } = layout(folder);
  if (!existsSync(local)) return;
  rmSync(join(local, 'rewritten.part'), { force: true });
  for (const name of readdirSync(local)) {
    if (!name.endsWith(`.ndjson${LEAVING}`)) continue;
    const path = join(local, name);
    if (isInLedger(archive, name.slice(0, 64))) renameSync(path, path.slice(0, -LEAVING.length));
    else rmSync(path);
  }
}
