// A reader's day in the real window, on the real bundled archive: first run, search, read, follow, find, cite, import.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { chooseFile, drop, value } from './bridge.ts';
import { newFolder, openReader, type Reader } from './reader.ts';
import { watched } from './watched-page.ts';

test.describe.configure({ mode: 'serial' });

let reader: Reader;
let page: Page;
let problems: () => Promise<string[]>;

test.beforeAll(async () => {
  reader = await openReader();
  page = reader.page;
  problems = await watched(page);
});
test.afterAll(() => reader.app.close());

const searchField = (): Locator => page.getByRole('combobox', { name: /Search the archive/ });
const results = (): Locator => page.getByRole('listbox', { name: 'Results' });
const result = (n: number): Locator => results().getByRole('option').nth(n);
const title = (): Locator => page.getByRole('main').getByRole('heading', { level: 1 });
/** A choice of the settings; the radio itself is unseen inside its label. */
const choice = (name: string): Locator => page.locator('label', { hasText: name });
const filters = (): Locator => page.getByRole('region', { name: 'Narrow the results' });
const matches = (): Locator => page.getByRole('group', { name: 'Matches' });

/** Searches and waits until the results are those of the query. */
async function search(text: string): Promise<void> {
  // A tooltip under the pointer would take the next Escape for itself.
  await page.mouse.move(600, 1);
  await searchField().fill(text);
  await expect(page.getByRole('status').filter({ hasText: 'found' })).toBeVisible();
  await expect(results()).toHaveAttribute('aria-busy', 'false');
}

const painted = (name: string): Promise<string[]> =>
  page.evaluate(`[...(CSS.highlights.get('${name}') ?? [])].map((range) => String(range))`);

test('the first run offers the language and says what the archive holds and cannot prove', async () => {
  await expect(title()).toHaveText('Read without a network');
  const { byKind } = await value(page, 'archive.stats', {});
  const contents = page.getByRole('region', { name: 'What is in the archive' });
  await expect(contents).toContainText(`${byKind.event} events`);
  await expect(page.getByRole('region', { name: 'What it cannot prove' })).toContainText(
    'It is not complete',
  );
  await page.getByRole('button', { name: 'اردو' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(title()).toHaveText('نیٹ ورک کے بغیر پڑھیں');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await page.getByRole('button', { name: 'X ban' }).click();
  await expect(searchField()).toHaveValue('X ban');
  await page.getByRole('button', { name: 'Begin reading' }).click();
  await expect(title()).toHaveCount(0);
  expect((await value(page, 'shell.settings', {})).welcomed).toBe(true);
});

test('an empty search lists everything, newest first, and says how much that is', async () => {
  await page.getByRole('button', { name: 'Clear the search' }).click();
  const { records } = await value(page, 'archive.stats', {});
  await expect(page.getByRole('status').filter({ hasText: `${records} records` })).toBeVisible();
  const newest = await value(page, 'archive.search', { sort: 'newest', limit: 1 });
  await expect(result(0)).toContainText(newest.hits[0]?.title ?? 'nothing');
  await expect(result(0)).toHaveAttribute('aria-setsize', String(records));
});

test('results come while typing, with the passage and its marks', async () => {
  await search('internet shutd');
  await expect(result(0).locator('mark').first()).toHaveText(/internet|shutd/i);
  const { total } = await value(page, 'archive.search', { text: 'internet shutd', prefix: true });
  await expect(
    page.getByRole('status').filter({ hasText: `${total} records found` }),
  ).toBeVisible();
});

test('a record is found, opened and read by keyboard alone', async () => {
  await page.mouse.move(600, 1);
  await page.keyboard.press('/');
  await expect(searchField()).toBeFocused();
  await searchField().fill('X inaccessible vote rigging');
  await page.keyboard.press('Enter');
  await expect(results()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(title()).toHaveText(/X becomes inaccessible/);
  await expect(title()).toBeFocused();
  await expect(page.getByRole('main')).toContainText('17 February 2024 – 7 May 2025');
  for (const name of ['Disputed', 'Sources', 'Documents', 'Who says what', 'About this record']) {
    await expect(page.getByRole('region', { name })).toBeVisible();
  }
});

test('matches are painted, counted, and gone through in both directions', async () => {
  const words = await painted('match');
  expect(words.length).toBeGreaterThan(3);
  // Each is one of the words, the last perhaps longer; nothing runs over from one text into the next.
  for (const word of words) expect(word).toMatch(/^(?:X|inaccessible|vote|rigging\w*)$/i);
  const before = await matches().getByRole('status').textContent();
  const [, current, total] = /(\d+) of (\d+)/.exec(before ?? '') ?? [];
  expect((await painted('match')).length).toBe(Number(total));
  await page.keyboard.press('n');
  const next = (Number(current) % Number(total)) + 1;
  await expect(matches().getByRole('status')).toHaveText(`${next} of ${total}`);
  expect(await painted('current-match')).toHaveLength(1);
  await page.keyboard.press('Shift+N');
  await expect(matches().getByRole('status')).toHaveText(`${current} of ${total}`);
  await page.keyboard.press('F3');
  await expect(matches().getByRole('status')).toHaveText(`${next} of ${total}`);
  await page.keyboard.press('Escape');
  await expect(matches()).toHaveCount(0);
  expect(await painted('match')).toEqual([]);
});

test('find in this record finds letters anywhere on the page, and gives the focus back', async () => {
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Find in this record' });
  await expect(field).toBeFocused();
  await field.fill('igh Cour');
  const status = page.getByRole('group', { name: 'Find in this record' }).getByRole('status');
  await expect(status).toHaveText(/^1 of \d+$/);
  expect(await painted('current-match')).toEqual(['igh Cour']);
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(/^2 of \d+$/);
  await field.fill('qqq');
  await expect(status).toHaveText('No match in this record');
  await page.keyboard.press('Escape');
  await expect(title()).toBeFocused();
});

test('links between records open in place, and back leads to the same line', async () => {
  const from = await title().textContent();
  const link = page.getByRole('region', { name: 'Documents' }).getByRole('link').first();
  await link.scrollIntoViewIfNeeded();
  const wanted = await link.textContent();
  const scrolled = await page.locator('#reading').evaluate((pane) => pane.scrollTop);
  expect(scrolled).toBeGreaterThan(0);
  await link.click();
  await expect(title()).toHaveText(wanted ?? '');
  await expect(page.getByRole('main')).toContainText('A digest in the archive’s own words.');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(title()).toHaveText(from ?? '');
  await expect
    .poll(() => page.locator('#reading').evaluate((pane) => pane.scrollTop))
    .toBeCloseTo(scrolled, 0);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(title()).toHaveText(wanted ?? '');
  await page.mouse.click(900, 500, { button: 'middle' });
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(title()).toHaveText(from ?? '');
});

test('another query typed beside an open record neither takes the focus nor moves the page', async () => {
  const open = await title().textContent();
  await searchField().pressSequentially('tik ', { delay: 20 });
  await expect(searchField()).toBeFocused();
  await expect(title()).toHaveText(open ?? '');
  await expect(searchField()).toHaveValue(/^tik /);
});

test('J and K leaf through the results while reading', async () => {
  await search('tiktok ban');
  await result(0).click();
  await expect(title()).toBeFocused();
  const open = results().locator('[aria-current=true]');
  await expect(open).toHaveAttribute('aria-posinset', '1');
  for (const [key, position] of [
    ['j', '2'],
    ['j', '3'],
    ['k', '2'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(open).toHaveAttribute('aria-posinset', position);
    const opened = async () => (await title().textContent()) ?? 'nothing';
    await expect.poll(async () => (await open.textContent())?.includes(await opened())).toBe(true);
  }
});

test('a citation is copied in each style and names the record and its sources', async () => {
  const clipboard = () => reader.app.evaluate(({ clipboard: board }) => board.readText());
  const cited = (await title().textContent()) ?? '';
  for (const [name, form] of [
    ['Plain text', /mahfuz\//],
    ['Markdown', /\[.+\]\(|\*/],
    ['BibTeX', /^@\w+\{/],
    ['CSL-JSON', /^\s*[[{]/],
  ] as const) {
    await page.getByRole('button', { name: 'Cite' }).click();
    await page.getByRole('menuitem', { name }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Citation copied' })).toBeVisible();
    await expect.poll(clipboard).toMatch(form);
    expect((await clipboard()).replaceAll(/[{}\\]/g, '')).toContain(cited);
  }
  await expect(page.getByRole('button', { name: 'Cite' })).toBeFocused();
});

test('web addresses are shown and copied, and nothing opens', async () => {
  const sources = page.getByRole('region', { name: 'Sources' });
  const address = await sources
    .getByText(/^https?:/)
    .first()
    .textContent();
  await sources.getByRole('button', { name: 'Copy the address' }).first().click();
  await expect
    .poll(() => reader.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(address);
  expect(reader.app.windows()).toHaveLength(1);
});

test('names that the results do not show are offered while typing, also misspelt', async () => {
  await searchField().fill('');
  await searchField().pressSequentially('Netbloks', { delay: 20 });
  const names = page.getByRole('listbox', { name: 'Records with this name' });
  await expect(names.getByRole('option').first()).toContainText('NetBlocks');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(title()).toHaveText('NetBlocks');
  await expect(page.getByRole('region', { name: 'All that concerns it' })).toContainText('20');
  await expect(names).toHaveCount(0);
});

test('a term says what it means and where it is used', async () => {
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await filters()
    .getByRole('button', { name: /^Terms/ })
    .click();
  await search('shutdown');
  await result(0).click();
  await expect(page.getByRole('main')).toContainText('Term');
  await expect(page.getByRole('region', { name: 'Where it is used' })).toBeVisible();
});

test('filters narrow by kind, country and dates, say so, and are taken away at once', async () => {
  await searchField().fill('');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await filters()
    .getByRole('button', { name: /^Pakistan/ })
    .click();
  await page.getByRole('button', { name: 'Any time' }).click();
  await page.getByRole('textbox', { name: 'From' }).fill('2024-02-31');
  await page.getByRole('button', { name: 'Set dates' }).click();
  await expect(page.getByRole('alert')).toContainText('2024-02-31');
  await page.getByRole('textbox', { name: 'From' }).fill('2024-02');
  await page.getByRole('textbox', { name: 'To' }).fill('2024-02');
  await page.getByRole('button', { name: 'Set dates' }).click();
  const set = { countries: ['PK'], after: '2024-02', before: '2024-02' };
  const { total } = await value(page, 'archive.search', { filters: set });
  await expect(
    page.getByRole('status').filter({ hasText: `${total} records found` }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Take away: Feb 2024' }).click();
  await expect(page.getByRole('button', { name: 'Any time' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByRole('button', { name: /^Take away/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Close the filters' }).click();
  await expect(filters()).toHaveCount(0);
});

test('nothing found says what was looked for and offers the way on', async () => {
  await searchField().fill('zebra shutdown');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await expect(page.getByText('“zebra” and “shutdown”')).toBeVisible();
  const { total } = await value(page, 'archive.search', { text: 'shutdown' });
  const way = page.getByRole('button', { name: 'Without “zebra”' });
  await expect(way).toContainText(String(total));
  await way.click();
  await expect(searchField()).toHaveValue('shutdown');
  await expect(result(0)).toBeVisible();
});

test('the list reaches its end without losing a row', async () => {
  await searchField().fill('');
  await expect(results()).toHaveAttribute('aria-busy', 'false');
  await results().focus();
  await page.keyboard.press('End');
  const { records } = await value(page, 'archive.stats', {});
  const last = page.locator(`#row-${records - 1}`);
  await expect(last).toBeVisible();
  await expect(last).not.toHaveText('');
  await expect(results()).toHaveAttribute('aria-activedescendant', `row-${records - 1}`);
});

/** Gives the archive, which answers in turn, work for a while. */
async function keepBusy(): Promise<void> {
  await page.evaluate(`for (let n = 0; n < 150; n += 1)
    void mahfuz.call('timeline.figures', { text: 'internet OR x' + n, by: ['country'] }, 1e9 + n)`);
}

test('the row that a key leads to stays in view when what stands around it comes late', async () => {
  await search('internet');
  const query = { text: 'internet', prefix: true };
  const { total } = await value(page, 'archive.search', query);
  await results().focus();
  // Rows grow when they are filled.
  await keepBusy();
  await page.keyboard.press('End');
  const last = page.locator(`#row-${total - 1}`);
  await expect(last).not.toHaveText('');
  await expect(last).toBeInViewport({ ratio: 1 });
});

test('who types while a record is still on its way stays in the field', async () => {
  await search('court');
  const { hits } = await value(page, 'archive.search', { text: 'court', prefix: true });
  await keepBusy();
  await result(2).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('j');
  await expect(title()).toHaveText(hits[2]?.title ?? '');
  await page.keyboard.type('k');
  await expect(searchField()).toHaveValue('jk');
});

/** A record as a line of a file, with what a test changes. */
function line(id: string, change: object): string {
  return JSON.stringify({
    id,
    kind: 'document',
    revision: 1,
    schema: 'record/1',
    lang: 'en',
    title: 'A letter about lanterns',
    updated: '2026-11-01',
    genre: 'statement',
    text_kind: 'full',
    body: 'We ask for **lanterns**, see [our page](https://example.org/lanterns).\n\n- one\n- two',
    published: { value: '2026-10', precision: 'month', kind: 'actual' },
    demands: ['Lanterns for all'],
    signatories: ['Lantern League'],
    sources: [{ title: 'The letter', read: 'whole', supports: 'everything' }],
    rights: 'CC BY 4.0',
    ...change,
  });
}

async function importFile(name: string, lines: string[]): Promise<void> {
  const file = join(newFolder(), name);
  writeFileSync(file, lines.join('\n'));
  await chooseFile(reader.app, file);
  await page.keyboard.press('Control+o');
}

const tasks = (): Locator => page.getByRole('region', { name: 'Tasks' });

test('a malformed file is refused with its line and field, and nothing of it is imported', async () => {
  const wrong = line('test/lantern', { genre: 'poem' });
  await importFile('wrong.ndjson', [line('test/fine', {}), wrong]);
  await expect(tasks()).toContainText('wrong.ndjson, line 2: genre');
  await tasks().getByRole('button', { name: 'Close' }).click();
  const { total } = await value(page, 'archive.search', { text: 'lanterns' });
  expect(total).toBe(0);
});

test('a good file is imported with a plain report, and its records can be read at once', async () => {
  const safety = { at: '2026-11-10', why: 'It names somebody at risk.', safety: true };
  await importFile('good.ndjson', [
    line('test/lantern', {}),
    line('test/hidden', { title: 'A hidden letter', body: 'A secret lamp.', withdrawn: safety }),
  ]);
  await expect(tasks()).toContainText('2 new records.');
  await tasks().getByRole('button', { name: 'Close' }).click();
  await search('lanterns');
  await result(0).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('The full text.');
  await expect(main.locator('strong', { hasText: 'lanterns' })).toBeVisible();
  await expect(main).toContainText('https://example.org/lanterns');
  await expect(main.getByRole('note', { name: 'Rests on one source' })).toBeVisible();
  await expect(main).toContainText('Lantern League');
  await expect(main.getByRole('link', { name: 'our page' })).toHaveCount(0);
});

test('a file dropped on the window is imported too', async () => {
  const file = join(newFolder(), 'dropped.ndjson');
  writeFileSync(file, line('test/dropped', { title: 'A letter that was dropped' }));
  await drop(page, file);
  await expect(tasks()).toContainText('1 new record.');
  await tasks().getByRole('button', { name: 'Close' }).click();
});

test('what was withdrawn for safety is shown only to who asks for it knowingly', async () => {
  await search('hidden letter');
  await expect(result(0)).toContainText('Withdrawn for safety');
  await result(0).click();
  await expect(page.getByRole('main')).not.toContainText('A secret lamp.');
  await page.getByRole('button', { name: 'Show the text knowingly' }).click();
  await expect(page.getByRole('main')).toContainText('A secret lamp.');
});

test('a record is saved as a PDF', async () => {
  await search('X inaccessible vote rigging');
  await result(0).click();
  await expect(title()).toHaveText(/X becomes inaccessible/);
  const file = join(newFolder(), 'record.pdf');
  await chooseFile(reader.app, file);
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('status').filter({ hasText: 'Saved as record.pdf' })).toBeVisible();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
});

test('what cannot be saved is said in a sentence, and stays until it was read', async () => {
  await chooseFile(reader.app, join(newFolder(), 'no such folder', 'record.pdf'));
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('alert')).toContainText(/.+\..+\./);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the results are exported, and only they', async () => {
  const file = join(newFolder(), 'results.ndjson');
  await chooseFile(reader.app, file);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Export these results…' }).click();
  await expect(tasks()).toContainText('1 record exported');
  await tasks().getByRole('button', { name: 'Close' }).click();
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines.map((text) => JSON.parse(text).title)).toEqual([
    expect.stringContaining('X becomes inaccessible'),
  ]);
  await page.keyboard.press('Alt+ArrowLeft');
});

test('the menu and the side buttons of the mouse ask for the same as the keys', async () => {
  const choose = (id: string) =>
    reader.app.evaluate(
      ({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(),
      id,
    );
  const side = (button: 'back' | 'forward') =>
    reader.app.evaluate(async ({ webContents }, which) => {
      const window = webContents.getAllWebContents()[0];
      window?.debugger.attach();
      const at = { x: 700, y: 300, button: which, clickCount: 1 };
      await window?.debugger.sendCommand('Input.dispatchMouseEvent', {
        type: 'mousePressed',
        ...at,
      });
      await window?.debugger.sendCommand('Input.dispatchMouseEvent', {
        type: 'mouseReleased',
        ...at,
      });
      window?.debugger.detach();
    }, button);
  await choose('help');
  await expect(title()).toHaveText('Help');
  await side('back');
  await expect(title()).toHaveText(/X becomes inaccessible/);
  await side('forward');
  await expect(title()).toHaveText('Help');
  await choose('back');
  await expect(title()).toHaveText(/X becomes inaccessible/);
});

test('in Urdu the page runs from the right, the translation comes first and the original is at hand', async () => {
  await page.keyboard.press('Control+,');
  await choice('اردو').click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.getByRole('button', { name: 'پیچھے' }).click();
  await expect(title()).toHaveAttribute('lang', 'ur');
  await expect(title()).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('main')).toContainText('17 فروری 2024 تا 7 مئی 2025');
  await page.getByRole('radio', { name: 'دونوں' }).click();
  await expect(page.getByRole('main').locator('[lang=en][dir=ltr]').first()).toBeVisible();
  await page.keyboard.press('Control+,');
  await choice('English').click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
});

test('text size and appearance are kept', async () => {
  await choice('Dark').click();
  await page.keyboard.press('Control+=');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(async () => (await value(page, 'shell.settings', {})).textSize).toBe(1);
  await page.keyboard.press('Control+0');
  await choice('Light').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('a narrow window shows one pane at a time, with a way between them', async () => {
  await page.keyboard.press('Alt+ArrowLeft');
  await reader.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(880, 560),
  );
  await expect(results()).toBeHidden();
  await expect(title()).toBeVisible();
  await page.getByRole('button', { name: 'Results' }).click();
  await expect(results()).toBeVisible();
  await expect(title()).toBeHidden();
  await result(0).click();
  await expect(title()).toBeVisible();
});

test('a narrow window is worked by keyboard alone, with the focus always on what is shown', async () => {
  const readFirst = async () => {
    await results().focus();
    await page.keyboard.press('Enter');
    await expect(title()).toBeFocused();
    await expect(results()).toBeHidden();
  };
  // What stands before it, such as the marks, is closed first.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(results()).toBeFocused({ timeout: 500 });
  }).toPass();
  await readFirst();
  await page.keyboard.press('Control+k');
  await expect(searchField()).toBeFocused();
  await searchField().fill('internet');
  await expect(results()).toHaveAttribute('aria-busy', 'false');
  await readFirst();
  await page.keyboard.press('F6');
  await expect(results()).toBeFocused();
  await readFirst();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(results()).toBeFocused();
  await readFirst();
  await page.getByRole('button', { name: 'Results' }).press('Enter');
  await expect(results()).toBeFocused();
  await readFirst();
  await page.getByRole('button', { name: 'Compare with…' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Another record from the list…' }).press('Enter');
  await expect(results()).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await expect(title()).toBeFocused();
  await page.getByRole('main').getByRole('button', { name: 'X ban' }).press('Enter');
  await expect(results()).toBeFocused();
});

test('leafing in a narrow window goes on past the rows that the list has loaded', async () => {
  await searchField().fill('internet');
  await expect(results()).toHaveAttribute('aria-busy', 'false');
  await results().focus();
  await page.keyboard.press('Enter');
  await expect(title()).toBeFocused();
  const { hits } = await value(page, 'archive.search', {
    text: 'internet',
    prefix: true,
    limit: 28,
  });
  for (const { title: name } of hits.slice(1)) {
    await page.keyboard.press('j');
    await expect(title()).toHaveText(name);
  }
});

test('nothing in all this broke the page’s policy or was reported as an error', async () => {
  expect(await problems()).toEqual([]);
});
