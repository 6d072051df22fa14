// Cuts text into the terms that the index holds and queries ask for, the same on every runtime: no dictionary, no locale.
import { foldWithOffsets } from './fold.ts';
import {
  classAt,
  isSpace,
  MARK,
  NOTHING,
  SEPARATOR,
  SPACED,
  UNSPACED,
  UNSPACED_LETTER,
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

const SPACED_WORD = String.raw`[[\p{L}\p{N}]--${UNSPACED_LETTER}][[\p{L}\p{N}\p{M}]--${UNSPACED_LETTER}]*`;
// In an unspaced script a space or a new line between letters often means nothing.
const UNSPACED_RUN = String.raw`${UNSPACED_LETTER}\p{M}*(?:(?: |\r?\n)?${UNSPACED_LETTER}\p{M}*)*`;
const RUN = new RegExp(`(${UNSPACED_RUN})|${SPACED_WORD}`, 'gv');
const LETTER = /[^\p{M}\s]\p{M}*/gu;

/** Every term of a text with its place in it, in order. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  eachRun(text, (run, at) => {
    for (const { term, start, end } of run) found.push({ term, start: at + start, end: at + end });
  });
  return found;
}

/** The terms of a text, as `words` gives them, with a space between: what the index is fed with. */
export function segmented(text: string): string {
  const found: string[] = [];
  eachRun(text, (run) => {
    for (const { term } of run) found.push(term);
  });
  return found.join(' ');
}

/**
 * Visits a text in runs that can be cut one by one; the words of a run are placed relative to where it begins. The same
 * run gives the same array while it is remembered.
 */
export function eachRun(text: string, visit: (run: readonly Word[], at: number) => void): void {
  let index = 0;
  while (index < text.length) {
    const kind = classAt(text, index);
    if (kind === SPACED || kind === UNSPACED) {
      const end = runEnd(text, index);
      visit(wordsOfRun(text.slice(index, end)), index);
      index = end;
    } else index += width(text, index);
  }
}

// Without this most of a text would be folded again and again: a language repeats its words.
const MOST_RUNS = 50_000;
const LONGEST_KEPT = 24;
const runs = new Map<string, readonly Word[]>();

function wordsOfRun(run: string): readonly Word[] {
  const known = runs.get(run);
  if (known) return known;
  const found = cutRun(run);
  if (runs.size >= MOST_RUNS) runs.clear();
  if (run.length <= LONGEST_KEPT) runs.set(run, found);
  return found;
}

function cutRun(text: string): readonly Word[] {
  const folded = foldWithOffsets(text);
  const found: Word[] = [];
  const place = (term: string, start: number, end: number) =>
    found.push({ term, start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 });
  for (const { 0: run, 1: unspaced, index } of folded.text.matchAll(RUN)) {
    if (unspaced === undefined) place(wordTerm(run), index, index + run.length);
    else {
      const letters = [...run.matchAll(LETTER)];
      for (const [position, { 0: letter, index: at }] of letters.entries()) {
        const next = letters[position + 1]?.[0] ?? '';
        place(`${letter}${JOINT}${next}`, index + at, index + at + letter.length);
      }
    }
  }
  return found;
}

function runEnd(text: string, start: number): number {
  let index = start;
  let last = SEPARATOR;
  while (index < text.length) {
    const kind = classAt(text, index);
    if (kind === SEPARATOR) {
      const next = last === UNSPACED ? afterSpace(text, index) : index;
      if (next === index) return index;
      index = next;
    } else {
      if (kind !== MARK && kind !== NOTHING) last = kind;
      index += width(text, index);
    }
  }
  return index;
}

// Where the unspaced run goes on after a space or a new line; the given place itself where it ends.
function afterSpace(text: string, index: number): number {
  let next = text[index] === '\r' && text[index + 1] === '\n' ? index + 1 : index;
  if (text[next] !== '\n' && (next > index || !isSpace(text.charCodeAt(next)))) return index;
  next++;
  while (next < text.length && classAt(text, next) === NOTHING) next += width(text, next);
  return next < text.length && classAt(text, next) === UNSPACED ? next : index;
}

function width(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}

// A hamza after the last letter is written or left out as one likes (علماء, علما).
function wordTerm(run: string): string {
  const bare = run.length > 2 && run.endsWith('\u0621') ? run.slice(0, -1) : run;
  if (bare.length <= MAX_TERM_LENGTH) return bare;
  const splits = /[\uD800-\uDBFF]/.test(bare[MAX_TERM_LENGTH - 1] ?? '');
  return bare.slice(0, MAX_TERM_LENGTH - (splits ? 1 : 0));
}
