// Exporting: a whole file or none, nothing that was withdrawn for safety, and nothing under another's name.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportRecords } from '../../../src/main/archive/exchange/export.ts';
import { importFile } from '../../../src/main/archive/exchange/import.ts';
import { putRevision } from '../../../src/main/archive/store/merge.ts';
import { recordByAddress } from '../../../src/main/archive/store/records.ts';
import { openArchiveFile } from '../../../src/main/archive/store/schema.ts';
import type { ArchiveRecord } from '../../../src/shared/record.ts';
import { temporaryFolder } from '../../folders.ts';
import { BUNDLED_RECORDS, makeBundled, manyDocuments, openFolder } from '../made.ts';
import { sampleDocument, sampleEvent } from '../sample.ts';

function archiveOf(shelf: string, records: readonly ArchiveRecord[]) {
  const db = openArchiveFile(':memory:');
  db.transaction(() => {
    for (const record of records) putRevision(db, shelf, record);
  })();
  return db;
}

const linesOf = (path: string): ArchiveRecord[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('what is exported is every current record as it was published, and imports again whole', async () => {
  const archive = archiveOf('mahfuz', [
    ...BUNDLED_RECORDS,
    { ...BUNDLED_RECORDS[0], revision: 2 } as ArchiveRecord,
  ]);
  const path = join(temporaryFolder(), 'all.ndjson');
  const report = await exportRecords({ archive, path });
  expect(report).toEqual({ records: 4, bytes: readFileSync(path).length, withheld: 0 });
  expect(linesOf(path)).toEqual([
    { ...BUNDLED_RECORDS[0], revision: 2 },
    ...BUNDLED_RECORDS.slice(1),
  ]);
  const open = await openFolder(temporaryFolder(), await makeBundled());
  expect(await importFile({ ...open, path })).toMatchObject({ lines: 4, added: 4 });
});

test('what was withdrawn for safety is left out and counted; what was retracted is not', async () => {
  const withdrawn = { at: '2026-01-01', why: 'It names a witness.', safety: true };
  const archive = archiveOf('mahfuz', [
    sampleDocument({ id: 'a/safety', withdrawn }),
    sampleDocument({ id: 'a/retracted', withdrawn: { ...withdrawn, safety: false } }),
  ]);
  const path = join(temporaryFolder(), 'all.ndjson');
  expect(await exportRecords({ archive, path })).toMatchObject({ records: 1, withheld: 1 });
  expect(linesOf(path).map(({ id }) => id)).toEqual(['a/retracted']);
  expect(readFileSync(path, 'utf8')).not.toContain('a/safety');
});

test('the reader’s own records leave under names of their own, and their links follow', async () => {
  const archive = archiveOf('local', [
    sampleEvent({
      id: 'mahfuz/blackout',
      related: ['mahfuz/other', 'mahfuz:mahfuz/other'],
      documents: ['mahfuz/statement'],
    }),
    sampleDocument({
      id: 'local-mahfuz/statement',
      about: [{ event: 'mahfuz/blackout', role: 'denies' }],
      mentions: [
        { id: null, printed: 'a court' },
        { id: 'mahfuz/org', printed: 'a ministry' },
      ],
    }),
  ]);
  const path = join(temporaryFolder(), 'all.ndjson');
  await exportRecords({ archive, path });
  expect(linesOf(path)).toMatchObject([
    {
      id: 'local-mahfuz/blackout',
      related: ['local-mahfuz/other', 'mahfuz:mahfuz/other'],
      documents: ['local-mahfuz/statement'],
    },
    {
      id: 'local-mahfuz/statement',
      about: [{ event: 'local-mahfuz/blackout' }],
      mentions: [{ id: null }, { id: 'local-mahfuz/org' }],
    },
  ]);
  expect(recordByAddress(archive, { id: 'mahfuz/blackout' })?.record.id).toBe('mahfuz/blackout');
});

test('the records of a search are exported in its order', async () => {
  const archive = archiveOf('mahfuz', manyDocuments(5));
  const path = join(temporaryFolder(), 'some.ndjson');
  await exportRecords({ archive, path, numbers: [4, 2, 99] });
  expect(linesOf(path).map(({ id }) => id)).toEqual(['many/document-3', 'many/document-1']);
});

test('an existing file is replaced only where that was asked for', async () => {
  const archive = archiveOf('mahfuz', BUNDLED_RECORDS);
  const path = join(temporaryFolder(), 'all.ndjson');
  writeFileSync(path, 'mine');
  await expect(exportRecords({ archive, path })).rejects.toMatchObject({
    code: 'file_exists',
    detail: { name: 'all.ndjson' },
  });
  expect(readFileSync(path, 'utf8')).toBe('mine');
  await exportRecords({ archive, path, replace: true });
  expect(linesOf(path)).toHaveLength(4);
});

test('an export that is cancelled or that fails leaves what was there, and no piece of a file', async () => {
  const archive = archiveOf('mahfuz', manyDocuments(2000));
  const folder = temporaryFolder();
  const path = join(folder, 'all.ndjson');
  writeFileSync(path, 'mine');
  const controller = new AbortController();
  const cancelled = exportRecords({
    archive,
    path,
    replace: true,
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  expect(readdirSync(folder)).toEqual(['all.ndjson']);
  expect(readFileSync(path, 'utf8')).toBe('mine');
  const nowhere = join(folder, 'missing', 'all.ndjson');
  await expect(exportRecords({ archive, path: nowhere })).rejects.toMatchObject({
    code: 'file_unwritable',
    detail: { name: 'all.ndjson' },
  });
});
