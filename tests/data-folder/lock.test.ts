// One writer per data folder, also when the one before was killed.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acquireWriterLock } from '../../src/main/data-folder/lock.ts';
import { temporaryFolder } from '../folders.ts';
import { runChild } from '../processes.ts';

const holder = join(import.meta.dirname, 'hold-lock.ts');

test('a second writer in another process is refused, and admitted once the first was killed', async () => {
  const folder = temporaryFolder();
  const first = runChild(holder, folder);
  expect(await first.line()).toBe('held');
  expect(() => acquireWriterLock(folder)).toThrow('folder_in_use');
  first.process.kill('SIGKILL');
  await first.ended;
  acquireWriterLock(folder).release();
});

test('a second writer in the same process is refused until the first gives the folder back', () => {
  const folder = temporaryFolder();
  const first = acquireWriterLock(folder);
  expect(() => acquireWriterLock(folder)).toThrow('folder_in_use');
  first.release();
  acquireWriterLock(folder).release();
});
