// Small files and folders: whole or not at all, for one account alone, and owned by whom the folder belongs to.
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeAtomically } from '../../src/main/data-folder/atomic.ts';
import { readyFolder } from '../../src/main/data-folder/ready.ts';
import { openNotebook } from '../../src/main/notebook/notebook.ts';
import { makeBundled, openFolder } from '../archive/made.ts';
import { temporaryFolder } from '../folders.ts';

const NOBODY = 65534;

test('a small file is replaced whole, for this account alone, and leaves nothing beside it', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'search.json');
  for (const content of ['one', 'another']) {
    writeAtomically(path, content);
    expect(readFileSync(path, 'utf8')).toBe(content);
  }
  expect(readdirSync(folder)).toEqual(['search.json']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a file that cannot be replaced keeps what it had', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'search.json'));
  writeFileSync(join(folder, 'search.json', 'in the way'), '');
  expect(() => writeAtomically(join(folder, 'search.json'), 'x')).toThrow();
  expect(readdirSync(folder)).toEqual(['search.json']);
});

test('a data folder is made with all that leads to it', () => {
  const folder = join(temporaryFolder(), 'a', 'b');
  readyFolder(folder);
  readyFolder(folder);
  expect(existsSync(join(folder, 'local'))).toBe(true);
});

test('what root makes in the folder of another account belongs to that account', async ({
  skip,
}) => {
  if (process.getuid?.() !== 0) return skip('this account is not root');
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, NOBODY, NOBODY);
  const open = await openFolder(folder, await makeBundled());
  const notebook = openNotebook(folder);
  const owners = () => readdirSync(folder).map((name) => [name, statSync(join(folder, name)).uid]);
  expect(owners().length).toBeGreaterThan(10);
  expect(owners().filter(([, uid]) => uid !== NOBODY)).toEqual([]);
  const shared = readdirSync(folder).filter(
    (name) => (statSync(join(folder, name)).mode & 0o077) !== 0,
  );
  expect(shared).toEqual([]);
  notebook.close();
  open.close();
});
