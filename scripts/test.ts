// `npm test`: every test there is, first the rooms (Vitest), then the window (Playwright), and one
// last line that sums both.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from './build.ts';
import { type Counts, ofPlaywright, ofVitest, summary } from './test-counts.ts';

const root = join(import.meta.dirname, '..');
const reports = join(root, 'out', 'reports');
const rooms = join(reports, 'rooms.json');
const windows = join(reports, 'windows.json');

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
buildIfNeeded();

const roomCounts = run(
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${rooms}`,
  ],
  (code) => ofVitest(read(rooms), code),
);
const windowCounts = run(
  ['node_modules/@playwright/test/cli.js', 'test', '--config=tests/e2e', '--reporter=list,json'],
  (code) => ofPlaywright(read(windows), code),
);

const all = summary([roomCounts, windowCounts]);
process.exitCode = all.failed === 0 ? 0 : 1;
console.log(`\n${all.line}`);

function run(args: string[], count: (code: number) => Counts): Counts {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: windows };
  const end = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  return count(end.status ?? 1);
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
