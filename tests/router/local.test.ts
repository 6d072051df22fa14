// The archive in one process, as the terminal uses it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Local, openLocally } from '../../src/main/router/local.ts';
import type { Method } from '../../src/shared/contract.ts';
import { makeBundled, manyDocuments, openFolder, writeNdjson } from '../archive/made.ts';
import { temporaryFolder } from '../folders.ts';

async function local({ folder = temporaryFolder() } = {}): Promise<Local & { folder: string }> {
  const opened = openLocally({ folder, bundledFolder: await makeBundled() });
  onTestFinished(() => opened.close());
  return Object.assign(opened, { folder });
}

test('the first question copies the bundled archive and is answered from it', async () => {
  const { call, folder } = await local();
  expect(readdirSync(folder)).toEqual([]);
  expect((await call('archive.search', { text: 'silent' })).total).toBe(1);
  expect(readdirSync(folder)).toContain('archive.sqlite');
});

test('reading goes on while another program holds the folder, and writing is refused', async () => {
  const folder = temporaryFolder();
  await openFolder(folder, await makeBundled());
  const { call, run } = await local({ folder });
  expect((await call('archive.record', { id: 'mahfuz/blackout' })).record.kind).toBe('event');
  await expect(run('archive.check', {}, {})).rejects.toMatchObject({ code: 'folder_in_use' });
});

test('reading takes no lock, so that the window can open meanwhile', async () => {
  const bundled = await makeBundled();
  const folder = temporaryFolder();
  (await openFolder(folder, bundled)).close();
  const { call } = await local({ folder });
  await call('archive.stats', {});
  await expect(openFolder(folder, bundled)).resolves.toBeDefined();
});

test('what was imported is found by the next question', async () => {
  const { call, run } = await local();
  await call('archive.search', { text: 'statement' });
  const path = writeNdjson(join(temporaryFolder(), 'many.ndjson'), manyDocuments(20));
  const phases = new Set<string>();
  const onProgress = ({ phase }: { phase: string }) => void phases.add(phase);
  expect(await run('archive.import', { grant: '' }, { path, onProgress })).toMatchObject({
    added: 20,
  });
  expect(phases.size).toBeGreaterThan(1);
  expect((await call('archive.search', { text: 'statement' })).total).toBe(20);
});

test('wrong input and what is not answered here are refused with their codes', async () => {
  const { call } = await local();
  await expect(call('archive.search', { limit: -1 })).rejects.toMatchObject({
    code: 'invalid_input',
    detail: { field: 'limit' },
  });
  for (const method of ['shell.info', 'job.cancel', 'archive.state', 'toString'] as Method[]) {
    await expect(call(method, { job: 'x' } as never)).rejects.toMatchObject({
      code: 'unknown_method',
    });
  }
});

test('a call that was given up before it began is not run', async () => {
  const { call } = await local();
  const given = call('archive.stats', {}, { signal: AbortSignal.abort() });
  await expect(given).rejects.toMatchObject({ code: 'cancelled' });
});
