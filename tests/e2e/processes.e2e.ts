// The processes of the reader: where the archive runs, what happens when one dies, how all of them end.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ask, runJob, value } from './bridge.ts';
import { archiveProcess, family, isRunning } from './family.ts';
import { commandTo, toEnd } from './launch.ts';
import { HOSTILE_RECORD } from './network/hostile-record.ts';
import { newFolder, openReader, type Reader } from './reader.ts';

test.skip(process.platform !== 'linux', 'reads /proc, which only Linux has');

const opened: Reader[] = [];
async function open(data = newFolder()): Promise<Reader> {
  const reader = await openReader({ data });
  opened.push(reader);
  await value(reader.page, 'archive.stats', {});
  return reader;
}
test.afterEach(async () => {
  for (const { app } of opened.splice(0)) await app.close().catch(() => {});
});

const mainOf = ({ app }: Reader) => app.evaluate(() => process.pid);

// It is started beside the window, and may come after it.
async function archiveOf(reader: Reader): Promise<number> {
  const main = await mainOf(reader);
  let pid = 0;
  await expect
    .poll(() => (pid = archiveProcess(main)?.pid ?? 0), { message: 'an archive process' })
    .toBeGreaterThan(0);
  return pid;
}

/** Keeps what the page is told of the archive, to be asked later. */
async function listen(
  page: Page,
): Promise<() => Promise<{ phase: string; error: { code: string } | null }[]>> {
  await page.evaluate(
    `globalThis.states = []; mahfuz.on('archive.state', (state) => states.push(state)); 0`,
  );
  return () => page.evaluate('states');
}

test('the archive has a process of its own, on a Node that can open it', async () => {
  const reader = await open();
  const info = await value(reader.page, 'shell.info', {});
  const napi = await reader.app.evaluate(() => Number(process.versions.napi));
  expect(info.archiveRuntime).toMatch(napi >= 10 ? `Node ${info.node}` : /^Node 24\./);
  expect(info.fallback).toBe(napi < 10);
  expect(await archiveOf(reader)).not.toBe(await mainOf(reader));
});

test('an archive process that is killed is said, started again, and answers', async () => {
  const reader = await open();
  const { page } = reader;
  const states = await listen(page);
  const first = await archiveOf(reader);
  process.kill(first, 'SIGKILL');
  const reply = await ask(page, 'archive.stats', {});
  if (!reply.ok) expect(reply.error.code).toBe('archive_crashed');
  expect((await value(page, 'archive.stats', {})).records).toBeGreaterThan(0);
  expect(await archiveOf(reader)).not.toBe(first);
  expect((await states()).map(({ error }) => error?.code)).toContain('archive_crashed');
  expect((await states()).at(-1)).toMatchObject({ phase: 'ready', error: null });
});

test('a call that is on its way when the archive is killed is answered all the same', async () => {
  const reader = await open();
  const pid = await archiveOf(reader);
  process.kill(pid, 'SIGSTOP');
  const asked = ask(reader.page, 'archive.stats', {});
  await reader.page.waitForTimeout(200);
  process.kill(pid, 'SIGKILL');
  expect(await asked).toMatchObject({ ok: false, error: { code: 'archive_crashed' } });
  expect((await value(reader.page, 'archive.stats', {})).records).toBeGreaterThan(0);
});

test('a long task that dies with its process has an end, and the archive is whole', async () => {
  const reader = await open();
  const { page, data } = reader;
  const file = join(data, 'many.ndjson');
  const lines = Array.from({ length: 20_000 }, (_, n) =>
    JSON.stringify({ ...HOSTILE_RECORD, id: `many/record-${n}` }),
  );
  writeFileSync(file, lines.join('\n'));
  const archive = await archiveOf(reader);
  const ended = runJob(reader, 'archive.import', file);
  await page.waitForTimeout(400);
  process.kill(archive, 'SIGKILL');
  expect(await ended).toMatchObject({ kind: 'import', error: { code: 'archive_crashed' } });
  const check = await page.evaluate(`new Promise((done) => {
    mahfuz.on('job.end', done);
    const ask = () => mahfuz.call('archive.check', {}, Math.random()).then((reply) => reply.ok || setTimeout(ask, 200));
    ask();
  })`);
  expect(check).toMatchObject({ kind: 'check', error: null, result: { problems: [] } });
});

test('an archive that dies again and again is not started for ever, and the window stays', async () => {
  const reader = await open();
  const states = await listen(reader.page);
  for (let death = 0; death < 4; death += 1) {
    const pid = await archiveOf(reader);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => isRunning(pid)).toBe(false);
    await expect.poll(async () => (await states()).length).toBeGreaterThan(death);
    if (death === 3) continue;
    await expect.poll(async () => (await ask(reader.page, 'archive.stats', {})).ok).toBe(true);
  }
  await expect
    .poll(async () => (await states()).at(-1))
    .toMatchObject({
      phase: 'failed',
      error: { code: 'archive_unavailable' },
    });
  expect(await ask(reader.page, 'archive.stats', {})).toMatchObject({
    error: { code: 'archive_unavailable' },
  });
  expect(await value(reader.page, 'archive.state', {})).toMatchObject({ phase: 'failed' });
});

test('when the window is killed the archive ends by itself and frees the folder', async () => {
  const reader = await open();
  const archive = await archiveOf(reader);
  process.kill(await mainOf(reader), 'SIGKILL');
  await expect.poll(() => isRunning(archive)).toBe(false);
  const again = await open(reader.data);
  expect((await value(again.page, 'archive.stats', {})).records).toBeGreaterThan(0);
});

test('told to end, the reader closes its archive in order', async () => {
  const reader = await open();
  const ended = new Promise<number | null>((resolve) => reader.app.process().once('exit', resolve));
  process.kill(await mainOf(reader), 'SIGTERM');
  expect(await ended).toBe(0);
  expect(existsSync(join(reader.data, 'open.marker'))).toBe(false);
  expect(readdirSync(reader.data).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
});

test('a page that crashes is loaded again and finds its archive', async () => {
  const reader = await open();
  const answered = await reader.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(true)));
    contents?.forcefullyCrashRenderer();
    await loaded;
    const code = `mahfuz.call('archive.stats', {}, 1).then((reply) => reply.ok)`;
    return contents?.executeJavaScript(code) as Promise<unknown>;
  });
  expect(answered).toBe(true);
});

test('a page that dies while it loads for the first time is loaded again', async () => {
  const data = newFolder();
  const child = spawn(...commandTo(`--data=${data}`, `--screenshot=${data}/picture.png`));
  const ended = toEnd(child);
  let pages: number[] = [];
  const count = () => {
    const processes = family(child.pid as number);
    pages = processes
      .filter(({ command }) => command.includes('--type=renderer'))
      .map(({ pid }) => pid);
    return pages.length;
  };
  // The first process holds the window while it is empty.
  await expect.poll(count, { intervals: [1] }).toBe(2);
  process.kill(pages[1] as number, 'SIGKILL');
  expect((await ended).output).toContain('Saved ');
});

test('a page that hangs while it loads is ended and loaded again', async () => {
  const { app } = await open();
  const hung = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const pid = contents?.getOSProcessId() as number;
    process.kill(pid, 'SIGSTOP');
    contents?.reload();
    return pid;
  });
  await expect.poll(() => isRunning(hung), { timeout: 30_000 }).toBe(false);
  const pageNow = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents?.isLoading() !== false) return null;
      return contents.executeJavaScript('document.title');
    });
  await expect.poll(pageNow).toContain('Mahfuz');
});
