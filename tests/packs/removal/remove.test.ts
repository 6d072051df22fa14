// Removing: what is gone is gone from tables, index and files, what others carry stays, and nothing brings it back unasked.
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkArchive } from '../../../src/main/archive/opening/check.ts';
import { packProblems } from '../../../src/main/packs/ledger/check.ts';
import { importFile } from '../../../src/main/archive/exchange/import.ts';
import { filesOf } from '../../../src/main/archive/store/files.ts';
import { countRecords, recordByAddress } from '../../../src/main/archive/store/records.ts';
import { shelfByKey } from '../../../src/main/archive/store/shelves.ts';
import { layout } from '../../../src/main/data-folder/layout.ts';
import { importPack } from '../../../src/main/packs/import/import-pack.ts';
import {
  removeFiles,
  removePublisher,
  removeRecord,
  undoImport,
} from '../../../src/main/packs/removal/remove.ts';
import { publisherFolder, readDecision } from '../../../src/main/packs/trust/publisher-folder.ts';
import {
  BUNDLED_RECORDS,
  makeBundled,
  type Opened,
  openFolder,
  problemsOf,
  writeNdjson,
} from '../../archive/made.ts';
import { sampleDocument } from '../../archive/sample.ts';
import { logicalState } from '../../archive/store/state.ts';
import { temporaryFolder } from '../../folders.ts';
import {
  mediaFile,
  placeOf,
  recordsFile,
  type TestFile,
  TestPublisher,
  writePack,
} from '../made.ts';
import { packState } from '../state.ts';

const doc = (slug: string, rest = {}) => sampleDocument({ id: `hrd/${slug}`, ...rest });
const SECRET = 'zanzibarquux';

/** Every file below a folder whose bytes, unpacked where they are zstandard, hold a word. */
function filesWith(folder: string, word: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return false;
    const bytes = readFileSync(path);
    return (name.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes).includes(word);
  });
}

async function opened(): Promise<Opened> {
  return openFolder(temporaryFolder(), await makeBundled());
}

const publisher = new TestPublisher();
const { fingerprint } = publisher;
const a = recordsFile('hrd/a.ndjson.zst', [doc('one'), doc('two')], { seq: 0 });
const b = recordsFile(
  'hrd/b.ndjson.zst',
  [doc('one', { revision: 2, title: `About ${SECRET}` }), doc('three'), doc('two')],
  { seq: 1, since: 2 },
);
const first = publisher.issue([a]);
const second = publisher.issue([a, b]);
const hashOf = (file: TestFile) => placeOf(file).split('/')[2]?.slice(0, 64) ?? '';

/** Both packs imported, one after the other. */
async function withBoth() {
  const open = await opened();
  const one = await importPack({ ...open, path: writePack(temporaryFolder(), first) });
  const before = packState(open.archive);
  const two = await importPack({ ...open, path: writePack(temporaryFolder(), second) });
  return { open, before, imports: [one.import ?? 0, two.import ?? 0] as const };
}

test('an import is taken back as a whole: records and files as before, the newer list still known', async () => {
  const { open, before, imports } = await withBoth();
  const report = await undoImport({ open }, { publisher: fingerprint, import: imports[1] });
  expect(report).toMatchObject({ records: 1, revisions: 2, files: 1 });
  expect(report.notes).toEqual(['comes-back', 'list-stays', 'flash-may-keep']);
  const records = (state: unknown) => (state as { records: unknown }).records;
  expect(records(packState(open.archive))).toEqual(records(before));
  const shelf = shelfByKey(open.archive, fingerprint);
  expect(shelf?.seen).toBe(2);
  expect(filesOf(open.archive, shelf?.number ?? 0).map(({ state }) => state)).toEqual([
    'held',
    'missing',
  ]);
  expect(existsSync(publisherFolder(open.folder, fingerprint).file(placeOf(b)))).toBe(false);
  expect(filesWith(open.folder, SECRET)).toEqual([]);
  expect(await problemsOf(open)).toEqual([]);
  await expect(
    undoImport({ open }, { publisher: fingerprint, import: imports[1] }),
  ).rejects.toMatchObject({ code: 'import_unknown' });
});

test('taking back the import that brought a publisher removes the publisher', async () => {
  const { open, imports } = await withBoth();
  await undoImport({ open }, { publisher: fingerprint, import: imports[0] });
  expect(shelfByKey(open.archive, fingerprint)).toBeNull();
  expect(countRecords(open.archive)).toBe(BUNDLED_RECORDS.length);
});

test('files can be dropped; what another file carries as well stays', async () => {
  const { open } = await withBoth();
  const report = await removeFiles({ open }, { publisher: fingerprint, files: [hashOf(a)] });
  expect(report).toMatchObject({ records: 0, revisions: 1, files: 1 });
  const shelf = fingerprint;
  expect(recordByAddress(open.archive, { id: 'hrd/two', shelf })).not.toBeNull();
  expect(recordByAddress(open.archive, { id: 'hrd/one', shelf })?.record.revision).toBe(2);
  expect(await problemsOf(open)).toEqual([]);
  await expect(
    removeFiles({ open }, { publisher: fingerprint, files: ['0'.repeat(64)] }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

test('a publisher is removed with all it brought, and nothing else is touched', async () => {
  const untouched = await opened();
  const { open } = await withBoth();
  const report = await removePublisher({ open }, fingerprint);
  expect(report).toMatchObject({ records: 3, revisions: 4, files: 2 });
  expect(packState(open.archive)).toEqual(packState(untouched.archive));
  expect(readdirSync(layout(open.folder).packs)).toEqual([]);
  expect(filesWith(open.folder, SECRET)).toEqual([]);
  expect(filesWith(open.folder, fingerprint)).toEqual([]);
  expect(await problemsOf(open)).toEqual([]);
  await expect(removePublisher({ open }, fingerprint)).rejects.toMatchObject({
    code: 'publisher_unknown',
  });
  await expect(removePublisher({ open }, 'mahfuz')).rejects.toMatchObject({
    code: 'publisher_unknown',
  });
});

test('a record is removed from tables, index and files; its file is no longer whole, and importing again does not bring it back', async () => {
  const { open } = await withBoth();
  expect(filesWith(open.folder, SECRET)).not.toEqual([]);
  const report = await removeRecord({ open }, { shelf: fingerprint, id: 'hrd/one' });
  expect(report).toMatchObject({ records: 1, revisions: 2, files: 2 });
  expect(report.notes).toContain('partial-files');
  expect(filesWith(open.folder, SECRET)).toEqual([]);
  expect(recordByAddress(open.archive, { id: 'hrd/three', shelf: fingerprint })).not.toBeNull();
  const state = packState(open.archive);
  expect(await problemsOf(open)).toEqual([]);
  const again = await importPack({ ...open, path: writePack(temporaryFolder(), second) });
  expect(again.files).toMatchObject({ merged: 0, known: 2 });
  expect(packState(open.archive)).toEqual(state);
  await expect(removeRecord({ open }, { shelf: fingerprint, id: 'hrd/one' })).rejects.toMatchObject(
    { code: 'not_found' },
  );
});

test('a record that came with Mahfuz, and one of the reader’s own files, can be removed too', async () => {
  const open = await opened();
  const path = writeNdjson(join(temporaryFolder(), 'own.ndjson'), [
    sampleDocument({ id: 'own/kept' }),
    sampleDocument({ id: 'own/gone', title: `About ${SECRET}` }),
  ]);
  await importFile({ ...open, path });
  const state = logicalState(open.archive) as { id: string }[];
  expect(await removeRecord({ open }, { shelf: 'local', id: 'own/gone' })).toMatchObject({
    records: 1,
    files: 1,
  });
  const bundled = await removeRecord({ open }, { shelf: 'mahfuz', id: 'mahfuz/statement' });
  expect(bundled.notes).toContain('bundled-comes-back');
  const left = state.filter(({ id }) => id !== 'own/gone' && id !== 'mahfuz/statement');
  expect(logicalState(open.archive)).toEqual(left);
  expect(filesWith(open.folder, SECRET)).toEqual([]);
  expect(await problemsOf(open)).toEqual([]);
  open.close();
  const again = await openFolder(open.folder, await makeBundled());
  expect(logicalState(again.archive)).toEqual(left);
});

test('what is attached to a record goes with it, and is not taken again', async () => {
  const open = await opened();
  const illustrated = new TestPublisher();
  const [gone, kept] = ['gone', 'kept'].map((name, seq) =>
    mediaFile(`hrd/${name}.bin`, Buffer.from(`picture of ${name} ${SECRET}`), seq + 1),
  );
  if (!gone || !kept) throw new Error();
  const attach = (file: TestFile) => ({
    sha256: hashOf(file),
    media_type: 'image/png',
    bytes: file.bytes.length,
    title: 'A picture',
    alt: '',
  });
  const records = recordsFile('hrd/r.ndjson.zst', [
    doc('pictured', { attachments: [attach(gone)] }),
    doc('other', { attachments: [attach(kept)] }),
  ]);
  const path = writePack(temporaryFolder(), illustrated.issue([records, gone, kept]));
  await importPack({ ...open, path });
  const at = publisherFolder(open.folder, illustrated.fingerprint);
  expect(existsSync(at.file(placeOf(gone)))).toBe(true);
  const shelf = illustrated.fingerprint;
  expect(await removeRecord({ open }, { shelf, id: 'hrd/pictured' })).toMatchObject({ files: 2 });
  expect(existsSync(at.file(placeOf(gone)))).toBe(false);
  expect(existsSync(at.file(placeOf(kept)))).toBe(true);
  expect(await importPack({ ...open, path })).toMatchObject({ files: { merged: 0, known: 3 } });
  expect((await checkArchive({ ...open, more: packProblems })).problems).toEqual([]);
});

test.each(['gone', 'changed'])(
  'a record can be removed although a file that carried it is %s on the disk',
  async (what) => {
    const { open } = await withBoth();
    const kept = publisherFolder(open.folder, fingerprint).file(placeOf(b));
    if (what === 'gone') rmSync(kept);
    else writeFileSync(kept, 'not what it was');
    const report = await removeRecord({ open }, { shelf: fingerprint, id: 'hrd/one' });
    expect(report).toMatchObject({ records: 1, revisions: 2 });
    expect(recordByAddress(open.archive, { id: 'hrd/one', shelf: fingerprint })).toBeNull();
    expect(existsSync(kept)).toBe(false);
    const shelf = shelfByKey(open.archive, fingerprint)?.number ?? 0;
    expect(filesOf(open.archive, shelf).map(({ state }) => state)).toEqual(['partial', 'damaged']);
    await importPack({ ...open, path: writePack(temporaryFolder(), second) });
    expect(filesOf(open.archive, shelf).map(({ state }) => state)).toEqual(['partial', 'held']);
  },
);

test('a record can be removed although what was left of its file can no longer be read', async () => {
  const { open } = await withBoth();
  await removeRecord({ open }, { shelf: fingerprint, id: 'hrd/three' });
  const at = publisherFolder(open.folder, fingerprint);
  writeFileSync(at.partial(hashOf(b)), 'not what it was');
  await removeRecord({ open }, { shelf: fingerprint, id: 'hrd/one' });
  expect(recordByAddress(open.archive, { id: 'hrd/one', shelf: fingerprint })).toBeNull();
  expect(existsSync(at.partial(hashOf(b)))).toBe(false);
});

test('a removal that is cancelled leaves the publisher as it was, for a lost archive too', async () => {
  const { open } = await withBoth();
  const cancelled = removePublisher({ open, signal: AbortSignal.abort() }, fingerprint);
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  expect(readDecision(publisherFolder(open.folder, fingerprint))).toBe('quarantined');
});
