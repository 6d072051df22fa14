// A pack comes by hand: it is looked into, imported into quarantine, its number compared, corrected, passed on, removed.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { sampleDocument, sampleEvent } from '../archive/sample.ts';
import { recordsFile, TestPublisher, writePack } from '../packs/made.ts';
import { chooseFile, value } from './bridge.ts';
import { newFolder, openReader, type Reader } from './reader.ts';
import { watched } from './watched-page.ts';

test.describe.configure({ mode: 'serial' });

let reader: Reader;
let page: Page;
let problems: () => Promise<string[]>;
let stick: string;

const publisher = new TestPublisher('Sample Rights Monitor');
const blackout = { id: 'srm/blackout', title: 'Nine zebra nights without a network' };
const first = sampleEvent({
  ...blackout,
  summary: 'Every mobile network of the valley was silent.\n\nNobody said why.',
});
const second = sampleEvent({
  ...blackout,
  revision: 2,
  title: 'Ten zebra nights without a network',
  summary:
    'Every mobile network of the valley was silent.\n\nThe ministry said that a cable failed.',
  correction: 'The ministry answered, and one more night is known.',
});
const statement = sampleDocument({ id: 'srm/statement', title: 'A zebra statement' });
const witness = sampleDocument({ id: 'srm/witness', title: 'A testimony', genre: 'testimony' });

const digits = async (): Promise<string[]> =>
  (await value(page, 'publisher.list', {}))[0]?.digits ?? [];

test.beforeAll(async () => {
  const files = [
    recordsFile('srm/first.ndjson.zst', [first, statement], {
      seq: 1,
      covers: ['2024-02-16', '2024-02-17'],
    }),
    recordsFile('srm/witness.ndjson.zst', [witness], { seq: 2, sensitive: true }),
  ];
  stick = newFolder();
  writePack(join(stick, 'list-1'), publisher.issue(files));
  const corrected = recordsFile('srm/second.ndjson.zst', [second], { seq: 3, since: 2 });
  const issue = publisher.issue([...files, corrected]);
  writePack(join(stick, 'list-2'), issue);
  const spoilt = issue.files.map((file) =>
    file.path === 'srm/second.ndjson.zst' ? { ...file, bytes: Buffer.from(file.bytes) } : file,
  );
  writePack(join(stick, 'damaged'), issue, spoilt);
  reader = await openReader();
  page = reader.page;
  problems = await watched(page);
  await value(page, 'shell.saveSettings', { language: 'en', theme: 'light', welcomed: true });
  await page.reload();
  await expect(page.locator('#row-0')).toBeVisible();
});
test.afterAll(() => reader.app.close());

const title = (): Locator => page.getByRole('main').getByRole('heading', { level: 1 });
const button = (name: string | RegExp): Locator =>
  page.getByRole('main').getByRole('button', { name });
const results = (): Locator => page.getByRole('listbox', { name: 'Results' });

async function faults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** Opens a pack as a reader does who chooses its folder in the system's dialog. */
async function open(name: string): Promise<void> {
  await chooseFile(reader.app, join(stick, name));
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
  const card = page.getByRole('region', { name: 'What the pack holds' });
  await expect(card).toContainText('Sample Rights Monitor');
  await expect(card).toContainText('Not known here');
  await expect(card).toContainText('You do not know this publisher');
  await expect(card).toContainText('3 new records');
  await expect(card).toContainText('2 of 2 are in this pack');
  await expect(
    card.getByRole('list', { name: 'The publisher’s number' }).getByRole('listitem'),
  ).toHaveCount(8);
  await expect(button(/trust/i)).toHaveCount(0);
  expect(await value(page, 'publisher.list', {})).toEqual([]);
  expect(await faults()).toEqual([]);
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
    fingerprint: publisher.fingerprint,
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

test('a corrected record says what changed, word by word', async () => {
  await open('list-2');
  const card = page.getByRole('region', { name: 'What the pack holds' });
  await expect(card).toContainText('You know this publisher');
  await expect(card).toContainText('1 changed record');
  await expect(card).toContainText('you have List 1');
  await button('Import').click();
  await expect(page.getByRole('status', { name: 'Imported' })).toContainText(
    '1 record has a newer revision',
  );
  await page.getByRole('combobox').fill('zebra nights');
  await read('Ten zebra nights');
  const banner = page.getByRole('note', { name: 'Corrected' });
  await expect(banner).toContainText('The ministry answered');
  await banner.getByRole('button', { name: 'See what changed' }).click();
  await expect(page.getByRole('main')).toContainText('2 parts changed: Title, Summary');
  await expect(page.locator('article del').filter({ hasText: 'Nine' })).toBeVisible();
  await expect(page.locator('article ins').filter({ hasText: 'Ten' })).toBeVisible();
  expect(await faults()).toEqual([]);
});

test('an older stick and one with nothing new say so', async () => {
  await open('list-1');
  const card = page.getByRole('region', { name: 'What the pack holds' });
  await expect(card).toContainText('older than what you already have');
  await expect(card).toContainText('Everything in it is here already');
  await expect(button('Import')).toHaveCount(0);
});

test('a list that the keys did not sign is refused, with what to do next', async () => {
  const forged = join(stick, 'forged');
  cpSync(join(stick, 'list-2'), forged, { recursive: true });
  const name = readdirSync(join(forged, 'metadata')).find((one) => one === 'timestamp.json') ?? '';
  const path = join(forged, 'metadata', name);
  const timestamp = JSON.parse(readFileSync(path, 'utf8'));
  timestamp.signed.version = 9;
  writeFileSync(path, JSON.stringify(timestamp));
  await open('forged');
  const card = page.getByRole('region', { name: 'What the pack holds' });
  await expect(card).toContainText('Refused');
  await expect(card).toContainText('not signed by the publisher’s keys');
  await expect(card).toContainText('Do not use this copy');
  expect(await faults()).toEqual([]);
});

test('nothing in the window broke its own rules', async () => {
  expect(await problems()).toEqual([]);
});
