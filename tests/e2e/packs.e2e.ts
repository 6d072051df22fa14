// A pack comes by hand: it is looked into, imported into quarantine, its number compared, corrected, passed on, removed.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { chooseFile, drop, value } from './bridge.ts';
import { newFolder, openReader, type Reader } from './reader.ts';
import { makeStick, type Stick } from './stick.ts';
import { watched } from './watched-page.ts';

test.describe.configure({ mode: 'serial' });

let reader: Reader;
let page: Page;
let problems: () => Promise<string[]>;
let stick: Stick;

const digits = async (): Promise<string[]> =>
  (await value(page, 'publisher.list', {}))[0]?.digits ?? [];

test.beforeAll(async () => {
  stick = makeStick(newFolder());
  reader = await openReader();
  page = reader.page;
  problems = await watched(page);
  await value(page, 'shell.saveSettings', { language: 'en', theme: 'light', welcomed: true });
  await page.reload();
  await expect(page.locator('#row-0')).toBeVisible();
});
test.afterAll(() => reader.app.close());

const title = (): Locator => page.getByRole('main').getByRole('heading', { level: 1 });
const button = (name: string): Locator =>
  page.getByRole('main').getByRole('button', { name, exact: true });
const card = (): Locator => page.getByRole('region', { name: 'What the pack holds' });
const results = (): Locator => page.getByRole('listbox', { name: 'Results' });

/** What axe finds on the packs page; the list beside it has tests of its own. */
async function faults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('main').setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** Opens a pack as a reader does who chooses its folder in the system's dialog. */
async function open(name: string): Promise<void> {
  await chooseFile(reader.app, join(stick.folder, name));
  await page.keyboard.press('Control+Shift+O');
  await expect(title()).toHaveText('Publishers and packs');
  await button('Open a folder…').click();
  await expect(title()).toHaveText('Open a pack');
}

/** Opens the record of a row by its title. */
const read = (text: string): Promise<void> =>
  results().getByRole('option').filter({ hasText: text }).locator('[dir]').first().click();

test('the packs page is reached by key and says that nothing was imported yet', async () => {
  await page.keyboard.press('Control+Shift+O');
  await expect(title()).toHaveText('Publishers and packs');
  await expect(title()).toBeFocused();
  await expect(page.getByRole('main')).toContainText('No pack has been imported yet');
  expect(await faults()).toEqual([]);
});

test('a pack says who signed it and what it brings before anything changes', async () => {
  await open('list-1');
  await expect(card()).toContainText('Sample Rights Monitor');
  await expect(card()).toContainText('Not known here');
  await expect(card()).toContainText('You do not know this publisher');
  await expect(card()).toContainText('3 new records');
  await expect(card()).toContainText('2 of 2 are in this pack');
  await expect(card()).toContainText('2 of 3 holders must agree to change keys.');
  await expect(
    card().getByRole('list', { name: 'The publisher’s number' }).getByRole('listitem'),
  ).toHaveCount(8);
  await expect(page.getByRole('main').getByRole('button', { name: /trust/i })).toHaveCount(0);
  expect(await value(page, 'publisher.list', {})).toEqual([]);
  expect(await faults()).toEqual([]);
});

test('what is dropped on the window is looked into, and not kept unless it is imported', async () => {
  await button('Do not import').click();
  await expect(card()).toHaveCount(0);
  await page.keyboard.press('F1');
  await drop(page, join(stick.folder, 'list-1'));
  await expect(card()).toContainText('3 new records');
  expect(await value(page, 'publisher.list', {})).toEqual([]);
});

test('one click imports, into quarantine', async () => {
  await button('Import into quarantine').click();
  const report = page.getByRole('status', { name: 'Imported' });
  await expect(report).toContainText('3 new records.');
  await expect(report).toContainText('Everything went into quarantine');
  const [row] = await value(page, 'publisher.list', {});
  expect(row).toMatchObject({
    status: 'quarantined',
    records: 3,
    fingerprint: stick.publisher.fingerprint,
  });
});

test('quarantined records are in no search, until they are asked for, and are marked', async () => {
  const { total } = await value(page, 'archive.search', { text: 'zebra' });
  expect(total).toBe(0);
  await button('See the publisher').click();
  await expect(title()).toHaveText('Sample Rights Monitor');
  await expect(page.getByRole('main')).toContainText('2 files issued, you hold 2');
  expect(await faults()).toEqual([]);
  await page.locator('label', { hasText: 'Show its quarantined records' }).click();
  await expect(results().getByRole('option')).toHaveCount(3);
  await expect(results().getByRole('option').first()).toContainText('Quarantine');
  await read('nights without');
  await expect(page.getByRole('note', { name: 'From a publisher in quarantine' })).toBeVisible();
  await page
    .getByRole('note', { name: 'From a publisher in quarantine' })
    .getByRole('button')
    .click();
  await expect(title()).toHaveText('Sample Rights Monitor');
});

test('a wrong group stops the comparison, and a typed number that is right leads to trust', async () => {
  const groups = await digits();
  await button('Compare the number…').click();
  await expect(title()).toHaveText('Compare the number');
  await expect(button('Trust this publisher')).toHaveCount(0);
  await expect(page.getByRole('main')).not.toContainText(groups[0] ?? '?');
  expect(await faults()).toEqual([]);
  const field = (n: number) => page.getByRole('textbox', { name: `Group ${n} of 8` });
  const wrong = groups[0] === '00000' ? '11111' : '00000';
  await field(1).fill(wrong);
  await expect(page.getByRole('alert')).toContainText('Stop: the number is different');
  await page.getByRole('alert').getByRole('button', { name: 'Begin again' }).click();
  // Heard group by group, typed in Persian digits: the focus follows.
  await field(1).focus();
  for (const group of groups) {
    await page.keyboard.type([...group].map((digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]).join(''));
  }
  await expect(page.getByRole('main')).toContainText('All eight groups match');
  await button('Trust this publisher').click();
  await expect(page.getByRole('main').getByText('Trusted', { exact: true })).toBeVisible();
  expect((await value(page, 'archive.search', { text: 'zebra' })).total).toBeGreaterThan(0);
});

test('a damaged stick gives what is whole, and the ledger counts the rest', async () => {
  await open('damaged');
  await expect(card()).toContainText('You know this publisher');
  await expect(card()).toContainText('1 changed record');
  await expect(card()).toContainText('you have List 1');
  await expect(card()).toContainText('1 file is damaged on this stick. The others are safe.');
  await expect(card()).toContainText(
    '13 of 14 are in this pack, 10 are new to you, 1 is damaged, 1 is absent',
  );
  await button('Import').click();
  await expect(page.getByRole('status', { name: 'Imported' })).toContainText('27 new records.');
  await button('See the publisher').click();
  await expect(page.getByRole('main')).toContainText(
    'List 2, issued 2 January 2026; 14 files issued, you hold 12, 1 missing, 1 damaged',
  );
  await expect(page.getByRole('main')).toContainText('2 of 3 holders must agree to change keys.');
  expect(await faults()).toEqual([]);
});

test('a corrected record says what changed, word by word', async () => {
  await page.getByRole('combobox').fill('zebra nights');
  await read('Ten zebra nights');
  const banner = page.getByRole('note', { name: 'Corrected' });
  await expect(banner).toContainText('The ministry answered');
  await banner.getByRole('button', { name: 'See what changed' }).click();
  await expect(page.getByRole('main')).toContainText('parts changed: Title, Summary, Start');
  await expect(page.locator('article del').filter({ hasText: 'Nine' })).toBeVisible();
  await expect(page.locator('article ins').filter({ hasText: 'Ten' })).toBeVisible();
  expect(await faults()).toEqual([]);
  await button('Read the record').click();
  await expect(banner).toBeVisible();
});

test('another stick brings what the damaged one lacked, and an older one nothing', async () => {
  await open('list-2');
  await expect(card()).toContainText('2 are new to you');
  await button('Import').click();
  await expect(page.getByRole('status', { name: 'Imported' })).toContainText('6 new records.');
  await open('list-1');
  await expect(card()).toContainText('older than what you already have');
  await expect(card()).toContainText('Everything in it is here already');
  await expect(button('Import')).toHaveCount(0);
});

test('a list that the keys did not sign is refused, with what to do next', async () => {
  await open('forged');
  await expect(card()).toContainText(/refused/i);
  await expect(card()).toContainText('not signed by the publisher’s keys');
  await expect(card()).toContainText('Do not use this copy');
  await expect(button('Import')).toHaveCount(0);
  expect(await faults()).toEqual([]);
});

test('a name that looks like a known one stands beside it, with both numbers', async () => {
  await open('impostor');
  const beside = page.getByRole('region', {
    name: 'This name is hard to tell from one that you know',
  });
  await expect(beside.getByRole('list')).toHaveCount(2);
  await expect(beside).toContainText((await digits())[0] ?? '?');
  await expect(button('Import into quarantine')).toBeVisible();
  expect(await faults()).toEqual([]);
  await button('Do not import').click();
  expect(await value(page, 'publisher.list', {})).toHaveLength(1);
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );

test('a pack is passed on without sensitive files, verified, and can be opened by whoever gets it', async () => {
  const drive = newFolder();
  await page.keyboard.press('Control+Shift+O');
  await button('Pass on a copy…').click();
  await expect(title()).toHaveText('Pass it on');
  await expect(page.getByRole('main')).toContainText('1 sensitive file is left out.');
  await expect(page.getByRole('checkbox', { name: 'Also sensitive files' })).not.toBeChecked();
  expect(await faults()).toEqual([]);
  await chooseFile(reader.app, drive);
  await button('Choose a drive and copy…').click();
  await expect(page.getByRole('heading', { name: 'Safe to remove' })).toBeVisible();
  const copied = filesIn(drive);
  expect(copied.some((path) => path.endsWith('README.txt'))).toBe(true);
  expect(copied.filter((path) => path.includes('second.ndjson'))).toHaveLength(1);
  expect(copied.filter((path) => path.includes('witness'))).toEqual([]);
  const [pack = ''] = readdirSync(drive);
  await chooseFile(reader.app, join(drive, pack));
  await page.keyboard.press('Control+Shift+O');
  await button('Open a folder…').click();
  await expect(card()).toContainText('Everything in it is here already');
});

/** Every part of the packs page, by what leads to it from the beginning. */
const PARTS: Record<string, () => Promise<void>> = {
  publishers: async () => undefined,
  publisher: async () => page.locator('main ul button').first().click(),
  share: async () => page.locator('main section').last().getByRole('button').last().click(),
  card: async () => page.getByRole('main').getByRole('button', { name: /…$/ }).first().click(),
};

async function showPart(part: string): Promise<void> {
  await page.keyboard.press('Control+Shift+O');
  await expect(page.locator('main ul button').first()).toBeVisible();
  await PARTS[part]?.();
  await page.waitForTimeout(300);
}

test('every part passes axe in the dark and in Urdu, and fits a window that is enlarged four times', async () => {
  const zoom = (factor: number) =>
    reader.app.evaluate(
      ({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by),
      factor,
    );
  await chooseFile(reader.app, join(stick.folder, 'impostor'));
  for (const settings of [{ theme: 'dark' }, { theme: 'light', language: 'ur' }] as const) {
    await value(page, 'shell.saveSettings', settings);
    await page.reload();
    await expect(page.locator('#row-0')).toBeVisible();
    for (const part of Object.keys(PARTS)) {
      await showPart(part);
      expect(await faults(), part).toEqual([]);
      await zoom(4);
      const tooWide = await page.evaluate(`
        [...document.querySelectorAll('main *')]
          .filter((element) => {
            const { left, right, width } = element.getBoundingClientRect();
            return width > 1 && !element.closest('[aria-hidden=true]') && (right > innerWidth + 1 || left < -1);
          })
          .map((element) => element.outerHTML.slice(0, 140))
      `);
      await zoom(1);
      expect(tooWide, part).toEqual([]);
    }
  }
  await value(page, 'shell.saveSettings', { theme: 'light', language: 'en' });
  await page.reload();
  await expect(page.locator('#row-0')).toBeVisible();
  await page.keyboard.press('Control+Shift+O');
  await button('Sample Rights Monitor').click();
});

test('the ledger is saved as text in the language of the window', async () => {
  const path = join(newFolder(), 'ledger.txt');
  await chooseFile(reader.app, path);
  await button('Save the ledger as text…').click();
  await expect(page.getByRole('region', { name: 'Tasks' })).toContainText('The ledger was saved');
  const ledger = readFileSync(path, 'utf8');
  expect(ledger).toContain('Sample Rights Monitor');
  expect(ledger).toContain((await digits())[0]);
});

test('an import is taken back as a whole, after a question that Escape answers with no', async () => {
  const undo = button('Undo…').last();
  await undo.click();
  const question = page.getByRole('group', { name: 'Undo this import?' });
  await expect(question).toContainText('keep deleted bytes');
  await expect(question.getByRole('heading')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await undo.click();
  expect(await faults()).toEqual([]);
  await question.getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Removed: 6 records' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('you hold 12');
});

test('a record, and then its publisher, is removed from this computer', async () => {
  await page.getByRole('combobox').fill('zebra leaflet');
  await read('A zebra leaflet');
  await button('Remove from this computer…').click();
  await button('Remove').click();
  await expect(page.getByRole('region', { name: 'Tasks' })).toContainText('Removed: 1 record');
  expect((await value(page, 'archive.search', { text: 'zebra leaflet' })).total).toBe(0);
  await page.keyboard.press('Control+Shift+O');
  await button('Sample Rights Monitor').click();
  await button('Remove this publisher…').click();
  await button('Remove').click();
  await expect(page.getByRole('main')).toContainText('No pack has been imported yet');
  expect((await value(page, 'archive.search', { text: 'zebra' })).total).toBe(0);
  expect(await value(page, 'publisher.list', {})).toEqual([]);
});

test('nothing in the window broke its own rules', async () => {
  expect(await problems()).toEqual([]);
});
