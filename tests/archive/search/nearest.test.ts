// A search that finds nothing is no dead end: words that were meant, wider questions, and what a filter hides.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catchUp } from '../../../src/main/archive/search/indexer.ts';
import { nearest } from '../../../src/main/archive/search/nearest.ts';
import { wordList } from '../../../src/main/archive/search/word-list.ts';
import { nearestQuery } from '../../../src/shared/nearest.ts';
import type { SearchFilters } from '../../../src/shared/search.ts';
import { anyQuery } from '../query/any-query.ts';
import { sampleDocument, sampleEvent } from '../sample.ts';
import { indexed } from './indexed.ts';

const document = (id: string, fields: Record<string, unknown> = {}) =>
  sampleDocument({ id: `test/${id}`, title: id, ...fields });

const RECORDS = [
  document('court', { body: 'The Lahore High Court asked why Twitter was blocked.' }),
  document('order', { body: 'The court ordered the regulator to restore Twitter.' }),
  document('urdu', {
    lang: 'ur',
    title: 'عدالت',
    body: 'لاہور ہائی کورٹ نے انٹرنیٹ کی بندش پر سوال کیا۔',
  }),
  sampleEvent({ summary: 'A shutdown of the internet.', places: [{ country: 'IR' }] }),
];

async function asked(records = RECORDS) {
  const all = await indexed(records);
  const near = (query: Parameters<typeof nearestQuery.parse>[0]) =>
    nearest(all, nearestQuery.parse(query));
  const meant = (text: string) => near({ text }).meant.map(({ query }) => query.text);
  const ways = (query: Parameters<typeof nearestQuery.parse>[0]) =>
    near(query).relaxed.map(({ total, query: { text, filters: _filters, ...rest }, ...way }) => {
      const { literal: _literal, forms: _forms } = rest;
      return { ...way, asked: text, total };
    });
  return { ...all, near, meant, ways };
}

describe('did you mean', () => {
  it('offers words of the archive in place of those that it does not know', async () => {
    const { meant, near } = await asked();
    expect(meant('twiter')).toEqual(['twitter']);
    expect(meant('lahroe cuort')).toEqual(['lahore court']);
    expect(near({ text: 'twiter' }).meant[0]).toMatchObject({
      total: 2,
      words: [{ typed: 'twiter', meant: 'twitter' }],
    });
  });

  it('keeps what surrounds a word: quotation marks, fields, operators, capitals', async () => {
    const { meant } = await asked();
    expect(meant('"high cuort"')).toEqual(['"high court"']);
    expect(meant('title:cuort')).toEqual(['title:court']);
    expect(meant('regulator -cuort')).toEqual([]);
    expect(meant('(Twiter OR zzzzzz) court')).toEqual(['(Twitter OR zzzzzz) court']);
    expect(meant('TWITER')).toEqual(['TWITTER']);
  });

  it('writes a word as texts print it, where folding changes letters', async () => {
    const { meant } = await asked();
    expect(meant('لاھورر')).toEqual(['لاہور']);
    expect(meant('انٹرنٹ')).toEqual(['انٹرنیٹ']);
  });

  it('offers nothing that would find nothing, and nothing for what is known', async () => {
    const { meant } = await asked();
    expect(meant('twitter shutdown')).toEqual([]);
    expect(meant('qqqqqqqq')).toEqual([]);
    expect(meant('')).toEqual([]);
  });

  it('offers letters of scripts without spaces that stand beside their neighbours somewhere', async () => {
    const { meant } = await asked([
      document('zh', { lang: 'zh', title: '断网', body: '政府下令切断互联网，封锁社交媒体。' }),
      document('th', { lang: 'th', title: 'อินเทอร์เน็ต', body: 'รัฐบาลปิดกั้นเว็บไซต์ข่าว' }),
      document('my', { lang: 'my', title: 'အင်တာနက်', body: 'အင်တာနက်ဖြတ်တောက်မှု' }),
    ]);
    expect(meant('互连网')).toEqual(['互联网']);
    expect(meant('断往')).toEqual(expect.arrayContaining(['断网']));
    expect(meant('封所社交')).toEqual(['封锁社交']);
    expect(meant('รัฐบานปิด')).toEqual(['รัฐบาลปิด']);
    expect(meant('အင်တနက်')).toEqual(['အင်တာနက်']);
    expect(meant('互联网')).toEqual([]);
  });

  it('offers less of the words where, rightly spelt, they stand nowhere together', async () => {
    const { near, meant } = await asked();
    expect(meant('twiter shutdwon')).toEqual(['shutdown', 'twitter', 'twitter OR shutdown']);
    expect(near({ text: 'twiter shutdown' }).meant).toMatchObject([
      { query: { text: 'twitter' }, total: 2, words: [{ typed: 'twiter', meant: 'twitter' }] },
      { query: { text: 'twitter OR shutdown' }, total: 3 },
    ]);
  });

  it('offers less of the words only where each was nearly rightly spelt', async () => {
    const { meant } = await asked([
      ...RECORDS,
      document('zero', { title: 'Nothing left', body: 'Traffic fell to zero.' }),
    ]);
    expect(meant('zebra')).toEqual(['zero']);
    expect(meant('zebra shutdown')).toEqual([]);
  });

  it('knows the words of what was added since, and forgets those of what is gone', async () => {
    const { meant, put, index, archive } = await asked();
    put([document('later', { body: 'Throttling began.' })]);
    await catchUp(index, archive);
    expect(meant('trottling')).toEqual(['throttling']);
    archive.exec(
      `DELETE FROM record_countries; DELETE FROM links;
       DELETE FROM revisions WHERE record IN (SELECT number FROM records WHERE id = 'test/later');
       INSERT INTO changes (number, record)
       SELECT (SELECT max(number) FROM changes) + 1, number FROM records WHERE id = 'test/later';
       DELETE FROM records WHERE id = 'test/later';`,
    );
    await catchUp(index, archive);
    expect(wordList(index).words).not.toContain('throttling');
    expect(wordList(index).words).toContain('twitter');
  });
});

describe('wider questions', () => {
  it('leave out one word, or take any of them', async () => {
    const { ways } = await asked();
    expect(ways({ text: 'twitter shutdown', forms: 'always' })).toEqual([
      { how: 'without', text: 'twitter', asked: 'shutdown', total: 1 },
      { how: 'without', text: 'shutdown', asked: 'twitter', total: 2 },
      { how: 'any', asked: 'twitter OR shutdown', total: 3 },
    ]);
  });

  it('leave out several parts at once where each of them finds nothing', async () => {
    const { ways } = await asked();
    expect(ways({ text: 'qwfp twitter kind:banana', forms: 'always' })).toEqual([
      { how: 'without', text: 'qwfp kind:banana', asked: 'twitter', total: 2 },
      { how: 'any', asked: 'qwfp OR twitter OR banana', total: 2 },
    ]);
    expect(ways({ text: 'qwfp zzyzx' })).toEqual([]);
  });

  it('take a phrase apart', async () => {
    const { ways } = await asked();
    expect(ways({ text: '"court twitter"', forms: 'always' })).toEqual([
      { how: 'words', text: 'court twitter', asked: 'court twitter', total: 2 },
    ]);
  });

  it('leave out what was excluded, and fields', async () => {
    const { ways } = await asked();
    expect(ways({ text: 'shutdown -internet kind:event', forms: 'always' })).toEqual([
      { how: 'without', text: '-internet', asked: 'shutdown kind:event', total: 1 },
    ]);
    expect(ways({ text: 'shutdown kind:document', forms: 'always' })).toEqual([
      { how: 'without', text: 'kind:document', asked: 'shutdown', total: 1 },
      { how: 'without', text: 'shutdown', asked: 'kind:document', total: 3 },
    ]);
  });

  it('tell what each filter hides, the dates, and all of them together', async () => {
    const { near, ways } = await asked();
    const filters = { countries: ['PK'], before: '2000' };
    expect(ways({ text: 'shutdown', filters, forms: 'always' })).toEqual([
      { how: 'without_filters', asked: 'shutdown', total: 1 },
    ]);
    const hidden = near({
      text: 'shutdown',
      filters: { not: { kinds: ['event'] } },
      forms: 'always',
    });
    expect(hidden.relaxed).toMatchObject([{ how: 'without_filter', filter: 'kinds', total: 1 }]);
    const dates = near({ text: 'shutdown', filters: { before: '2000' }, forms: 'always' }).relaxed;
    expect(dates).toMatchObject([{ how: 'without_dates', query: { filters: {} }, total: 1 }]);
  });

  it('find other names of things where names were to be as typed', async () => {
    const { ways } = await asked();
    expect(ways({ text: 'ٹوئٹر', literal: true, forms: 'always' })).toEqual([
      { how: 'names', asked: 'ٹوئٹر', total: 2 },
    ]);
  });

  it('say truly how much they find, and always more, for any question', async () => {
    const { near, find } = await asked();
    const filters = fc.constantFrom<SearchFilters>(
      {},
      { kinds: ['event'] },
      { after: '2024-03', countries: ['PK'], not: { years: ['2024'] } },
    );
    fc.assert(
      fc.property(anyQuery, filters, fc.boolean(), (text, filters, literal) => {
        const question = { text, filters, literal };
        const { total } = find(question);
        const { meant, relaxed } = near(question);
        for (const way of [...meant, ...relaxed]) {
          expect(find(way.query).total).toBe(way.total);
          expect(way.total).toBeGreaterThan(0);
        }
        for (const way of relaxed) expect(way.total).toBeGreaterThan(total);
      }),
      { numRuns: 150 },
    );
  });
});
