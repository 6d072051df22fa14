// The other way to run the archive, as a utility process of Electron, is driven on every Electron: with a process that
// opens no database, since an Electron that is too old for the SQLite binaries is too old in there too.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, expect, test } from '@playwright/test';
import { build } from 'vite';
import type { ArchiveHost } from '../../src/main/shell/archive-host.ts';
import { newFolder } from './reader.ts';

let app: ElectronApplication;

test.beforeAll(async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'app'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(folder, 'app'),
      rolldownOptions: {
        external: ['electron'],
        input: {
          main: join(import.meta.dirname, 'utility', 'main.ts'),
          entry: join(import.meta.dirname, 'utility', 'entry.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  const manifest = { name: 'utility-test', version: '0.0.0', type: 'module', main: 'main.js' };
  writeFileSync(join(folder, 'app', 'package.json'), JSON.stringify(manifest));
  app = await electron.launch({ args: [join(folder, 'app')], chromiumSandbox: true });
  await expect.poll(() => app.evaluate(() => 'host' in globalThis)).toBe(true);
});
test.afterAll(() => app.close());

type Remote = typeof globalThis & {
  host: ArchiveHost;
  told: { event: string; payload: object }[];
};

const call = (method: string, input: unknown = {}) =>
  app.evaluate(
    (_electron, asked) =>
      (globalThis as Remote).host.call({ caller: 1, id: asked.id, ...asked.what } as never),
    { id: Date.now(), what: { method, input, path: '/chosen' } },
  );

test('a call goes there and back whole, with its arguments and its file', async () => {
  expect(await call('anything', { text: 'متن', nested: [1, null, true] })).toMatchObject({
    ok: true,
    value: {
      method: 'anything',
      input: { text: 'متن', nested: [1, null, true] },
      path: '/chosen',
      given: ['one', 'two'],
    },
  });
});

test('it is a process of its own, and says what it runs on', async () => {
  const { own, pid, runtime, node } = await app.evaluate(() => {
    const { host } = globalThis as Remote;
    return { own: process.pid, pid: host.pid, runtime: host.runtime, node: process.versions.node };
  });
  expect(pid).not.toBe(own);
  expect(runtime).toBe(`Node ${node}`);
});

test('events and cancelling pass', async () => {
  await app.evaluate(() => {
    const { host } = globalThis as Remote;
    void host.call({ caller: 5, id: 55, method: 'wait', input: {} });
    host.cancel(5, 55);
  });
  const told = () => app.evaluate(() => (globalThis as Remote).told);
  await expect
    .poll(async () =>
      (await told()).some(({ payload }) => 'change' in payload && Number(payload.change) < 0),
    )
    .toBe(true);
});

test('its death answers what was asked, is told, and a new one answers', async () => {
  expect(await call('die')).toMatchObject({ ok: false, error: { code: 'archive_crashed' } });
  expect(await call('again')).toMatchObject({ ok: true });
  const told = await app.evaluate(() => (globalThis as Remote).told);
  expect(told).toContainEqual(
    expect.objectContaining({
      event: 'archive.state',
      payload: expect.objectContaining({
        error: expect.objectContaining({ code: 'archive_crashed' }),
      }),
    }),
  );
});

test('told to close, it ends', async () => {
  await app.evaluate(() => (globalThis as Remote).host.close());
  expect(await app.evaluate(() => (globalThis as Remote).host.pid)).toBeUndefined();
  expect(await call('too late')).toMatchObject({ error: { code: 'archive_unavailable' } });
});
