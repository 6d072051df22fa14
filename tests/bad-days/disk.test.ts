// Disks that are full and folders that cannot be written: a clear word, and nothing lost.
import { chmodSync, chownSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportRecords } from '../../src/main/archive/exchange/export.ts';
import { importFile } from '../../src/main/archive/exchange/import.ts';
import { buildIndex } from '../../src/main/archive/opening/open-index.ts';
import { layout } from '../../src/main/data-folder/layout.ts';
import { AppError } from '../../src/shared/errors.ts';
import {
  BUNDLED_RECORDS,
  makeBundled,
  manyDocuments,
  openFolder,
  problemsOf,
  writeNdjson,
} from '../archive/made.ts';
import { logicalState } from '../archive/store/state.ts';
import { makeReadOnly, smallDisk } from '../disks.ts';
import { temporaryFolder } from '../folders.ts';
import { runChild } from '../processes.ts';

const NO_MOUNT = 'this account may not mount a small disk to fill';
const NOBODY = 65534;

const codeOf = (error: unknown) => (error instanceof AppError ? error.code : String(error));

/** Fills a disk but for some KiB. */
function fill(disk: string, leave: number): string {
  const { bavail, bsize } = statfsSync(disk);
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leave * 1024)));
  return ballast;
}

test('a disk that fills at any moment of an import: said as such, and nothing lost', async ({
  skip,
}) => {
  const disk = smallDisk(8);
  if (!disk) return skip(NO_MOUNT);
  const bundled = await makeBundled();
  const path = writeNdjson(join(temporaryFolder(), 'many.ndjson'), manyDocuments(500));
  const outcomes = new Set<string>();
  for (let leave = 0; leave <= 3000; leave += leave < 600 ? 60 : 300) {
    const folder = join(disk, `data-${leave}`);
    const first = await openFolder(folder, bundled);
    const before = logicalState(first.archive);
    const ballast = fill(disk, leave);
    const outcome = await importFile({ ...first, path }).then(() => 'imported', codeOf);
    outcomes.add(outcome);
    expect(['imported', 'disk_full'], `${leave} KiB`).toContain(outcome);
    rmSync(ballast);
    first.close();
    const open = await openFolder(folder, bundled);
    expect(open.notices).toEqual([]);
    expect(await problemsOf(open), `${leave} KiB`).toEqual([]);
    const kept = readdirSync(layout(folder).local).length === 1;
    if (outcome === 'imported') expect(kept).toBe(true);
    if (!kept) expect(logicalState(open.archive)).toEqual(before);
    expect(await importFile({ ...open, path })).toMatchObject({ lines: 500 });
    open.close();
    rmSync(folder, { recursive: true });
  }
  expect([...outcomes].toSorted()).toEqual(['disk_full', 'imported']);
});

test('a disk that is full at the first opening, and when the index is rebuilt, or a file exported', async ({
  skip,
}) => {
  const disk = smallDisk(8);
  if (!disk) return skip(NO_MOUNT);
  const bundled = await makeBundled();
  const folder = join(disk, 'data');
  for (const leave of [0, 4, 16, 40, 80, 160, 300]) {
    const ballast = fill(disk, leave);
    const outcome = await openFolder(folder, bundled).then((open) => open.close(), codeOf);
    if (outcome !== undefined) expect(outcome, `${leave} KiB`).toBe('disk_full');
    rmSync(ballast);
    if (outcome === undefined) rmSync(folder, { recursive: true });
  }
  const open = await openFolder(folder, bundled);
  const path = writeNdjson(join(temporaryFolder(), 'many.ndjson'), manyDocuments(1000));
  await importFile({ ...open, path });
  const ballast = fill(disk, 100);
  await expect(buildIndex(open)).rejects.toMatchObject({ code: 'disk_full' });
  const exported = join(disk, 'all.ndjson');
  const failed = exportRecords({ archive: open.archive, path: exported });
  await expect(failed).rejects.toMatchObject({ code: 'disk_full' });
  expect(readdirSync(disk).toSorted()).toEqual(['ballast', 'data']);
  rmSync(ballast);
  open.close();
  const again = await openFolder(folder, bundled);
  expect(again.notices).toEqual([]);
  expect(await problemsOf(again)).toEqual([]);
});

test('a folder that cannot be written to is refused in those words and left as it is', async () => {
  const bundled = await makeBundled();
  const [empty, used] = [temporaryFolder(), temporaryFolder()];
  (await openFolder(used, bundled)).close();
  const root = process.getuid?.() === 0;
  for (const folder of [empty, used]) {
    const before = readdirSync(folder);
    if (root) chownSync(folder, 0, 0);
    chmodSync(folder, root ? 0o755 : 0o555);
    const child = runChild(
      join(import.meta.dirname, 'as-nobody.ts'),
      folder,
      bundled,
      root ? `${NOBODY}` : '',
    );
    expect(await child.line()).toBe('folder_unwritable');
    chmodSync(folder, 0o700);
    expect(readdirSync(folder)).toEqual(before);
  }
  const open = await openFolder(used, bundled);
  expect(logicalState(open.archive)).toHaveLength(BUNDLED_RECORDS.length);
});

test('a disk that may only be read is refused in those words', async ({ skip }) => {
  const disk = smallDisk(8);
  if (!disk) return skip(NO_MOUNT);
  const bundled = await makeBundled();
  const folder = join(disk, 'data');
  (await openFolder(folder, bundled)).close();
  const before = readdirSync(folder);
  expect(makeReadOnly(disk)).toBe(true);
  await expect(openFolder(folder, bundled)).rejects.toMatchObject({ code: 'folder_unwritable' });
  await expect(openFolder(join(disk, 'new'), bundled)).rejects.toMatchObject({
    code: 'folder_unwritable',
  });
  expect(readdirSync(folder)).toEqual(before);
});
