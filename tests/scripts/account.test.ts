// Which folders the account of root's window may pass, and what is made for it.
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closedAbove } from '../../scripts/account.ts';
import { newFolder } from './folder.ts';

const someone = { uid: 54321, gid: 54321 };

test('the outermost folder that the account may not pass is found, however deep the path', () => {
  const top = newFolder();
  chmodSync(top, 0o755);
  const open = join(top, 'open');
  const closed = join(open, 'closed');
  const inside = join(closed, 'a', 'b');
  mkdirSync(inside, { recursive: true });
  expect(closedAbove(inside, someone)).toBe(null);
  chmodSync(closed, 0o700);
  chmodSync(join(closed, 'a'), 0o700);
  expect(closedAbove(inside, someone)).toBe(closed);
  expect(closedAbove(closed, someone)).toBe(null);
});

test.skipIf(process.platform !== 'linux')('the owner of a closed folder may pass it', () => {
  const top = newFolder();
  const mine = { uid: process.getuid?.() as number, gid: process.getgid?.() as number };
  expect(closedAbove(join(top, 'x'), mine)).toBe(null);
  expect(closedAbove(join(top, 'x'), someone)).toBe(top);
});
