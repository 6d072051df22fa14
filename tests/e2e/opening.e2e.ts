// What a reader sees while the archive opens, when something was put right, and when it cannot be opened.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openDatabase } from '../../src/main/sqlite/open.ts';
import { value } from './bridge.ts';
import { openReader } from './reader.ts';

/** A data folder that a reader has used and closed. */
async function usedFolder(): Promise<string> {
  const { app, page, data } = await openReader();
  await value(page, 'shell.saveSettings', { welcomed: true, language: 'en' });
  await expect(page.locator('#row-0')).toBeVisible();
  await app.close();
  return data;
}

test('an index that is missing is rebuilt, and this is said once', async () => {
  const data = await usedFolder();
  rmSync(join(data, 'search-1.sqlite'));
  const { app, page } = await openReader({ data });
  await expect(page.locator('#row-0')).toBeVisible();
  const notice = page.getByRole('status').filter({ hasText: 'has been rebuilt' });
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
  await app.close();
});

test('data of a newer version is refused in a sentence with a next step, in the reader’s language', async () => {
  const data = await usedFolder();
  const archive = openDatabase(join(data, 'archive.sqlite'));
  archive.pragma('user_version = 99');
  archive.close();
  const { app, page } = await openReader({ data });
  await expect(
    page.getByRole('heading', { name: 'The archive could not be opened' }),
  ).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('newer Mahfuz');
  await expect(page.getByRole('alert')).toContainText('--data FOLDER');
  await value(page, 'shell.saveSettings', { language: 'ur' });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'آرکائیو نہیں کھل سکا' })).toBeVisible();
  await app.close();
});
