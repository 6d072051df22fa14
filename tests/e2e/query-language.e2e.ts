// The query language in the real window: what was understood, other names, mistakes, and the way to the literal word.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { value } from './bridge.ts';
import { openReader, type Reader } from './reader.ts';

let reader: Reader;
let page: Page;

test.beforeAll(async () => {
  reader = await openReader();
  page = reader.page;
  await value(page, 'archive.stats', {});
  await value(page, 'shell.saveSettings', { language: 'en', welcomed: true });
  await page.reload();
  await expect(page.locator('#row-0')).toBeVisible();
});
test.afterAll(() => reader.app.close());

const field = () => page.getByRole('combobox');
const notes = () => page.locator('#query-notes');
const found = async () => {
  await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'false');
  const said = await page
    .locator('[data-pane=list] strong')
    .filter({ hasText: 'found' })
    .innerText();
  return Number(/^\d+/.exec(said)?.[0]);
};

test('what was understood is said in words', async () => {
  await field().fill('service:Twitter -Nigeria after:2024');
  await expect(notes()).toContainText('Looked for: service X, without “Nigeria” and from 2024 on');
  await field().fill('Lahore');
  await expect(notes()).not.toContainText('Looked for');
});

test('other names are said, and a press finds only what was typed', async () => {
  await field().fill('Twitter ');
  await expect(notes()).toContainText('ایکس');
  const all = await found();
  await page.getByRole('button', { name: 'Only as typed' }).click();
  await expect(notes()).toContainText('Names are found only as typed.');
  const literal = await found();
  expect(literal).toBeGreaterThan(0);
  expect(literal).toBeLessThan(all);
  await page.getByRole('button', { name: 'Other names too' }).click();
  await expect(notes()).toContainText('ایکس');
  expect(await found()).toBe(all);
});

test('a mistake is underlined with its reason, and the rest is searched', async () => {
  await field().fill('ban kind:banana ');
  await expect(notes().getByRole('status')).toHaveText(
    'banana is no value of this field; it was looked for as words.',
  );
  await expect(notes().getByText('banana', { exact: true })).toHaveCSS(
    'text-decoration-line',
    'underline',
  );
  await expect(field()).toHaveAccessibleDescription(/banana is no value of this field/);
});

test('axe finds nothing in these lines, in both languages and themes', async () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const language of ['en', 'ur'] as const) {
      await value(page, 'shell.saveSettings', { language, theme, welcomed: true });
      await page.reload();
      await field().fill('service:Twitter OR Lahore kind:banana ');
      await expect(notes()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
  }
});
