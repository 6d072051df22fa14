// What is marked in a text is what the index finds in it, no more and no less.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/main/archive/query/parse.ts';
import { soughtIn } from '../../../src/main/archive/search/expression.ts';
import { markTexts } from '../../../src/main/archive/search/mark.ts';
import { marksOf, matcherOf } from '../../../src/main/archive/search/matches.ts';
import { search } from '../../../src/main/archive/search/search.ts';
import { searchedTexts } from '../../../src/main/archive/search/texts.ts';
import { words } from '../../../src/main/language/words.ts';
import { searchQuery } from '../../../src/shared/search.ts';
import { awkwardText } from '../../language/awkward.ts';
import { sampleDocument } from '../sample.ts';
import { indexed } from './indexed.ts';

const marked = (query: string, text: string, prefix = false) =>
  marksOf(matcherOf(soughtIn(parseQuery(query, prefix).root)).find(text)).map(([start, end]) =>
    text.slice(start, end),
  );

const read =
  (query: string, prefix = false) =>
  () =>
    parseQuery(query, prefix).root;

const letters = (query: string, text: string) =>
  markTexts({ query, mode: 'letters', texts: [text] }, () => null).map(({ mark }) =>
    text.slice(...mark),
  );

describe('marks of words', () => {
  it('are whole words, as they are written', () => {
    expect(marked('ban', 'Ban, banned, BAN and bán')).toEqual(['Ban', 'BAN', 'bán']);
    expect(marked('ban', 'Ban, banned', true)).toEqual(['Ban', 'banned']);
  });

  it('are whole phrases, over the signs between their words', () => {
    expect(marked('"lahore high court"', 'The Lahore “High” Court')).toEqual([
      'Lahore “High” Court',
    ]);
    expect(marked('don’t', "Don't!")).toEqual(["Don't"]);
  });

  it('are the letters asked for in scripts without spaces', () => {
    expect(marked('联网', '互联网，联网')).toEqual(['联网', '联网']);
    expect(marked('网', '互联网关')).toEqual(['网']);
    expect(marked('တောက်', 'ဖြတ်တောက်မှု')).toEqual(['တောက်']);
    expect(marked('ถูกปิด', 'เว็บถูกปิดแล้ว')).toEqual(['ถูกปิด']);
  });

  it('join where they touch or overlap', () => {
    expect(marked('互联 联网', '互联网')).toEqual(['互联网']);
    expect(marked('"a b" "b c"', 'a b c')).toEqual(['a b c']);
  });
});

describe('marks of letters', () => {
  it('are wherever the text stands, within words too, and folded', () => {
    expect(letters('an', 'Ban in Islamabad, án')).toEqual(['an', 'án']);
    expect(letters('حجب', 'الحِجْبُ')).toEqual(['حِجْبُ']);
    expect(letters('i', 'ﬁve')).toEqual(['ﬁ']);
    expect(letters('ھ', 'بھائی')).toEqual(['ھ']);
    expect(letters('high court', 'a high court')).toEqual(['high court']);
  });

  it('are none for a text that folds to nothing', () => {
    expect(letters('', 'abc')).toEqual([]);
    expect(letters('\u200b', 'abc')).toEqual([]);
  });

  it('tell in which of several texts they are', () => {
    const texts = ['one ban', 'none', 'ban ban'];
    const found = markTexts({ query: 'ban', mode: 'words', texts }, read('ban'));
    expect(found.map(({ text }) => text)).toEqual([0, 2, 2]);
  });

  it('stand in order, inside their text, for any query and text', () => {
    fc.assert(
      fc.property(awkwardText, awkwardText, (query, text) => {
        for (const mode of ['words', 'letters'] as const) {
          const texts = [text, query + text];
          const found = markTexts({ query, mode, texts }, read(query, true));
          for (const { text: at, mark } of found) {
            expect(mark[0]).toBeLessThan(mark[1]);
            expect(mark[1]).toBeLessThanOrEqual((at === 0 ? text : query + text).length);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

it('marks exactly the records that the index finds, for any texts and queries', async () => {
  const texts = fc.sample(awkwardText, { numRuns: 400, seed: 7 });
  const records = texts.map((body, at) =>
    sampleDocument({ id: `test/d${at}`, title: 'Untitled', lang: 'und', body }),
  );
  const { index, archive } = await indexed(records);
  const searched = new Map(records.map((record) => [record.id, searchedTexts(record)]));
  // Pieces of the texts themselves, so that most queries find something.
  const queries = fc
    .tuple(fc.nat(texts.length - 1), fc.nat(20), fc.nat(20), fc.boolean())
    .map(([text, from, length, quoted]) => {
      const places = words(texts[text] ?? '');
      const [first, last] = [
        places[from % (places.length || 1)],
        places[(from + length) % (places.length || 1)],
      ];
      const piece = (texts[text] ?? '').slice(first?.start ?? 0, last?.end ?? 0);
      return quoted ? `"${piece}"` : piece;
    });
  fc.assert(
    fc.property(queries, fc.boolean(), (text, prefix) => {
      const { root } = parseQuery(text, prefix);
      // What is taken away, or only one of several, is not marked so simply.
      if (!root || /[()|-]|OR|NOT|یا/.test(text)) return;
      const sought = soughtIn(root);
      const query = searchQuery.parse({ text: text.slice(0, 1000), prefix, limit: 200 });
      const { hits, total } = search({ index, archive }, { ...query, limit: 1000 });
      const { find } = matcherOf(sought);
      const matching = [...searched].filter(([, all]) => {
        const matched = all.flatMap((one) => find(one.text).map(({ unit }) => unit));
        return new Set(matched).size === new Set(sought.map(({ unit }) => unit)).size;
      });
      expect(hits.map(({ id }) => id).toSorted()).toEqual(matching.map(([id]) => id).toSorted());
      expect(total).toBe(matching.length);
    }),
    { numRuns: 500 },
  );
});
