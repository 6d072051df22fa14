// Other spellings of what is typed: together, apart, with a joiner or a hyphen, and on another seat of hamza.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherSpellings, type Terms } from '../../src/main/language/spellings.ts';
import { words } from '../../src/main/language/words.ts';
import { awkwardText } from './awkward.ts';

const termsOf = (text: string) => words(text).map(({ term }) => term);
const typed = (texts: readonly string[], open = false) =>
  texts.map((text, at) => ({ text, terms: termsOf(text), open: open && at === texts.length - 1 }));
const others = (...texts: string[]) =>
  otherSpellings(typed(texts)).map((list) => list.map(({ terms }) => terms.join(' ')));

// As a search does: each word by its own terms or by one of the others, which follow each other in the text.
function finds(query: string, text: string): boolean {
  const asked = typed(query.split(' '));
  const there = ` ${termsOf(text).join(' ')} `;
  const isThere = ({ terms, open }: Terms) =>
    there.includes(` ${terms.join(' ')}${open ? '' : ' '}`);
  return otherSpellings(asked).every((list, at) =>
    [asked[at] ?? { terms: [], open: false }, ...list].some(isThere),
  );
}

describe('other spellings', () => {
  it.each([
    ['پیام رسان', 'پیام\u200cرسان داخلی'],
    ['پیام\u200cرسان', 'پیام رسان داخلی'],
    ['پیامرسان', 'پیام رسان داخلی'],
    ['پیام رسان ها', 'فیلترینگ پیام\u200cرسان\u200cها'],
    ['نمی شود', 'باز نمی\u200cشود'],
    ['نمیشود', 'باز نمی شود'],
    ['وب سایت', 'وب\u200cسایت دانشگاه'],
    ['ہائیکورٹ', 'سندھ ہائی کورٹ نے'],
    ['ہائی کورٹ', 'لاہور ہائیکورٹ نے'],
    ['عبد الناصر', 'شارع عبدالناصر'],
    ['مسئول', 'مسؤول حكومي'],
    ['مسؤول', 'مسئول فنی'],
    ['خانه\u200cی', 'خانهٔ مطبوعات'],
    ['خانه مطبوعات', 'خانه\u200cی مطبوعات'],
    ['вебсайт', 'веб-сайт недоступен'],
    ['веб-сайт', 'вебсайт недоступен'],
    ['e-mail', 'email provider'],
    ['email', 'the e-mail provider'],
    ['cooperation', 'their co-operation'],
    ['wifi', 'open Wi-Fi'],
    ['US', 'the U.S. senate'],
    ['PTA', 'the P.T.A. said'],
    ['P.T.A.', 'the PTA said'],
    ['พรบ', 'ตาม พ.ร.บ. คอมพิวเตอร์'],
    ['พ.ร.บ.', 'ตามพรบคอมพิวเตอร์'],
    ['サーバ停止', 'サーバー停止の知らせ'],
    ['ｻｰﾊﾞｰ', '新しいサーバの停止'],
    ['wouldn’t', 'it wouldnt say'],
  ])('let %s find: %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['the rapist', 'a therapist'],
    ['therapist', 'the rapist'],
    ['همکار', 'او هم کار می\u200cکند'],
    ['هم کار', 'همکار ما'],
    ['پیام رسان', 'پیام تازه'],
    ['4.5', 'page 45'],
    ['U.S.', 'told us'],
    ['PM', 'at 4 p.m.'],
    ['سربراہ', 'اس کی سربراہی میں'],
    ['10-12', 'in 1012'],
  ])('do not let %s find: %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('are none of most words, and of scripts without spaces', () => {
    expect(others('internet', 'shutdown', 'Лахор', '互联网', 'ဖြတ်တောက်', 'کی')).toEqual(
      Array.from({ length: 6 }, () => []),
    );
  });

  it('are unfinished only where a word is that ends as it is typed', () => {
    const [first, last] = otherSpellings(typed(['ہائی', 'کورٹ'], true));
    expect(first).toEqual([{ terms: termsOf('ہائیکورٹ'), open: true }]);
    expect(last).toEqual(first);
    expect(otherSpellings(typed(['ویبسائٹ'], true))[0]?.every(({ open }) => !open)).toBe(true);
  });

  it('are few, different from what was typed, and made of terms, for any words', () => {
    fc.assert(
      fc.property(fc.array(awkwardText, { maxLength: 5 }), fc.boolean(), (texts, open) => {
        const asked = typed(texts, open);
        const found = otherSpellings(asked);
        expect(found).toHaveLength(texts.length);
        for (const [at, list] of found.entries()) {
          expect(list.length).toBeLessThanOrEqual((texts[at]?.length ?? 0) + 10);
          for (const { terms } of list) {
            expect(terms).not.toEqual(asked[at]?.terms);
            for (const term of terms) expect(term).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}_]*$/u);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
