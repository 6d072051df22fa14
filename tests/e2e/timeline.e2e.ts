// The timeline in the real window, on the real bundled archive: in step with the search, by pointer and keys, on file.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { chooseFile, value } from './bridge.ts';
import { newFolder, openReader, type Reader } from './reader.ts';
import { watched } from './watched-page.ts';

test.describe.configure({ mode: 'serial' });

let reader: Reader;
let page: Page;
let problems: () => Promise<string[]>;

test.beforeAll(async () => {
  reader = await openReader();
  page = reader.page;
  await value(page, 'shell.saveSettings', { language: 'en', welcomed: true });
  problems = await watched(page);
  await expect(page.locator('#row-0')).toBeVisible();
});
test.afterAll(() => reader.app.close());

const main = (): Locator => page.getByRole('main');
const title = (): Locator => main().getByRole('heading', { level: 1 });
const sums = (): Locator =>
  main()
    .getByRole('status')
    .filter({ hasText: /records?:/ });
const events = (): Locator => main().getByRole('listbox', { name: /events? in view/ });
const edge = (name: 'Beginning' | 'End'): Locator =>
  main().getByRole('slider', { name: `${name} of the chosen time` });
const mode = (name: string): Locator => main().getByRole('radio', { name });

/** Every number that a text says. */
const numbers = (text: string): number[] =>
  [...text.matchAll(/\d[\d,]*/g)].map(([digits]) => Number(digits.replaceAll(',', '')));

/** The line of sums, which must add up to what the list found. */
async function expectSumsToAgree(): Promise<void> {
  await expect
    .poll(async () => {
      const [total = -1, ...parts] = numbers(
        (await sums().locator('p').first().textContent()) ?? '',
      );
      const found = numbers(
        (await page.locator('[data-pane=list]').getByRole('status').first().textContent()) ?? '',
      );
      return [parts.reduce((sum, part) => sum + part, 0) === total, found[0] === total];
    })
    .toEqual([true, true]);
}

/** What the sums say once the view has come to rest. */
async function settledSums(): Promise<string> {
  let last = '';
  const isSame = async () => {
    const before = last;
    last = (await sums().textContent()) ?? '';
    return last === before;
  };
  await expect.poll(isSame, { intervals: [500] }).toBe(true);
  return last;
}

async function goTo(date: string): Promise<void> {
  await main().getByRole('button', { name: 'Go to date' }).click();
  await page.getByRole('textbox', { name: 'Date' }).fill(date);
  await page.keyboard.press('Enter');
}

async function search(text: string): Promise<void> {
  await page.getByRole('combobox', { name: /Search the archive/ }).fill(text);
  await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'false');
}

test('Ctrl+T opens it, and what it counts adds up to what was found', async () => {
  await page.keyboard.press('Control+t');
  await expect(title()).toHaveText('Timeline');
  await expect(title()).toBeFocused();
  await expectSumsToAgree();
});

test('a search redraws it', async () => {
  await search('twitter');
  await expectSumsToAgree();
  const { total } = await value(page, 'archive.search', { text: 'twitter', prefix: true });
  await expect(sums()).toContainText(`${total} records`);
  await search('');
  await expectSumsToAgree();
});

test('drawing over a stretch narrows the search, and back widens it again', async () => {
  const bars = await main().locator('canvas').first().boundingBox();
  if (!bars) throw new Error('no bars');
  const y = bars.y + 70;
  await page.mouse.move(bars.x + bars.width * 0.5, y);
  await page.mouse.down();
  await page.mouse.move(bars.x + bars.width * 0.7, y, { steps: 5 });
  await page.mouse.up();
  const from = await edge('Beginning').getAttribute('aria-valuetext');
  expect(from).toMatch(/^1 January 20\d\d$/);
  await expectSumsToAgree();
  const { records } = await value(page, 'archive.stats', {});
  expect(numbers((await sums().textContent()) ?? '')[0]).toBeLessThan(records);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(sums()).toContainText(`${records} records`);
  await expect(edge('Beginning')).toHaveAttribute('aria-valuetext', /no limit/);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(edge('Beginning')).toHaveAttribute('aria-valuetext', from ?? '');
  await main().getByRole('button', { name: 'Any time' }).click();
  await expect(sums()).toContainText(`${records} records`);
});

test('whoever comes back finds the view as it was left, whatever dates are chosen', async () => {
  await page.getByRole('button', { name: 'Any time' }).first().click();
  const dates = page.getByRole('dialog').getByRole('textbox');
  await dates.nth(0).fill('2024-02-17');
  await dates.nth(1).fill('2024-02-18');
  await page.keyboard.press('Enter');
  await expect(sums()).toContainText(' before');
  await main().getByRole('button', { name: 'All of the time' }).click();
  await expect(sums()).not.toContainText(' before');
  const whole = (await sums().textContent()) ?? '';
  await page.locator('#row-0').click();
  await expect(title()).not.toHaveText('Timeline');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(title()).toBeFocused();
  await expectSumsToAgree();
  await expect(sums()).toHaveText(whole);
  await main().getByRole('button', { name: 'Any time' }).click();
  await expect(edge('Beginning')).toHaveAttribute('aria-valuetext', /no limit/);
});

test('its handles are moved by keys and say their dates', async () => {
  await edge('Beginning').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(edge('Beginning')).toHaveAttribute('aria-valuetext', '1 January 2006');
  await page.keyboard.press('ArrowRight');
  await expect(edge('Beginning')).toHaveAttribute('aria-valuetext', '1 February 2006');
  await expect(main().getByRole('button', { name: 'Any time' })).toBeVisible();
  await main().getByRole('button', { name: 'Any time' }).click();
});

test('keys go from event to event, come nearer, and open the record', async () => {
  await events().focus();
  const option = events().getByRole('option');
  await expect(option).toHaveAttribute('aria-posinset', '1');
  const first = await option.getAttribute('aria-label');
  expect(first).toMatch(/2006/);
  await page.keyboard.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-posinset', '2');
  const size = Number(await option.getAttribute('aria-setsize'));
  await page.keyboard.press('+');
  await expect
    .poll(async () => Number(await option.getAttribute('aria-setsize')))
    .toBeLessThan(size);
  await page.keyboard.press('0');
  await expect(option).toHaveAttribute('aria-setsize', String(size));
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(title()).toBeVisible();
  expect(first).toContain((await title().textContent()) ?? 'nothing');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(title()).toHaveText('Timeline');
});

test('the wheel and two fingers come nearer; with Shift, and by dragging the lanes, one moves along', async () => {
  await search('');
  await events().focus();
  await page.keyboard.press('0');
  const told = async () => (await sums().textContent()) ?? '';
  const moves = async (act: () => Promise<void>) => {
    await expectSumsToAgree();
    const before = await told();
    await act();
    await expect.poll(told).not.toBe(before);
    await expectSumsToAgree();
  };
  await expect(sums()).not.toContainText(' before');
  const lanes = await main().locator('canvas').nth(1).boundingBox();
  if (!lanes) throw new Error('no lanes');
  const [x, y] = [lanes.x + lanes.width * 0.7, lanes.y + 120];
  await page.mouse.move(x, y);
  await moves(() => page.mouse.wheel(0, -500));
  await expect(sums()).toContainText(' before');
  await page.keyboard.down('Control');
  await moves(() => page.mouse.wheel(0, -60));
  await page.keyboard.up('Control');
  await page.keyboard.down('Shift');
  await moves(() => page.mouse.wheel(0, -300));
  await page.keyboard.up('Shift');
  await moves(async () => {
    await page.mouse.down();
    await page.mouse.move(x - 200, y, { steps: 4 });
    await page.mouse.up();
  });
  await main().getByRole('button', { name: 'All of the time' }).click();
  await expect(sums()).not.toContainText(' before');
});

test('it goes from one event to the next wherever it is', async () => {
  const option = events().getByRole('option');
  const before = (await option.getAttribute('aria-label')) ?? '';
  await main().getByRole('button', { name: 'Next event' }).click();
  await expect(option).not.toHaveAttribute('aria-label', before);
  const first = (await option.getAttribute('aria-label')) ?? '';
  await main().getByRole('button', { name: 'Next event' }).click();
  await expect(option).not.toHaveAttribute('aria-label', first);
  await main().getByRole('button', { name: 'Previous event' }).click();
  await expect(option).toHaveAttribute('aria-label', first);
});

test('steps that are taken fast are steps too, each from where the last one led', async () => {
  const option = events().getByRole('option');
  const said = async () => (await option.getAttribute('aria-label')) ?? '';
  const seen = [await said()];
  for (let step = 0; step < 5; step++) {
    await main().getByRole('button', { name: 'Next event' }).click();
    await expect(option).not.toHaveAttribute('aria-label', seen.at(-1) ?? '');
    seen.push(await said());
  }
  const fast = (name: string) =>
    main()
      .getByRole('button', { name })
      .evaluate((button) => {
        for (let step = 0; step < 5; step++) (button as unknown as { click(): void }).click();
      });
  await fast('Previous event');
  await expect(option).toHaveAttribute('aria-label', seen[0] ?? '');
  await fast('Next event');
  await expect(option).toHaveAttribute('aria-label', seen.at(-1) ?? '');
});

test('the keyboard comes to what begins in view, and the view stays where it is', async () => {
  await goTo('2024-02');
  await expect(sums()).toContainText(' before');
  const shown = await settledSums();
  await events().focus();
  await expect(events().getByRole('option')).toHaveAttribute('aria-label', /2024/);
  await expectSumsToAgree();
  expect(await settledSums()).toBe(shown);
});

test('nothing is dragged by a pointer that was let go outside', async () => {
  const box = await main().getByRole('group', { name: 'Timeline chart' }).boundingBox();
  if (!box) throw new Error('no chart');
  const [x, y] = [box.x + box.width * 0.6, box.y + box.height - 1];
  const shown = await settledSums();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 3);
  await page.mouse.up();
  await page.mouse.move(x, y - 60);
  await page.mouse.move(x + 150, y - 60, { steps: 5 });
  await expectSumsToAgree();
  expect(await settledSums()).toBe(shown);
  await main().getByRole('button', { name: 'All of the time' }).click();
  await expect(sums()).not.toContainText(' before');
});

test('chosen lanes stand alone, by country or by anything else', async () => {
  const lanes = await value(page, 'timeline.spans', {
    laneBy: 'country',
    mostSpans: 0,
    mostMarks: 0,
  });
  const [first, second] = lanes.lanes;
  await main().getByRole('button', { name: 'All lanes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose lanes' });
  await dialog.locator('label').nth(0).click();
  await dialog.locator('label').nth(1).click();
  await page.keyboard.press('Escape');
  await expect(main().getByRole('button', { name: '2 lanes' })).toBeVisible();
  const both = await value(page, 'timeline.spans', {
    laneBy: 'country',
    lanes: [first?.key ?? '', second?.key ?? ''],
    mostSpans: 5000,
    mostMarks: 5000,
  });
  const n = both.spans.length + both.marks.length;
  await expect(main().getByRole('listbox', { name: `${n} events in view` })).toBeVisible();
  await expect(sums()).not.toContainText('not drawn');
  // From one event to the next only what is shown is gone to.
  const shown = [...both.spans, ...both.marks].map(({ row }) => row.title);
  await events().focus();
  await page.keyboard.press('Home');
  const option = events().getByRole('option');
  for (let step = 0; step < 4; step++) {
    const before = (await option.getAttribute('aria-label')) ?? '';
    await main().getByRole('button', { name: 'Next event' }).click();
    await expect(option).not.toHaveAttribute('aria-label', before);
    const label = (await option.getAttribute('aria-label')) ?? '';
    expect(shown.some((title) => label.startsWith(title))).toBe(true);
  }
  await main().getByRole('button', { name: '2 lanes' }).click();
  await dialog.getByRole('button', { name: 'All lanes' }).click();
  await expect(dialog).toBeHidden();
  await expect(main().getByRole('button', { name: 'All lanes' })).toBeFocused();
});

test('it goes to a date, where what was cut is told with both its dates', async () => {
  await search('X inaccessible vote rigging');
  await goTo('2024-02-17');
  await events().focus();
  await expect(events().getByRole('option')).toHaveAttribute(
    'aria-label',
    /X becomes inaccessible.*17 February 2024 – 7 May 2025/,
  );
  await expect(main().getByText('17 February 2024 – 7 May 2025')).toBeVisible();
});

test('the table and the figures say the same', async () => {
  await mode('Table').click();
  const table = main().getByRole('table').first();
  await expect(table.getByRole('row').filter({ hasText: 'X becomes inaccessible' })).toContainText(
    '17 February 2024 – 7 May 2025',
  );
  await mode('Figures').click();
  const { rows } = await value(page, 'timeline.figures', {
    text: 'X inaccessible vote rigging',
    prefix: true,
    by: ['country'],
  });
  const days = rows[0]?.national;
  await expect(main().getByRole('table')).toContainText(String(days?.least));
  await expect(main().getByRole('region', { name: 'How days are counted' })).toContainText(
    'counts once',
  );
  await mode('Chart').click();
});

test('figures are saved as they are grouped, and stay so', async () => {
  await mode('Figures').click();
  const counted = main().getByRole('button', { name: 'Counted by' });
  await counted.click();
  await page.getByRole('option', { name: 'Country and year' }).click();
  await expect(main().getByRole('columnheader', { name: 'Year' })).toBeVisible();
  const file = join(newFolder(), 'figures.csv');
  await chooseFile(reader.app, file);
  await main().getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'CSV table' }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toMatch(/^country,year,[^]*PK,2024,319,/);
  await page.locator('#row-0').click();
  await expect(title()).not.toHaveText('Timeline');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(counted).toContainText('Country and year');
  await mode('Chart').click();
});

test('from an event its story is read step by step, with the documents of each', async () => {
  await events().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+Enter');
  await expect(title()).toHaveText(/X becomes inaccessible/);
  const steps = main().getByRole('list').first().locator('> li');
  const dates = await steps
    .locator('span')
    .filter({ hasText: /20\d\d/ })
    .allTextContents();
  expect(dates.length).toBeGreaterThan(3);
  await expect(main().getByRole('list', { name: 'Documents of this step' }).first()).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(title()).toHaveText('Timeline');
});

test('what is seen is saved with its query and sources, and with nothing of who saved it', async () => {
  const folder = newFolder();
  for (const [name, button] of [
    ['timeline.svg', 'SVG drawing'],
    ['timeline.png', 'PNG picture'],
    ['timeline.pdf', 'PDF for print'],
    ['timeline.csv', 'CSV table'],
  ] as const) {
    const file = join(folder, name);
    await chooseFile(reader.app, file);
    await main().getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: button }).click();
    await expect.poll(() => existsSync(file)).toBe(true);
    await expect(page.getByText(/Saved as|exported/).first()).toBeVisible();
  }
  const read = (name: string) => readFileSync(join(folder, name));
  const svg = read('timeline.svg').toString();
  expect(svg).toContain('“X inaccessible vote rigging”');
  expect(svg).toMatch(/<desc>[\s\S]*https?:\/\//);
  expect(svg).toContain('17 February 2024 – 7 May 2025');
  expect(read('timeline.png').subarray(1, 4).toString()).toBe('PNG');
  const pdf = read('timeline.pdf').toString('latin1');
  expect(pdf.startsWith('%PDF')).toBe(true);
  for (const trace of ['CreationDate', 'ModDate', 'Electron', 'Chrome', 'Linux', '/Author']) {
    expect(pdf, trace).not.toContain(trace);
  }
  const year = String(new Date().getFullYear());
  for (const chunk of ['tEXt', 'iTXt', 'tIME', 'eXIf', year]) {
    expect(read('timeline.png').subarray(0, 200).toString('latin1'), chunk).not.toContain(chunk);
  }
});

test('it is drawn anew when the theme or the system changes its colours', async () => {
  const drawn = () => page.evaluate<string>(`document.querySelector('main canvas').toDataURL()`);
  const light = await drawn();
  await page.emulateMedia({ forcedColors: 'active' });
  await expect.poll(drawn).not.toBe(light);
  await page.emulateMedia({ forcedColors: 'none' });
  await expect.poll(drawn).toBe(light);
});

for (const theme of ['light', 'dark'] as const) {
  for (const language of ['en', 'ur'] as const) {
    test(`axe finds nothing in chart, table, figures and story, ${theme}, ${language}`, async () => {
      await value(page, 'shell.saveSettings', { theme, language });
      await page.reload();
      await expect(page.locator('#row-0')).toBeVisible();
      await page.keyboard.press('Control+t');
      for (const which of [0, 1, 2]) {
        await main().getByRole('radio').nth(which).click();
        await expect(main().getByRole('radio').nth(which)).toBeChecked();
        expect(await faults(), String(which)).toEqual([]);
      }
      await main().getByRole('radio').first().click();
      await main().getByRole('listbox').focus();
      await page.keyboard.press('Shift+Enter');
      await expect(main().getByRole('article')).toBeVisible();
      expect(await faults(), 'story').toEqual([]);
    });
  }
}

async function faults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

test('nothing broke the policy of the page, and nothing went wrong in it', async () => {
  expect(await problems()).toEqual([]);
});
