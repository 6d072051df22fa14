// Tells, for each character of an unfolded text, what it is to a search: part of a word, a letter without words, or nothing.
import { fold } from './fold.ts';

/** Stands between words, whatever follows it. */
export const SEPARATOR = 1;
/** A letter or digit of a script that puts spaces between words, or a sign that folds into some. */
export const SPACED = 2;
/** A letter of a script that does not; in such scripts every pair of letters is a term. */
export const UNSPACED = 3;
/** A mark: belongs to the letter before it, and means nothing without one. */
export const MARK = 4;
/** Vanishes in folding. */
export const NOTHING = 5;
/** One sign that folds into several words, such as a fraction. */
export const SEVERAL = 6;

/**
 * Matches, in `v` mode, a letter of the scripts written without spaces between words, and of Korean, whose words carry
 * their particles with them.
 */
export const UNSPACED_LETTER = String.raw`[[\p{L}\p{N}]&&[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]]`;

const HAS_UNSPACED = new RegExp(UNSPACED_LETTER, 'v');
const HAS_LETTER = /[\p{L}\p{N}]/u;
const HAS_SEPARATOR = /[^\p{L}\p{N}\p{M}]/u;
const HAS_MARK = /\p{M}/u;

const basic = new Uint8Array(0x10000);
const others = new Map<number, number>();

/** The class of the character that begins at a place of a text; surrogates that stand alone separate. */
export function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdfff) return (basic[unit] ||= classOf(String.fromCharCode(unit)));
  const point = text.codePointAt(index) ?? 0;
  let known = others.get(point);
  if (known === undefined) others.set(point, (known = classOf(String.fromCodePoint(point))));
  return known;
}

/** Where characters of one class that take one unit each end, from a place on; it may stop early at a rare one. */
export function endOfClass(text: string, start: number, kind: number): number {
  let index = start;
  while (index < text.length && basic[text.charCodeAt(index)] === kind) index++;
  return index;
}

/** Tells whether a character of the basic plane folds into a plain space. */
export function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit > 0x7f && fold(String.fromCharCode(unit)) === ' ');
}

function classOf(character: string): number {
  const folded = fold(character);
  if (folded === '') return NOTHING;
  if (HAS_UNSPACED.test(folded)) return UNSPACED;
  if (HAS_LETTER.test(folded)) return HAS_SEPARATOR.test(folded) ? SEVERAL : SPACED;
  return HAS_MARK.test(folded) ? MARK : SEPARATOR;
}
