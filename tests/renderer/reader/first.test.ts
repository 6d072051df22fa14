// Reading begins where the result list said it would.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAt } from '../../../src/renderer/views/reader/marks/blocks.ts';
import { firstMatch, stepped } from '../../../src/renderer/views/reader/marks/first.ts';

const texts = ['The X ban', 'X went dark in the morning. Later, X came back.', 'Sources on X'];

describe('the first match', () => {
  const matches = [
    { block: 0, start: 4 },
    { block: 1, start: 0 },
    { block: 1, start: 35 },
    { block: 2, start: 11 },
  ];

  it('is the first inside the passage of the result list', () => {
    expect(firstMatch(matches, texts, '… Later, X came back.')).toBe(2);
  });

  it('is the first of all where the passage is not on the page', () => {
    expect(firstMatch(matches, texts, 'something else')).toBe(0);
    expect(firstMatch(matches, texts, null)).toBe(0);
  });

  it('is none where there is none', () => {
    expect(firstMatch([], texts, 'X')).toBe(-1);
  });
});

describe('stepping', () => {
  it('goes round the end in both directions', () => {
    expect(stepped(2, 3, 1)).toBe(0);
    expect(stepped(0, 3, -1)).toBe(2);
    expect(stepped(-1, 3, 1)).toBe(0);
    expect(stepped(-1, 3, -1)).toBe(2);
    expect(stepped(-1, 0, 1)).toBe(-1);
  });
});

describe('the text node that an offset lies in', () => {
  it('is the last that begins at or before it', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lengths, fc.nat(), (sizes, seed) => {
        const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((a, b) => a + b, 0));
        const offset = seed % sizes.reduce((a, b) => a + b, 0);
        const linear = starts.findLastIndex((start) => start <= offset);
        expect(indexAt(starts, offset)).toBe(linear);
      }),
    );
  });
});
