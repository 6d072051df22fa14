// A word of which one or two letters are typed, in an archive too large to look for every word that begins so.
import { expect, it } from 'vitest';
import { sampleDocument } from '../sample.ts';
import { indexed } from './indexed.ts';

const records = [
  sampleDocument({ id: 'test/x', title: 'X is banned', body: 'Nothing.' }),
  sampleDocument({ id: 'test/shutdown', title: 'A shutdown', body: 'A ban and a shutdown.' }),
  sampleDocument({ id: 'test/body', title: 'Another', body: 'A shutdown of the xylophone ban.' }),
];

const large = async () => {
  const opened = await indexed(records);
  opened.index.prepare(`UPDATE about SET documents = 30000`).run();
  return opened;
};

it('is looked for as a whole word where there is one', async () => {
  const { find, ids } = await large();
  expect(ids({ text: 'x', prefix: true })).toEqual(['x']);
  expect(find({ text: 'x', prefix: true }).terms).toEqual([{ text: 'x', kind: 'word' }]);
});

it('does not hide what the rest of the query finds', async () => {
  const { find, ids } = await large();
  expect(ids({ text: 'ban sh', prefix: true, forms: 'never' }).toSorted()).toEqual([
    'body',
    'shutdown',
  ]);
  expect(find({ text: 'ban sh', prefix: true, forms: 'never' }).terms).toEqual([
    { text: 'ban', kind: 'word' },
  ]);
});

it('alone, stands for names that begin so', async () => {
  const { find, ids } = await large();
  expect(ids({ text: 'sh', prefix: true })).toEqual(['shutdown']);
  expect(find({ text: 'sh', prefix: true }).terms).toEqual([{ text: 'sh', kind: 'prefix' }]);
  expect(ids({ text: 'a-sh', prefix: true })).toEqual(['shutdown']);
});

it('with a third letter is looked for everywhere', async () => {
  const { ids } = await large();
  expect(ids({ text: 'shu', prefix: true }).toSorted()).toEqual(['body', 'shutdown']);
});

it('in a small archive is looked for everywhere from the first letter', async () => {
  const { ids } = await indexed(records);
  expect(ids({ text: 'ban x', prefix: true, forms: 'never' }).toSorted()).toEqual(['body']);
  expect(ids({ text: 'x', prefix: true }).toSorted()).toEqual(['body', 'x']);
});
