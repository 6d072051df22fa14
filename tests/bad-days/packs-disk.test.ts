// Disks that fill while a pack is imported or passed on: a clear word, nothing lost, nothing half.
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../../src/main/archive/store/files.ts';
import { shelfByKey } from '../../src/main/archive/store/shelves.ts';
import { importPack } from '../../src/main/packs/import/import-pack.ts';
import { sharePack } from '../../src/main/packs/share/share.ts';
import { AppError } from '../../src/shared/errors.ts';
import { shareChoice } from '../../src/shared/pack.ts';
import { makeBundled, manyDocuments, openFolder, problemsOf } from '../archive/made.ts';
import { smallDisk } from '../disks.ts';
import { temporaryFolder } from '../folders.ts';
import { recordsFile, TestPublisher, writePack } from '../packs/made.ts';
import { packState } from '../packs/state.ts';

const NO_MOUNT = 'this account may not mount a small disk to fill';
const codeOf = (error: unknown) => (error instanceof AppError ? error.code : String(error));

function fill(disk: string, leave: number): string {
  const { bavail, bsize } = statfsSync(disk);
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leave * 1024)));
  return ballast;
}

test('a disk that fills at any moment of importing a pack: said as such, and going on later ends as it should', {
  timeout: 120_000,
}, async ({ skip }) => {
  const disk = smallDisk(8);
  if (!disk) return skip(NO_MOUNT);
  const bundled = await makeBundled();
  const publisher = new TestPublisher();
  const files = [0, 1, 2].map((seq) =>
    recordsFile(`many/f${seq}.ndjson.zst`, manyDocuments(150, seq * 150), { seq }),
  );
  const path = writePack(temporaryFolder(), publisher.issue(files));
  const straight = await openFolder(temporaryFolder(), bundled);
  await importPack({ ...straight, path });
  const expected = packState(straight.archive);
  const outcomes = new Set<string>();
  for (let leave = 0; leave <= 2400; leave += leave < 400 ? 50 : 250) {
    const folder = join(disk, `data-${leave}`);
    const first = await openFolder(folder, bundled);
    const ballast = fill(disk, leave);
    outcomes.add(await importPack({ ...first, path }).then(() => 'imported', codeOf));
    rmSync(ballast);
    first.close();
    const open = await openFolder(folder, bundled);
    expect(open.notices, `${leave} KiB`).toEqual([]);
    expect(await problemsOf(open), `${leave} KiB`).toEqual([]);
    await importPack({ ...open, path });
    expect(packState(open.archive), `${leave} KiB`).toEqual(expected);
    const shelf = shelfByKey(open.archive, publisher.fingerprint)?.number ?? 0;
    expect(filesOf(open.archive, shelf).every(({ state }) => state === 'held')).toBe(true);
    open.close();
    rmSync(folder, { recursive: true });
  }
  expect([...outcomes].toSorted()).toEqual(['disk_full', 'imported']);
});

test('a drive that turns out smaller than it says while it is written to keeps nothing half', async ({
  skip,
}) => {
  const disk = smallDisk(4);
  if (!disk) return skip(NO_MOUNT);
  const open = await openFolder(temporaryFolder(), await makeBundled());
  const publisher = new TestPublisher();
  const files = [0, 1, 2, 3].map((seq) =>
    recordsFile(`many/f${seq}.ndjson.zst`, manyDocuments(150, seq * 150), { seq }),
  );
  await importPack({ ...open, path: writePack(temporaryFolder(), publisher.issue(files)) });
  const choice = shareChoice.parse({ publisher: publisher.fingerprint });
  let ballast = '';
  const onProgress = () => {
    ballast ||= fill(disk, 8);
  };
  const sharing = sharePack({ ...open, choice, target: disk, onProgress });
  await expect(sharing).rejects.toMatchObject({ code: 'disk_full' });
  rmSync(ballast);
  expect(readdirSync(disk)).toEqual([]);
});
