// `npm run bench:window -- [--size N]`: the whole app in its real window: cold start, key press to drawn, memory of all processes.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { family } from '../tests/e2e/family.ts';
import { newFolder, openReader, type Reader } from '../tests/e2e/reader.ts';
import arrange from '../tests/e2e/setup.ts';
import { build } from './build.ts';
import { lexicons } from './generator.ts';
import { ms, summary, timedAsync } from './measure.ts';
import { queryClasses } from './queries.ts';

const STARTS = 5;
const LONGEST_TYPED = 12;
/** Typed one after the other, letter by letter, until this many presses are measured. */
const PRESSES = 300;

// In the page: from the event of the key to the first frame that has the rows of its answer, before that frame is
// drawn, and to the frame after it, when it has been.
const WATCH = `new Promise((drawn) => {
  const field = document.querySelector('[role=combobox]');
  field.addEventListener('input', (event) => {
    const check = () => {
      const list = document.querySelector('#results');
      const settled = !list || list.getAttribute('aria-busy') === 'false';
      if (!settled) return requestAnimationFrame(check);
      const inPage = performance.now() - event.timeStamp;
      requestAnimationFrame(() => drawn({ inPage, drawn: performance.now() - event.timeStamp }));
    };
    requestAnimationFrame(check);
  }, { once: true });
})`;

/** Milliseconds from a key press. */
interface Press {
  inPage: number;
  drawn: number;
}

const MOMENTS: Record<string, keyof Press> = {
  'results in the page': 'inPage',
  'results drawn': 'drawn',
};

const { values } = parseArgs({ options: { size: { type: 'string', default: '100000' } } });
const size = Number(values.size);

const putAway = await arrange();
await measureStarts();
await measureTyping();
await putAway();

/** From the start of the program to the first search drawn, as Playwright sees it, its own handshake included. */
async function measureStarts(): Promise<void> {
  const times: Record<'first' | 'again', number[]> = { first: [], again: [] };
  for (let round = 0; round < STARTS; round++) {
    const data = newFolder();
    for (const when of ['first', 'again'] as const) {
      const [took, reader] = await timedAsync(() => openAndAsk(data));
      times[when].push(took);
      await reader.app.close();
    }
  }
  console.log(
    `Program start to first search drawn, bundled archive: ${ms(summary(times.first).p50)} ms on a new data folder, ${ms(summary(times.again).p50)} ms after that (median of ${STARTS}).`,
  );
}

async function openAndAsk(data: string): Promise<Reader> {
  const reader = await openReader({ data });
  await reader.page.getByRole('combobox').fill('twitter ban');
  await reader.page.locator('#results[aria-busy=false] #row-0 mark').first().waitFor();
  return reader;
}

async function measureTyping(): Promise<void> {
  const data = newFolder();
  const { sample } = await build(data, size);
  const account = process.env.MAHFUZ_ACCOUNT;
  if (account) spawnSync('chown', ['-R', account, data]);
  const reader = await openReader({ data });
  await reader.page.locator('#row-0').waitFor();
  const typed = queryClasses(lexicons(1), sample).flatMap(({ queries }) =>
    queries.slice(0, 4).map(({ text }) => (text ?? '').slice(0, LONGEST_TYPED)),
  );
  const times = await press(reader.page, typed);
  for (const [name, moment] of Object.entries(MOMENTS)) {
    const { p50, p95, max } = summary(times.map((press) => press[moment]));
    console.log(
      `Key press to ${name}, ${size} records: p50 ${ms(p50)}, p95 ${ms(p95)}, most ${ms(max)} ms (${times.length} presses).`,
    );
  }
  const processes = memory(reader);
  const all = processes.reduce((sum, [, megabytes]) => sum + megabytes, 0);
  const each = processes.map(([name, megabytes]) => `${name} ${megabytes.toFixed(0)}`).join(', ');
  console.log(`Memory of all processes after that: ${all.toFixed(0)} MB (PSS): ${each}.`);
  await reader.app.close();
}

async function press(page: Page, texts: string[]): Promise<Press[]> {
  const times: Press[] = [];
  const field = page.getByRole('combobox');
  for (const text of texts) {
    if (times.length >= PRESSES) break;
    await field.fill('');
    for (const letter of text) {
      const drawn = page.evaluate<Press>(WATCH);
      await field.pressSequentially(letter);
      times.push(await drawn);
    }
  }
  return times;
}

/** Megabytes of each process of the reader, what they share divided among them; Linux alone tells. */
function memory({ app }: Reader): [name: string, megabytes: number][] {
  return family(app.process().pid ?? 0).map(({ pid, command }) => {
    const type =
      /--type=([\w-]+)/.exec(command)?.[1] ??
      (/archive-process/.test(command) ? 'archive' : 'main');
    const file = `/proc/${pid}/smaps_rollup`;
    const pss = existsSync(file) ? /^Pss:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8')) : null;
    return [type, (Number(pss?.[1] ?? 0) * 1024) / 1e6];
  });
}
