// The archive that comes with Mahfuz: the same bytes each time, copied once, merged when a newer one comes.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildBundled } from '../../../src/main/archive/opening/build-bundled.ts';
import { bundledFiles } from '../../../src/main/archive/opening/bundled.ts';
import { importFile } from '../../../src/main/archive/exchange/import.ts';
import {
  countRecords,
  recordByAddress,
  recordRow,
  revisionsOf,
} from '../../../src/main/archive/store/records.ts';
import { openArchiveReader } from '../../../src/main/archive/store/schema.ts';
import { layout } from '../../../src/main/data-folder/layout.ts';
import { openDatabase } from '../../../src/main/sqlite/open.ts';
import { temporaryFolder } from '../../folders.ts';
import { BUNDLED_RECORDS, makeBundled, openFolder, problemsOf, writeNdjson } from '../made.ts';
import { sampleDocument, sampleEvent, sampleTerm } from '../sample.ts';

const corpusFolder = join(import.meta.dirname, '../../../resources/corpus');
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

test('the real corpus gives the same archive and the same index, byte for byte, each time', async () => {
  const folder = temporaryFolder();
  const hashes = [];
  for (const name of ['one', 'two']) {
    const bundled = join(folder, name);
    const report = await buildBundled(corpusFolder, bundled);
    expect(report.records).toBeGreaterThan(500);
    hashes.push(Object.values(bundledFiles(bundled)).map(hashOf));
  }
  expect(hashes[1]).toEqual(hashes[0]);
});

test('what is shipped stands alone: three files without a log, which reading does not change', async () => {
  const bundled = await makeBundled();
  const before = readdirSync(bundled);
  expect(before).toEqual(['archive.sqlite', 'bundled.json', 'search.sqlite']);
  const hashes = Object.values(bundledFiles(bundled)).map(hashOf);
  const reader = openArchiveReader(bundledFiles(bundled).archive);
  expect(recordByAddress(reader, { id: 'mahfuz/blackout' })?.record).toEqual(BUNDLED_RECORDS[0]);
  reader.close();
  expect(readdirSync(bundled)).toEqual(before);
  expect(Object.values(bundledFiles(bundled)).map(hashOf)).toEqual(hashes);
});

test('a corpus with one id twice, or with a line that is no record, is not built and leaves the old build', async () => {
  const bundled = await makeBundled();
  const before = hashOf(bundledFiles(bundled).archive);
  const corpus = temporaryFolder();
  writeNdjson(join(corpus, 'a.ndjson'), [sampleDocument(), sampleDocument({ revision: 2 })]);
  await expect(buildBundled(corpus, bundled)).rejects.toMatchObject({
    code: 'invalid_input',
    detail: { field: 'a.ndjson, line 2' },
  });
  writeNdjson(join(corpus, 'a.ndjson'), [{ id: 'a/b' }]);
  await expect(buildBundled(corpus, bundled)).rejects.toMatchObject({ code: 'import_malformed' });
  expect(hashOf(bundledFiles(bundled).archive)).toBe(before);
});

test('the first opening copies archive and index, for this account alone, and says so', async () => {
  const bundled = await makeBundled();
  const folder = join(temporaryFolder(), 'new', 'data');
  const open = await openFolder(folder, bundled);
  expect(open.states.map(({ phase }) => phase)).toEqual(['opening', 'copying', 'ready']);
  expect(open.notices).toEqual([]);
  expect(await problemsOf(open)).toEqual([]);
  expect(recordByAddress(open.archive, { id: 'mahfuz/blackout' })?.shelf).toBe('mahfuz');
  if (process.platform === 'win32') return;
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(layout(folder).archive).mode & 0o777).toBe(0o600);
});

test('a newer bundled archive is merged: what is newer wins, what the reader has stays', async () => {
  const folder = temporaryFolder();
  const first = await openFolder(folder, await makeBundled());
  const own = writeNdjson(join(temporaryFolder(), 'own.ndjson'), [
    sampleDocument({ id: 'own/note' }),
  ]);
  await importFile({ ...first, path: own });
  first.close();
  const newer = await makeBundled([
    sampleEvent({ id: 'mahfuz/blackout', revision: 2, title: 'Four nights without a network' }),
    ...BUNDLED_RECORDS.slice(1),
    sampleTerm({ id: 'mahfuz/term-new' }),
  ]);
  const open = await openFolder(folder, newer);
  expect(open.notices).toEqual([{ code: 'archive_upgraded', detail: { revisions: 2 } }]);
  const blackout = recordByAddress(open.archive, { id: 'mahfuz/blackout' });
  expect(blackout?.record.title).toBe('Four nights without a network');
  expect(revisionsOf(open.archive, blackout?.number ?? 0)).toHaveLength(2);
  expect(recordByAddress(open.archive, { id: 'own/note' })?.shelf).toBe('local');
  expect(await problemsOf(open)).toEqual([]);
  open.close();
  const again = await openFolder(folder, newer);
  expect(again.notices).toEqual([]);
});

test('an older Mahfuz that opens what a newer one filled takes nothing back', async () => {
  const folder = temporaryFolder();
  const older = await makeBundled();
  const newer = await makeBundled([
    ...BUNDLED_RECORDS.slice(0, 3),
    sampleTerm({ id: 'mahfuz/term-throttling', revision: 2, title: 'Slowing down' }),
  ]);
  const first = await openFolder(folder, newer);
  first.close();
  const open = await openFolder(folder, older);
  const term = recordByAddress(open.archive, { id: 'mahfuz/term-throttling' });
  expect(recordRow(open.archive, term?.number ?? 0)?.title).toBe('Slowing down');
  expect(revisionsOf(open.archive, term?.number ?? 0)).toHaveLength(2);
  expect(await problemsOf(open)).toEqual([]);
});

test('without the bundled archive a new folder cannot be opened, and an old one still can', async () => {
  const bundled = await makeBundled();
  const folder = temporaryFolder();
  (await openFolder(folder, bundled)).close();
  rmSync(bundledFiles(bundled).archive);
  await expect(openFolder(temporaryFolder(), bundled)).rejects.toMatchObject({
    code: 'bundled_archive_missing',
  });
  expect((await openFolder(folder, bundled)).notices).toEqual([]);
});

test('a bundled archive that is cut short is never copied, and never taken for damage of what is here', async () => {
  const cut = await makeBundled([...BUNDLED_RECORDS, sampleTerm({ id: 'mahfuz/term-new' })]);
  truncateSync(bundledFiles(cut).archive, 8192);
  const empty = temporaryFolder();
  await expect(openFolder(empty, cut)).rejects.toMatchObject({ code: 'bundled_archive_missing' });
  expect(existsSync(layout(empty).archive)).toBe(false);
  const folder = temporaryFolder();
  (await openFolder(folder, await makeBundled())).close();
  const open = await openFolder(folder, cut);
  expect(open.notices).toEqual([{ code: 'bundled_archive_missing', detail: {} }]);
  expect(countRecords(open.archive)).toBe(BUNDLED_RECORDS.length);
  expect(await problemsOf(open)).toEqual([]);
});

test('a bundled archive that an older build left is said to be missing, and the reader’s own stays readable', async () => {
  const bundled = await makeBundled();
  const open = await openFolder(temporaryFolder(), bundled);
  open.close();
  const newer = await makeBundled([...BUNDLED_RECORDS, sampleTerm({ id: 'mahfuz/term-new' })]);
  const old = openDatabase(bundledFiles(newer).archive, { journal: 'DELETE' });
  old.pragma('user_version = 1');
  old.close();
  const again = await openFolder(open.folder, newer);
  expect(again.notices).toEqual([{ code: 'bundled_archive_missing', detail: {} }]);
  expect(countRecords(again.archive)).toBe(BUNDLED_RECORDS.length);
});
