// Cuts text into the terms that the index holds and queries ask for, the same on every runtime: no dictionary, no locale.
import { fold, foldWithOffsets } from './fold.ts';
import {
  classAt,
  endOfClass,
  isSpace,
  MARK,
  NOTHING,
  SEPARATOR,
  SEVERAL,
  SPACED,
  UNSPACED,
} from './letters.ts';

/** A term and the place in the original text, in UTF-16 units, [start, end), of the word or letter that it begins with. */
export interface Word {
  term: string;
  start: number;
  end: number;
}

/**
 * Joins a letter of an unspaced script to the letter after it; the last letter of a run is followed by nothing. So every
 * letter begins exactly one term, a pair is one term, and a letter alone is found as everything that begins with it.
 */
export const JOINT = '_';

/** Longer words are cut here, in UTF-16 units, in index and query alike. */
export const MAX_TERM_LENGTH = 128;

/** Every term of a text with its place in it, in order. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  eachWord(text, (term, start, end) => found.push({ term, start, end }));
  return found;
}

// What cannot be cut at ASCII punctuation alone, once printed punctuation is made spaces.
const PRINTED = /[\u00A0\u2010-\u2016\u2018-\u2027\u2030-\u203D_]/g;
const PLAIN = /^[\0-\x7F]*$/;

/**
 * A text as the index is fed with it: parted at everything in ASCII that is no letter, digit or JOINT, and with capitals
 * of ASCII made small, it gives the terms that `words` gives. So most English text goes through as it is.
 */
export function segmented(text: string): string {
  const spaced = text.replace(PRINTED, ' ');
  if (PLAIN.test(spaced) && !hasOverlongWord(spaced)) return spaced;
  const found: string[] = [];
  for (let run = nextRun(text, 0); run; run = nextRun(text, run.end)) {
    const raw = text.slice(run.start, run.end);
    const term = singleTerm(raw);
    if (term !== null) found.push(term);
    else cut(fold(raw), (part) => found.push(part));
  }
  return found.join(' ');
}

// A word that long stands across a multiple of the greatest length, so only these places need a look.
function hasOverlongWord(ascii: string): boolean {
  for (let place = 0; place < ascii.length; place += MAX_TERM_LENGTH) {
    let start = place;
    let end = place;
    while (end < ascii.length && classAt(ascii, end) === SPACED) end++;
    while (start > 0 && classAt(ascii, start - 1) === SPACED) start--;
    if (end - start > MAX_TERM_LENGTH) return true;
  }
  return false;
}

/** Visits the terms of a text in order, with the place of each, without making an array of them. */
export function eachWord(text: string, visit: VisitWord): void {
  for (let run = nextRun(text, 0); run; run = nextRun(text, run.end))
    eachWordOfRun(text, run, visit);
}

export type VisitWord = (term: string, start: number, end: number) => void;

/** A piece of an unfolded text that can be folded and cut without looking at the rest. */
export interface Run {
  start: number;
  end: number;
  /** True where it is a single word, known by its first letter: of a script with spaces, without odd signs in it. */
  plain: boolean;
}

/** The next run of a text from a place on; null where none follows. */
export function nextRun(text: string, from: number): Run | null {
  let index = endOfClass(text, from, SEPARATOR);
  while (index < text.length && !isLetter(classAt(text, index))) {
    index = endOfClass(text, index + letterWidth(text, index), SEPARATOR);
  }
  return index < text.length ? runFrom(text, index) : null;
}

/** Visits the terms of one run, with their places in the whole text. */
export function eachWordOfRun(text: string, { start, end }: Run, visit: VisitWord): void {
  const run = text.slice(start, end);
  const term = singleTerm(run);
  if (term !== null) visit(term, start, end);
  else {
    const { text: folded, starts, ends } = foldWithOffsets(run);
    cut(folded, (part, first, last) =>
      visit(part, start + (starts[first] ?? 0), start + (ends[last - 1] ?? 0)),
    );
  }
}

/** The one term of a plain run. */
export function plainWord(text: string, { start, end }: Run): string {
  return singleTerm(text.slice(start, end)) ?? '';
}

const isLetter = (kind: number) => kind === SPACED || kind === UNSPACED || kind === SEVERAL;

function runFrom(text: string, start: number): Run {
  // Most runs are a word with a space after it.
  const end = endOfClass(text, start, SPACED);
  const simple = end > start && (end === text.length || classAt(text, end) === SEPARATOR);
  return simple ? { start, end, plain: true } : mixedRunFrom(text, start);
}

function mixedRunFrom(text: string, start: number): Run {
  let index = start;
  let last = SEPARATOR;
  let plain = true;
  while (index < text.length) {
    const kind = classAt(text, index);
    if (kind === SEPARATOR) {
      const next = last === UNSPACED ? afterSpace(text, index) : index;
      if (next === index) break;
      index = next;
    } else {
      if (isLetter(kind)) last = kind;
      // A mark after the first letter may make it another one.
      if (kind !== SPACED && (kind !== MARK || index === start + 1)) plain = false;
      index += letterWidth(text, index);
    }
  }
  return { start, end: index, plain };
}

// In an unspaced script a space or a new line between letters often means nothing: where the next letter begins,
// or the given place itself where none follows.
function afterSpace(text: string, index: number): number {
  let next = text[index] === '\r' ? afterNothing(text, index + 1) : index;
  if (text[next] !== '\n' && (next > index || !isSpace(text.charCodeAt(next)))) return index;
  next = afterNothing(text, next + 1);
  return next < text.length && classAt(text, next) === UNSPACED ? next : index;
}

function afterNothing(text: string, index: number): number {
  let next = index;
  while (next < text.length && classAt(text, next) === NOTHING) next += letterWidth(text, next);
  return next;
}

// A language repeats its words, and folding them anew each time would take most of the time there is. When the newer
// half is full it becomes the older one, so that what is in use stays.
const MOST_KEPT = 25_000;
const LONGEST_KEPT = 24;
let newer = new Map<string, string | null>();
let older = new Map<string, string | null>();

// The term that a whole run is, or null where it is several.
function singleTerm(run: string): string | null {
  const known = newer.get(run);
  if (known !== undefined) return known;
  const before = older.get(run);
  const term = before === undefined ? foldedTerm(run) : before;
  if (run.length <= LONGEST_KEPT) {
    if (newer.size >= MOST_KEPT) [older, newer] = [newer, new Map()];
    newer.set(run, term);
  }
  return term;
}

function foldedTerm(run: string): string | null {
  const folded = fold(run);
  return wordEnd(folded, 0) === folded.length ? wordTerm(folded) : null;
}

// Cuts a folded run into its terms, with the place of each in the folded run.
function cut(folded: string, visit: (term: string, start: number, end: number) => void): void {
  let index = 0;
  while (index < folded.length) {
    const kind = classAt(folded, index);
    if (kind === SPACED) {
      const end = wordEnd(folded, index);
      visit(wordTerm(folded.slice(index, end)), index, end);
      index = end;
    } else if (kind === UNSPACED) {
      const end = letterEnd(folded, index);
      const next = end < folded.length ? nextLetter(folded, end) : '';
      visit(folded.slice(index, end) + JOINT + next, index, end);
      index = end;
    } else index += letterWidth(folded, index);
  }
}

function nextLetter(folded: string, end: number): string {
  const next = classAt(folded, end) === SEPARATOR ? afterSpace(folded, end) : end;
  return classAt(folded, next) === UNSPACED ? folded.slice(next, letterEnd(folded, next)) : '';
}

function wordEnd(folded: string, start: number): number {
  let index = start;
  while (index < folded.length) {
    const kind = classAt(folded, index);
    if (kind !== SPACED && kind !== MARK) break;
    index += letterWidth(folded, index);
  }
  return index;
}

// A letter with its marks, and what is written below it: Khmer and Burmese stack letters by a mark between them.
function letterEnd(folded: string, start: number): number {
  let index = start + letterWidth(folded, start);
  while (index < folded.length) {
    const kind = classAt(folded, index);
    if (kind !== MARK && (kind !== UNSPACED || !stacks(folded.charCodeAt(index - 1)))) break;
    index += letterWidth(folded, index);
  }
  return index;
}

/** Tells whether a mark puts the letter after it below the one before it. */
export const stacks = (unit: number) => unit === 0x17d2 || unit === 0x1039;

/** UTF-16 units of the character at a place. */
export function letterWidth(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit < 0xd800 || unit > 0xdbff || (text.codePointAt(index) ?? 0) < 0x10000 ? 1 : 2;
}

// A hamza after the last letter is written or left out as one likes (علماء, علما).
function wordTerm(run: string): string {
  const bare = run.length > 2 && run.endsWith('\u0621') ? run.slice(0, -1) : run;
  if (bare.length <= MAX_TERM_LENGTH) return bare;
  const splits = /[\uD800-\uDBFF]/.test(bare[MAX_TERM_LENGTH - 1] ?? '');
  return bare.slice(0, MAX_TERM_LENGTH - (splits ? 1 : 0));
}
