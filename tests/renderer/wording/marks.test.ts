// Cutting a text at its marks loses no letter.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtMarks } from '../../../src/renderer/wording/marks.ts';
import type { Mark } from '../../../src/shared/search.ts';

describe('cutting at marks', () => {
  it('marks what is marked and nothing else', () => {
    expect(cutAtMarks('the X ban', [[4, 5]])).toEqual([
      { start: 0, text: 'the ', marked: false },
      { start: 4, text: 'X', marked: true },
      { start: 5, text: ' ban', marked: false },
    ]);
  });

  it('gives the text back whole, whatever the marks', () => {
    const mark = fc.tuple(fc.nat(40), fc.nat(40)) as fc.Arbitrary<Mark>;
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mark, { maxLength: 8 }), (text, marks) => {
        const pieces = cutAtMarks(text, marks);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const piece of pieces) expect(text.startsWith(piece.text, piece.start)).toBe(true);
      }),
    );
  });
});
