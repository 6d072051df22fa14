// What a slip costs: less where people slip more often.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slipCost } from '../../src/main/language/slips.ts';

const cost = (typed: string, meant: string) => slipCost(typed, meant, 3);

describe('a slip', () => {
  it('costs nothing where there is none', () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        expect(cost(word, word)).toBe(0);
      }),
    );
  });

  it.each([
    ['two letters that changed places', 'shutdwon', 'shutdown', 'shutdpqn'],
    ['a letter doubled', 'bannned', 'banned', 'banxned'],
    ['a letter that should be double', 'comission', 'commission', 'comxmission'],
    ['a letter that sounds alike', 'sensor', 'censor', 'tensor'],
    ['a key beside the right one', 'blovk', 'block', 'blouk'],
    ['a later letter', 'interney', 'internet', 'jnternet'],
  ])('of %s costs less than another', (_, typed, meant, worse) => {
    expect(cost(typed, meant)).toBeLessThan(cost(worse, meant));
    expect(cost(typed, meant)).toBeGreaterThan(0);
  });

  it('of many letters is no slip', () => {
    expect(slipCost('internet', 'minister', 2)).toBe(Infinity);
    expect(slipCost('a', 'abcdef', 2)).toBe(Infinity);
    expect(slipCost('', 'abcd', 2)).toBe(Infinity);
  });

  it('costs the same in both directions, but for what is doubled, and never less than nothing', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 's'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const there = slipCost(one, other, 100);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeCloseTo(slipCost(other, one, 100), 9);
        expect(there === 0).toBe(one === other);
      }),
    );
  });
});
