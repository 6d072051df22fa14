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

const cheaper = new Map<string, number>();
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
  cheaper.set(one + other, cost);
  cheaper.set(other + one, cost);
}

/**
 * The cost of the slips that make `typed` out of `meant`, both folded: about 1 for each letter more, less or another, less
 * for two that changed places, a letter doubled or not, and letters that sound alike or lie side by side. Infinity where
 * it is more than `most`.
 */
export function slipCost(typed: string, meant: string, most: number): number {
  if (Math.abs(typed.length - meant.length) > most / DOUBLED) return Infinity;
  let before: number[] = [];
  let last: number[] = Array.from({ length: meant.length + 1 }, (_, at) => at && at + FIRST);
  for (let row = 1; row <= typed.length; row++) {
    const now: number[] = [row + FIRST];
    let least = now[0] ?? 0;
    for (let at = 1; at <= meant.length; at++) {
      const a = typed[row - 1] ?? '';
      const b = meant[at - 1] ?? '';
      const first = row === 1 && at === 1 ? FIRST : 0;
      let cost = (last[at - 1] ?? 0) + (a === b ? 0 : (cheaper.get(a + b) ?? ORDINARY) + first);
      cost = Math.min(cost, (last[at] ?? 0) + (a === typed[row - 2] ? DOUBLED : ORDINARY));
      cost = Math.min(cost, (now[at - 1] ?? 0) + (b === meant[at - 2] ? DOUBLED : ORDINARY));
      if (row > 1 && at > 1 && a === meant[at - 2] && b === typed[row - 2] && a !== b) {
        cost = Math.min(cost, (before[at - 2] ?? 0) + SWAPPED);
      }
      now.push(cost);
      least = Math.min(least, cost);
    }
    // A swap may still come cheaper from the row before.
    if (least > most + SWAPPED) return Infinity;
    [before, last] = [last, now];
  }
  const cost = last[meant.length] ?? Infinity;
  return cost <= most ? cost : Infinity;
}
