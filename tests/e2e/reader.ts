// Opens the real reader for a test: sandbox on, data folder of its own, one window.

import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '..', '..');

/** A running reader: the app, its first window, its data folder. */
export type Reader = { app: ElectronApplication; page: Page; data: string };

const made: string[] = [];
process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Makes an empty folder, removed at the end, that belongs to the account under which the window runs. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mahfuz-test-'));
  made.push(folder);
  const account = process.env.MAHFUZ_ACCOUNT?.split(':').map(Number);
  if (account) chownSync(folder, account[0] as number, account[1] as number);
  return folder;
}

/** Starts the reader on `data` (default: a new, empty folder) and waits for its window. */
export async function openReader(
  options: { data?: string; args?: string[] } = {},
): Promise<Reader> {
  const data = options.data ?? newFolder();
  const app = await electron.launch({
    args: [root, `--data=${data}`, ...(options.args ?? [])],
    chromiumSandbox: true,
  });
  const page = await app.firstWindow();
  // A page that is still loading for the first time would abort what a test does next, such as a reload.
  await page.waitForURL(/\/index\.html$/);
  return { app, page, data };
}
