// The timeline through the router: over real threads, and as a task that writes a file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDesk } from '../../src/main/router/desk.ts';
import { openLocally } from '../../src/main/router/local.ts';
import { makeBundled } from '../archive/made.ts';
import { temporaryFolder } from '../folders.ts';

const door = (name: string) => join(import.meta.dirname, '..', '..', 'src', 'main', `${name}.ts`);

test('counts cross from the thread that reads as arrays of numbers, not as objects', async () => {
  const desk = createDesk({
    folders: { folder: temporaryFolder(), bundledFolder: await makeBundled() },
    files: { read: door('read-worker'), jobs: door('job-worker') },
    emit: () => {},
  });
  onTestFinished(() => desk.close());
  const ask = (id: number, method: string, input: unknown) =>
    desk.call({ type: 'call', id, caller: 1, method, input });
  const counted = await ask(1, 'timeline.density', { unit: 'day' });
  expect(counted).toMatchObject({ ok: true, value: { unit: 'day', total: 4, undated: 2 } });
  const { bins } = (counted as { value: { bins: Record<string, unknown> } }).value;
  expect(bins.counts).toEqual(Uint32Array.of(1, 1));
  expect(bins.edges).toBeInstanceOf(Float64Array);
  expect(await ask(2, 'timeline.density', { unit: 'minute' })).toMatchObject({
    ok: false,
    error: { code: 'invalid_input' },
  });
  expect(await ask(3, 'timeline.spans', { from: '2024-13' })).toMatchObject({ ok: false });
  expect(await ask(4, 'timeline.chain', { id: 'mahfuz/nobody' })).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  });
});

test('an export is a task that ends with what it wrote', async () => {
  const { run, close } = openLocally({
    folder: temporaryFolder(),
    bundledFolder: await makeBundled(),
  });
  onTestFinished(close);
  const path = join(temporaryFolder(), 'seen.json');
  const report = await run('timeline.export', { grant: '', format: 'json' }, { path });
  expect(report).toMatchObject({ records: 1, withheld: 0 });
  expect(JSON.parse(readFileSync(path, 'utf8')).rows[0].id).toBe('mahfuz/blackout');
  await expect(run('timeline.export', { grant: '', format: 'json' }, {})).rejects.toMatchObject({
    code: 'file_not_granted',
  });
});
