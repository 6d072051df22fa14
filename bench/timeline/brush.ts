// From letting go of a stretch that was drawn over the bars to the results of that time being drawn, in the real window.
import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { newFolder, openReader } from '../../tests/e2e/reader.ts';
import { build } from '../build.ts';
import { ms, summary } from '../measure.ts';

const STROKES = 20;

// In the page: from the event of the pointer to the frame after the list and the sums of the timeline are those of the new time.
const WATCH = `globalThis.resultsDrawn = new Promise((drawn, failed) => {
  setTimeout(() => failed(new Error('no results came')), 20000);
  const told = () => document.querySelector('main [role=status]').textContent;
  const before = told();
  const narrowed = () =>
    [...document.querySelectorAll('main button')].some((one) => one.textContent === 'Any time');
  addEventListener('pointerup', (event) => {
    const check = () => {
      const busy = document.querySelector('#results')?.getAttribute('aria-busy') === 'true';
      const settled = narrowed() && !busy && told() !== before;
      if (!settled) return requestAnimationFrame(check);
      requestAnimationFrame(() => drawn(performance.now() - event.timeStamp));
    };
    requestAnimationFrame(check);
  }, { once: true });
});
0`;

/** Draws over stretches of a generated archive of so many records, and says how long the results take. */
export async function measureBrush(size: number): Promise<void> {
  const data = newFolder();
  await build(data, size);
  const account = process.env.MAHFUZ_ACCOUNT;
  if (account) spawnSync('chown', ['-R', account, data]);
  const { app, page } = await openReader({ data });
  await page.locator('#row-0').waitFor();
  await page.keyboard.press('Control+t');
  await page.locator('main canvas').first().waitFor();
  await page.getByRole('main').getByRole('listbox').waitFor();
  const times: number[] = [];
  for (let stroke = 0; stroke < STROKES; stroke++) times.push(await drawStretch(page, stroke));
  const { p50, p95, max } = summary(times);
  console.log(
    `Stretch drawn to its results drawn, ${size} records: p50 ${ms(p50)}, p95 ${ms(p95)}, most ${ms(max)} ms (${times.length} strokes).`,
  );
  await app.close();
}

/** Each stretch has other ends than the one before, so that each finds something else. */
async function drawStretch(page: Page, stroke: number): Promise<number> {
  const bars = await page.locator('main canvas').first().boundingBox();
  if (!bars) throw new Error('the bars are not drawn');
  const y = bars.y + 70;
  const from = bars.x + bars.width * (0.3 + (stroke % 5) * 0.04);
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(from + bars.width * (0.25 + (stroke % 7) * 0.03), y, { steps: 4 });
  // The page must be listening before the pointer is let go.
  await page.evaluate(WATCH);
  await page.mouse.up();
  const took = await page.evaluate<number>('resultsDrawn');
  // Without a chosen time no handle stands in the way of the next stroke.
  await page.getByRole('main').getByRole('button', { name: 'Any time' }).click();
  await page.waitForTimeout(400);
  return took;
}
