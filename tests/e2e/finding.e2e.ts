// Narrowing, grouping, selecting, comparing and tabs in the real window, by pointer and by keys.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { SearchQueryInput } from '../../src/shared/search.ts';
import { sampleDocument } from '../archive/sample.ts';
import { chooseFile, runJob, value } from './bridge.ts';
import { newFolder, openReader, type Reader } from './reader.ts';
import { watched } from './watched-page.ts';

test.describe.configure({ mode: 'serial' });

let reader: Reader;
let page: Page;
let problems: () => Promise<string[]>;

test.beforeAll(async () => {
  reader = await openReader();
  page = reader.page;
  await value(page, 'archive.stats', {});
  await value(page, 'shell.saveSettings', { language: 'en', welcomed: true });
  problems = await watched(page);
  await expect(row(0)).toBeVisible();
});
test.afterAll(() => reader.app.close());

const results = (): Locator => page.locator('#results');
const row = (n: number): Locator => page.locator(`#row-${n}`);
const title = (): Locator => page.getByRole('main').getByRole('heading', { level: 1 });
const facets = (): Locator => page.getByRole('region', { name: 'Narrow the results' });
const shownTotal = (): Locator => page.locator('[data-pane=list] strong').first();
const tabs = (): Locator => page.getByRole('tab');

async function search(text: string): Promise<void> {
  await page.mouse.move(600, 1);
  await page.getByRole('combobox').fill(text);
  await page.keyboard.press('Enter');
  await expect(results()).toHaveAttribute('aria-busy', 'false');
}

/** What the window asks: the last word may be unfinished while the field has it. */
const found = (query: SearchQueryInput) =>
  value(page, 'archive.search', { prefix: true, ...query });
const total = async (query: SearchQueryInput): Promise<number> => (await found(query)).total;

test('a search that another one of the window takes the place of is asked again, and answered', async () => {
  for (const word of ['court', 'election', 'blocked', 'students', 'journalists']) {
    await page.evaluate(`(async () => {
      const field = document.querySelector('[role=combobox]');
      const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      value.set.call(field, '${word}');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
      await mahfuz.call('archive.search', { text: 'another' }, Date.now());
    })()`);
    await expect(results()).toHaveAttribute('aria-busy', 'false');
    await expect(shownTotal()).toHaveText(`${await total({ text: word })} records found`);
  }
});

/** Where an element stands in each picture of the time after it is first shown for a query, in pixels from the top. */
async function placesOf(selector: string, text: string): Promise<number[]> {
  const seen = page.evaluate(`new Promise((resolve) => {
    const places = new Set();
    let begun = null;
    const look = (now) => {
      const shown = document.querySelector('${selector}');
      const asked = document.querySelector('[role=combobox]').value === '${text}';
      const busy = document.querySelector('#results[aria-busy=true]');
      if (shown && asked && !busy) {
        begun ??= now;
        places.add(shown.getBoundingClientRect().y);
      }
      if (begun !== null && now - begun > 1500) resolve([...places]);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })`) as Promise<number[]>;
  await page.getByRole('combobox').fill(text);
  return seen;
}

test('what was found stays where it was first shown', async () => {
  for (const [selector, text] of [
    ['[data-pane=list] h2 + p', 'shutdwon '],
    ['#row-0', 'internet '],
    ['#row-0', 'kind:term cost '],
    ['#row-0', 'laid '],
  ] as const) {
    await search('internet');
    await page.waitForTimeout(500);
    expect(await placesOf(selector, text), text).toHaveLength(1);
  }
});

test('each facet says how many there are, and a choice finds as many', async () => {
  await search('internet');
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  const events = facets().getByRole('button', { name: /^Events/ });
  const filters = { kinds: ['event' as const] };
  const count = await total({ text: 'internet', filters });
  await expect(events).toContainText(String(count));
  await events.click();
  await expect(events).toHaveAttribute('aria-pressed', 'true');
  await expect(shownTotal()).toHaveText(`${count} records found`);
  await expect(page.getByRole('button', { name: 'Take away: Events' })).toBeVisible();
});

test('a value is kept out by keys alone, and the chip that says so takes it back', async () => {
  const first = facets().getByRole('list', { name: 'Country' }).getByRole('button').first();
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const focused = page.locator(':focus');
  await expect(focused).toHaveAccessibleName(/^Keep out: /);
  const name = ((await focused.getAttribute('aria-label')) ?? '').replace('Keep out: ', '');
  const before = Number.parseInt(await shownTotal().innerText(), 10);
  await page.keyboard.press('Enter');
  await expect(focused).toHaveAttribute('aria-pressed', 'true');
  const chip = page.getByRole('button', { name: `Take away: not ${name}` });
  await expect(chip).toBeVisible();
  await expect
    .poll(async () => Number.parseInt(await shownTotal().innerText(), 10))
    .toBeLessThan(before);
  await chip.click();
  await expect(shownTotal()).toHaveText(`${before} records found`);
});

test('the handles of the histogram set the dates by keys, and a stroke by the pointer', async () => {
  const from = page.getByRole('slider', { name: 'From' });
  const until = page.getByRole('slider', { name: 'To' });
  await from.focus();
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowRight');
  await expect(from).toBeFocused();
  const begins = (await from.getAttribute('aria-valuetext')) ?? '';
  const year = /\d{4}$/.exec(begins)?.[0] ?? '';
  await expect(page.getByRole('button', { name: new RegExp(`^Take away: ${year}`) })).toBeVisible();
  const filters = { kinds: ['event' as const], after: year };
  await until.focus();
  await page.keyboard.press('End');
  const rest = await total({ text: 'internet', filters });
  await expect(shownTotal()).toHaveText(`${rest} records found`);
  await page.keyboard.press('PageDown');
  const [low, high] = await Promise.all(
    [from, until].map(async (handle) => Number(await handle.getAttribute('aria-valuenow'))),
  );
  expect(Number(low)).toBeLessThan(Number(high));

  await page.getByRole('button', { name: /^Take away: \d/ }).click();
  const plot = (await from.locator('..').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const y = plot.y + plot.height / 2;
  await page.mouse.move(plot.x + plot.width * 0.3, y);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width * 0.6, y, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: /^Take away: \d{4} – \d{4}$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('button', { name: 'Close the filters' }).click();
});

test('filters that hide everything say how much there is without them', async () => {
  await search('tiktok after:2024');
  await page.getByRole('button', { name: 'Any time' }).click();
  await page.getByRole('textbox', { name: 'To' }).fill('1999');
  await page.getByRole('button', { name: 'Set dates' }).click();
  const there = await total({ text: 'tiktok after:2024' });
  const way = page.getByRole('button', { name: /^Without the dates/ });
  await expect(way).toContainText(String(there));
  await way.click();
  await expect(row(0)).toBeVisible();
});

test('a word that the archive does not know leads to one that it knows', async () => {
  await page.getByRole('combobox').fill('shutdwon ');
  const meant = page.getByRole('region', { name: 'Did you mean' }).getByRole('button').first();
  await expect(meant).toContainText('shutdown');
  await meant.click();
  await expect(page.getByRole('combobox')).toHaveValue(/shutdown/);
  await expect(row(0)).toBeVisible();
});

test('by event, what tells of the same stands together, and arrows go through it', async () => {
  await search('X ban');
  await page.getByRole('button', { name: 'By event' }).click();
  await expect(results().getByRole('group').first()).toBeVisible();
  const { groups, groupsTotal } = await found({
    text: 'X ban',
    group: 'event',
  });
  const at = groups?.findIndex(({ others }) => others.length > 0) ?? -1;
  expect(at).toBeGreaterThanOrEqual(0);
  await expect(row(0)).toHaveAttribute('aria-setsize', String(groupsTotal));
  const group = results().getByRole('group').first();
  await expect(group.getByRole('option')).toHaveCount(1 + (groups?.[at]?.others.length ?? 0));
  await results().focus();
  for (let step = 0; step <= at; step++) await page.keyboard.press('ArrowDown');
  await expect(results()).toHaveAttribute('aria-activedescendant', `row-${at}-1`);
  await page.keyboard.press('Enter');
  await expect(title()).toHaveText(groups?.[at]?.others[0]?.title ?? 'nothing');
  const large = groups?.findIndex(({ records, others }) => records > others.length + 1) ?? -1;
  expect(large).toBe(at);
  await results().focus();
  await page.keyboard.press('ArrowRight');
  await expect(group.getByRole('option')).toHaveCount(groups?.[at]?.records ?? 0);
  await page.getByRole('button', { name: 'By event' }).click();
});

test('many results are selected at once, also where the list asks for other rows meanwhile', async () => {
  await search('tiktok');
  const { total: all } = await found({ text: 'tiktok' });
  expect(all).toBeGreaterThan(50);
  await page.keyboard.press('Shift+End');
  await expect(page.getByRole('toolbar', { name: 'Selected records' })).toContainText(
    `${all} selected`,
  );
  await page.keyboard.press('Home');
  await page.keyboard.press('Escape');
});

test('results are exported as the list shows them, to the unfinished word', async () => {
  await search('tikto');
  const { total: shown } = await found({ text: 'tikto' });
  expect(shown).toBeGreaterThan((await found({ text: 'tikto', prefix: false })).total);
  await chooseFile(reader.app, join(newFolder(), 'results.ndjson'));
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Export these results…' }).click();
  await expect(page.getByText(`${shown} records exported`)).toBeVisible();
  await page.getByRole('region', { name: 'Tasks' }).getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('Escape');
});

test('what takes itself away when it is pressed leaves the focus where work goes on', async () => {
  const focused = page.locator(':focus');
  await search('service:X ban');
  await page.getByRole('button', { name: 'Only as typed' }).press('Enter');
  await expect(focused).toHaveText('Other names too');
  await focused.press('Enter');
  await expect(focused).toHaveText('Only as typed');
  await search('internet');
  await page.getByRole('button', { name: 'Filters', exact: true }).press('Enter');
  await facets()
    .getByRole('button', { name: /^Events/ })
    .press('Enter');
  await page.getByRole('button', { name: 'Take away: Events' }).press('Enter');
  await expect(focused).toHaveAccessibleName('Filters');
  await facets().getByRole('button', { name: 'Close' }).press('Enter');
  await expect(facets()).toHaveCount(0);
  await expect(focused).toHaveAccessibleName('Filters');
  await page.getByRole('combobox').fill('shutdwon');
  await page.locator('[data-pane=list] section li button').first().press('Enter');
  await expect(page.getByRole('combobox')).toBeFocused();
  await expect(page.getByRole('combobox')).toHaveValue('shutdown');
});

test('results are selected by keys and boxes, counted, cited together and exported exactly', async () => {
  await search('tiktok');
  await results().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(row(0)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('toolbar', { name: 'Selected records' });
  await expect(bar).toContainText('3 selected');
  await bar.getByRole('button', { name: 'Cite' }).click();
  await page.getByRole('menuitem', { name: 'CSL-JSON' }).click();
  const clipboard = () => reader.app.evaluate(({ clipboard: board }) => board.readText());
  const { hits } = await found({ text: 'tiktok', limit: 3 });
  await expect
    .poll(async () =>
      (JSON.parse((await clipboard()) || '[]') as { id: string }[]).map(({ id }) => id),
    )
    .toEqual(expect.arrayContaining(hits.map(({ id }) => id)));
  const file = join(newFolder(), 'selected.ndjson');
  await chooseFile(reader.app, file);
  await bar.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText('3 records exported')).toBeVisible();
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(
    hits.map(({ id }) => id),
  );
  await page.getByRole('region', { name: 'Tasks' }).getByRole('button', { name: 'Close' }).click();
  await results().focus();
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(results().locator('[aria-selected=true]')).toHaveCount(0);
});

test('two selected records are compared in a table that says what differs', async () => {
  await search('tiktok ban');
  await row(0).click({ modifiers: ['Control'], position: { x: 60, y: 30 } });
  await row(2).click({ modifiers: ['Control'], position: { x: 60, y: 30 } });
  await page.keyboard.press('Control+d');
  await expect(title()).toHaveText('Two records compared');
  await expect(title()).toBeFocused();
  const table = page.getByRole('table', { name: 'Two records compared' });
  const { hits } = await found({ text: 'tiktok ban', limit: 3 });
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  await expect(table.getByRole('columnheader').nth(1)).toContainText(hits[0]?.title ?? 'nothing');
  await expect(table.getByRole('columnheader').nth(2)).toContainText(hits[2]?.title ?? 'nothing');
  await expect(table.getByRole('rowheader').filter({ hasText: 'differs' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Swap sides' }).click();
  await expect(table.getByRole('columnheader').nth(1)).toContainText(hits[2]?.title ?? 'nothing');
  await page.getByRole('button', { name: 'Only what differs' }).click();
  await expect(table.getByRole('rowheader').filter({ hasText: 'equal' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear the selection' }).click();
});

test('a record is compared with one that is linked with it, from its own toolbar', async () => {
  await search('X inaccessible vote rigging');
  await row(0).click();
  await expect(page.locator('article h1')).toBeVisible();
  await page.getByRole('button', { name: 'Compare with…' }).click();
  await page.getByRole('menuitem').first().click();
  await expect(title()).toHaveText('Two records compared');
});

test('records open in tabs, each with its own way back, and a closed one comes back', async () => {
  await search('tiktok');
  await row(0).click();
  await expect(page.locator('article h1')).toBeVisible();
  await expect(tabs()).toHaveCount(0);
  await row(1).click({ button: 'middle', position: { x: 60, y: 30 } });
  await results().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Enter');
  await expect(tabs()).toHaveCount(3);
  const first = await title().innerText();
  await page.keyboard.press('Control+Tab');
  await expect(tabs().nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(title()).not.toHaveText(first);
  const link = page.getByRole('main').getByRole('link').first();
  await link.click();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Control+Shift+Tab');
  await expect(title()).toHaveText(first);
  await page.keyboard.press('Control+w');
  await expect(tabs()).toHaveCount(2);
  await page.keyboard.press('Control+Shift+t');
  await expect(tabs()).toHaveCount(3);
  await expect(title()).toHaveText(first);
  await tabs().nth(0).focus();
  await page.keyboard.press('End');
  await expect(tabs().nth(2)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(tabs()).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(tabs()).toHaveCount(0);
});

test('days are told in a second calendar on wish, said to be computed', async () => {
  await value(page, 'shell.saveSettings', { calendar: 'persian' });
  await page.reload();
  await expect(row(0)).toBeVisible();
  await search('X inaccessible vote rigging');
  await row(0).click();
  await expect(page.locator('article header')).toContainText('28 Bahman 1402');
  await expect(page.locator('article header')).toContainText('(computed)');
});

test('nothing of this met the policy of the page or an error', async () => {
  expect(await problems()).toEqual([]);
});

test('a record that is imported anew while it is read keeps its marks and the focus', async () => {
  const file = (text: string, more: object) => {
    const path = join(newFolder(), 'own.ndjson');
    const record = sampleDocument({ id: 'own/zebrafish', body: text, ...more });
    writeFileSync(path, `${JSON.stringify(record)}\n`);
    return path;
  };
  const painted = (): Promise<string[]> =>
    page.evaluate("[...(CSS.highlights.get('match') ?? [])].map(String)");
  await runJob(reader, 'archive.import', file('A zebrafish was quiet.', {}));
  await search('zebrafish');
  await page.keyboard.press('Enter');
  await expect.poll(painted).toEqual(['zebrafish']);
  const again = file('A loud zebrafish, and a zebrafish.', { revision: 2 });
  await runJob(reader, 'archive.import', again);
  await expect.poll(painted).toEqual(['zebrafish', 'zebrafish']);
  await expect(title()).toBeFocused();
});

test('rows in view can still be acted on after a long time of reading', async () => {
  // The page's clock runs only where it was put in before the page.
  await page.clock.install();
  await page.reload();
  await search('internet');
  for (let pages = 0; pages < 12; pages++) {
    await page.keyboard.press('PageDown');
    await page.clock.runFor(300);
  }
  await page.waitForTimeout(300);
  await page.clock.runFor(60_000);
  const at = Number((await results().getAttribute('aria-activedescendant'))?.slice(4));
  expect(at).toBeGreaterThan(25);
  await page.keyboard.press('Space');
  await expect(row(at)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await page.clock.resume();
});
