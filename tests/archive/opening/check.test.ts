// The whole check: it finds nothing in a sound archive, and each kind of untruth in one that is not.
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkArchive } from '../../../src/main/archive/opening/check.ts';
import { importFile } from '../../../src/main/archive/exchange/import.ts';
import { acceptFile, localFiles } from '../../../src/main/archive/exchange/local-files.ts';
import type { Database } from '../../../src/main/sqlite/open.ts';
import { temporaryFolder } from '../../folders.ts';
import { makeBundled, manyDocuments, type Opened, openFolder, writeNdjson } from '../made.ts';

async function opened(): Promise<Opened> {
  const open = await openFolder(temporaryFolder(), await makeBundled());
  const path = writeNdjson(join(temporaryFolder(), 'own.ndjson'), manyDocuments(3));
  await importFile({ ...open, path });
  return open;
}

const codes = async (open: Opened) => {
  const { problems } = await checkArchive(open);
  return [...new Set(problems.map(({ code }) => code))];
};

test('a sound archive has no problem, and the check tells how far it is in each part', async () => {
  const open = await opened();
  const phases = new Set<string>();
  const report = await checkArchive({ ...open, onProgress: (phase) => phases.add(phase) });
  expect(report).toEqual({ records: 7, problems: [] });
  expect([...phases]).toEqual(['structure', 'records', 'files', 'index']);
});

const untruths: [string, string, (archive: Database) => void][] = [
  [
    'a row that says another title',
    'record_untrue',
    (db) => db.exec(`UPDATE records SET title = 'x' WHERE number = 2`),
  ],
  [
    'a row that points to a revision which does not win',
    'record_untrue',
    (db) => db.exec(`UPDATE records SET current = 1 WHERE number = 2`),
  ],
  ['a missing country', 'record_untrue', (db) => db.exec(`DELETE FROM record_countries`)],
  [
    'a country too many',
    'countries_untrue',
    (db) => db.exec(`INSERT INTO record_countries VALUES (4, 0, 'PK')`),
  ],
  ['a missing link', 'record_untrue', (db) => db.exec(`DELETE FROM links`)],
  [
    'a link too many',
    'links_untrue',
    (db) => db.exec(`INSERT INTO links VALUES ('mahfuz', 'mahfuz/x', 1, 'about')`),
  ],
  [
    'a gap in the changes',
    'changes_incomplete',
    (db) => db.exec(`DELETE FROM changes WHERE number = 3`),
  ],
  [
    'a revision whose text is not the one that its hash names',
    'revision_untrue',
    (db) => db.exec(`UPDATE revisions SET hash = zeroblob(32) WHERE number = 2`),
  ],
];

test.each(untruths)('%s is found', async (_name, code, spoil) => {
  const open = await opened();
  spoil(open.archive);
  expect(await codes(open)).toContain(code);
});

const indexUntruths: [string, string, (index: Database) => void][] = [
  [
    'an index that lags behind',
    'index_behind',
    (db) => db.exec(`UPDATE about SET change = change - 1`),
  ],
  [
    'a record that is missing in the index',
    'index_missing',
    (db) => db.exec(`DELETE FROM documents WHERE record = 2`),
  ],
  [
    'a record that is indexed as it was before',
    'index_different',
    (db) => db.exec(`UPDATE documents SET hash = zeroblob(16) WHERE record = 2`),
  ],
  [
    'words of a record that are missing',
    'index_different',
    (db) =>
      db.exec(`DELETE FROM texts WHERE rowid = (SELECT number FROM documents WHERE record = 2)`),
  ],
  [
    'a damaged table of words',
    'index_unreadable',
    (db) => db.unsafeMode(true).exec(`UPDATE texts_data SET block = zeroblob(40) WHERE id > 10`),
  ],
];

test.each(indexUntruths)('%s is found', async (_name, code, spoil) => {
  const open = await opened();
  spoil(open.index);
  expect(await codes(open)).toContain(code);
});

test('a reader’s file that is gone, changed or not merged is found', async () => {
  const open = await opened();
  const [file] = localFiles(open.folder);
  appendFileSync(file?.path ?? '', '\n');
  expect(await codes(open)).toEqual(['local_file_changed']);
  rmSync(file?.path ?? '');
  expect(await codes(open)).toEqual(['local_file_missing']);
  const path = writeNdjson(join(temporaryFolder(), 'more.ndjson'), manyDocuments(3, 3));
  await acceptFile(path, open.folder);
  expect(await codes(open)).toContain('local_file_unmerged');
});

test('a check that is cancelled ends as cancelled', async () => {
  const open = await opened();
  const signal = AbortSignal.abort();
  await expect(checkArchive({ ...open, signal })).rejects.toMatchObject({ code: 'cancelled' });
});
