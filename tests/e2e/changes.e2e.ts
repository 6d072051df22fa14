// What changed between revisions, in the real window: by keyboard, for two texts in conflict, and never what was withdrawn for safety.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { sampleDocument } from '../archive/sample.ts';
import { runJob, value } from './bridge.ts';
import { newFolder, openReader, type Reader } from './reader.ts';
import { watched } from './watched-page.ts';

test.describe.configure({ mode: 'serial' });

let reader: Reader;
let page: Page;
let problems: () => Promise<string[]>;

const letter = (fields: object) =>
  sampleDocument({ id: 'test/letter', title: 'A zebra letter', ...fields });
const spoken = { id: 'test/spoken', title: 'A zebra talk' };
const RECORDS = [
  letter({ body: 'The cable failed on Monday.\n\nNobody showed it.' }),
  letter({ revision: 2, body: 'The cable was cut on Monday.\n\nNobody showed it.' }),
  letter({ revision: 2, body: 'The cable was cut on Tuesday.\n\nNobody showed it.' }),
  sampleDocument({ ...spoken, body: 'Zainab spoke of the valley.' }),
  sampleDocument({ ...spoken, revision: 2, body: 'Zainab spoke of the valley and the hill.' }),
  sampleDocument({
    ...spoken,
    revision: 3,
    body: '',
    withdrawn: { at: '2026-05-01', why: 'It names somebody.', safety: true },
  }),
];

test.beforeAll(async () => {
  reader = await openReader();
  page = reader.page;
  problems = await watched(page);
  await value(page, 'shell.saveSettings', { language: 'en', theme: 'light', welcomed: true });
  await page.reload();
  await expect(page.locator('#row-0')).toBeVisible();
  const file = join(newFolder(), 'letters.ndjson');
  writeFileSync(file, RECORDS.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const { error } = await runJob(reader, 'archive.import', file);
  expect(error).toBeNull();
});
test.afterAll(() => reader.app.close());

const main = (): Locator => page.getByRole('main');

async function read(words: string): Promise<void> {
  await page.getByRole('combobox').fill(words);
  await expect(page.locator('#results [role=option]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(main().locator('article h1')).toBeFocused();
}

test('two texts that claim one revision are compared word by word, by keyboard alone', async () => {
  await read('"zebra letter"');
  await page
    .getByRole('note', { name: 'Two texts claim the same revision' })
    .getByRole('button', { name: 'Compare both texts' })
    .press('Enter');
  await expect(main()).toContainText('Both texts carry revision number 2');
  await expect(main()).toContainText('1 part changed: Text');
  const words = await main().locator('article section :is(ins, del)').allInnerTexts();
  const days = new Set(words.map((text) => /Monday|Tuesday/.exec(text)?.[0]));
  expect(days).toEqual(new Set(['Monday', 'Tuesday']));
  await expect(main()).toContainText('1 paragraph or item unchanged');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('any two revisions can be chosen, and a way leads back to the record', async () => {
  await main()
    .getByRole('button', { name: /Older text/ })
    .press('Enter');
  await page.getByRole('option', { name: /Revision 1,/ }).press('Enter');
  await expect(main()).toContainText('The publisher gives no reason for revision 2');
  await expect(main().locator('article del')).toContainText(['removed', 'failed']);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('note', { name: 'Two texts claim the same revision' })).toBeVisible();
});

test('what was withdrawn for safety is in no comparison, although older revisions had it', async () => {
  await read('"zebra talk"');
  await main()
    .getByRole('region', { name: 'About this record' })
    .getByRole('button', { name: 'Compare with this text' })
    .last()
    .click();
  await expect(main()).toContainText('left out here too');
  await expect(main()).not.toContainText('Zainab');
});

test('nothing in the window broke its own rules', async () => {
  expect(await problems()).toEqual([]);
});
