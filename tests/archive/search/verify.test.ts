// The check of an index: every way in which it could be untrue is seen.
import { expect, it } from 'vitest';
import { catchUp } from '../../../src/main/archive/search/indexer.ts';
import { recordTags } from '../../../src/main/archive/search/tags.ts';
import { verifyIndex } from '../../../src/main/archive/search/verify.ts';
import { recordByNumber } from '../../../src/main/archive/store/records.ts';
import { sampleDocument, sampleTerm } from '../sample.ts';
import { day, indexed } from './indexed.ts';

const records = [
  sampleDocument({ id: 'test/a', published: day('2020-01-01') }),
  sampleDocument({ id: 'test/b', published: day('2021-01-01'), body: 'A body of its own.' }),
  sampleTerm({ id: 'test/c', lang: 'zh', title: '断网', definition: '当局宣布断网三天 (X).' }),
];

it('finds nothing wrong with an index that was built or caught up', async () => {
  const { archive, index, put } = await indexed(records);
  expect(await verifyIndex(index, archive)).toEqual([]);
  expect(await verifyIndex(index, archive, { sample: 2 })).toEqual([]);
  put([sampleDocument({ id: 'test/d', title: 'Ünï_cödé 𞤀𞤣', body: 'İ ß ﷺ ½ \0 x'.repeat(30) })]);
  expect(await verifyIndex(index, archive)).toEqual([{ what: 'behind', record: null }]);
  await catchUp(index, archive);
  expect(await verifyIndex(index, archive)).toEqual([]);
});

it('sees a document that is gone', async () => {
  const { archive, index } = await indexed(records);
  index.prepare(`DELETE FROM documents WHERE record = 2`).run();
  const problems = await verifyIndex(index, archive);
  expect(problems).toContainEqual({ what: 'missing', record: 2 });
});

it('sees a document too many', async () => {
  const { archive, index } = await indexed(records);
  index.prepare(`INSERT INTO texts (rowid, title, body) VALUES (77, 'stray', 'words')`).run();
  expect(await verifyIndex(index, archive)).toEqual([{ what: 'surplus', record: null }]);
});

it('sees what another revision would have indexed', async () => {
  const { archive, index } = await indexed(records);
  index.prepare(`UPDATE documents SET hash = x'00' WHERE record = 1`).run();
  expect(await verifyIndex(index, archive)).toContainEqual({ what: 'different', record: 1 });
  expect(await verifyIndex(index, archive, { sample: 3 })).toEqual([
    { what: 'different', record: 1 },
  ]);
});

it('sees a single term that stands elsewhere, though every hash is right', async () => {
  const { archive, index } = await indexed(records);
  const { number } = index.prepare(`SELECT number FROM documents WHERE record = 2`).get() as {
    number: number;
  };
  const stored = recordByNumber(archive, 2);
  if (!stored) throw new Error('record 2 is missing');
  const rewrite = (body: string) => {
    index.prepare(`DELETE FROM texts WHERE rowid = ?`).run(number);
    index
      .prepare(
        `INSERT INTO texts (rowid, title, body, names, sources, tags) VALUES (?, ?, ?, '', ?, ?)`,
      )
      .run(
        number,
        'A ministry states why the network was slow',
        body,
        'A paper of record',
        recordTags(stored.record, 'local').join(' '),
      );
  };
  rewrite('A body of its own.');
  expect(await verifyIndex(index, archive)).toEqual([]);
  rewrite('A body its of own.');
  expect(await verifyIndex(index, archive)).toEqual([{ what: 'different', record: 2 }]);
  rewrite('A body of its');
  expect(await verifyIndex(index, archive)).toEqual([{ what: 'different', record: 2 }]);
});

it('can be cancelled', async () => {
  const { archive, index } = await indexed(
    Array.from({ length: 300 }, (_, at) => sampleDocument({ id: `test/d${at}` })),
  );
  const signal = AbortSignal.abort();
  await expect(verifyIndex(index, archive, { signal })).rejects.toMatchObject({
    code: 'cancelled',
  });
});
