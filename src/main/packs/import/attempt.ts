// Remembers which file is being read while it is: if that ends the process, nobody runs into it unwarned again.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson } from '../../data-folder/atomic.ts';
import { layout } from '../../data-folder/layout.ts';
import { keepFile } from '../trust/publisher-folder.ts';

const places = (folder: string) => ({
  running: join(layout(folder).packs, 'attempt.json'),
  ended: join(layout(folder).packs, 'crashed.json'),
});

const sha256s = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(1000);

/** Notes that a file is about to be read. */
export function beginAttempt(folder: string, sha256: string): void {
  keepFile(places(folder).running, JSON.stringify([sha256]));
}

/** Notes that it was read, whatever was in it. */
export function endAttempt(folder: string): void {
  rmSync(places(folder).running, { force: true });
}

/** Called when the archive is opened: a file that was being read when the last process ended is remembered. */
export function noteCrash(folder: string): void {
  const { running, ended } = places(folder);
  const [sha256] = read(running);
  if (sha256 === undefined) return;
  keepFile(ended, JSON.stringify([...new Set([...read(ended), sha256])].slice(-1000)));
  rmSync(running, { force: true });
}

/** The files during whose reading a process ended. */
export function crashedBefore(folder: string): ReadonlySet<string> {
  return new Set(read(places(folder).ended));
}

/** Forgets a file that was read well at last. */
export function forgetCrash(folder: string, sha256: string): void {
  const { ended } = places(folder);
  const left = read(ended).filter((each) => each !== sha256);
  if (left.length > 0) keepFile(ended, JSON.stringify(left));
  else rmSync(ended, { force: true });
}

function read(path: string): string[] {
  const found = sha256s.safeParse(readJson(path));
  return found.success ? found.data : [];
}
