// Opens the real reader on packs that are really signed and saves a picture of every stage: receiving, trusting, correcting, passing on.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { chooseFile, value } from '../e2e/bridge.ts';
import { newFolder, openReader, type Reader } from '../e2e/reader.ts';
import { makeStick, type Stick } from '../e2e/stick.ts';
import { LOOKS } from './looks.ts';

const folder = join(import.meta.dirname, '..', '..', 'screenshots');
const WORDS = {
  en: {
    folder: 'Open a folder…',
    import: 'Import',
    quarantine: 'Import into quarantine',
    publisher: 'See the publisher',
    compare: 'Compare the number…',
    tick: 'I look and tick each group',
    show: 'Show group 1',
    trust: 'Trust this publisher',
    changes: 'See what changed',
    pass: 'Pass on a copy…',
    remove: 'Remove this publisher…',
    label: 'Show its quarantined records',
  },
  ur: {
    folder: 'فولڈر کھولیں…',
    import: 'درآمد کریں',
    quarantine: 'قرنطینہ میں درآمد کریں',
    publisher: 'ناشر دیکھیں',
    compare: 'نمبر کا موازنہ کریں…',
    tick: 'دیکھ کر ہر حصے پر نشان لگاتا ہوں',
    show: 'حصہ 1 دکھائیں',
    trust: 'اس ناشر پر اعتماد کریں',
    changes: 'دیکھیں کیا بدلا',
    pass: 'نقل آگے دیں…',
    remove: 'یہ ناشر ہٹائیں…',
    label: 'اس کے قرنطینہ کے ریکارڈ',
  },
};

let stick: Stick;
let reader: Reader;
let page: Page;

test.beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  stick = makeStick(newFolder());
});
test.afterEach(() => reader.app.close());

const button = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
const scrollTo = (y: number) =>
  page.locator('#reading').evaluate((pane, top) => pane.scrollTo(0, top), y);

async function open(name: string, folderButton: string): Promise<void> {
  await chooseFile(reader.app, join(stick.folder, name));
  await page.keyboard.press('Control+Shift+O');
  await button(folderButton).click();
  await expect(page.locator('main section[class*=card]')).toBeVisible();
}

for (const { name, settings, size } of LOOKS) {
  test(`${name} pictures of packs`, async () => {
    const words = WORDS[settings.language ?? 'en'];
    let number = 0;
    const shoot = async (what: string) => {
      number += 1;
      await page.mouse.move(size[0] / 2, 1);
      await page.waitForTimeout(150);
      const file = `packs-${name}-${String(number).padStart(2, '0')}-${what}.png`;
      await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'initial' });
    };
    reader = await openReader();
    page = reader.page;
    await value(page, 'archive.stats', {});
    await reader.app.evaluate(
      ({ BrowserWindow }, [width, height]) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      size,
    );
    await value(page, 'shell.saveSettings', { ...settings, welcomed: true });
    await page.reload();
    await page.locator('#row-0').or(page.locator('main h1')).first().waitFor();

    await page.keyboard.press('Control+Shift+O');
    await expect(button(words.folder)).toBeVisible();
    await shoot('none');
    await open('list-1', words.folder);
    await shoot('unknown');
    await button(words.quarantine).click();
    await expect(button(words.compare)).toBeVisible();
    await shoot('imported');
    await button(words.publisher).click();
    await expect(button(words.remove)).toBeVisible();
    await shoot('quarantined');
    await page.locator('label', { hasText: words.label }).click();
    await expect(page.locator('main [role=switch]')).toBeChecked();
    await shoot('quarantined-list');
    await button(words.compare).click();
    const [row] = await value(page, 'publisher.list', {});
    const digits = row?.digits ?? [];
    await page.locator('#heard-0').fill(digits.slice(0, 3).join(''));
    await page.locator('#heard-3').fill(digits[3] === '11111' ? '22222' : '11111');
    await shoot('differs');
    await button(words.tick).click();
    await button(words.show).click();
    await shoot('ticking');
    await page.getByRole('main').getByRole('group').getByRole('button').first().click();
    await page.locator('#heard-0').fill(digits.join(''));
    await expect(button(words.trust)).toBeVisible();
    await button(words.trust).scrollIntoViewIfNeeded();
    await shoot('matches');
    await button(words.trust).click();
    await expect(button(words.remove)).toBeVisible();
    await open('damaged', words.folder);
    await shoot('damaged');
    await scrollTo(100_000);
    await shoot('damaged-end');
    await button(words.import).click();
    await expect(button(words.publisher)).toBeVisible();
    await shoot('updated');
    await button(words.publisher).click();
    await expect(button(words.remove)).toBeVisible();
    await shoot('publisher');
    await scrollTo(700);
    await shoot('publisher-files');
    await scrollTo(100_000);
    await button(words.remove).click();
    await scrollTo(100_000);
    await shoot('remove');
    await page.keyboard.press('Escape');
    await open('impostor', words.folder);
    await shoot('impostor');
    await open('forged', words.folder);
    await shoot('forged');
    await page.keyboard.press('Control+Shift+O');
    await expect(button(words.pass)).toBeVisible();
    await shoot('publishers');
    await button(words.pass).click();
    await page.waitForTimeout(300);
    await shoot('share');
    await scrollTo(100_000);
    await shoot('share-end');

    const { hits } = await value(page, 'archive.search', { text: 'Ten zebra nights', limit: 1 });
    const back = page.getByRole('main').getByRole('toolbar').getByRole('button').first();
    if (!(await page.getByRole('combobox').isVisible())) await back.click();
    await page.getByRole('combobox').fill(`"${hits[0]?.title}"`);
    await expect(page.locator('#results [role=option]')).toHaveCount(1);
    await page.locator('#results [role=option] [dir]').first().click();
    await expect(page.locator('article h1')).toBeVisible();
    await shoot('corrected');
    await button(words.changes).click();
    await expect(page.locator('article ins').first()).toBeVisible();
    await shoot('changes');
    await scrollTo(400);
    await shoot('changes-more');
  });
}
