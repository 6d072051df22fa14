import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint } from '../../scripts/build.ts';
import { newFolder } from './folder.ts';

test('a change, a new file and a removed file each call for a new build, and nothing else does', () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'src', 'deep', 'a.ts'), 'a');
  writeFileSync(join(folder, 'other'), 'o');
  const now = () => fingerprint(folder, ['src', 'missing.ts']);
  const first = now();

  writeFileSync(join(folder, 'other'), 'changed');
  expect(now()).toBe(first);
  writeFileSync(join(folder, 'src', 'b.ts'), 'b');
  const second = now();
  expect(second).not.toBe(first);
  utimesSync(join(folder, 'src', 'b.ts'), 1, 1);
  expect(now()).not.toBe(second);
  rmSync(join(folder, 'src', 'b.ts'));
  expect(now()).toBe(first);
});
