// Passages: the place that shows best why a record was found, cut where a reader would cut it.
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/main/archive/query/parse.ts';
import { soughtIn } from '../../../src/main/archive/search/expression.ts';
import { matcherOf } from '../../../src/main/archive/search/matches.ts';
import { bestPassage } from '../../../src/main/archive/search/passage.ts';
import type { SearchedText } from '../../../src/main/archive/search/texts.ts';
import { words } from '../../../src/main/language/words.ts';

const filler = 'Nothing of interest happened on that day in any of the cities. '.repeat(12);
const body = (text: string, lang = 'en'): SearchedText => ({ column: 'body', lang, text });
const passage = (query: string, ...texts: SearchedText[]) =>
  bestPassage(texts, matcherOf(soughtIn(parseQuery(query, false).root)));
const marks = (query: string, ...texts: SearchedText[]) => {
  const found = passage(query, ...texts);
  return found?.marks.map(([start, end]) => found.text.slice(start, end));
};

describe('the passage', () => {
  it('is where most of the query stands together, not where its first word is', () => {
    const text = `The court sat. ${filler}The platform was blocked by the court. ${filler}Platform.`;
    const found = passage('court platform', body(text));
    expect(found?.text).toContain('The platform was blocked by the court.');
    expect(marks('court platform', body(text))).toEqual(['platform', 'court']);
  });

  it('of places with as many words, is where they are closest', () => {
    const text = `Court orders, which nobody saw, concern a platform. ${filler}A platform court. ${filler}`;
    expect(passage('court platform', body(text))?.text).toContain('A platform court.');
  });

  it('of a single word, is the first place', () => {
    const text = `${filler}First ban here. ${filler}Second ban there. ${filler}`;
    expect(passage('ban', body(text))?.text).toContain('First ban here.');
  });

  it('begins near what was found even in a text that is short, since a list shows its beginning', () => {
    const short = `${filler.slice(0, 190)} Late in it a platform was blocked.`;
    const found = passage('platform', body(short));
    expect(found?.marks[0]?.[0]).toBeLessThanOrEqual(92);
    expect(passage('nothing', body(short))?.text).toBe(short);
    const dense = passage(
      '平台',
      body(`${'那天什么也没有发生，城市里一切如常，'.repeat(6)}平台被封。`, 'zh'),
    );
    expect(dense?.marks[0]?.[0]).toBeLessThanOrEqual(47);
  });

  it('is of the language that matches', () => {
    const found = passage('عدالت', body('The court ruled.'), body('عدالت نے فیصلہ دیا۔', 'ur'));
    expect(found).toEqual({
      lang: 'ur',
      part: 'text',
      text: 'عدالت نے فیصلہ دیا۔',
      marks: [[0, 5]],
    });
  });

  it('is where something stands as it was typed, though another language has more other names', () => {
    const sought = (unit: number, text: string, isOther = false) => ({
      unit,
      isOther,
      open: false,
      terms: words(text).map(({ term }) => term),
    });
    const matcher = matcherOf([
      sought(0, 'Twitter'),
      sought(0, 'ٹوئٹر', true),
      sought(1, 'Pakistan'),
      sought(1, 'پاکستان', true),
    ]);
    const title: SearchedText = {
      column: 'title',
      lang: 'en',
      text: 'Twitter blocked on a Sunday',
    };
    const own = body('The regulator had Twitter blocked.');
    const translated = body('پاکستان میں ٹوئٹر بند کیا گیا۔', 'ur');
    expect(bestPassage([title, own, translated], matcher)?.lang).toBe('en');
    expect(bestPassage([title, translated], matcher)?.lang).toBe('ur');
  });

  it('comes from the main text where others are no better, and from any where only they match', () => {
    const source: SearchedText = { column: 'sources', lang: 'en', text: 'Gazette on the ban' };
    expect(passage('ban', body('The ban.'), source)?.text).toBe('The ban.');
    expect(passage('gazette', body('The ban.'), source)?.text).toBe('Gazette on the ban');
  });

  it('is a list of names only where nothing else matches', () => {
    const names: SearchedText = { column: 'names', lang: 'en', text: 'Twitter · Pakistan' };
    expect(passage('twitter pakistan', body('Twitter was blocked.'), names)?.part).toBe('text');
    expect(passage('pakistan', body('Twitter was blocked.'), names)?.part).toBe('names');
  });

  it('shows what the title does not, and of names or sources only what it lacks', () => {
    const title: SearchedText = { column: 'title', lang: 'en', text: 'A ban on platforms' };
    const source: SearchedText = { column: 'sources', lang: 'en', text: 'Ban on platforms kept' };
    const text = body(`${filler}The court kept the ban.`);
    expect(passage('ban court', title, text, source)?.text).toContain('The court kept the ban.');
    expect(passage('platforms ban', title, text, source)?.text).toContain('kept the ban.');
    expect(passage('platforms', title, text, source)?.text.startsWith('Nothing of')).toBe(true);
    expect(passage('platforms kept', title, source)).toMatchObject({ part: 'sources' });
  });

  it('of the language whose title matches, where no text does', () => {
    const titles: SearchedText[] = [
      { column: 'title', lang: 'en', text: 'A ban' },
      { column: 'title', lang: 'ur', text: 'پابندی' },
    ];
    const found = passage('پابندی', ...titles, body('Nothing.'), body('کچھ نہیں۔', 'ur'));
    expect(found).toMatchObject({ lang: 'ur', text: 'کچھ نہیں۔' });
  });

  it('shows names side by side, and a few of them before the text', () => {
    const name = (text: string): SearchedText => ({ column: 'names', lang: 'en', text });
    const found = passage(
      'moc',
      body('It answers for cables.'),
      name('MoC'),
      name('Cables Ministry'),
    );
    expect(found?.text).toBe('MoC · Cables Ministry — It answers for cables.');
    expect(found?.part).toBe('names');
  });

  it('is how the text begins where nothing in it matches, and null where there is no text', () => {
    const title: SearchedText = { column: 'title', lang: 'en', text: 'A ban' };
    const found = passage('ban', title, body(filler));
    expect(found?.text.startsWith('Nothing of interest')).toBe(true);
    expect(found?.text.endsWith(' …')).toBe(true);
    expect(found?.marks).toEqual([]);
    expect(passage('ban', title)).toBeNull();
  });

  it('begins with the sentence of the match and ends between words', () => {
    const text = `${filler}In May the regulator announced a ban. ${filler}`;
    const found = passage('ban', body(text))?.text ?? '';
    expect(found.startsWith('… In May the regulator')).toBe(true);
    expect(text).toContain(found.slice(2, -2));
    expect(found).toMatch(/\w\.? …$/);
  });

  it('is about as long whatever the text, and shorter in denser scripts', () => {
    const long = passage('ban', body(`${'x'.repeat(5000)} ban ${'y'.repeat(5000)}`))?.text ?? '';
    expect(long.length).toBeLessThan(300);
    expect(long).toContain(' ban ');
    const dense =
      passage('断网', body(`${'国'.repeat(900)}断网${'家'.repeat(900)}`, 'zh'))?.text ?? '';
    expect(dense.length).toBeLessThan(160);
    expect(dense).toContain('断网');
  });

  it('is never cut within a character, and keeps its marks in place', () => {
    const text = `${'𞤀𞤣𞤤𞤢𞤥 '.repeat(200)}ban ${'👩‍👩‍👧 ကြီး '.repeat(200)}`;
    const found = passage('ban', body(text));
    expect(found?.text.isWellFormed()).toBe(true);
    expect(marks('ban', body(text))).toEqual(['ban']);
  });

  it('shows a paragraph break as a space', () => {
    expect(passage('ban', body('One.\n\nThe ban.'))?.text).toBe('One.  The ban.');
  });
});
