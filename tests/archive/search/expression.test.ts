// What the index is asked: every query gives an expression that FTS5 takes, made of terms in quotation marks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownNames, withNames } from '../../../src/main/archive/query/names.ts';
import { parseQuery } from '../../../src/main/archive/query/parse.ts';
import { shownTerms } from '../../../src/main/archive/query/understood.ts';
import { ftsExpression, hasDate } from '../../../src/main/archive/search/expression.ts';
import { anyQuery } from '../query/any-query.ts';

function expression(text: string, prefix = false, literal = true): string | null {
  const root = withNames(parseQuery(text, prefix).root, knownNames([]), literal);
  return root && !hasDate(root) ? ftsExpression(root) : null;
}
const shown = (text: string, prefix = false) => shownTerms(parseQuery(text, prefix).root);

describe('what the index is asked', () => {
  it('is all of the words', () => {
    expect(expression('  X   ban ')).toBe('"x" AND "ban"');
    expect(shown('X ban')).toEqual([
      { text: 'X', kind: 'word' },
      { text: 'ban', kind: 'word' },
    ]);
  });

  it('is phrases as they stand', () => {
    expect(expression('"Blocked websites" don’t')).toBe(
      '"blocked websites" AND ("don t" OR "dont")',
    );
    expect(shown('"Blocked websites"')).toEqual([{ text: 'Blocked websites', kind: 'phrase' }]);
  });

  it('is the beginning of a word that is being typed', () => {
    expect(expression('internet shut', true)).toBe('"internet" AND "shut" *');
    expect(shown('internet shut', true).at(-1)).toEqual({ text: 'shut', kind: 'prefix' });
  });

  it('is pairs of letters in scripts without spaces, and a single letter as what begins with it', () => {
    expect(expression('互联网')).toBe('"互_联 联_网"');
    expect(expression('网')).toBe('"网_" *');
    expect(expression('网', true)).toBe('"网" *');
    expect(expression('2024年')).toBe('"2024 年_" *');
    expect(expression('在2024')).toBe('"在_ 2024"');
  });

  it('is each thing once', () => {
    expect(expression('ban Ban Bán "ban"')).toBe('"ban"');
    expect(shown('ban Ban')).toHaveLength(1);
  });

  it('joins any, all and not', () => {
    expect(expression('a OR b')).toBe('("a" OR "b")');
    expect(expression('(a b) OR c d')).toBe('(("a" AND "b") OR "c") AND "d"');
    expect(expression('a -b')).toBe('(("a") NOT ("b"))');
    expect(expression('-b')).toBe('(("_record") NOT ("b"))');
  });

  it('asks fields by id and by each printed name', () => {
    expect(expression('kind:event')).toBe('("_kind_event")');
    expect(expression('title:ban')).toBe('{title} : ("ban")');
    expect(expression('service:Twitter')).toContain('"_service_x"');
    expect(expression('service:Twitter')).toContain('"_services_twitter"');
  });

  it('finds names by other names, but never a bare letter that was not typed', () => {
    const asked = expression('Twitter', false, false) ?? '';
    expect(asked).toContain('"twitter"');
    expect(asked).toContain('"ایکس"');
    expect(asked).toContain('"_service_x"');
    expect(asked).not.toContain('"x"');
    expect(expression('X', false, false)).toContain('"x" OR "twitter"');
    expect(expression('"Twitter"', false, false)).toBe('"twitter"');
    expect(expression('Twitter', false, true)).toBe('"twitter"');
  });

  it('is made of terms in quotation marks and operators alone, whatever was typed', () => {
    const phrase = String.raw`"[\p{L}\p{N}_][\p{L}\p{N}\p{M}_ ]*"( \*)?`;
    const form = new RegExp(
      `^(${phrase}|\\(|\\)| AND | OR | NOT |\\{(title|sources)\\} : )+$`,
      'u',
    );
    fc.assert(
      fc.property(anyQuery, fc.boolean(), fc.boolean(), (text, prefix, literal) => {
        const asked = expression(text, prefix, literal);
        if (asked !== null) expect(asked).toMatch(form);
      }),
      { numRuns: 2000 },
    );
  });
});
