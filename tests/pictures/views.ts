// Opens the real reader on the real archive and saves a picture of every view: light, dark, Urdu, wide and small.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { chooseFile, value } from '../e2e/bridge.ts';
import { newFolder, openReader, type Reader } from '../e2e/reader.ts';
import { LOOKS, type Look } from './looks.ts';

const folder = join(import.meta.dirname, '..', '..', 'screenshots');

const QUERIES = {
  en: {
    event: 'X inaccessible vote rigging',
    other: 'internet court',
    phrase: '"mobile internet" election',
  },
  ur: {
    event: 'ایکس ناقابل رسائی دھاندلی',
    other: 'انٹرنیٹ عدالت',
    phrase: '"موبائل انٹرنیٹ" انتخابات',
  },
};

let reader: Reader;
let page: Page;

test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  reader = await openReader();
  page = reader.page;
  await value(page, 'archive.stats', {});
});
test.afterAll(() => reader.app.close());

async function resize([width, height]: Look['size']): Promise<void> {
  await reader.app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(size[0] ?? 0, size[1] ?? 0),
    [width, height],
  );
}

async function search(text: string): Promise<void> {
  const back = page.getByRole('main').getByRole('toolbar').getByRole('button').first();
  if (!(await page.getByRole('combobox').isVisible())) await back.click();
  await page.getByRole('combobox').fill(text);
  await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'false');
}

async function openFirst(): Promise<void> {
  await page.locator('#row-0 [dir]').first().click();
  await expect(page.locator('article h1')).toBeVisible();
}

async function openNamed(kind: 'document' | 'organisation' | 'term', text: string): Promise<void> {
  const query = { text, filters: { kinds: [kind] }, limit: 1 };
  const { hits } = await value(page, 'archive.search', query);
  const wanted = hits[0]?.titles.ur && (await page.locator('html').getAttribute('lang')) === 'ur';
  await search(`"${(wanted ? hits[0]?.titles.ur : hits[0]?.title) ?? text}"`);
  await openFirst();
}

const scrollTo = (y: number) =>
  page.locator('#reading').evaluate((pane, top) => pane.scrollTo(0, top), y);

test.describe.configure({ mode: 'default' });

for (const { name, settings, size } of LOOKS) {
  test(`${name} pictures`, async () => {
    const language = settings.language ?? 'en';
    const queries = QUERIES[language];
    let number = 0;
    const shoot = async (what: string) => {
      number += 1;
      await page.mouse.move(size[0] / 2, 1);
      await page.waitForTimeout(150);
      const file = `${name}-${String(number).padStart(2, '0')}-${what}.png`;
      await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'initial' });
    };

    await resize(size);
    await value(page, 'shell.saveSettings', { ...settings, welcomed: false });
    await page.reload();
    await expect(page.getByRole('main').getByRole('region').first()).toBeVisible();
    await shoot('first-run');
    await value(page, 'shell.saveSettings', { welcomed: true });
    await page.reload();
    await expect(page.locator('#row-0')).toBeVisible();
    await shoot('start');

    await page.getByRole('combobox').pressSequentially(queries.other);
    await expect(page.getByRole('combobox')).toHaveAttribute('aria-expanded', /true|false/);
    await shoot('typing');
    await search(queries.phrase);
    await shoot('results');
    await search(queries.event);
    await openFirst();
    await shoot('event');
    await scrollTo(620);
    await shoot('event-facts');
    await scrollTo(1250);
    await shoot('event-claims');
    await scrollTo(100_000);
    await shoot('event-sources');
    await page.keyboard.press('Control+f');
    await page.locator('#find').fill(language === 'en' ? 'court' : 'عدالت');
    await shoot('find');
    await page.keyboard.press('Escape');
    await page.getByRole('radio').last().click();
    await scrollTo(0);
    await shoot('both-languages');

    await openNamed('document', 'senate X');
    await shoot('document');
    await openNamed('organisation', 'Bolo Bhi');
    await shoot('organisation');
    await openNamed('term', 'firewall');
    await shoot('term');

    await search('');
    await page.locator('search [role=group] > button').nth(1).click();
    await shoot('dates');
    await page.keyboard.press('Escape');
    await page.getByRole('combobox').fill('zebra bananas');
    await expect(page.locator('#results')).toHaveCount(0);
    await shoot('nothing-found');
    await page.getByRole('combobox').fill('');

    await page.keyboard.press('Control+t');
    const along = page.getByRole('main');
    await expect(along.getByRole('listbox')).toBeVisible();
    await page.waitForTimeout(500);
    await shoot('timeline');
    await along.getByRole('button', { name: language === 'en' ? 'Legend' : 'علامات' }).click();
    await shoot('timeline-legend');
    await page.keyboard.press('Escape');
    await along.getByRole('radio').nth(1).click();
    await shoot('timeline-table');
    await along.getByRole('radio').nth(2).click();
    await shoot('timeline-figures');
    await along.getByRole('radio').first().click();
    await search(queries.event);
    // Where the window is small, the way to the search led away from the timeline.
    if (await along.getByRole('listbox').isHidden()) await page.keyboard.press('Control+t');
    await along.getByRole('listbox').focus();
    await page.keyboard.press('ArrowDown');
    await shoot('timeline-event');
    await page.keyboard.press('Shift+Enter');
    await expect(along.getByRole('listitem').first()).toBeVisible();
    await shoot('story');
    await search('');

    await page.keyboard.press('Control+,');
    await shoot('settings');
    await page.keyboard.press('F1');
    await shoot('help');

    const wrong = join(newFolder(), 'records.ndjson');
    writeFileSync(wrong, '{"id":"a/b","kind":"event"}\n');
    await chooseFile(reader.app, wrong);
    await page.keyboard.press('Control+o');
    await expect(page.getByText('records.ndjson')).toBeVisible();
    await shoot('import-refused');
  });
}
