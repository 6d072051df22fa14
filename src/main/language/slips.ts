// How far a word is from another that was meant: slips of fingers and of memory, weighed by how often people make them.

/** Keys side by side on the keyboards that most people have; a letter is near those before and after it, and above and below. */
const ROWS = [
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
  // The usual Arabic, Persian and phonetic Urdu boards, as letters are folded.
  ['ضصثقفغعهخحجد', 'شسیبلاتنمک', 'ظطزرذپو'],
  ['طصھدٹپتبجح', 'مورنلهاکی', 'قفےسشغع'],
];

/** Letters that sound alike, or look alike, so that who spells by ear or from memory takes one for the other. */
const ALIKE =
  'aeiouy ckqs sz gj fv dt bp mn wv іи оа еи шщ سصثش زذضظ تطث هح قک غخ دڈ رڑز تٹ نں یے واو';

const ORDINARY = 1;
const NEAR_KEY = 0.85;
const SOUNDS_ALIKE = 0.7;
const DOUBLED = 0.5;
const SWAPPED = 0.7;
/** Nobody mistakes the first letter as easily as the others. */
const FIRST = 0.35;

/** By the codes of two letters, of which all here have one UTF-16 unit. */
const cheaper = new Map<number, number>();
const pairOf = (one: number, other: number) => one * 0x10000 + other;
for (const rows of ROWS) {
  for (const [row, keys] of rows.entries()) {
    for (const [at, key] of Array.from(keys).entries()) {
      const below = Array.from(rows[row + 1] ?? '');
      const near = [Array.from(keys)[at + 1], below[at], below[at - 1]];
      for (const other of near) if (other) makeCheaper(key, other, NEAR_KEY);
    }
  }
}
for (const letters of ALIKE.split(' ')) {
  for (const one of letters) for (const other of letters) makeCheaper(one, other, SOUNDS_ALIKE);
}

function makeCheaper(one: string, other: string, cost: number): void {
  const [a, b] = [one.charCodeAt(0), other.charCodeAt(0)];
  cheaper.set(pairOf(a, b), cost);
  cheaper.set(pairOf(b, a), cost);
}

// Rows of the table of costs, used again at every call: a word is compared with thousands.
const LONGEST = 128;
let before: Float64Array = new Float64Array(LONGEST + 1);
let last: Float64Array = new Float64Array(LONGEST + 1);
let now: Float64Array = new Float64Array(LONGEST + 1);

/**
 * The cost of the slips that make `typed` out of `meant`, both folded: about 1 for each letter more, less or another, less
 * for two that changed places, a letter doubled or not, and letters that sound alike or lie side by side. Infinity where
 * it is more than `most`, or a word has more than 128 UTF-16 units.
 */
export function slipCost(typed: string, meant: string, most: number): number {
  if (typed.length > LONGEST || meant.length > LONGEST) return Infinity;
  if (Math.abs(typed.length - meant.length) * DOUBLED > most) return Infinity;
  for (let at = 0; at <= meant.length; at++) last[at] = at === 0 ? 0 : at + FIRST;
  for (let row = 1; row <= typed.length; row++) {
    const least = fillRow(typed, meant, row);
    [before, last, now] = [last, now, before];
    // A swap may still come cheaper from the row before.
    if (least > most + SWAPPED) return Infinity;
  }
  const cost = last[meant.length] ?? Infinity;
  return cost <= most ? cost : Infinity;
}

// Fills the costs of one more letter of `typed` and gives the least of them.
function fillRow(typed: string, meant: string, row: number): number {
  const a = typed.charCodeAt(row - 1);
  const previous = row > 1 ? typed.charCodeAt(row - 2) : -1;
  let least = (now[0] = row + FIRST);
  for (let at = 1; at <= meant.length; at++) {
    const b = meant.charCodeAt(at - 1);
    const earlier = at > 1 ? meant.charCodeAt(at - 2) : -1;
    let cost = last[at - 1] ?? 0;
    if (a !== b) {
      cost += (cheaper.get(pairOf(a, b)) ?? ORDINARY) + (row === 1 && at === 1 ? FIRST : 0);
    }
    cost = Math.min(cost, (last[at] ?? 0) + (a === previous ? DOUBLED : ORDINARY));
    cost = Math.min(cost, (now[at - 1] ?? 0) + (b === earlier ? DOUBLED : ORDINARY));
    if (a === earlier && b === previous && a !== b) {
      cost = Math.min(cost, (before[at - 2] ?? 0) + SWAPPED);
    }
    now[at] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
