// Sheets to take along: lines that fit, pages that are cut between lanes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../../src/renderer/views/timeline/draw/scene.ts';
import type { PlacedLane } from '../../../src/renderer/views/timeline/lanes.ts';
import { pagesOf, wrapped } from '../../../src/renderer/views/timeline/take/sheet.ts';

const measure = (text: string) => text.length * 6;

describe('a line of text', () => {
  it('is broken where it does not fit, and says the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }),
        fc.integer({ min: 80, max: 600 }),
        (words, width) => {
          const lines = wrapped(words.join(' '), width, measure);
          expect(lines.join(' ')).toBe(words.join(' '));
          for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe('the pages of a chart', () => {
  const lanesOf = (heights: number[]) => {
    let top = 0;
    return heights.map((height): PlacedLane => {
      const lane = { top, height } as PlacedLane;
      top += height;
      return lane;
    });
  };

  it('show every lane once, and cut none that fits on a page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 300 }), { minLength: 1, maxLength: 60 }),
        (heights) => {
          const lanes = lanesOf(heights);
          const scene = { lanes, density: undefined, around: undefined, calendar: null };
          const pages = pagesOf(scene as unknown as Scene, 700);
          expect(pages[0]?.from).toBe(0);
          expect(pages.at(-1)?.to).toBe(heights.reduce((sum, height) => sum + height, 0));
          for (let n = 1; n < pages.length; n++) expect(pages[n]?.from).toBe(pages[n - 1]?.to);
          const tops = new Set(lanes.map(({ top }) => top));
          for (const { from, to } of pages) {
            expect(tops.has(from)).toBe(true);
            expect(to - from).toBeLessThanOrEqual(700);
          }
        },
      ),
    );
  });
});
