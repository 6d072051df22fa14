// A word of which only the beginning is typed, where very many records have words that begin so.
import { expect, it } from 'vitest';
import { sampleDocument } from '../sample.ts';
import { indexed } from './indexed.ts';

const letter = (id: string, title: string, body: string, value: string) =>
  sampleDocument({
    id: `test/${id}`,
    title,
    body,
    published: { value, precision: 'day', kind: 'actual' },
  });

const records = [
  letter(
    'often',
    'A report',
    'Blocking, blocked, blocks: blocking again and blockades.',
    '2019-01-01',
  ),
  letter(
    'newest',
    'A note',
    'There was one blockade among many things that were told.',
    '2024-01-01',
  ),
  letter('whole', 'A letter', 'It says block, and says no more.', '2018-01-01'),
  letter('title', 'Blockade of a city', 'Nothing else.', '2017-01-01'),
];

async function opened(each: number) {
  const made = await indexed(records);
  const { words } = made.index.prepare(`SELECT words FROM word_list`).get() as { words: string };
  const counts = Uint32Array.from(words.split('\n'), () => each);
  made.index.prepare(`UPDATE word_list SET documents = ?`).run(Buffer.from(counts.buffer));
  made.index.prepare(`UPDATE about SET documents = 30000`).run();
  return made;
}

it('is ranked by all the words that begin so, where they are few', async () => {
  const { ids } = await opened(1);
  expect(ids({ text: 'block', prefix: true })).toEqual(['title', 'often', 'whole', 'newest']);
});

it('puts titles and the whole word first, and then the newest, where they are very many', async () => {
  const { ids, find } = await opened(9000);
  expect(ids({ text: 'block', prefix: true })).toEqual(['title', 'whole', 'newest', 'often']);
  expect(find({ text: 'block', prefix: true }).total).toBe(4);
  expect(ids({ text: 'block', prefix: true, offset: 2, limit: 1 })).toEqual(['newest']);
});

it('beside other words is ranked as ever', async () => {
  const { ids } = await opened(9000);
  const few = await opened(1);
  const query = { text: 'nothing block', prefix: true } as const;
  expect(ids(query)).toEqual(few.ids(query));
});

it('is ranked as ever by a phrase, and in the order of dates where that was asked for', async () => {
  const { ids } = await opened(9000);
  expect(ids({ text: '"blocking again"', prefix: true })).toEqual(['often']);
  expect(ids({ text: 'block', prefix: true, sort: 'oldest' })).toEqual([
    'title',
    'whole',
    'often',
    'newest',
  ]);
});
