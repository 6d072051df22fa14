// Words: what the index holds and a query asks for, found again at its place in the original text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/main/language/fold.ts';
import { UNSPACED_LETTER } from '../../src/main/language/letters.ts';
import { MAX_TERM_LENGTH, segmented, words } from '../../src/main/language/words.ts';
import { awkwardText } from './awkward.ts';

const terms = (text: string) => words(text).map(({ term }) => term);
const places = (text: string) => words(text).map(({ start, end }) => text.slice(start, end));

// The definition in its plainest form: fold the whole text, then look for runs.
function plainTerms(text: string): string[] {
  const unspaced = String.raw`${UNSPACED_LETTER}\p{M}*(?:(?: |\r?\n)?${UNSPACED_LETTER}\p{M}*)*`;
  const spaced = String.raw`[[\p{L}\p{N}]--${UNSPACED_LETTER}][[\p{L}\p{N}\p{M}]--${UNSPACED_LETTER}]*`;
  const found: string[] = [];
  for (const match of fold(text).matchAll(new RegExp(`(${unspaced})|${spaced}`, 'gv'))) {
    if (match[1] === undefined) {
      const word = match[0];
      found.push(word.length > 2 && word.endsWith('ء') ? word.slice(0, -1) : word);
    } else {
      const letters = match[0].match(/[^\p{M}\s](?:\p{M}|(?<=[\u17D2\u1039])[^\p{M}\s])*/gu) ?? [];
      letters.forEach((letter, index) => found.push(`${letter}_${letters[index + 1] ?? ''}`));
    }
  }
  return found;
}

describe('words', () => {
  it('are runs of letters, digits and marks, folded', () => {
    expect(terms('Pakistan’s "X ban": 4G off in Lahore, #KeepItOn (2024-02-17)')).toEqual([
      'pakistan',
      's',
      'x',
      'ban',
      '4g',
      'off',
      'in',
      'lahore',
      'keepiton',
      '2024',
      '02',
      '17',
    ]);
  });

  it('keep their place in the original, marks and joiners included', () => {
    expect(places('نمی‌شود، مُحَمَّد!')).toEqual(['نمی‌شود', 'مُحَمَّد']);
  });

  it('leave out a hamza after the last letter but mark it', () => {
    expect(terms('علماء')).toEqual(terms('علما'));
    expect(places('علماء ')).toEqual(['علماء']);
  });

  it('are pairs of letters in scripts without spaces, and the last letter alone', () => {
    expect(terms('互联网')).toEqual(['互_联', '联_网', '网_']);
    expect(places('互联网')).toEqual(['互', '联', '网']);
  });

  it('keep the marks of such a letter with it', () => {
    expect(terms('ဖြတ်')).toEqual(['ဖြ_တ်', 'တ်_']);
    expect(places('ဖြတ်')).toEqual(['ဖြ', 'တ်']);
  });

  it('keep what is written below such a letter with it', () => {
    expect(terms('ស្ត្រី')).toEqual(['ស្ត្រី_']);
    expect(terms('မန္တလေး')).toEqual(['မ_န္တ', 'န္တ_လေး', 'လေး_']);
  });

  it('go on over a space or a new line in such scripts, but not over an empty line', () => {
    expect(terms('互 联\n网')).toEqual(['互_联', '联_网', '网_']);
    expect(terms('互\n\n联')).toEqual(['互_', '联_']);
  });

  it('part where the script changes', () => {
    expect(terms('在2024年X平台')).toEqual(['在_', '2024', '年_', 'x', '平_台', '台_']);
  });

  it('never are longer than a term may be, and never end within a character', () => {
    const long = terms('𞤀'.repeat(500))[0] ?? '';
    expect(long.length).toBeLessThanOrEqual(MAX_TERM_LENGTH);
    expect(long.isWellFormed()).toBe(true);
    expect(terms('a'.repeat(5000))[0]).toHaveLength(MAX_TERM_LENGTH);
  });

  it('are the same as by the plainest definition, for any text', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        expect(terms(text)).toEqual(plainTerms(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('stand in order, inside the text, and hold what their term is made of, for any text', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        let before = 0;
        for (const { term, start, end } of words(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = start;
          const letters = term.split('_')[0] ?? '';
          expect(fold(text.slice(start, end))).toContain(letters.slice(0, 1));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reach the index as they are: parted as its tokenizer parts, the segmented text gives the same terms', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const fed = segmented(text).replace(/[A-Z]/g, (capital) => capital.toLowerCase());
        expect(fed.match(/[a-z0-9_\x80-\u{10FFFF}]+/gu) ?? []).toEqual(terms(text));
        for (const term of terms(text)) expect(term).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}_]*$/u);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['Plain_English text, “quoted” – and so on…', 'a'.repeat(400), 'x_\u2017_y é'])(
    'reach the index as they are: %s',
    (text) => {
      const fed = segmented(text).toLowerCase();
      expect(fed.match(/[a-z0-9_\x80-\u{10FFFF}]+/gu)).toEqual(terms(text));
    },
  );

  it('cut again give themselves, wherever words have spaces', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        for (const term of terms(text).filter((one) => !one.includes('_'))) {
          if (!term.endsWith('ء')) expect(terms(term)).toEqual([term]);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
