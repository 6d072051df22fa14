// Keeps Chromium's traces in one folder inside the data folder, emptied at every start and end.
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { layout } from '../data-folder/layout.ts';
import { makeFolder } from '../data-folder/make-folder.ts';

/** A socket's address may have 107 bytes, and Chromium adds some 50 to that of its temporary folder. */
const LONGEST_TEMPORARY_PATH = 56;

/** Sends all that Chromium writes to the data folder's transient folder; must come before the app is ready. */
export function keepTracesIn(dataFolder: string): string {
  const folder = windowFolder(dataFolder);
  for (const name of ['userData', 'sessionData', 'crashDumps'] as const) app.setPath(name, folder);
  app.setAppLogsPath(folder);
  // Where the desktop's libraries keep caches of fonts and settings.
  process.env.XDG_CACHE_HOME = join(folder, 'cache');
  const temporary = join(folder, 'tmp');
  if (Buffer.byteLength(temporary) <= LONGEST_TEMPORARY_PATH) {
    makeFolder(temporary);
    app.setPath('temp', temporary);
    for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = temporary;
  }
  return folder;
}

/** A folder that cannot be written to is the archive's to report, in the window; the window needs one all the same. */
function windowFolder(dataFolder: string): string {
  const folder = join(layout(dataFolder).transient, 'window');
  try {
    makeFolder(folder);
    return folder;
  } catch {
    return mkdtempSync(join(tmpdir(), 'mahfuz-'));
  }
}

/** Removes what an earlier run left, but for the lock by which this one is the only one. */
export function wipeAtStart(folder: string): void {
  const socket = lockSocket(folder);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const isLock = /^(Singleton|lockfile$)/.test(entry.name) && entry.parentPath === folder;
    if (isLock || entry.isDirectory() || dirname(path) === dirname(socket)) continue;
    remove(path);
  }
}

/** Where the lock's socket is: Chromium puts it in its temporary folder and links to it. */
function lockSocket(folder: string): string {
  try {
    return readlinkSync(join(folder, 'SingletonSocket'));
  } catch {
    return '';
  }
}

/** Removes everything, once hardly anything writes any more. */
export function wipeAtEnd(folder: string): void {
  remove(folder);
}

// What is in use, or comes back while it is removed, goes at the next start; it must not keep the program from ending.
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 30 });
  } catch {}
}
