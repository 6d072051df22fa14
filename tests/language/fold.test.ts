// Folding: spellings that readers take for the same become equal, others do not, and offsets stay true.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithOffsets } from '../../src/main/language/fold.ts';
import { awkwardText } from './awkward.ts';

const SAME: [string, string, string][] = [
  ['capitals', 'SHUTDOWN', 'shutdown'],
  ['full-width letters', 'Ｘ（Ｔｗｉｔｔｅｒ）', 'x(twitter)'],
  ['Latin marks', 'Türkiye’de erişim engeli: İstanbul', 'turkiye’de erisim engeli: istanbul'],
  ['Turkish dotless i', 'Kılıçdaroğlu', 'kilicdaroglu'],
  ['Latin letters with strokes', 'Łódź, Đà Nẵng, Straße, Ærø', 'lodz, da nang, strasse, aero'],
  ['Greek accents and final sigma', 'Ελλάδας', 'ΕΛΛΑΔΑΣ'],
  ['Russian ё and stress', 'чёрный за́мок', 'черный замок'],
  ['Arabic vowels', 'مُحَمَّد', 'محمد'],
  ['tatweel', 'حـــجب', 'حجب'],
  ['Arabic and Persian yeh and kaf', 'فيلترینگ كامل', 'فیلترینگ کامل'],
  ['alef with hamza, madda and wasla', 'أإآٱ', 'اااا'],
  ['hamza on waw and yeh', 'مسؤول رئیس', 'مسوول رییس'],
  ['Urdu, Arabic and Kurdish heh', 'ہ ه ە ة', 'ه ه ه ه'],
  ['Urdu heh with hamza above, composed and not', 'شعبۂ', 'شعبۂ'],
  ['a doachashmee heh that carries no aspiration', 'انھیں ھذا', 'انہیں هذا'],
  ['zero-width non-joiner', 'می‌شود', 'میشود'],
  ['bidi marks and soft hyphens', '\u2067شٹ\u2069 inter\u00adnet\u200f', 'شٹ internet'],
  ['presentation forms', 'ﻻ ﷲ', 'لا الله'],
  ['digits of every script', '٢٠٢٤ ۲۰۲۴ २०२४ ၂၀၂၄ ２０２４', '2024 2024 2024 2024 2024'],
  ['half-width katakana with voicing marks', 'ｶﾞｰﾄﾞ', 'ガード'],
  ['decomposed Korean', '인터넷'.normalize('NFD'), '인터넷'],
  ['Hebrew points', 'שָׁלוֹם', 'שלום'],
  ['traditional and simplified Chinese', '互聯網審查', '互联网审查'],
  ['the two Khmer letters that look the same below another', 'ផ្ដាច់', 'ផ្តាច់'],
  ['letter-like apostrophes', 'Oʻzbekiston', "o'zbekiston"],
];

const DIFFERENT: [string, string, string][] = [
  ['Cyrillic й and и', 'май', 'маи'],
  ['Ukrainian ї and і', 'її', 'іі'],
  ['Urdu brother and Bahá’í', 'بھائی', 'بہائی'],
  ['the two yehs that end Urdu words', 'ہی', 'ہے'],
  ['Devanagari vowels', 'कि', 'की'],
  ['the same two Khmer letters where they stand alone', 'ដា', 'តា'],
  ['Thai tone marks', 'ไม่', 'ไม้'],
];

describe('folding', () => {
  it.each(SAME)('makes %s equal', (_, one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each(DIFFERENT)('keeps %s apart', (_, one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  it('changes nothing when done twice, for every character there is', () => {
    const changed: string[] = [];
    for (let point = 0; point < 0x110000; point++) {
      const once = fold(String.fromCodePoint(point));
      if (fold(once) !== once) changed.push(point.toString(16));
    }
    expect(changed).toEqual([]);
  });

  it('changes nothing when done twice, for any text', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the same text with offsets as without, for any text', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        expect(foldWithOffsets(text).text).toBe(fold(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes no longer for a letter with a hundred thousand marks than for as many letters', () => {
    const marks = 'a\u0327' + '\u0301\u0323'.repeat(50_000);
    expect(fold(marks)).toBe('a');
    expect(foldWithOffsets(marks).ends[0]).toBe(marks.length);
    expect(fold(`и${'\u0306\u0323'.repeat(50_000)}`).length).toBeLessThan(40);
  });

  it('places every unit inside the original, in order', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const folded = foldWithOffsets(text);
        expect(folded.starts.length).toBe(folded.text.length);
        let before = 0;
        for (let unit = 0; unit < folded.text.length; unit++) {
          const [start = -1, end = -1] = [folded.starts[unit], folded.ends[unit]];
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = start;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('points to the very letters that were folded', () => {
    const text = 'دورِ ﻻہور';
    const { text: folded, starts, ends } = foldWithOffsets(text);
    const at = folded.indexOf('لا');
    expect(text.slice(starts[at], ends[at + 1])).toBe('ﻻ');
  });
});
