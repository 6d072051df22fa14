// Pictures of all that finds and compares: filters, histogram, groups, selection, comparison, tabs.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { value } from '../e2e/bridge.ts';
import { openReader, type Reader } from '../e2e/reader.ts';
import { LOOKS } from './looks.ts';

const folder = join(import.meta.dirname, '..', '..', 'screenshots');

const QUERIES = {
  en: { broad: 'internet', same: 'X ban', misspelt: 'internt shutdwon', none: 'shutdown zebra' },
  ur: { broad: 'انٹرنیٹ', same: 'ایکس', misspelt: 'انٹرنییٹ بندشش', none: 'بندش زیبرا' },
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

async function search(text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(text);
  await page.getByRole('combobox').blur();
  await page.waitForTimeout(600);
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

for (const { name, settings, size } of LOOKS) {
  test(`${name} pictures of finding`, async () => {
    const queries = QUERIES[settings.language ?? 'en'];
    let number = 0;
    const shoot = async (what: string) => {
      number += 1;
      await page.mouse.move(size[0] / 2, 1);
      await page.waitForTimeout(300);
      const file = `${name}-finding-${String(number).padStart(2, '0')}-${what}.png`;
      await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'initial' });
    };
    await reader.app.evaluate(
      ({ BrowserWindow }, [width, height]) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      size,
    );
    await value(page, 'shell.saveSettings', { ...settings, welcomed: true });
    await page.reload();
    await expect(page.locator('#row-0')).toBeVisible();

    await search(queries.broad);
    await shoot('histogram');
    await page.locator('search [aria-expanded][data-rac]').first().click();
    await expect(page.locator('#facets li').first()).toBeVisible();
    await shoot('filters');
    await page.locator('#facets li button').first().click();
    await page.locator('#facets li button').last().press('Enter');
    await page.getByRole('slider').first().press('PageUp');
    await shoot('filters-set');
    await page.locator('#facets button').first().click();
    await page.locator('search [role=group] button').last().click();

    await search(queries.misspelt);
    await shoot('did-you-mean');
    await search(queries.none);
    await shoot('nothing-found');

    await search(queries.same);
    await page.locator('[data-pane=list] [aria-pressed]').first().click();
    await shoot('by-event');
    await page.locator('[data-pane=list] [aria-pressed]').first().click();
    await page.locator('#results').focus();
    await press('Home', 'Space', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Space');
    await shoot('selected');
    await press('Control+d');
    await expect(page.getByRole('table')).toBeVisible();
    await shoot('comparison');
    await page.locator('#reading').evaluate((pane) => pane.scrollTo(0, 700));
    await shoot('comparison-further');
    await press(settings.language === 'ur' ? 'Alt+ArrowRight' : 'Alt+ArrowLeft');
    // In a narrow window the list is a page of its own.
    const toList = page.locator('main [role=toolbar] button').first();
    if (!(await page.locator('#results').isVisible())) await toList.click();
    await page.locator('#results').focus();
    await press('Escape', 'Control+Enter', 'ArrowDown', 'Control+Enter', 'Enter');
    await expect(page.locator('article h1')).toBeVisible();
    await shoot('tabs');
    await page.locator('main [role=toolbar] button[aria-haspopup]').first().click();
    await shoot('compare-with');
    await press('Escape');
  });
}
