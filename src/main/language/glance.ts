// Tells at a glance, without folding it, where in a run of text a word may stand that begins as a wanted one does.
import { fold } from './fold.ts';
import { classAt, MARK, NOTHING, SEPARATOR, SEVERAL, SPACED, UNSPACED } from './letters.ts';
import { letterWidth, type Run, stacks } from './words.ts';

/**
 * Places in a run among which all words stand that begin with one of these letters, each the first UTF-16 unit of a term;
 * what is cut from such a place on is cut as in the whole run. Null where only cutting the whole run can tell. Most words
 * of a text are passed over so.
 */
export function wordStarts(text: string, run: Run, letters: ReadonlySet<number>): number[] | null {
  if (run.plain) return mayBegin(text, run.start, letters) ? [run.start] : NOWHERE;
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
  const letter = letterAt(text, index);
  return letter === ANY || letters.has(letter) || isJoined(text, index);
}

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

const NOWHERE: number[] = [];

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
