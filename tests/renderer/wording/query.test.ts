// A query is said as it was understood, in both languages, and every mistake has a reason in words.
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/main/archive/query/parse.ts';
import { knownNames, withNames } from '../../../src/main/archive/query/names.ts';
import { understoodOf } from '../../../src/main/archive/query/understood.ts';
import { fixedWords } from '../../../src/renderer/i18n.ts';
import english from '../../../src/renderer/locales/en/index.ts';
import { wordMistake, wordUnderstood } from '../../../src/renderer/wording/query.ts';
import type { Words } from '../../../src/renderer/wording/words.ts';
import { QUERY_FIELDS, QUERY_REASONS } from '../../../src/shared/search.ts';

const en: Words = { language: 'en', digits: 'latin', t: fixedWords('en') };
const ur: Words = { language: 'ur', digits: 'latin', t: fixedWords('ur') };

function said(text: string, words: Words): string | null {
  const root = withNames(parseQuery(text, false).root, knownNames([]), false);
  return wordUnderstood(understoodOf(root), words);
}

describe('what was understood', () => {
  it('needs no words where there are only words and phrases', () => {
    expect(said('X ban "social media"', en)).toBeNull();
    expect(said('khyber pakhtunkhwa', en)).toBeNull();
    expect(said('', en)).toBeNull();
  });

  it.each([
    ['ban -TikTok', '“ban” and without “TikTok”', '”ban“ اور ”TikTok“ کے بغیر'],
    ['Lahore OR Karachi', '“Lahore” or “Karachi”', '”Lahore“ یا ”Karachi“'],
    ['(a b) OR c', '(“a” and “b”) or “c”', '(”a“ اور ”b“) یا ”c“'],
    ['service:Twitter', 'service X', 'سروس ایکس'],
    ['place:لاہور', 'place Lahore', 'مقام لاہور'],
    ['org:Nobody', 'organisation “Nobody”', 'ادارہ ”Nobody“'],
    ['kind:"court order"', 'kind court order', 'قسم عدالتی حکم'],
    ['on:2024-02', 'at some time in February 2024', 'فروری 2024 کے دوران'],
    ['title:ban', '“ban” in the title', 'عنوان میں ”ban“'],
  ])('%s is said in both languages', (text, inEnglish, urdu) => {
    expect(said(text, en)).toBe(inEnglish);
    expect(said(text, ur)).toBe(urdu);
  });
});

describe('mistakes', () => {
  it('have a reason in words in both languages', () => {
    for (const words of [en, ur]) {
      for (const reason of QUERY_REASONS) {
        const worded = wordMistake({ range: [0, 1], reason, nearest: 'place' }, words);
        expect(worded).not.toContain('query.');
        expect(worded).not.toContain('{{');
      }
      expect(
        wordMistake({ range: [0, 1], reason: 'unknown_field', nearest: 'place' }, words),
      ).toContain('place:');
    }
  });

  it('and fields are worded, and nothing else', () => {
    expect(Object.keys(english.query.mistake).toSorted()).toEqual(QUERY_REASONS.toSorted());
    for (const field of QUERY_FIELDS) expect(english.query).toHaveProperty(field);
  });
});
