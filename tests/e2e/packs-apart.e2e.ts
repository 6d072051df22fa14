// What is told of one pack, copy or publisher is not told of another: two at once, one after the other, one that is gone.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { sampleDocument } from '../archive/sample.ts';
import { recordsFile, TestPublisher, writePack } from '../packs/made.ts';
import { chooseFile, drop, value } from './bridge.ts';
import { newFolder, openReader, type Reader } from './reader.ts';
import { makeStick, type Stick } from './stick.ts';

test.describe.configure({ mode: 'serial' });

let reader: Reader;
let page: Page;
let stick: Stick;

test.beforeAll(async () => {
  stick = makeStick(newFolder());
  reader = await openReader();
  page = reader.page;
  await value(page, 'shell.saveSettings', { language: 'en', theme: 'light', welcomed: true });
  await page.reload();
  await expect(page.locator('#row-0')).toBeVisible();
});
test.afterAll(() => reader.app.close());

const main = (): Locator => page.getByRole('main');
const title = (): Locator => main().getByRole('heading', { level: 1 });
const button = (name: string): Locator => main().getByRole('button', { name, exact: true });

/** Opens a pack as a reader does who chooses its folder in the system's dialog. */
async function open(path: string): Promise<void> {
  await chooseFile(reader.app, path);
  await page.keyboard.press('Control+Shift+O');
  await button('Open a folder…').click();
}

async function showPublisher(name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+O');
  await button(name).click();
  await expect(title()).toHaveText(name);
}

/** A pack that takes a while to import. */
function largePack(folder: string): string {
  const records = Array.from({ length: 15_000 }, (_, number) =>
    sampleDocument({ id: `srm/large-${number}`, body: randomBytes(60).toString('hex') }),
  );
  const files = [0, 1, 2].map((seq) =>
    recordsFile(`srm/large-${seq}.ndjson.zst`, records.slice(seq * 5000, seq * 5000 + 5000), {
      seq,
    }),
  );
  return writePack(folder, new TestPublisher('Large').issue(files));
}

test('a pack that is dropped while another is imported takes nothing of its place', async () => {
  await open(largePack(join(newFolder(), 'large')));
  await button('Import into quarantine').click();
  await expect(main()).toContainText('Importing large');
  await drop(page, join(stick.folder, 'list-1'));
  await expect(page.getByText('is still running')).toBeVisible();
  await expect(main()).toContainText('Importing large');
  await expect(main()).not.toContainText('list-1');
  await expect(page.getByRole('status', { name: 'Imported' })).toBeVisible({ timeout: 60_000 });
  await expect(main()).toContainText('15,000 new records');
  await expect(main()).not.toContainText('Nothing was added');
});

test('a copy that was made of one publisher is not told of another', async () => {
  await open(join(stick.folder, 'list-1'));
  await button('Import into quarantine').click();
  await expect(page.getByRole('status', { name: 'Imported' })).toBeVisible();
  await showPublisher('Sample Rights Monitor');
  await button('Pass on a copy…').click();
  await chooseFile(reader.app, newFolder());
  await button('Choose a drive and copy…').click();
  await expect(page.getByRole('heading', { name: 'Safe to remove' })).toBeVisible();
  await showPublisher('Large');
  await button('Pass on a copy…').click();
  await expect(button('Choose a drive and copy…')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Safe to remove' })).toHaveCount(0);
  await showPublisher('Sample Rights Monitor');
  await button('Pass on a copy…').click();
  await expect(page.getByRole('heading', { name: 'Safe to remove' })).toBeVisible();
});

test('back on the page of a publisher that was removed, that is said', async () => {
  await showPublisher('Sample Rights Monitor');
  await button('Compare the number…').click();
  await expect(title()).toHaveText('Compare the number');
  await showPublisher('Sample Rights Monitor');
  await button('Remove this publisher…').click();
  await button('Remove').click();
  await expect(main()).toContainText('Removed: 3 records', { timeout: 30_000 });
  for (const _ of ['its page', 'the list', 'its comparison']) {
    await page.keyboard.press('Alt+ArrowLeft');
  }
  await expect(main()).toContainText('This publisher is not on this computer');
});
