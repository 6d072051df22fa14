// Importing packs: what arrives, in which order and how often, and what a list lets go of.
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { search } from '../../../src/main/archive/search/search.ts';
import { filesOf } from '../../../src/main/archive/store/files.ts';
import { recordByAddress, revisionsOf } from '../../../src/main/archive/store/records.ts';
import { quarantinedShelves, shelfByKey } from '../../../src/main/archive/store/shelves.ts';
import { openContainer } from '../../../src/main/packs/container/container.ts';
import { findPack, findPacks } from '../../../src/main/packs/import/find-pack.ts';
import { importPack } from '../../../src/main/packs/import/import-pack.ts';
import { inspectPack } from '../../../src/main/packs/import/inspect.ts';
import { publisherFolder } from '../../../src/main/packs/trust/publisher-folder.ts';
import { packJobHandlers } from '../../../src/main/router/pack-handlers.ts';
import type { PackInspection } from '../../../src/shared/pack.ts';
import { searchQuery } from '../../../src/shared/search.ts';
import { makeBundled, type Opened, openFolder, problemsOf } from '../../archive/made.ts';
import { sampleDocument } from '../../archive/sample.ts';
import { temporaryFolder } from '../../folders.ts';
import { placeOf, recordsFile, TestPublisher, writeInto, writePack } from '../made.ts';

const doc = (slug: string, rest = {}) => sampleDocument({ id: `hrd/${slug}`, ...rest });

async function opened(): Promise<Opened> {
  return openFolder(temporaryFolder(), await makeBundled());
}

const take = (open: Opened, path: string) => importPack({ ...open, path });

test('a pack of an unknown publisher lands on a shelf of its own, in quarantine, and can be read there', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const file = recordsFile('hrd/2026-01.ndjson.zst', [doc('one'), doc('two')]);
  const path = writePack(temporaryFolder(), publisher.issue([file]));
  const looked = await inspectPack({ ...open, path });
  expect(looked).toMatchObject({
    importable: true,
    publisher: { fingerprint: publisher.fingerprint, status: 'unknown', names: publisher.name },
    files: { listed: 1, here: 1, fresh: 1, missing: 0, damaged: 0 },
    records: { added: 2, changed: 0, withdrawn: 0, known: 0 },
    list: { version: 1, known: null },
  });
  expect(shelfByKey(open.archive, publisher.fingerprint)).toBeNull();
  const report = await take(open, path);
  expect(report).toMatchObject({
    publisher: publisher.fingerprint,
    status: 'quarantined',
    files: { merged: 1, known: 0, missing: 0, damaged: 0, refused: 0 },
    records: { added: 2 },
    cancelled: false,
  });
  expect(quarantinedShelves(open.archive)).toEqual([publisher.fingerprint]);
  const shelf = publisher.fingerprint;
  expect(recordByAddress(open.archive, { id: 'hrd/one', shelf })?.record).toEqual(doc('one'));
  expect(await problemsOf(open)).toEqual([]);
});

test('importing again changes nothing, and a later list brings corrections beside what was there', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const first = recordsFile('hrd/a.ndjson.zst', [doc('one'), doc('two')]);
  const one = writePack(temporaryFolder(), publisher.issue([first]));
  const second = recordsFile(
    'hrd/b.ndjson.zst',
    [doc('one', { revision: 2, title: 'Corrected', correction: 'The date.' })],
    { seq: 1, since: 2 },
  );
  const two = writePack(temporaryFolder(), publisher.issue([first, second]), [second]);
  await take(open, one);
  expect(await take(open, one)).toMatchObject({ import: null, files: { merged: 0, known: 1 } });
  expect(await take(open, two)).toMatchObject({
    files: { merged: 1, known: 1, missing: 0 },
    records: { added: 0, updated: 1 },
  });
  const found = recordByAddress(open.archive, { id: 'hrd/one', shelf: publisher.fingerprint });
  expect(found?.record.title).toBe('Corrected');
  expect(revisionsOf(open.archive, found?.number ?? 0)).toHaveLength(2);
  const older = await take(open, one);
  expect(older.notes.map(({ code }) => code)).toContain('older-pack');
  expect(await problemsOf(open)).toEqual([]);
});

test('a damaged and a missing file are told, the others are taken, and another stick brings the rest', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const files = ['a', 'b', 'c'].map((name, seq) =>
    recordsFile(`hrd/${name}.ndjson.zst`, [doc(name)], { seq }),
  );
  const issue = publisher.issue(files);
  const whole = writePack(temporaryFolder(), issue);
  const torn = writePack(temporaryFolder(), issue, files.slice(0, 2));
  const [, b] = files;
  if (!b) throw new Error();
  const flipped = Buffer.from(b.bytes);
  flipped[20] = (flipped[20] ?? 0) ^ 1;
  writeInto(torn, placeOf(b), flipped);
  const looked = await inspectPack({ ...open, path: torn });
  expect(looked.files).toEqual({ listed: 3, here: 2, fresh: 1, missing: 1, damaged: 1 });
  expect(await take(open, torn)).toMatchObject({
    files: { merged: 1, damaged: 1, missing: 1 },
  });
  const shelf = shelfByKey(open.archive, publisher.fingerprint)?.number ?? 0;
  expect(filesOf(open.archive, shelf).map(({ state }) => state)).toEqual([
    'held',
    'damaged',
    'missing',
  ]);
  expect(await take(open, whole)).toMatchObject({ files: { merged: 2, known: 1, damaged: 0 } });
  const at = publisherFolder(open.folder, publisher.fingerprint);
  for (const file of files) expect(existsSync(at.file(placeOf(file)))).toBe(true);
  expect(readdirSync(at.incoming)).toEqual([]);
});

test('a file with a line that is no record is refused whole, by name, and the rest is taken', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const good = recordsFile('hrd/good.ndjson.zst', [doc('good')]);
  const bad = recordsFile('hrd/bad.ndjson.zst', [doc('bad-one'), { ...doc('bad-two'), title: '' }]);
  const foreign = recordsFile('hrd/foreign.ndjson.zst', [sampleDocument({ id: 'other/one' })]);
  const path = writePack(temporaryFolder(), publisher.issue([bad, good, foreign]));
  const report = await take(open, path);
  expect(report).toMatchObject({ files: { merged: 1, refused: 2 }, records: { added: 1 } });
  const told = report.notes.map(({ code, detail }) => [code, detail.file]);
  expect(told).toContainEqual(['bad-records', 'hrd/bad.ndjson.zst']);
  expect(told).toContainEqual(['not-delegated', 'hrd/foreign.ndjson.zst']);
  expect(readdirSync(publisherFolder(open.folder, publisher.fingerprint).incoming)).toEqual([]);
  expect(
    recordByAddress(open.archive, { id: 'hrd/bad-one', shelf: publisher.fingerprint }),
  ).toBeNull();
});

test('what nobody signed is refused, and nothing of it is here afterwards', async () => {
  const open = await opened();
  const [publisher, thief] = [new TestPublisher(), new TestPublisher()];
  const file = recordsFile('hrd/a.ndjson.zst', [doc('one')]);
  const issue = publisher.issue([file]);
  const forged = { ...issue, metadata: new Map(issue.metadata) };
  const timestamp = thief.issue([file]).metadata.get('metadata/timestamp.json');
  forged.metadata.set('metadata/timestamp.json', timestamp ?? Buffer.alloc(0));
  const path = writePack(temporaryFolder(), forged);
  const looked = await inspectPack({ ...open, path });
  expect(looked.importable).toBe(false);
  expect(
    looked.notes.some(({ code, severity }) => code === 'unsigned' && severity === 'refusal'),
  ).toBe(true);
  await expect(take(open, path)).rejects.toMatchObject({ code: 'pack_refused' });
  expect(shelfByKey(open.archive, publisher.fingerprint)).toBeNull();
  expect(existsSync(publisherFolder(open.folder, publisher.fingerprint).root)).toBe(false);
});

test('a folder that is no pack is said to be none', async () => {
  const open = await opened();
  const path = temporaryFolder();
  writeFileSync(join(path, 'holiday.txt'), 'x');
  await expect(take(open, path)).rejects.toMatchObject({ code: 'pack_unreadable' });
  rmSync(path, { recursive: true });
  await expect(inspectPack({ ...open, path })).rejects.toMatchObject({ code: 'file_unreadable' });
});

test('a list that is cut off is refused, what could be checked is taken, and that a newer one exists is said', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const [a, b] = ['a', 'b'].map((name, seq) =>
    recordsFile(`hrd/${name}.ndjson.zst`, [doc(name)], { seq }),
  );
  if (!a || !b) throw new Error();
  const first = publisher.issue([a, b]);
  await take(open, writePack(temporaryFolder(), first, []));
  const second = publisher.issue([a, b]);
  second.metadata.delete('metadata/2.snapshot.json');
  const torn = writePack(temporaryFolder(), second, [a]);
  const looked = await inspectPack({ ...open, path: torn });
  expect(looked).toMatchObject({ importable: true, files: { fresh: 1, missing: 1 } });
  const codes = looked.notes.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['incomplete', 'newer-list-known']));
  expect(await take(open, torn)).toMatchObject({ files: { merged: 1, missing: 1 } });
  expect(await take(open, writePack(temporaryFolder(), first))).toMatchObject({
    files: { merged: 1, known: 1 },
  });
});

test('a drive with one pack on it is that pack; with several, they are named', async () => {
  const drive = temporaryFolder();
  const publisher = new TestPublisher();
  const file = recordsFile('hrd/a.ndjson.zst', [doc('one')]);
  const pack = writePack(join(drive, 'from-a-friend'), publisher.issue([file]));
  writeFileSync(join(drive, 'holiday.txt'), 'x');
  expect(findPack(drive)).toBe(pack);
  expect(findPack(pack)).toBe(pack);
  const other = writePack(join(drive, 'from-another'), publisher.issue([file]));
  expect(() => findPack(drive)).toThrow(
    expect.objectContaining({
      code: 'several_packs',
      detail: { names: 'from-a-friend, from-another' },
    }),
  );
  expect(findPacks(drive)).toEqual([pack, other]);
  expect(findPack(join(drive, 'gone'))).toBe(join(drive, 'gone'));
});

test('cancelled in the middle, what was finished stays and is found, and importing again ends as it should', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const files = ['a', 'b', 'c', 'd'].map((name, seq) =>
    recordsFile(`hrd/${name}.ndjson.zst`, [doc(name, { title: `Quicksilver ${name}` })], { seq }),
  );
  const path = writePack(temporaryFolder(), publisher.issue(files));
  const bytes = files.map((file) => file.bytes.length);
  for (const after of [0, 1, 2]) {
    const controller = new AbortController();
    const enough = bytes.slice(0, after + 1).reduce((sum, each) => sum + each, 0);
    const fresh = await opened();
    const report = await importPack({
      ...fresh,
      path,
      signal: controller.signal,
      onProgress: (phase, done) => {
        if (phase === 'merging' && done >= enough) controller.abort();
      },
    });
    expect(report).toMatchObject({ cancelled: true, files: { merged: after } });
    const filters = { shelves: [publisher.fingerprint] };
    const found = search(fresh, searchQuery.parse({ text: 'Quicksilver', filters }));
    expect(found.total).toBe(after);
    expect(await problemsOf(fresh)).toEqual([]);
    const rest = await take(fresh, path);
    expect(rest).toMatchObject({ cancelled: false, files: { merged: 4 - after, known: after } });
  }
  expect(await take(open, path)).toMatchObject({ files: { merged: 4 } });
  expect(search(open, searchQuery.parse({ text: 'Quicksilver' })).total).toBe(0);
});

test('a withdrawn file, which no stick has any more, is not told as missing', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const [kept, gone] = [recordsFile('hrd/a.ndjson.zst', [doc('a')]), [doc('b')]] as const;
  const withdrawn = recordsFile('hrd/b.ndjson.zst', gone, {
    seq: 1,
    withdrawn: { at: '2026-02-01', why: 'A person could be known by it.' },
  });
  const path = writePack(temporaryFolder(), publisher.issue([kept, withdrawn]), [kept]);
  const looked = await inspectPack({ ...open, path });
  expect(looked.files).toEqual({ listed: 2, here: 1, fresh: 1, missing: 0, damaged: 0 });
  expect(looked.notes.map(({ code }) => code)).not.toContain('missing');
  expect(await take(open, path)).toMatchObject({ files: { merged: 1, missing: 0 } });
});

test('a file that can no longer be opened when its turn comes is told as missing, and the rest is taken', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const files = ['a', 'b', 'c'].map((name, seq) =>
    recordsFile(`hrd/${name}.ndjson.zst`, [doc(name)], { seq }),
  );
  const path = writePack(temporaryFolder(), publisher.issue(files));
  const second = join(path, placeOf(files[1] as (typeof files)[number]));
  const onProgress = (phase: string) => {
    if (phase === 'merging') rmSync(second, { force: true });
  };
  const report = await importPack({ ...open, path, onProgress });
  expect(report).toMatchObject({ files: { merged: 2, missing: 1 }, cancelled: false });
  expect(report.notes).toContainEqual({
    code: 'missing',
    severity: 'info',
    detail: { files: 1 },
  });
});

test('what a system leaves beside a pack on a drive is not taken for another pack', async () => {
  const drive = temporaryFolder();
  writeFileSync(join(drive, 'sample.pack'), 'x');
  writeFileSync(join(drive, '._sample.pack'), 'x');
  expect(findPack(drive)).toBe(join(drive, 'sample.pack'));
});

test('another publisher on the stick than the one that was looked at is not imported unseen', async () => {
  const open = await opened();
  const stick = temporaryFolder();
  const [seen, swapped] = [new TestPublisher(), new TestPublisher()];
  const file = recordsFile('hrd/a.ndjson.zst', [doc('a')]);
  const jobs = packJobHandlers(() => open);
  const context = { path: stick, signal: new AbortController().signal, onProgress: () => {} };
  writePack(stick, seen.issue([file]));
  const looked = (await jobs['pack.inspect']({ grant: '' }, context)) as PackInspection;
  rmSync(join(stick, 'metadata'), { recursive: true });
  writePack(stick, swapped.issue([file]));
  const { inspection } = looked;
  await expect(jobs['pack.import']({ inspection }, context)).rejects.toMatchObject({
    code: 'inspection_gone',
  });
  expect(shelfByKey(open.archive, swapped.fingerprint)).toBeNull();
  writePack(stick, seen.issue([file]));
  await expect(jobs['pack.import']({ inspection }, context)).resolves.toMatchObject({
    publisher: seen.fingerprint,
  });
});

test('a folder that may not be read is named, and nothing is said of the data folder', async () => {
  const folder = temporaryFolder();
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0 });
  chmodSync(folder, 0o711);
  // No folder is closed to root.
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    expect(findPack(closed)).toBe(closed);
    await expect(openContainer(closed)).rejects.toMatchObject({
      code: 'file_unreadable',
      detail: { name: 'closed' },
    });
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
});

test('an earlier revision that arrives late is not foretold as a change', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const first = recordsFile('hrd/a.ndjson.zst', [doc('one'), doc('two')]);
  const second = recordsFile('hrd/b.ndjson.zst', [doc('one', { revision: 2 })], { seq: 1 });
  const issue = publisher.issue([first, second]);
  await take(open, writePack(temporaryFolder(), issue, [second]));
  const path = writePack(temporaryFolder(), issue, [first]);
  const looked = await inspectPack({ ...open, path });
  expect(looked).toMatchObject({ importable: true, records: { added: 1, changed: 0, known: 1 } });
  expect(looked.sample.map(({ id }) => id)).toEqual(['hrd/two']);
  expect(await take(open, path)).toMatchObject({ records: { added: 1, updated: 0, older: 1 } });
});
