// Reading a query: every text is one, and what is looked for is said as typed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ftsExpression,
  MAX_UNITS,
  parseQuery,
  shownTerms,
} from '../../../src/main/archive/search/query.ts';
import { awkwardText } from '../../language/awkward.ts';

const expression = (text: string, prefix = false) => ftsExpression(parseQuery(text, prefix));
const shown = (text: string, prefix = false) => shownTerms(parseQuery(text, prefix));

describe('a query', () => {
  it('asks for all of its words', () => {
    expect(expression('  X   ban ')).toBe('"x" AND "ban"');
    expect(shown('X ban')).toEqual([
      { text: 'X', kind: 'word' },
      { text: 'ban', kind: 'word' },
    ]);
  });

  it('keeps what stands in quotation marks of any kind together', () => {
    expect(expression('"blocked websites" “Blasphemy Law” «пять»')).toBe(
      '"blocked websites" AND "blasphemy law" AND "пять"',
    );
    expect(shown('"Blocked websites"')).toEqual([{ text: 'Blocked websites', kind: 'phrase' }]);
  });

  it('takes a quotation that is never closed as reaching to the end', () => {
    expect(expression('order "Lahore High')).toBe('"order" AND "lahore high"');
  });

  it('keeps the parts of one word together', () => {
    expect(expression('don’t al-Jazeera example.com')).toBe(
      '"don t" AND "al jazeera" AND "example com"',
    );
  });

  it('takes the last word as a beginning while typing, unless a space or a quotation mark ends it', () => {
    expect(expression('internet shut', true)).toBe('"internet" AND "shut" *');
    expect(shown('internet shut', true).at(-1)).toEqual({ text: 'shut', kind: 'prefix' });
    expect(expression('internet shut ', true)).toBe('"internet" AND "shut"');
    expect(expression('"internet shut', true)).toBe('"internet shut" *');
    expect(expression('"internet shut"', true)).toBe('"internet shut"');
  });

  it('asks for pairs of letters in scripts without spaces, and for a single letter as what begins with it', () => {
    expect(expression('互联网')).toBe('"互_联 联_网"');
    expect(expression('网')).toBe('"网_" *');
    expect(expression('网', true)).toBe('"网" *');
    expect(expression('2024年')).toBe('"2024 年_" *');
    expect(expression('在2024')).toBe('"在_ 2024"');
  });

  it('asks for each thing once', () => {
    expect(expression('ban Ban BÁN "ban"')).toBe('"ban"');
  });

  it('asks for nothing where there is no word', () => {
    for (const text of ['', '   ', '"', '""', '-', '* ^ : ()', '\0', '\ud800', '\u200b']) {
      expect(expression(text)).toBeNull();
    }
  });

  it('has a greatest number of words', () => {
    const many = Array.from({ length: 500 }, (_, number) => `w${number}`).join(' ');
    expect(parseQuery(many, false)).toHaveLength(MAX_UNITS);
  });

  it('is made of terms in quotation marks, AND and stars alone, whatever was typed', () => {
    const phrase = String.raw`"[\p{L}\p{N}][\p{L}\p{N}\p{M}_ ]*"( \*)?`;
    const form = new RegExp(`^${phrase}( AND ${phrase})*$`, 'u');
    fc.assert(
      fc.property(awkwardText, fc.boolean(), (text, prefix) => {
        const asked = expression(text, prefix);
        if (asked !== null) expect(asked).toMatch(form);
      }),
      { numRuns: 2000 },
    );
  });
});
