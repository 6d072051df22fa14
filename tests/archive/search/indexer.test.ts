// The index follows the archive: whatever came in whatever order, and however it was cut short, it is true in the end.
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboutIndex, createIndex, openIndex } from '../../../src/main/archive/search/index-file.ts';
import { catchUp, rebuildIndex } from '../../../src/main/archive/search/indexer.ts';
import { verifyIndex } from '../../../src/main/archive/search/verify.ts';
import { lastChange } from '../../../src/main/archive/store/records.ts';
import type { AppError } from '../../../src/shared/errors.ts';
import { temporaryFolder } from '../../folders.ts';
import { sampleDocument, sampleEvent, sampleOrganisation } from '../sample.ts';
import { day, indexed } from './indexed.ts';

const codeOf = (work: Promise<unknown> | (() => unknown)) =>
  (async () => (typeof work === 'function' ? work() : work))().then(
    () => 'no error',
    (error: AppError) => error.code,
  );

const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    sampleDocument({
      id: `test/d${at}`,
      title: `Statement ${at}`,
      published: at % 7 ? day(`20${10 + (at % 15)}-03-${10 + (at % 19)}`) : null,
    }),
  );

describe('the index', () => {
  it('follows what is added, changed in words, changed in date and withdrawn', async () => {
    const { archive, index, put, ids } = await indexed([
      sampleDocument({ id: 'test/a', title: 'First' }),
    ]);
    put([sampleDocument({ id: 'test/b', title: 'Second' })]);
    expect(ids({ text: 'second' })).toEqual([]);
    expect(await catchUp(index, archive)).toBe(1);
    expect(ids({ text: 'second' })).toEqual(['b']);

    put([
      sampleDocument({
        id: 'test/a',
        revision: 2,
        title: 'Corrected',
        published: day('2025-01-01'),
      }),
      sampleDocument({
        id: 'test/b',
        revision: 2,
        body: 'Her name was Zaynab.',
        withdrawn: { at: '2026-01-01', why: 'unsafe', safety: true },
      }),
    ]);
    expect(await catchUp(index, archive)).toBe(2);
    expect(ids({ text: 'first' })).toEqual([]);
    expect(ids({ text: 'zaynab' })).toEqual([]);
    expect(ids({ text: '', sort: 'newest' })).toEqual(['a', 'b']);
    expect(await verifyIndex(index, archive)).toEqual([]);
    expect(aboutIndex(index)).toMatchObject({ documents: 2, change: lastChange(archive) });
  });

  it('has nothing to do where nothing changed', async () => {
    const { archive, index } = await indexed(many(3));
    expect(await catchUp(index, archive)).toBe(0);
  });

  it('takes a record out that is no longer in the archive', async () => {
    const { archive, index, ids } = await indexed(many(3));
    const { number } = archive.prepare(`SELECT number FROM records WHERE id = 'test/d1'`).get() as {
      number: number;
    };
    archive.pragma('foreign_keys = OFF');
    archive.prepare(`DELETE FROM revisions WHERE record = ?`).run(number);
    archive.prepare(`DELETE FROM records WHERE number = ?`).run(number);
    archive.prepare(`INSERT INTO changes (record) VALUES (?)`).run(number);
    await catchUp(index, archive);
    expect(ids({ text: 'statement' }).toSorted()).toEqual(['d0', 'd2']);
    expect(await verifyIndex(index, archive)).toEqual([]);
  });

  it('is the same in the end, in whatever order revisions came and the index followed', async () => {
    const revisions = [
      sampleDocument({ id: 'test/a', title: 'Alpha' }),
      sampleDocument({ id: 'test/a', revision: 2, title: 'Beta', published: day('2023-05-05') }),
      sampleDocument({ id: 'test/a', revision: 3, title: 'Gamma', published: null }),
      sampleEvent({ id: 'test/b' }),
      sampleEvent({ id: 'test/b', revision: 2, start: day('2001-01-01') }),
      sampleOrganisation({ id: 'test/c' }),
    ];
    const steps = fc.shuffledSubarray(
      revisions.map((_, at) => at),
      { minLength: revisions.length },
    );
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        async (order, follow) => {
          const { archive, index, put, ids } = await indexed([]);
          for (const [step, at] of order.entries()) {
            put(revisions.slice(at, at + 1));
            if (follow[step]) await catchUp(index, archive);
          }
          await catchUp(index, archive);
          expect(await verifyIndex(index, archive)).toEqual([]);
          expect(ids({ text: '', sort: 'oldest' }).slice(0, 1)).toEqual(['b']);
          expect(ids({ text: 'gamma' })).toEqual(['a']);
          expect(ids({ text: 'beta' })).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('cancelled in the middle keeps what it has and goes on from there', async () => {
    const { archive, index, put } = await indexed([]);
    put(many(12_000));
    const stop = new AbortController();
    const steps: number[] = [];
    const cut = catchUp(index, archive, {
      signal: stop.signal,
      onProgress: (done) => {
        steps.push(done);
        if (done >= 5000) stop.abort();
      },
    });
    expect(await codeOf(cut)).toBe('cancelled');
    expect(steps).toEqual([5000]);
    expect(aboutIndex(index).documents).toBe(5000);
    expect(await catchUp(index, archive)).toBe(7000);
    expect(aboutIndex(index).documents).toBe(12_000);
    expect(await verifyIndex(index, archive, { sample: 200 })).toEqual([]);
  });

  it('of another archive is refused as damaged', async () => {
    const one = await indexed(many(5));
    const other = await indexed(many(2));
    expect(await codeOf(catchUp(one.index, other.archive))).toBe('index_damaged');
  });

  it('cannot be opened before it is complete, nor when another version made it', async () => {
    const { folder, archive } = await indexed(many(2));
    const path = join(folder, 'search-2.sqlite');
    const index = createIndex(path);
    expect(await codeOf(() => openIndex(path))).toBe('index_damaged');
    await rebuildIndex(index, archive);
    openIndex(path).close();
    index.prepare(`UPDATE about SET language = language + 1`).run();
    index.close();
    expect(await codeOf(() => openIndex(path))).toBe('index_damaged');
  });

  it('is byte for byte the same when built again', async () => {
    const { folder, archive } = await indexed(many(40));
    const built = await Promise.all(
      ['search-3.sqlite', 'search-4.sqlite'].map(async (name) => {
        const index = createIndex(join(folder, name));
        await rebuildIndex(index, archive);
        const bytes = index.serialize();
        index.close();
        return bytes;
      }),
    );
    expect(built[0]?.equals(built[1] ?? Buffer.alloc(0))).toBe(true);
  });

  it('is no index where the file is another database', async () => {
    const path = join(temporaryFolder(), 'search-1.sqlite');
    const other = createIndex(path);
    other.exec('DROP TABLE about');
    other.close();
    expect(await codeOf(() => openIndex(path))).toBe('index_damaged');
  });
});
