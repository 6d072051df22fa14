// A walk by keyboard and accessibility tree alone: search, narrow, read, compare and cite, without sight or pointer.
import { expect, type Page, test } from '@playwright/test';
import { value } from './bridge.ts';
import { openReader, type Reader } from './reader.ts';

test.describe.configure({ mode: 'serial' });

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

const press = (...keys: string[]) =>
  keys.reduce<Promise<void>>(
    (before, key) => before.then(() => page.keyboard.press(key)),
    Promise.resolve(),
  );
const focused = () => page.locator(':focus');
/** What is read out where the focus is: the element, or the one that it names as active. */
const active = async (): Promise<string> => {
  const id = await focused().getAttribute('aria-activedescendant');
  return (id ? page.locator(`#${id}`) : focused()).ariaSnapshot();
};

test('the window has its landmarks, and each has a name', async () => {
  await expect(page.getByRole('search')).toHaveCount(1);
  await expect(page.getByRole('main', { name: 'Reading' })).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Search and results' })).toHaveCount(1);
});

test('a slash leads to the field, and what is found is said once typing rests', async () => {
  await press('/');
  await expect(focused()).toHaveAccessibleName('Search the archive');
  await page.keyboard.type('tiktok ban', { delay: 15 });
  const { total } = await value(page, 'archive.search', { text: 'tiktok ban', prefix: true });
  await expect(page.getByRole('status').filter({ hasText: `${total} records found` })).toHaveCount(
    1,
  );
});

test('Tab leads from the field over filters and order to the list, with every stop named', async () => {
  const stops: string[] = [];
  for (let step = 0; step < 14; step++) {
    await press('Tab');
    const name = await focused().evaluate(
      (element) => element.getAttribute('aria-label') ?? element.textContent ?? '',
    );
    expect(name.trim()).not.toBe('');
    stops.push(name.trim());
    if ((await focused().getAttribute('id')) === 'results') break;
  }
  expect(stops.at(-1)).toBe('Results');
  for (const name of ['Filters', 'By event', 'From', 'To']) expect(stops).toContain(name);
});

test('the list says which row is active, and that it can be selected', async () => {
  await press('Home');
  expect(await active()).toMatch(/^- option /);
  await press('Space');
  expect(await active()).toMatch(/\[selected\]/);
  await expect(page.getByRole('status').filter({ hasText: '1 selected' })).toHaveCount(1);
  await expect(page.locator('#results')).toHaveAttribute('aria-multiselectable', 'true');
});

test('Enter opens the record at its title, and headings lead through it', async () => {
  await press('Enter');
  await expect(focused()).toHaveRole('heading');
  const headings = page.getByRole('main').getByRole('heading', { level: 2 });
  const names = await headings.allInnerTexts();
  expect(names).toEqual(expect.arrayContaining(['Sources', 'About this record']));
});

test('F6 goes to the list and back to what is read', async () => {
  await press('F6');
  await expect(focused()).toHaveAccessibleName('Results');
  await press('F6');
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
  await press('F6');
});

test('a second result is selected, and both are compared as a table with headers', async () => {
  await press('ArrowDown', 'ArrowDown', 'Space', 'Control+d');
  await expect(focused()).toHaveText('Two records compared');
  const table = page.getByRole('table', { name: 'Two records compared' });
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  const rows = await table.getByRole('rowheader').allInnerTexts();
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) expect(row).toMatch(/equal|differs|only in [AB]/);
  await expect(table.getByRole('row').nth(1).getByRole('cell')).toHaveCount(2);
});

test('back from the comparison, the record is cited, and it is said', async () => {
  await press('Alt+ArrowLeft');
  await expect(page.locator('article h1')).toBeFocused();
  await press('Control+Shift+c');
  await expect(page.getByRole('status').filter({ hasText: 'Citation copied' })).toHaveCount(1);
  const text = await reader.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(text).toContain(await page.locator('article h1').innerText());
});

test('the filters open, their first facet is one stop, and Escape from a menu gives the focus back', async () => {
  await press('/', 'Tab');
  for (let step = 0; step < 4; step++) {
    if ((await focused().innerText()) === 'Filters') break;
    await press('Tab');
  }
  await press('Enter');
  await expect(focused()).toHaveAttribute('aria-expanded', 'true');
  const facets = page.getByRole('region', { name: 'Narrow the results' });
  await expect(facets.getByRole('list').first()).toBeVisible();
  for (const list of await facets.getByRole('list').all()) {
    await expect(list.locator('button:not([tabindex="-1"])')).toHaveCount(1);
  }
  const order = page.getByRole('button', { name: /Order/ });
  await order.focus();
  await press('Enter', 'Escape');
  await expect(order).toBeFocused();
});
