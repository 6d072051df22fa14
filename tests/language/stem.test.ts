// Stems: forms of one word have the same, other words have others, in languages that are known.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/main/language/fold.ts';
import { beginningsOfForms, STEMMED_LANGUAGES, stemOf } from '../../src/main/language/stem.ts';

const FORMS: [lang: string, forms: string][] = [
  ['en', 'ban bans banned banning'],
  ['en', 'censor censors censored censoring'],
  ['en', 'authority authorities'],
  ['ur', 'پابندی پابندیاں پابندیوں'],
  ['ur', 'عدالت عدالتیں عدالتوں'],
  ['ur', 'ادارہ ادارے اداروں'],
  ['fa', 'دادگاه دادگاهها دادگاههای'],
  ['ar', 'رقابة الرقابة للرقابة'],
  ['ar', 'حكومة الحكومة حكومي'],
  ['ru', 'суд суда судом'],
  ['ru', 'газета газеты газет'],
  ['uk', 'закон закону законом'],
  ['es', 'bloqueo bloqueos'],
  ['fr', 'coupure coupures'],
  ['tr', 'yasak yasaklar'],
];

describe('a stem', () => {
  it.each(FORMS)('in %s is one for %s', (lang, forms) => {
    const stems = forms.split(' ').map((form) => stemOf(fold(form), lang));
    expect(new Set(stems).size).toBe(1);
    expect(stems[0]).not.toBeNull();
  });

  it.each(FORMS)('in %s begins every form of %s as it is said to', (lang, forms) => {
    const folded = forms.split(' ').map((form) => fold(form));
    const beginnings = beginningsOfForms(stemOf(folded[0] ?? '', lang) ?? '', lang);
    for (const form of folded) {
      expect([form, beginnings.some((beginning) => form.startsWith(beginning))]).toEqual([
        form,
        true,
      ]);
    }
  });

  it.each([
    ['en', 'news', 'new'],
    ['en', 'universal', 'university'],
    ['en', 'organ', 'organisation'],
    ['ru', 'сайт', 'суд'],
  ])('in %s is not one for %s and %s', (lang, one, other) => {
    expect(stemOf(one, lang)).not.toBe(stemOf(other, lang));
  });

  it('is of no word in a script or a language that is not known, and of no short word', () => {
    expect(stemOf('بندش', 'en')).toBeNull();
    expect(stemOf('banned', 'ur')).toBeNull();
    expect(stemOf('banned', 'zz')).toBeNull();
    expect(stemOf('is', 'en')).toBeNull();
    expect(stemOf('2024', 'en')).toBeNull();
    expect(stemOf('toString', 'constructor')).toBeNull();
  });

  it('is found for any word at all, without an error', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...STEMMED_LANGUAGES), (text, lang) => {
        const stem = stemOf(fold(text), lang);
        if (stem !== null) expect(beginningsOfForms(stem, lang)).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
