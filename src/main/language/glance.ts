// Tells at a glance, without folding it, where in a run of text a word may stand that begins as a wanted one does.
import { fold } from './fold.ts';
import {
  classAt,
  endOfClass,
  MARK,
  NOTHING,
  SEPARATOR,
  SEVERAL,
  SPACED,
  UNSPACED,
} from './letters.ts';
import { letterWidth, nextRun, type Run, stacks } from './words.ts';

/** The next run of a text, from a place on, that is not a plain word which begins with none of these letters. */
export function nextCandidate(
  text: string,
  from: number,
  letters: ReadonlySet<number>,
): Run | null {
  for (let index = from; ; ) {
    const start = endOfClass(text, index, SEPARATOR);
    const end = endOfClass(text, start, SPACED);
    // Most of a text goes through here, so nothing is made of a word that is passed over.
    const plain = end > start && (end === text.length || classAt(text, end) === SEPARATOR);
    if (!plain) return nextRun(text, start);
    if (isAmong(letterAt(text, start), letters)) return { start, end, plain };
    index = end;
  }
}

/**
 * Places in a run among which all words stand that begin with one of these letters, each the first UTF-16 unit of a term;
 * what is cut from such a place on is cut as in the whole run. Null where only cutting the whole run can tell. Most words
 * of a text are passed over so.
 */
export function wordStarts(text: string, run: Run, letters: ReadonlySet<number>): number[] | null {
  if (run.plain) return isAmong(letterAt(text, run.start), letters) ? [run.start] : [];
  const starts: number[] = [];
  let last = SEPARATOR;
  let lastAt = run.start;
  for (let index = run.start; index < run.end; index += letterWidth(text, index)) {
    const kind = classAt(text, index);
    if (kind === SEVERAL || ODD.test(text[index] ?? '')) return null;
    if (kind === NOTHING || kind === MARK) {
      // Of too many marks folding drops some, perhaps the one that is part of a letter.
      if (index - lastAt >= 30) return null;
      continue;
    }
    const within = kind === last && (kind === SPACED || isBelow(text, lastAt, index));
    // Of a sign that folds into several letters, the first may belong to what is before it.
    const odd = kind === UNSPACED && letterAt(text, index) === ANY;
    if (odd && (within || last === SPACED)) return null;
    if (kind !== SEPARATOR && !within && mayBegin(text, index, letters)) starts.push(index);
    last = kind;
    lastAt = index;
  }
  return starts;
}

// Folding may change the order of marks, so the last one as written need not be the last.
function isBelow(text: string, letter: number, next: number): boolean {
  for (let index = letter + 1; index < next; index++) {
    if (!stacks(text.charCodeAt(index))) continue;
    return stacks(fold(text.slice(letter, next)).slice(-1).charCodeAt(0));
  }
  return false;
}

function mayBegin(text: string, index: number, letters: ReadonlySet<number>): boolean {
  return isAmong(letterAt(text, index), letters) || isJoined(text, index);
}

const isAmong = (letter: number, letters: ReadonlySet<number>) =>
  letter === ANY || letters.has(letter);

function letterAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return (firstLetters[unit] ||= firstLetter(unit));
}

// A mark makes another letter of the one before it: of kana, and of letters in any script with spaces.
function isJoined(text: string, index: number): boolean {
  const spaced = classAt(text, index) === SPACED;
  let next = index + letterWidth(text, index);
  for (; next < text.length; next += letterWidth(text, next)) {
    const kind = classAt(text, next);
    if (kind === MARK && (spaced || VOICING.test(text[next] ?? ''))) return true;
    if (kind !== MARK && kind !== NOTHING) return false;
  }
  return false;
}

const VOICING = /[\u3099\u309A\uFF9E\uFF9F]/;

/** Stands for what cannot be told from one UTF-16 unit alone. */
const ANY = 0xffff;
const firstLetters = new Uint16Array(0x10000);
// Korean letters join into syllables, and a tatweel takes the marks after it away with it.
const ODD =
  /[\u1100-\u11FF\u3131-\u318E\u3200-\u321E\u3260-\u327E\uA960-\uA97F\uD7B0-\uD7FF\uFFA0-\uFFDC\u0640\uFCF2-\uFCF4\uFE71-\uFE7F]/;

function firstLetter(unit: number): number {
  const character = String.fromCharCode(unit);
  const kind = classAt(character, 0);
  const folded = fold(character);
  const single = kind === SPACED || (kind === UNSPACED && folded.length === 1);
  return single ? folded.charCodeAt(0) : ANY;
}
