// Suggestions: records by their names, misspelt or half-typed, in a small archive and in a large one.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { catchUp } from '../../../src/main/archive/search/indexer.ts';
import { suggest } from '../../../src/main/archive/search/suggest.ts';
import { awkwardText } from '../../language/awkward.ts';
import { sampleDocument, sampleOrganisation, sampleTerm } from '../sample.ts';
import { day, indexed } from './indexed.ts';

const records = [
  sampleOrganisation({
    id: 'test/pta',
    title: 'Pakistan Telecommunication Authority',
    aliases: { en: ['PTA'], ur: ['پی ٹی اے'] },
    translations: { ur: { title: 'پاکستان ٹیلی کمیونیکیشن اتھارٹی' } },
  }),
  sampleTerm({ id: 'test/throttling', translations: { zh: { title: '限速' } } }),
  sampleDocument({ id: 'test/doc', title: 'Order of the authority', published: day('2024-02-17') }),
];

const open = async (size: 'small' | 'large') => {
  const { archive, index, put } = await indexed(records);
  const offered = (text: string, limit = 8) =>
    suggest({ index, archive }, { text, limit }).map(({ id, title }) => `${id.slice(5)}: ${title}`);
  // What an archive of that size would say of itself.
  if (size === 'large') index.prepare(`UPDATE about SET documents = 30000`).run();
  return { archive, index, put, offered };
};

describe.each(['small', 'large'] as const)('in a %s archive, names', (size) => {
  it('are found by their beginnings', async () => {
    const { offered } = await open(size);
    expect(offered('pakistan tele')).toEqual(['pta: Pakistan Telecommunication Authority']);
    expect(offered('thr')).toEqual(['throttling: Throttling']);
    expect(offered('authority')).toHaveLength(2);
    expect(offered('authority', 1)).toHaveLength(1);
  });

  it('are found in every language and by other names, and shown as found', async () => {
    const { offered } = await open(size);
    expect(offered('PTA')).toEqual(['pta: PTA']);
    expect(offered('پاكستان')).toEqual(['pta: پاکستان ٹیلی کمیونیکیشن اتھارٹی']);
    expect(offered('限')).toEqual(['throttling: 限速']);
    expect(offered('限速')).toEqual(['throttling: 限速']);
  });

  it('are offered for any text without a fault', async () => {
    const { offered } = await open(size);
    fc.assert(
      fc.property(awkwardText, (text) => {
        expect(offered(text).length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 300 },
    );
    for (const text of ['', '  ', '"', 'x'.repeat(1000), 'ab '.repeat(333)]) {
      expect(offered(text)).toEqual([]);
    }
  });
});

it('in a small archive names are found misspelt', async () => {
  const { offered } = await open('small');
  expect(offered('pakstan telecomunication')).toEqual([
    'pta: Pakistan Telecommunication Authority',
  ]);
  expect(offered('throtling')).toEqual(['throttling: Throttling']);
});

it('names follow the archive', async () => {
  const { archive, index, put, offered } = await open('small');
  expect(offered('netblocks')).toEqual([]);
  put([sampleOrganisation({ id: 'test/netblocks', title: 'NetBlocks' })]);
  await catchUp(index, archive);
  expect(offered('netblocks')).toEqual(['netblocks: NetBlocks']);
});

it('names are offered by their beginnings while many are still being loaded, and misspelt soon after', async () => {
  const many = Array.from({ length: 2500 }, (_, at) =>
    sampleTerm({ id: `test/t${at}`, title: `Term number ${at}` }),
  );
  const { archive, index } = await indexed([...records, ...many]);
  const offered = (text: string) =>
    suggest({ index, archive }, { text, limit: 8 }).map(({ id }) => id.slice(5));
  expect(offered('throttl')).toEqual(['throttling']);
  expect(offered('throtling')).toEqual([]);
  await vi.waitUntil(() => offered('throtling').length > 0, { timeout: 30_000 });
  expect(offered('throtling')).toEqual(['throttling']);
});
