// Chromium's sandbox is on, whoever starts the reader.

import { expect, test } from '@playwright/test';
import { family } from './family.ts';
import { openReader } from './reader.ts';

test.skip(process.platform !== 'linux', 'reads /proc, which only Linux has');

test('the page runs behind a system-call filter and nothing was started without the sandbox', async () => {
  const { app } = await openReader();
  const processes = family(app.process().pid as number);
  const pages = processes.filter(({ command }) => command.includes('--type=renderer'));
  expect(pages.length).toBeGreaterThan(0);
  for (const { status } of pages) expect(status).toMatch(/^Seccomp:\s*2$/m);
  expect(processes.filter(({ command }) => / --no-sandbox\b/.test(command))).toEqual([]);
  await app.close();
});

test('no process of the reader runs as root', async () => {
  const { app } = await openReader();
  const owners = family(app.process().pid as number).map(
    ({ status }) => /^Uid:\s*(.*)$/m.exec(status)?.[1],
  );
  expect(owners.length).toBeGreaterThan(3);
  for (const owner of owners) expect(owner?.split('\t')).not.toContain('0');
  await app.close();
});
