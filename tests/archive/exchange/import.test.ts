// Importing a reader's own file: the whole of it or nothing, and never anything but a clear refusal.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFile } from '../../../src/main/archive/exchange/import.ts';
import { aboutIndex } from '../../../src/main/archive/search/index-file.ts';
import {
  countRecords,
  lastChange,
  recordByAddress,
} from '../../../src/main/archive/store/records.ts';
import { layout } from '../../../src/main/data-folder/layout.ts';
import { AppError } from '../../../src/shared/errors.ts';
import { temporaryFolder } from '../../folders.ts';
import {
  BUNDLED_RECORDS,
  makeBundled,
  manyDocuments,
  type Opened,
  openFolder,
  problemsOf,
  writeNdjson,
} from '../made.ts';
import { sampleDocument } from '../sample.ts';
import { logicalState } from '../store/state.ts';

async function opened(): Promise<Opened> {
  return openFolder(temporaryFolder(), await makeBundled());
}

async function refusal(open: Opened, bytes: string | Uint8Array): Promise<AppError> {
  const path = join(temporaryFolder(), 'news.ndjson');
  writeFileSync(path, bytes);
  const error = await importFile({ ...open, path }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error('was imported', { cause: error });
}

const line = (fields: Record<string, unknown> = {}) => JSON.stringify(sampleDocument(fields));

test('a file is merged, indexed, kept under the hash of its bytes, and found true by the check', async () => {
  const open = await opened();
  const records = manyDocuments(20);
  const path = writeNdjson(join(temporaryFolder(), 'news.ndjson'), records);
  const phases = new Set<string>();
  const report = await importFile({ ...open, path, onProgress: (phase) => phases.add(phase) });
  expect(report).toEqual({ lines: 20, added: 20, updated: 0, older: 0, known: 0 });
  expect([...phases]).toEqual(['reading', 'merging', 'indexing']);
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  expect(readdirSync(layout(open.folder).local)).toEqual([`${hash}.ndjson`]);
  expect(recordByAddress(open.archive, { id: 'many/document-7' })?.shelf).toBe('local');
  expect(aboutIndex(open.index).change).toBe(lastChange(open.archive));
  expect(await problemsOf(open)).toEqual([]);
});

test('the same file again changes nothing and says so; a later revision and an older one are told apart', async () => {
  const open = await opened();
  const folder = temporaryFolder();
  const first = writeNdjson(join(folder, 'a.ndjson'), [sampleDocument({ revision: 2 })]);
  await importFile({ ...open, path: first });
  const before = logicalState(open.archive);
  expect(await importFile({ ...open, path: first })).toMatchObject({ lines: 1, known: 1 });
  expect(logicalState(open.archive)).toEqual(before);
  const second = writeNdjson(join(folder, 'b.ndjson'), [
    sampleDocument({ revision: 3 }),
    sampleDocument({ revision: 1 }),
  ]);
  expect(await importFile({ ...open, path: second })).toEqual({
    lines: 2,
    added: 0,
    updated: 1,
    older: 1,
    known: 0,
  });
});

test('an imported record never replaces a bundled one of the same id', async () => {
  const open = await opened();
  const path = writeNdjson(join(temporaryFolder(), 'a.ndjson'), [
    { ...BUNDLED_RECORDS[1], title: 'Something else', revision: 9 },
  ]);
  await importFile({ ...open, path });
  expect(recordByAddress(open.archive, { id: 'mahfuz/statement' })?.record).toEqual(
    BUNDLED_RECORDS[1],
  );
});

test('byte order mark, carriage returns, blank lines and a missing last newline are no fault', async () => {
  const open = await opened();
  const path = join(temporaryFolder(), 'a.ndjson');
  writeFileSync(path, `\ufeff${line({ id: 'a/one' })}\r\n\r\n  \n${line({ id: 'a/two' })}`);
  expect(await importFile({ ...open, path })).toMatchObject({ lines: 2, added: 2 });
});

test('one bad line refuses the whole file, with the line counted as an editor counts it', async () => {
  const open = await opened();
  const before = lastChange(open.archive);
  const good = line({ id: 'a/one' });
  const bad = good.replace('"title":"', '"title":7,"once":"');
  const error = await refusal(open, `${good}\n\n${good}\n${bad}\n${good}\n`);
  expect(error.code).toBe('import_malformed');
  expect(error.detail).toMatchObject({ name: 'news.ndjson', line: 4, field: 'title' });
  expect(lastChange(open.archive)).toBe(before);
  expect(readdirSync(layout(open.folder).local)).toEqual([]);
});

test('a line beyond the limit is refused without being held, wherever the pieces of the file end', async () => {
  const open = await opened();
  const limit = 1 << 20;
  const error = await refusal(open, `${line()}\n${'x'.repeat(limit * 3)}`);
  expect([error.code, error.detail]).toEqual([
    'import_line_too_long',
    { name: 'news.ndjson', line: 2, max: limit },
  ]);
  const almost = line({ body: 'x'.repeat(limit - line({ body: '' }).length) });
  expect(Buffer.byteLength(almost)).toBe(limit);
  const path = join(temporaryFolder(), 'a.ndjson');
  writeFileSync(path, `${almost}\n${line({ id: 'a/after' })}\n`);
  expect(await importFile({ ...open, path })).toMatchObject({ lines: 2 });
});

test('a file without a record, and what is no file, are refused by name', async () => {
  const open = await opened();
  for (const empty of ['', '\n\n', '\ufeff', '  \r\n']) {
    expect((await refusal(open, empty)).detail).toMatchObject({
      line: 1,
      problem: 'there is no record in the file',
    });
  }
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'folder.ndjson'));
  for (const name of ['folder.ndjson', 'missing.ndjson']) {
    await expect(importFile({ ...open, path: join(folder, name) })).rejects.toMatchObject({
      code: 'file_unreadable',
      detail: { name },
    });
  }
});

test('an import that is cancelled while it reads leaves nothing behind', async () => {
  const open = await opened();
  const path = writeNdjson(join(temporaryFolder(), 'a.ndjson'), manyDocuments(5000));
  const before = lastChange(open.archive);
  const controller = new AbortController();
  const cancelled = importFile({
    ...open,
    path,
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  expect(lastChange(open.archive)).toBe(before);
  expect(readdirSync(layout(open.folder).local)).toEqual([]);
});

test('no bytes whatever do anything but import or refuse, and what is refused changes nothing', async () => {
  const open = await opened();
  const whole = Buffer.from(`${line({ id: 'a/one' })}\n${line({ id: 'a/two' })}\n`);
  const spoilt = fc
    .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const bytes = Buffer.from(whole);
      for (const [place, byte] of changes) bytes[place] = byte;
      return bytes;
    });
  const cut = fc.nat(whole.length).map((length) => whole.subarray(0, length));
  const path = join(temporaryFolder(), 'any.ndjson');
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 500 }), spoilt, cut), async (bytes) => {
      writeFileSync(path, bytes);
      const before = lastChange(open.archive);
      const kept = readdirSync(layout(open.folder).local);
      try {
        const { lines, known } = await importFile({ ...open, path });
        expect(lines).toBeGreaterThan(0);
        expect(lastChange(open.archive) - before).toBe(lines - known);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
        expect(lastChange(open.archive)).toBe(before);
        expect(readdirSync(layout(open.folder).local)).toEqual(kept);
      }
    }),
    { numRuns: 300 },
  );
  expect(await problemsOf(open)).toEqual([]);
  expect(countRecords(open.archive)).toBeGreaterThanOrEqual(BUNDLED_RECORDS.length);
});
