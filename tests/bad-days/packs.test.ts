// Killed at any moment of importing packs, the archive is true, and importing again ends where it would have ended.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { filesOf } from '../../src/main/archive/store/files.ts';
import { shelfByKey } from '../../src/main/archive/store/shelves.ts';
import { importPack } from '../../src/main/packs/import/import-pack.ts';
import { inspectPack } from '../../src/main/packs/import/inspect.ts';
import { publisherFolder } from '../../src/main/packs/trust/publisher-folder.ts';
import {
  makeBundled,
  manyDocuments,
  type Opened,
  openFolder,
  problemsOf,
} from '../archive/made.ts';
import { temporaryFolder } from '../folders.ts';
import { placeOf, recordsFile, TestPublisher, writePack } from '../packs/made.ts';
import { packState } from '../packs/state.ts';
import { runChild } from '../processes.ts';

const TIMES = 16;
const FILES = 6;
const PER_FILE = 120;
const publisher = new TestPublisher();
const { fingerprint } = publisher;

const files = Array.from({ length: FILES * 2 }, (_, seq) =>
  recordsFile(`many/f${seq}.ndjson.zst`, manyDocuments(PER_FILE, (seq % FILES) * 60), { seq }),
);
const first = publisher.issue(files.slice(0, FILES));
const second = publisher.issue(files);

/** Payloads on the disk are those that the ledger holds, no more and no less. */
function expectTrueFolder({ archive, folder }: Opened): void {
  const shelf = shelfByKey(archive, fingerprint);
  const at = publisherFolder(folder, fingerprint);
  if (!shelf) return expect(existsSync(at.root)).toBe(false);
  const held = filesOf(archive, shelf.number).filter(({ state }) => state === 'held');
  const data = at.file('data/many');
  const kept = existsSync(data) ? readdirSync(data).map((name) => name.slice(0, 64)) : [];
  expect(kept.toSorted()).toEqual(held.map(({ hash }) => hash).toSorted());
}

test('sixteen times while importing packs', { timeout: 120_000 }, async () => {
  const bundled = await makeBundled();
  const packs = [writePack(temporaryFolder(), first), writePack(temporaryFolder(), second)];
  const straight = await openFolder(temporaryFolder(), bundled);
  for (const path of packs) await importPack({ ...straight, path });
  const expected = packState(straight.archive);
  let folder = temporaryFolder();
  let inTheMiddle = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const script = join(import.meta.dirname, 'pack-importer.ts');
    const child = runChild(script, folder, bundled, ...packs);
    const said: string[] = [];
    for (let line = await child.line(); line !== null; line = await child.line()) {
      said.push(line);
      if (said.length !== 2 + ((time * 5) % 17) && line !== 'finished') continue;
      await wait((time * 7) % 13);
      child.process.kill('SIGKILL');
    }
    const finished = said.includes('finished');
    if (!finished && said.some((line) => line.startsWith('merging'))) inTheMiddle += 1;
    const open = await openFolder(folder, bundled);
    expect(open.notices).toEqual([]);
    expect(await problemsOf(open)).toEqual([]);
    expectTrueFolder(open);
    const done = packs.filter((path) => said.includes(`done ${path}`)).length;
    const shelf = shelfByKey(open.archive, fingerprint);
    const held = shelf
      ? filesOf(open.archive, shelf.number).filter(({ state }) => state === 'held').length
      : 0;
    expect(held).toBeGreaterThanOrEqual(done * FILES);
    if (finished) {
      expect(packState(open.archive)).toEqual(expected);
      folder = temporaryFolder();
    }
    open.close();
  }
  // The test tests nothing where every kill fell elsewhere.
  expect(inTheMiddle).toBeGreaterThan(TIMES / 3);
  const last = await openFolder(folder, bundled);
  for (const path of packs) await importPack({ ...last, path });
  expect(packState(last.archive)).toEqual(expected);
  expectTrueFolder(last);
});

test('what was being read when the program ended is not read again by itself, and is named when it is offered', async () => {
  const bundled = await makeBundled();
  const open = await openFolder(temporaryFolder(), bundled);
  const path = writePack(temporaryFolder(), first);
  await importPack({ ...open, path });
  const at = publisherFolder(open.folder, fingerprint);
  const [file] = files;
  if (!file) throw new Error();
  const hash = placeOf(file).split('/')[2]?.slice(0, 64) ?? '';
  const { beginAttempt } = await import('../../src/main/packs/import/attempt.ts');
  beginAttempt(open.folder, hash);
  open.close();
  rmSync(join(open.folder, 'archive.sqlite'));
  const again = await openFolder(open.folder, bundled);
  const shelf = shelfByKey(again.archive, fingerprint)?.number ?? 0;
  const states = filesOf(again.archive, shelf).map(({ hash, state }) => [hash, state]);
  expect(states).toContainEqual([hash, 'missing']);
  expect(states.filter(([, state]) => state === 'held')).toHaveLength(FILES - 1);
  const looked = await inspectPack({ ...again, path });
  expect(looked.notes.map(({ code }) => code)).toContain('crashed-before');
  expect((await importPack({ ...again, path })).files.merged).toBe(1);
  expect((await inspectPack({ ...again, path })).notes.map(({ code }) => code)).not.toContain(
    'crashed-before',
  );
  expect(existsSync(at.file(placeOf(file)))).toBe(true);
});
