// Folds text so that spellings that readers take for the same compare equal: the one definition for index, queries and marks.
import { simplifyHan } from './han.ts';

/**
 * Increased whenever a rule of this folder changes what a text's terms are; an index of another version is rebuilt.
 * Unicode's own version is not part of it: normalisation and letters are stable for every assigned character.
 */
export const LANGUAGE_VERSION = 2;

/** A folded text with the place in the original that each of its UTF-16 units comes from. */
export interface FoldedText {
  text: string;
  /** For each unit of `text`, where its source begins in the original, in UTF-16 units; never decreasing. */
  starts: Uint32Array;
  /** For each unit of `text`, where its source ends in the original, excluded. */
  ends: Uint32Array;
}

// What NFKC may join to the character before, or what vanishes between two that join: marks, ignorable characters,
// tatweel, Thai and Lao AM, half-width voicing marks.
const EXTENDS = String.raw`\p{M}\p{DI}\u0640\uFCF2-\uFCF4\uFE71\uFE77\uFE79\uFE7B\uFE7D\uFE7F\u0E33\u0EB3\uFF9E\uFF9F`;
// Korean letters, which NFKC joins into syllables, in all the forms they come in.
const KOREAN = String.raw`\u1100-\u11FF\u3131-\u318E\u3200-\u321E\u3260-\u327E\uA960-\uA97F\uAC00-\uD7FB\uFFA0-\uFFDC`;
/** Pieces that can be folded one by one: nothing in one of them combines with anything in the next. */
const PIECES = new RegExp(`[${KOREAN}][${KOREAN}${EXTENDS}]*|[^${KOREAN}][${EXTENDS}]*`, 'gsu');

const ASCII = /^[\0-\x7F]*$/;
// Bidi and zero-width marks, joiners, soft hyphens, variation selectors: they show nothing of their own.
const IGNORABLE = /\p{DI}+/gu;
// No letter has so many; putting thousands in order would take minutes (Unicode's stream-safe form has the same bound).
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;
const TATWEEL = /\u0640\p{M}*/gu;
// Letters whose marks are vowels, tone or hamza that readers leave out; a Cyrillic й is a letter of its own.
const MARKED = /([\p{sc=Latn}\p{sc=Grek}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}])\p{M}+/gu;
const STRAY_VOWELS = new RegExp(String.raw`[\p{M}&&\p{scx=Arab}]+`, 'gv');
const CYRILLIC_STRESS =
  /([\u0430\u0438\u043E\u0443\u044B\u044D\u044E\u044F\u0454\u0456])[\u0300\u0301]+/gu;
// Russian prints ё as е more often than not.
const CYRILLIC_IE = /\u0435[\u0300\u0301\u0308]+/gu;
const DIGIT = /(?![0-9])\p{Nd}/gu;

const LETTERS = new Map(
  Object.entries({
    // Yeh, kaf, heh and alef as Arabic, Persian, Urdu, Pashto and Kurdish keyboards write them.
    '\u064A\u0649\u0620\u06CC': '\u06CC',
    '\u0643\u06AA\u06A9': '\u06A9',
    '\u0629\u06C1\u06C3\u06D5\u0647': '\u0647',
    '\u0671\u0672\u0673\u0675': '\u0627',
    // Latin letters whose stroke or form is no mark that could be taken off.
    ı: 'i',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đð: 'd',
    ħ: 'h',
    ŧ: 't',
    þ: 'th',
    ς: 'σ',
    // Letter-like apostrophes: O\u02BBzbekiston and O'zbekiston are one name.
    '\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF': "'",
  }).flatMap(([variants, letter]) => Array.from(variants, (variant) => [variant, letter] as const)),
);
const VARIANTS = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'gu');

// In Urdu this heh makes the consonant before it another sound (بھائی is a brother, بہائی a Baha'i); elsewhere it is a form of heh.
const HEH_DOACHASHMEE =
  /(?<![\u0628\u067E\u062A\u0679\u062C\u0686\u062F\u0688\u0691\u06A9\u06AF])\u06BE/gu;

// Below another letter, ដ and ត are written the same.
const KHMER_BELOW = /\u178A(?<=[\u1780-\u17B3]\p{M}*\u17D2\u178A)/gu;

/**
 * Folds a text: NFKC, lower case, ASCII digits; without harakat, tatweel, zero-width and bidi marks and the marks of
 * Latin, Greek, Hebrew and Arabic letters; yeh, kaf, heh, alef and hamza seats made one; Chinese simplified. Folding twice
 * changes nothing.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return foldInContext(foldLetters(text));
}

/** Folds a text like `fold` and tells for every unit of the result where in the original it comes from. */
export function foldWithOffsets(text: string): FoldedText {
  if (ASCII.test(text)) return identity(text);
  const folded: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(PIECES)) {
    const piece = foldPiece(match[0]);
    folded.push(piece);
    const end = match.index + match[0].length;
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(match.index);
      ends.push(end);
    }
  }
  return {
    text: foldInContext(folded.join('')),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
  };
}

function foldLetters(text: string): string {
  // Halves of a character would join where what stood between them vanishes.
  const plain = text.toWellFormed().replace(IGNORABLE, '').replace(TOO_MANY_MARKS, '$1');
  const folded = plain
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(TOO_MANY_MARKS, '$1')
    .replace(TATWEEL, '')
    .replace(MARKED, '$1')
    .replace(STRAY_VOWELS, '')
    .replace(CYRILLIC_IE, '\u0435')
    .replace(CYRILLIC_STRESS, '$1')
    .normalize('NFC')
    .replace(VARIANTS, (variant) => LETTERS.get(variant) ?? variant)
    .replace(DIGIT, digitValue);
  return simplifyHan(folded);
}

// Looks at the letter before, so it works on the joined text; one unit for one unit keeps offsets true.
function foldInContext(folded: string): string {
  return folded.replace(HEH_DOACHASHMEE, '\u0647').replace(KHMER_BELOW, '\u178F');
}

const MOST_PIECES = 20_000;
const pieces = new Map<string, string>();

// Texts repeat the same few thousand letters with their marks.
function foldPiece(piece: string): string {
  if (piece.length === 1 && piece < '\x80') return piece.toLowerCase();
  const known = pieces.get(piece);
  if (known !== undefined) return known;
  const folded = foldLetters(piece);
  if (pieces.size >= MOST_PIECES) pieces.clear();
  if (piece.length <= 16) pieces.set(piece, folded);
  return folded;
}

function identity(text: string): FoldedText {
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  for (let unit = 0; unit < text.length; unit++) {
    starts[unit] = unit;
    ends[unit] = unit + 1;
  }
  return { text: text.toLowerCase(), starts, ends };
}

// Unicode keeps the ten digits of a script together, from zero to nine.
function digitValue(digit: string): string {
  let value = 0;
  let before = (digit.codePointAt(0) ?? 0) - 1;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(before))) {
    value++;
    before--;
  }
  return String(value);
}
