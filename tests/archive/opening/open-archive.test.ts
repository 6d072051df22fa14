// Opening a data folder in every state that a bad day may have left it in.
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { suspectArchive } from '../../../src/main/archive/opening/health.ts';
import { importFile } from '../../../src/main/archive/exchange/import.ts';
import { liveIndex } from '../../../src/main/archive/opening/index-files.ts';
import { checkAfterCrash } from '../../../src/main/archive/opening/open-archive.ts';
import { aboutIndex } from '../../../src/main/archive/search/index-file.ts';
import { countRecords, lastChange } from '../../../src/main/archive/store/records.ts';
import { layout } from '../../../src/main/data-folder/layout.ts';
import { openReader } from '../../../src/main/router/reader.ts';
import { openDatabase } from '../../../src/main/sqlite/open.ts';
import { temporaryFolder } from '../../folders.ts';
import {
  BUNDLED_RECORDS,
  makeBundled,
  manyDocuments,
  openFolder,
  problemsOf,
  writeNdjson,
} from '../made.ts';
import { logicalState } from '../store/state.ts';

const OWN = 120;

interface Used {
  folder: string;
  bundled: string;
  state: unknown;
}

/** A data folder with the bundled records and 120 of the reader's own, properly closed. */
async function usedFolder(): Promise<Used> {
  const [folder, bundled] = [temporaryFolder(), await makeBundled()];
  const open = await openFolder(folder, bundled);
  const path = writeNdjson(join(temporaryFolder(), 'own.ndjson'), manyDocuments(OWN));
  await importFile({ ...open, path });
  const state = logicalState(open.archive);
  open.close();
  return { folder, bundled, state };
}

function overwrite(path: string, offset: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, offset);
  closeSync(file);
}

const noise = (length: number) =>
  Uint8Array.from({ length }, (_, index) => (index * 7919 + 13) % 251);

const ALL = BUNDLED_RECORDS.length + OWN;

test('a healthy folder opens with nothing said, and closing leaves one file of each kind', async () => {
  const { folder, bundled, state } = await usedFolder();
  const open = await openFolder(folder, bundled);
  expect(open.states.map(({ phase }) => phase)).toEqual(['opening', 'ready']);
  expect([open.notices, open.afterCrash]).toEqual([[], false]);
  expect(logicalState(open.archive)).toEqual(state);
  open.close();
  expect(readdirSync(folder).toSorted()).toEqual([
    'archive.sqlite',
    'local',
    'search-1.sqlite',
    'search.json',
    'writer.lock',
  ]);
});

const archiveDamage: [string, (path: string) => void][] = [
  ['cut to half', (path) => truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096)],
  ['cut to a piece of its first page', (path) => truncateSync(path, 50)],
  ['empty', (path) => truncateSync(path, 0)],
  ['all zeros', (path) => writeFileSync(path, Buffer.alloc(statSync(path).size))],
  ['no database', (path) => writeFileSync(path, 'This was a letter once.\n'.repeat(1000))],
  [
    'another program’s database',
    (path) => {
      rmSync(path);
      const foreign = openDatabase(path);
      foreign.exec('CREATE TABLE other (a TEXT)');
      foreign.close();
    },
  ],
];

test.each(archiveDamage)(
  'an archive that is %s is set aside, said, and rebuilt with all that is here',
  async (_name, damage) => {
    const { folder, bundled, state } = await usedFolder();
    const { archive: path } = layout(folder);
    damage(path);
    const damaged = readFileSync(path);
    const open = await openFolder(folder, bundled);
    const aside = 'archive-damaged-1.sqlite';
    expect(open.notices).toEqual([{ code: 'archive_set_aside', detail: { aside, records: ALL } }]);
    expect(open.states.some(({ phase }) => phase === 'rebuilding')).toBe(true);
    expect(readFileSync(join(folder, aside)).equals(damaged)).toBe(true);
    expect(logicalState(open.archive)).toEqual(state);
    expect(await problemsOf(open)).toEqual([]);
    open.close();
    expect((await openFolder(folder, bundled)).notices).toEqual([]);
  },
);

test('a second damaged archive is set aside beside the first', async () => {
  const { folder, bundled } = await usedFolder();
  for (const number of [1, 2]) {
    writeFileSync(layout(folder).archive, 'x'.repeat(9000));
    const open = await openFolder(folder, bundled);
    expect(open.notices[0]?.detail.aside).toBe(`archive-damaged-${number}.sqlite`);
    open.close();
  }
});

// Every page in turn, so that whatever it holds, a table, an index or a text, its loss is noticed.
test('an archive overwritten in the middle is found out by the check and repaired at the next opening', {
  timeout: 180_000,
}, async () => {
  const { folder, bundled, state } = await usedFolder();
  const whole = readFileSync(layout(folder).archive);
  const pages = whole.length / 4096;
  for (let page = 1; page < pages; page += 1) {
    writeFileSync(layout(folder).archive, whole);
    overwrite(layout(folder).archive, page * 4096, noise(4096));
    const first = await openFolder(folder, bundled);
    const problems = first.notices.length === 0 ? await problemsOf(first) : first.notices;
    expect(problems, `page ${page}`).not.toEqual([]);
    first.close();
    const second = await openFolder(folder, bundled);
    expect(logicalState(second.archive)).toEqual(state);
    expect(await problemsOf(second), `page ${page}`).toEqual([]);
    second.close();
    for (const name of readdirSync(folder))
      if (name.startsWith('archive-damaged')) rmSync(join(folder, name));
  }
});

test('an archive that is suspected and sound is kept as it is, and its index is built anew', async () => {
  const { folder, bundled, state } = await usedFolder();
  suspectArchive(folder);
  const open = await openFolder(folder, bundled);
  expect(open.notices.map(({ code }) => code)).toEqual(['index_rebuilt']);
  expect(logicalState(open.archive)).toEqual(state);
  expect(existsSync(layout(folder).suspectMarker)).toBe(false);
});

test('an archive that is gone comes back from the bundled one and the reader’s files, and that is said', async () => {
  const { folder, bundled, state } = await usedFolder();
  rmSync(layout(folder).archive);
  const open = await openFolder(folder, bundled);
  expect(open.notices).toEqual([{ code: 'archive_rebuilt', detail: { records: ALL } }]);
  expect(logicalState(open.archive)).toEqual(state);
  expect(await problemsOf(open)).toEqual([]);
});

const indexDamage: [string, (path: string, folder: string) => void][] = [
  ['missing', (path) => rmSync(path)],
  ['cut to half', (path) => truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096)],
  ['empty', (path) => truncateSync(path, 0)],
  ['random bytes', (path) => writeFileSync(path, noise(50_000))],
  [
    'of an older version',
    (path) => {
      const index = openDatabase(path);
      index.exec('UPDATE about SET version = 0');
      index.close();
    },
  ],
  [
    'of another way to cut words',
    (path) => {
      const index = openDatabase(path);
      index.exec('UPDATE about SET language = 0');
      index.close();
    },
  ],
  [
    'half built',
    (path) => {
      const index = openDatabase(path);
      index.exec('UPDATE about SET complete = 0');
      index.close();
    },
  ],
  [
    'ahead of the archive',
    (path) => {
      const index = openDatabase(path);
      index.exec('UPDATE about SET change = change + 1000');
      index.close();
    },
  ],
  ['not named', (_path, folder) => rmSync(layout(folder).indexPointer)],
  ['named by nonsense', (_path, folder) => writeFileSync(layout(folder).indexPointer, '{"index":')],
];

test.each(indexDamage)(
  'a search index that is %s is rebuilt with progress, and that is said',
  async (_name, damage) => {
    const { folder, bundled, state } = await usedFolder();
    damage(liveIndex(folder)?.path ?? '', folder);
    const open = await openFolder(folder, bundled);
    expect(open.notices.map(({ code }) => code)).toEqual(['index_rebuilt']);
    const steps = open.states.filter(({ phase, total }) => phase === 'rebuilding' && total === ALL);
    expect(steps.at(-1)).toMatchObject({ done: ALL });
    expect(logicalState(open.archive)).toEqual(state);
    expect(await problemsOf(open)).toEqual([]);
    open.close();
    expect(readdirSync(folder).filter((name) => name.startsWith('search-'))).toHaveLength(1);
    expect((await openFolder(folder, bundled)).notices).toEqual([]);
  },
);

test('an index that lags behind catches up without being rebuilt', async () => {
  const { folder, bundled } = await usedFolder();
  const first = await openFolder(folder, bundled);
  const path = writeNdjson(join(temporaryFolder(), 'more.ndjson'), manyDocuments(20, OWN));
  const behind = aboutIndex(first.index).change;
  const { acceptFile, mergeLocalFile } = await import(
    '../../../src/main/archive/exchange/local-files.ts'
  );
  await mergeLocalFile(first.archive, await acceptFile(path, folder));
  expect(lastChange(first.archive)).toBe(behind + 20);
  first.close();
  const open = await openFolder(folder, bundled);
  expect(open.notices).toEqual([]);
  expect(aboutIndex(open.index).change).toBe(behind + 20);
  expect(await problemsOf(open)).toEqual([]);
});

test('a file that was accepted and not merged is merged at the next opening; a piece of one is swept away', async () => {
  const { folder, bundled } = await usedFolder();
  const path = writeNdjson(join(temporaryFolder(), 'more.ndjson'), manyDocuments(20, OWN));
  const { acceptFile } = await import('../../../src/main/archive/exchange/local-files.ts');
  await acceptFile(path, folder);
  writeFileSync(join(layout(folder).local, 'incoming.part'), 'half a l');
  const open = await openFolder(folder, bundled);
  expect(countRecords(open.archive)).toBe(ALL + 20);
  expect(await problemsOf(open)).toEqual([]);
  expect(readdirSync(layout(folder).local).every((name) => name.endsWith('.ndjson'))).toBe(true);
});

test('an unmerged file that is damaged is told of at every opening and stops nothing', async () => {
  const { folder, bundled } = await usedFolder();
  const name = `${'ab'.repeat(32)}.ndjson`;
  writeFileSync(join(layout(folder).local, name), '{"id": "a/b"\n');
  for (let time = 0; time < 2; time += 1) {
    const open = await openFolder(folder, bundled);
    expect(open.notices).toMatchObject([{ code: 'import_malformed', detail: { name, line: 1 } }]);
    expect(countRecords(open.archive)).toBe(ALL);
    open.close();
  }
});

test('data of a newer Mahfuz is refused with both numbers, and not one byte of it is changed', async () => {
  const { folder, bundled } = await usedFolder();
  const db = openDatabase(layout(folder).archive, { journal: 'DELETE' });
  db.pragma('user_version = 99');
  db.close();
  const files = ['archive.sqlite', 'search-1.sqlite', 'search.json'];
  const before = files.map((name) => readFileSync(join(folder, name)));
  await expect(openFolder(folder, bundled)).rejects.toMatchObject({
    code: 'newer_data',
    detail: { found: 99 },
  });
  expect(files.map((name) => readFileSync(join(folder, name)))).toEqual(before);
  expect(() => openReader(folder)).toThrow('newer_data');
});

test('a folder that is in use is refused, and read by others meanwhile', async () => {
  const { folder, bundled } = await usedFolder();
  const first = await openFolder(folder, bundled);
  await expect(openFolder(folder, bundled)).rejects.toMatchObject({ code: 'folder_in_use' });
  const readers = openReader(folder);
  expect(countRecords(readers.archive)).toBe(ALL);
  readers.close();
  expect(countRecords(first.archive)).toBe(ALL);
});

test('why it failed is also told as a state', async () => {
  const states: unknown[] = [];
  const { openArchive } = await import('../../../src/main/archive/opening/open-archive.ts');
  const failing = openArchive({
    folder: temporaryFolder(),
    bundledFolder: temporaryFolder(),
    onState: (state) => states.push(state),
  });
  await expect(failing).rejects.toThrow('bundled_archive_missing');
  expect(states.at(-1)).toMatchObject({
    phase: 'failed',
    error: { code: 'bundled_archive_missing' },
  });
});

test('a path that cannot be a folder is refused as missing', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const bundled = await makeBundled();
  for (const folder of [file, join(file, 'below')]) {
    await expect(openFolder(folder, bundled)).rejects.toMatchObject({ code: 'folder_missing' });
  }
});

test('after a session that did not end properly the archive is looked through, and damage is remembered', async () => {
  const { folder, bundled, state } = await usedFolder();
  writeFileSync(layout(folder).openMarker, '');
  const sound = await openFolder(folder, bundled);
  expect(sound.afterCrash).toBe(true);
  await checkAfterCrash(sound);
  sound.close();
  writeFileSync(layout(folder).openMarker, '');
  const root = lastRootPage(layout(folder).archive);
  overwrite(layout(folder).archive, (root - 1) * 4096, noise(4096));
  const damaged = await openFolder(folder, bundled);
  await expect(checkAfterCrash(damaged)).rejects.toMatchObject({ code: 'archive_damaged' });
  damaged.close();
  const repaired = await openFolder(folder, bundled);
  expect(repaired.notices.map(({ code }) => code)).toEqual(['archive_set_aside']);
  expect(logicalState(repaired.archive)).toEqual(state);
});

// The table of countries: nothing reads it while opening.
function lastRootPage(path: string): number {
  const db = openDatabase(path, { readonly: true });
  const page = db
    .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'record_countries'`)
    .pluck()
    .get();
  db.close();
  return Number(page);
}

test('a damaged page of the index that a search met is gone after the next opening', async () => {
  const { folder, bundled, state } = await usedFolder();
  const path = liveIndex(folder)?.path ?? '';
  const pages = statSync(path).size / 4096;
  for (let page = 2; page < pages; page += 4) overwrite(path, page * 4096, noise(4096));
  const first = await openFolder(folder, bundled);
  if (first.notices.length === 0) expect(await problemsOf(first)).not.toEqual([]);
  first.close();
  const open = await openFolder(folder, bundled);
  expect(await problemsOf(open)).toEqual([]);
  expect(logicalState(open.archive)).toEqual(state);
});

test('what was derived wrongly is found by the check and derived again at the next opening', async () => {
  const { folder, bundled, state } = await usedFolder();
  const first = await openFolder(folder, bundled);
  first.archive.exec(`UPDATE records SET title = 'Something else' WHERE number = 3`);
  expect(await problemsOf(first)).not.toEqual([]);
  first.close();
  const open = await openFolder(folder, bundled);
  expect(open.notices.map(({ code }) => code)).toEqual(['archive_set_aside']);
  expect(logicalState(open.archive)).toEqual(state);
});
