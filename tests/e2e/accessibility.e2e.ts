// Every view in every theme and both languages passes axe, and nothing needs more width than a small or enlarged window has.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { Settings } from '../../src/shared/settings.ts';
import { value } from './bridge.ts';
import { openReader, type Reader } from './reader.ts';

let reader: Reader;
let page: Page;

test.beforeAll(async () => {
  reader = await openReader();
  page = reader.page;
  await value(page, 'archive.stats', {});
});
test.afterAll(() => reader.app.close());

/** Opens the page anew with settings. */
async function begin(settings: Partial<Settings>): Promise<void> {
  await value(page, 'shell.saveSettings', settings);
  await page.reload();
  await expect(page.locator('#row-0')).toBeVisible();
}

const VIEWS: Record<string, (page: Page) => Promise<void>> = {
  start: async () => undefined,
  record: async () => {
    await page.getByRole('combobox').fill('inaccessible vote rigging');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.locator('article h1')).toBeVisible();
  },
  organisation: async () => {
    await page.getByRole('combobox').fill('Netbloks');
    await page
      .locator('[role=option]', { hasText: /^NetBlocks/ })
      .first()
      .click();
    await expect(page.locator('article h1')).toBeVisible();
  },
  suggestions: async () => {
    await page.getByRole('combobox').pressSequentially('netbloks');
    await expect(page.getByRole('combobox')).toHaveAttribute('aria-expanded', 'true');
  },
  'nothing found': async () => {
    await page.getByRole('combobox').fill('zebra qqqq');
    await expect(page.locator('#results')).toHaveCount(0);
  },
  filters: async () => {
    await page.getByRole('combobox').fill('internet');
    await page.locator('search [aria-expanded][data-rac]').first().press('Enter');
    await expect(page.locator('#facets li').first()).toBeVisible();
    await page.locator('#facets li button').first().press('Enter');
    await page.locator('#facets li button').last().press('Enter');
    await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'false');
  },
  'groups, selection and tabs': async () => {
    await page.getByRole('combobox').fill('tiktok ban');
    await page.locator('[data-pane=list] [aria-pressed]').first().press('Enter');
    await page.locator('#results').focus();
    for (const key of ['Space', 'Control+Enter', 'ArrowDown', 'Control+Enter', 'Enter']) {
      await page.keyboard.press(key);
    }
    await expect(page.getByRole('tab')).toHaveCount(3);
  },
  comparison: async () => {
    await page.getByRole('combobox').fill('tiktok ban');
    await page.keyboard.press('Enter');
    for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'Space', 'Control+d']) {
      await page.keyboard.press(key);
    }
    await expect(page.getByRole('table')).toBeVisible();
  },
  timeline: async () => {
    await page.keyboard.press('Control+t');
    await expect(page.getByRole('main').getByRole('listbox')).toBeVisible();
  },
  'time as a table': async () => {
    await page.keyboard.press('Control+t');
    await page.getByRole('main').getByRole('radio').nth(1).click();
    await expect(page.getByRole('main').getByRole('table').first()).toBeVisible();
  },
  figures: async () => {
    await page.keyboard.press('Control+t');
    await page.getByRole('main').getByRole('radio').nth(2).click();
    await expect(page.getByRole('main').getByRole('table')).toBeVisible();
  },
  settings: async () => page.keyboard.press('Control+,'),
  help: async () => page.keyboard.press('F1'),
};

async function faults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

for (const theme of ['light', 'dark'] as const) {
  for (const language of ['en', 'ur'] as const) {
    for (const [view, show] of Object.entries(VIEWS)) {
      test(`axe finds nothing in ${view}, ${theme}, ${language}`, async () => {
        await begin({ theme, language, welcomed: true });
        await show(page);
        expect(await faults()).toEqual([]);
      });
    }
  }
}

test('axe finds nothing in the first run', async () => {
  await begin({ theme: 'light', language: 'en', welcomed: false });
  expect(await faults()).toEqual([]);
});

test('four times enlarged, no view is wider than the window, and the list still shows its rows', async () => {
  const zoom = (factor: number) =>
    reader.app.evaluate(
      ({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by),
      factor,
    );
  await begin({ theme: 'light', language: 'en', welcomed: true });
  await zoom(4);
  for (const [view, show] of Object.entries(VIEWS)) {
    await begin({});
    await show(page);
    const tooWide = await page.evaluate(`
      [...document.querySelectorAll('html, main, main *, [data-pane=list] *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 120))
    `);
    expect(tooWide, view).toEqual([]);
  }
  await zoom(1);
});

test('in the colours of the system, what is chosen, open or pressed still stands out', async () => {
  await begin({ theme: 'light', language: 'en', welcomed: true });
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await VIEWS['groups, selection and tabs']?.(page);
  const look = (selector: string): Promise<string> =>
    page.evaluate(`{
      const style = getComputedStyle(document.querySelector(${JSON.stringify(selector)}));
      style.backgroundColor + ' ' + style.outlineStyle;
    }`);
  await page.getByRole('combobox').focus();
  for (const [chosen, other] of [
    ['#results [aria-selected=true]', '#results [aria-selected=false]:not([aria-current])'],
    ['#results [aria-current=true]', '#results [aria-selected=false]:not([aria-current])'],
    ['[role=tab][aria-selected=true]', '[role=tab][aria-selected=false]'],
    ['[data-pane=list] [aria-pressed=true]', '[data-pane=list] button:not([aria-pressed])'],
  ] as const) {
    expect(await look(chosen), chosen).not.toBe(await look(other));
  }
  const moves = await page.evaluate(`document.getAnimations().length`);
  expect(moves).toBe(0);
  await page.emulateMedia({ forcedColors: null, reducedMotion: null });
});
