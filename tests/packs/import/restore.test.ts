// What the folder `packs/` gives back to an archive that was lost, and what is cleared away when the two do not agree.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importPack } from '../../../src/main/packs/import/import-pack.ts';
import { removeRecord } from '../../../src/main/packs/removal/remove.ts';
import { trustPublisher } from '../../../src/main/packs/trust/decide.ts';
import {
  publisherFolder,
  publisherFolders,
} from '../../../src/main/packs/trust/publisher-folder.ts';
import { fingerprintGroups } from '../../../src/main/packs/format/fingerprint.ts';
import { layout } from '../../../src/main/data-folder/layout.ts';
import { makeBundled, type Opened, openFolder, problemsOf } from '../../archive/made.ts';
import { sampleDocument } from '../../archive/sample.ts';
import { temporaryFolder } from '../../folders.ts';
import { placeOf, recordsFile, TestKey, TestPublisher, writeInto, writePack } from '../made.ts';
import { packState } from '../state.ts';

const doc = (slug: string, rest = {}) => sampleDocument({ id: `hrd/${slug}`, ...rest });

function lose({ folder, close }: Opened): void {
  close();
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(layout(folder).archive + suffix, { force: true });
}

test('an archive that is lost comes back from what publishers signed: trust, lists, stolen keys, removals', async () => {
  const bundled = await makeBundled();
  const open = await openFolder(temporaryFolder(), bundled);
  const [one, two] = [new TestPublisher('One Monitor'), new TestPublisher('Another Group')];
  const a = recordsFile('hrd/a.ndjson.zst', [doc('a'), doc('gone')]);
  const b = recordsFile('hrd/b.ndjson.zst', [doc('a', { revision: 2 })], { seq: 1, since: 2 });
  const stolen = recordsFile('hrd/s.ndjson.zst', [doc('a', { revision: 99, title: 'A lie' })], {
    seq: 2,
    since: 3,
  });
  const thief = one.keys.targets[0]?.id ?? '';
  for (const issue of [one.issue([a]), one.issue([a, b]), one.issue([a, b, stolen])]) {
    await importPack({ ...open, path: writePack(temporaryFolder(), issue) });
  }
  one.rotate({ targets: [new TestKey()], snapshot: [new TestKey()], timestamp: [new TestKey()] }, [
    {
      keyid: thief,
      role: 'targets',
      from_version: 3,
      at: '2026-03-01',
      why: 'A laptop was taken.',
    },
  ]);
  await importPack({ ...open, path: writePack(temporaryFolder(), one.issue([a, b])) });
  const file = recordsFile('hrd/b.ndjson.zst', [doc('b')]);
  await importPack({ ...open, path: writePack(temporaryFolder(), two.issue([file])) });
  const number = fingerprintGroups(one.fingerprint, 'ur').join(' ');
  expect((await trustPublisher({ ...open, publisher: one.fingerprint, number })).status).toBe(
    'trusted',
  );
  await removeRecord({ open }, { shelf: one.fingerprint, id: 'hrd/gone' });
  const state = packState(open.archive);
  lose(open);
  const again = await openFolder(open.folder, bundled);
  expect(again.notices.map(({ code }) => code)).toEqual(['archive_rebuilt']);
  expect(packState(again.archive)).toEqual(state);
  expect(await problemsOf(again)).toEqual([]);
});

test('a folder of a publisher that was never taken over whole, and payloads that nobody holds, are cleared away', async () => {
  const bundled = await makeBundled();
  const open = await openFolder(temporaryFolder(), bundled);
  const publisher = new TestPublisher();
  const [a, b] = ['a', 'b'].map((name, seq) =>
    recordsFile(`hrd/${name}.ndjson.zst`, [doc(name)], { seq }),
  );
  if (!a || !b) throw new Error();
  const issue = publisher.issue([a, b]);
  await importPack({ ...open, path: writePack(temporaryFolder(), issue, [a]) });
  const at = publisherFolder(open.folder, publisher.fingerprint);
  writeInto(at.root, placeOf(b), b.bytes);
  const half = publisherFolder(open.folder, '1'.repeat(64));
  writePack(half.root, new TestPublisher().issue([a]));
  rmSync(at.trust);
  open.close();
  const again = await openFolder(open.folder, bundled);
  expect(again.notices).toEqual([]);
  expect(publisherFolders(open.folder)).toEqual([publisher.fingerprint]);
  expect(existsSync(at.file(placeOf(a)))).toBe(true);
  expect(existsSync(at.file(placeOf(b)))).toBe(false);
  expect(existsSync(at.trust)).toBe(true);
});

test('a kept file that changed on the disk is not brought back, and that is said', async () => {
  const bundled = await makeBundled();
  const open = await openFolder(temporaryFolder(), bundled);
  const publisher = new TestPublisher();
  const a = recordsFile('hrd/a.ndjson.zst', [doc('a')]);
  await importPack({ ...open, path: writePack(temporaryFolder(), publisher.issue([a])) });
  writeFileSync(publisherFolder(open.folder, publisher.fingerprint).file(placeOf(a)), 'other');
  lose(open);
  const again = await openFolder(open.folder, bundled);
  expect(again.notices.map(({ code }) => code).toSorted()).toEqual([
    'archive_rebuilt',
    'payload_damaged',
  ]);
  expect(readdirSync(layout(open.folder).packs)).toEqual([publisher.fingerprint]);
});
