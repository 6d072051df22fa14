// Rows of a lane: none overlap, the longest first, and no more rows than may be.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut } from '../../../src/main/archive/timeline/layout.ts';

const spans = (...pairs: [number, number][]) => pairs.map(([from, to]) => ({ from, to }));

test('what touches shares a row, and what overlaps does not', () => {
  const layout = { mostRows: 9, least: 0 };
  expect(layOut(spans([0, 10], [10, 20]), layout)).toEqual({ rows: [0, 0], used: 1 });
  expect(layOut(spans([0, 10], [9, 20]), layout)).toEqual({ rows: [1, 0], used: 2 });
});

test('a short span takes the room in which it is drawn', () => {
  expect(layOut(spans([0, 1], [5, 6]), { mostRows: 9, least: 10 }).rows).toEqual([0, 1]);
  expect(layOut(spans([0, 1], [5, 6]), { mostRows: 9, least: 3 }).rows).toEqual([0, 0]);
});

test('where there are too few rows the longest are laid', () => {
  const { rows } = layOut(spans([0, 5], [0, 50], [0, 20]), { mostRows: 2, least: 0 });
  expect(rows).toEqual([null, 0, 1]);
});

test('no two spans of a row overlap, and nothing is left out while a row has room for it', () => {
  const anySpan = fc
    .tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 20 }))
    .map(([from, more]) => ({ from, to: from + more }));
  fc.assert(
    fc.property(
      fc.array(anySpan, { maxLength: 40 }),
      fc.integer({ min: 1, max: 6 }),
      fc.nat({ max: 8 }),
      (list, mostRows, least) => {
        const { rows, used } = layOut(list, { mostRows, least });
        const wide = list.map(({ from, to }) => ({ from, to: Math.max(to, from + least) }));
        const overlap = (a: number, b: number) =>
          (wide[a]?.from ?? 0) < (wide[b]?.to ?? 0) && (wide[b]?.from ?? 0) < (wide[a]?.to ?? 0);
        for (const [a, row] of rows.entries()) {
          if (row === null) {
            for (let full = 0; full < mostRows; full++) {
              expect(rows.some((other, b) => other === full && overlap(a, b))).toBe(true);
            }
            continue;
          }
          expect(row).toBeLessThan(used);
          for (const [b, other] of rows.entries()) {
            if (b > a && other === row) expect(overlap(a, b)).toBe(false);
          }
        }
      },
    ),
  );
});
