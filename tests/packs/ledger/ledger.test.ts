// The ledger: what it says in words, what it never stores, and what a check of the kept files finds.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkArchive } from '../../../src/main/archive/opening/check.ts';
import { importPack } from '../../../src/main/packs/import/import-pack.ts';
import { inspectPack } from '../../../src/main/packs/import/inspect.ts';
import { packProblems } from '../../../src/main/packs/ledger/check.ts';
import { exportLedger, ledgerText } from '../../../src/main/packs/ledger/export.ts';
import { publisherLedger } from '../../../src/main/packs/ledger/ledger.ts';
import { publisherFolder } from '../../../src/main/packs/trust/publisher-folder.ts';
import { makeBundled, openFolder } from '../../archive/made.ts';
import { sampleDocument } from '../../archive/sample.ts';
import { temporaryFolder } from '../../folders.ts';
import { placeOf, recordsFile, TestPublisher, writePack } from '../made.ts';

const doc = (slug: string) => sampleDocument({ id: `hrd/${slug}` });
const opened = async () => openFolder(temporaryFolder(), await makeBundled());
const [a, b, c] = ['a', 'b', 'c'].map((name, seq) =>
  recordsFile(`hrd/${name}.ndjson.zst`, [doc(name)], { seq }),
) as [
  ReturnType<typeof recordsFile>,
  ReturnType<typeof recordsFile>,
  ReturnType<typeof recordsFile>,
];

test('it says how many files were issued and held, in English and in Urdu', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const path = writePack(temporaryFolder(), publisher.issue([a, b, c]), [a, b]);
  await importPack({ ...open, path });
  const ledger = await publisherLedger(open.archive, publisher.fingerprint);
  const english = ledgerText(ledger, 'en');
  expect(english).toContain('List 1, which the publisher says it issued on 2026-01-01.');
  expect(english).toContain('3 files issued: 2 held, 1 missing, 0 damaged.');
  expect(ledgerText(ledger, 'ur')).toContain('جاری شدہ فائلیں 3: موجود 2، غائب 1، خراب 0۔');
  const file = join(temporaryFolder(), 'ledger.txt');
  await exportLedger({
    archive: open.archive,
    publisher: publisher.fingerprint,
    language: 'en',
    path: file,
  });
  expect(readFileSync(file, 'utf8')).toBe(english);
  const missing = exportLedger({
    archive: open.archive,
    publisher: '0'.repeat(64),
    language: 'en',
    path: file,
  });
  await expect(missing).rejects.toMatchObject({ code: 'publisher_unknown' });
});

test('nothing that is kept tells the path, device, host, account or moment that a pack came with', async () => {
  const states: Map<string, Buffer>[] = [];
  const publisher = new TestPublisher();
  const issue = publisher.issue([a, b]);
  const sources: string[] = [];
  for (const _ of [1, 2]) {
    const open = await opened();
    const path = writePack(join(temporaryFolder(), 'stick-of-a-friend'), issue);
    sources.push(path);
    await importPack({ ...open, path });
    open.close();
    const names = readdirSync(open.folder, { recursive: true, encoding: 'utf8' });
    states.push(
      new Map(
        names
          .filter((name) => statSync(join(open.folder, name)).isFile())
          .map((name) => [name, readFileSync(join(open.folder, name))]),
      ),
    );
  }
  const [one, other] = states;
  if (!one || !other) throw new Error();
  // Two imports at two moments from two places leave the same files, but for SQLite's own counters.
  expect([...one.keys()].toSorted()).toEqual([...other.keys()].toSorted());
  for (const [name, bytes] of one) {
    if (!name.endsWith('.sqlite')) expect(other.get(name)?.equals(bytes), name).toBe(true);
    for (const secret of [...sources, 'stick-of-a-friend', hostname(), userInfo().homedir]) {
      if (secret.length > 5) expect(bytes.includes(secret), `${name}: ${secret}`).toBe(false);
    }
  }
  const archives = states.map((files) => files.get('archive.sqlite'));
  expect(archives[0]?.equals(archives[1] ?? Buffer.alloc(0))).toBe(true);
});

test('a kept file that is gone or changed is found by a check, and the next pack brings it again', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const path = writePack(temporaryFolder(), publisher.issue([a, b, c]));
  await importPack({ ...open, path });
  const at = publisherFolder(open.folder, publisher.fingerprint);
  const check = async () => (await checkArchive({ ...open, more: packProblems })).problems;
  expect(await check()).toEqual([]);
  rmSync(at.file(placeOf(a)));
  writeFileSync(at.file(placeOf(b)), Buffer.alloc(b.bytes.length));
  expect((await check()).map(({ code, detail }) => [code, detail.file])).toEqual([
    ['pack_file_missing', a.path],
    ['pack_file_changed', b.path],
  ]);
  const ledger = await publisherLedger(open.archive, publisher.fingerprint);
  expect(ledger.files).toMatchObject({ here: 1, damaged: 2 });
  expect(await importPack({ ...open, path })).toMatchObject({ files: { merged: 2, known: 1 } });
  expect(await check()).toEqual([]);
});

test('a clock that shows a day before the last list was signed is said to be wrong, and decides nothing', async () => {
  const open = await opened();
  const [one, two] = [new TestPublisher('One'), new TestPublisher('Two')];
  await importPack({ ...open, path: writePack(temporaryFolder(), one.issue([a])) });
  const path = writePack(temporaryFolder(), two.issue([a]));
  const clock = { now: new Date('2001-01-01'), floor: new Date('2026-01-01') };
  const looked = await inspectPack({ ...open, path, clock });
  expect(looked.importable).toBe(true);
  expect(looked.notes.map(({ code }) => code)).toContain('clock');
  const right = await inspectPack({ ...open, path });
  expect(right.notes.map(({ code }) => code)).not.toContain('clock');
});

test('a withdrawn file is said to be withdrawn, whether it is held or not, and never missing', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const withdrawn = { at: '2026-02-01', why: 'A person could be known by it.' };
  const taken = recordsFile('hrd/b.ndjson.zst', [doc('b')], { seq: 1, withdrawn });
  const path = writePack(temporaryFolder(), publisher.issue([a, taken]), [a]);
  await importPack({ ...open, path });
  const ledger = await publisherLedger(open.archive, publisher.fingerprint);
  expect(ledger.files).toMatchObject({ listed: 2, here: 1, missing: 0 });
  expect(ledger.entries.map((file) => file.withdrawn)).toEqual([false, true]);
  expect(ledgerText(ledger, 'en')).toContain('hrd/b.ndjson.zst  (withdrawn by the publisher)');
  expect(ledgerText(ledger, 'ur')).toContain('hrd/b.ndjson.zst  (ناشر نے واپس لی)');
});
