// `npm run bench:timeline -- [--documents N] [--restrictions N] [--archive N]`: frames of our timeline, ECharts and vis-timeline on the same data.
import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { _electron as electron, type Page } from '@playwright/test';
import { build } from 'vite';
import { newFolder } from '../tests/e2e/reader.ts';
import arrange from '../tests/e2e/setup.ts';
import { ms, summary, table } from './measure.ts';
import { measureBrush } from './timeline/brush.ts';
import type { Times } from './timeline/data.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    restrictions: { type: 'string', default: '5000' },
    steps: { type: 'string', default: '240' },
    archive: { type: 'string', default: '100000' },
  },
});
const size = {
  documents: Number(values.documents),
  restrictions: Number(values.restrictions),
  steps: Number(values.steps),
};

/** Named as they are shown; ours first and last, so that a machine that grows slower shows. */
const RUNS: [name: string, rival: string][] = [
  ['Mahfuz', 'ours'],
  ['ECharts 6.1', 'echarts'],
  ['vis-timeline 8.5 (restrictions only)', 'vis'],
  ['Mahfuz again', 'ours'],
];

const folder = newFolder();
await build({
  configFile: false,
  root: join(import.meta.dirname, 'timeline'),
  base: './',
  logLevel: 'warn',
  build: { outDir: join(folder, 'page'), emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
});
cpSync(join(import.meta.dirname, 'timeline', 'main.cjs'), join(folder, 'main.cjs'));
writeFileSync(
  join(folder, 'package.json'),
  '{"name":"timelines","version":"1.0.0","main":"main.cjs"}\n',
);
const putAway = await arrange();
const account = process.env.MAHFUZ_ACCOUNT;
if (account) spawnSync('chown', ['-R', account, folder]);
const app = await electron.launch({
  args: [folder],
  chromiumSandbox: true,
});
const page = await app.firstWindow();
await page.waitForFunction('typeof run === "function"');
const rows: string[][] = [];
for (const [name, rival] of RUNS) rows.push([name, ...(await measured(page, rival))]);
console.log(
  `Zoom and pan by script, ${size.steps} views, ${size.documents} documents counted anew for each, ${size.restrictions} restrictions in 30 lanes, window 1280 by 800, milliseconds:\n`,
);
console.log(table(['', 'frame p50', 'frame p95', 'work p50', 'work p95'], rows));
await app.close();
if (Number(values.archive) > 0) await measureBrush(Number(values.archive));
await putAway();

async function measured(shown: Page, rival: string): Promise<string[]> {
  const { frames, work } = await shown.evaluate<Times>(
    `run(${JSON.stringify(rival)}, ${JSON.stringify(size)})`,
  );
  return [summary(frames), summary(work)].flatMap(({ p50, p95 }) => [ms(p50), ms(p95)]);
}
