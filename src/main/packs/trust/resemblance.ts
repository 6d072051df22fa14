// Whether two names are hard to tell apart for somebody who reads them quickly.
import { fold } from '../../language/fold.ts';

// Letters of other alphabets that look like a Latin one, after folding.
const LOOKALIKES = new Map(
  Object.entries({
    аα: 'a',
    ьв: 'b',
    сϲ: 'c',
    ԁ: 'd',
    еє: 'e',
    һн: 'h',
    'іιї1l|!': 'i',
    ј: 'j',
    кκ: 'k',
    м: 'm',
    оοо0: 'o',
    рρ: 'p',
    ѕ5: 's',
    тτ: 't',
    υ: 'u',
    ѵν: 'v',
    ѡω: 'w',
    хχ: 'x',
    уγ: 'y',
  }).flatMap(([letters, latin]) => Array.from(letters, (letter) => [letter, latin] as const)),
);

/** A name without what the eye passes over: case, marks, spaces, punctuation, look-alike letters. */
function skeleton(name: string): string {
  const letters = Array.from(fold(name), (letter) => LOOKALIKES.get(letter) ?? letter).join('');
  return letters
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Below this many letters names differ by chance in one letter. */
const SHORT = 6;
const LONG = 12;

/** Tells whether two names look the same, or differ in one letter (two in a long name). */
export function resembles(one: string, other: string): boolean {
  const [a, b] = [skeleton(one), skeleton(other)];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < SHORT) return false;
  return distance(a, b) <= (shorter >= LONG ? 2 : 1);
}

/** How many letters must be added, taken away, changed or swapped with the next one to make one word the other. */
function distance(a: string, b: string): number {
  let [before, last] = [new Array<number>(), Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
