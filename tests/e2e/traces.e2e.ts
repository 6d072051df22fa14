// What a session leaves behind: its data folder, and nothing anywhere else.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runJob, value } from './bridge.ts';
import { run } from './launch.ts';
import { HOSTILE_RECORD } from './network/hostile-record.ts';
import { newFolder, openReader } from './reader.ts';

const account = process.env.MAHFUZ_ACCOUNT?.split(':')[0];
test.skip(
  account === undefined,
  'only where the reader has an account of its own can its files be told from others',
);

/** Every file and folder of the reader's account that came or changed since `stamp`, wherever it is. */
function touchedSince(stamp: string): string[] {
  const virtual = ['-path', '/proc', '-o', '-path', '/sys', '-o', '-path', '/dev/pts'];
  const { stdout } = spawnSync(
    'find',
    [
      '/',
      '(',
      ...virtual,
      ')',
      '-prune',
      '-o',
      '-uid',
      account as string,
      '-newer',
      stamp,
      '-print',
    ],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  return stdout.split('\n').filter((path) => path !== '' && !isOfAnotherTest(path));
}

// Tests of another checkout may run at the same time, under the same account.
function isOfAnotherTest(path: string): boolean {
  const own = [process.env.MAHFUZ_HOME as string, ...folders];
  return path.startsWith('/tmp/mahfuz-') && !own.some((folder) => path.startsWith(folder));
}

const folders: string[] = [];
function ownFolder(): string {
  const folder = newFolder();
  folders.push(folder);
  return folder;
}

test('every file that a session makes lies in the data folder, and what is only for the session goes with it', async () => {
  const outside = ownFolder();
  const stamp = join(outside, 'stamp');
  writeFileSync(stamp, '');
  const file = join(outside, 'hostile.ndjson');
  writeFileSync(file, `${JSON.stringify(HOSTILE_RECORD)}\n`);
  const data = join(outside, 'data');
  mkdirSync(data);
  spawnSync('chown', ['-R', `${account}`, outside]);
  const elsewhere = () => touchedSince(stamp).filter((path) => !path.startsWith(outside));

  const reader = await openReader({ data });
  const { app, page } = reader;
  await value(page, 'archive.stats', {});
  await runJob(reader, 'archive.import', file);
  await value(page, 'notebook.state', {});
  await value(page, 'shell.copy', { text: 'a citation' });
  await page.getByRole('combobox').or(page.getByRole('searchbox')).first().fill('zealous');
  await page.getByRole('option').first().click();
  await page.waitForTimeout(500);
  expect(touchedSince(stamp)).toContain(join(data, 'archive.sqlite'));
  expect(elsewhere()).toEqual([]);
  await app.close();

  expect(elsewhere()).toEqual([]);
  expect(readdirSync(data).toSorted()).toEqual([
    'archive.sqlite',
    'local',
    'notebook.key',
    'notebook.sqlite',
    'search-1.sqlite',
    'search.json',
    'settings.json',
    'transient',
    'writer.lock',
  ]);
  expect(readdirSync(join(data, 'transient'))).toEqual([]);
  expect(readdirSync(join(data, 'local'))).toHaveLength(1);
});

test('a reader started as a person starts it leaves nothing elsewhere either', async () => {
  const data = ownFolder();
  const stamp = join(data, 'stamp');
  writeFileSync(stamp, '');
  const { code, output } = await run(`--data=${data}`, `--screenshot=${join(data, 'picture.png')}`);
  expect(code, output).toBe(0);
  const touched = touchedSince(stamp);
  expect(touched).toContain(join(data, 'picture.png'));
  expect(touched.filter((path) => !path.startsWith(data))).toEqual([]);
  expect(readdirSync(join(data, 'transient'))).toEqual([]);
});

test('what a killed session left is gone after the next one', async () => {
  const { app, page, data } = await openReader();
  await value(page, 'archive.stats', {});
  const window = join(data, 'transient', 'window');
  expect(readdirSync(window).length).toBeGreaterThan(0);
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  process.kill(await app.evaluate(() => process.pid), 'SIGKILL');
  await ended;
  writeFileSync(join(window, 'left'), 'over');
  const next = await openReader({ data });
  await value(next.page, 'archive.stats', {});
  expect(readdirSync(window)).not.toContain('left');
  await next.app.close();
  expect(readdirSync(join(data, 'transient'))).toEqual([]);
});
