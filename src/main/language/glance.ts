// Tells at a glance, without folding it, that a run of text holds no word that begins as a wanted one does.
import { fold } from './fold.ts';
import { classAt, MARK, NOTHING, SPACED, UNSPACED } from './letters.ts';
import type { Run } from './words.ts';

/**
 * False only where no word of a run can begin with one of these letters, each the first UTF-16 unit of a term. Most
 * words of a text are passed over so.
 */
export function mayHold(text: string, run: Run, letters: ReadonlySet<number>): boolean {
  if (run.plain) return mayBegin(text, run.start, letters);
  for (let index = run.start; index < run.end; index++) {
    const kind = classAt(text, index);
    const passes = kind === MARK || kind === NOTHING ? !joins(text, index) : kind < SPACED;
    if (!passes && mayBegin(text, index, letters)) return true;
  }
  return false;
}

function mayBegin(text: string, index: number, letters: ReadonlySet<number>): boolean {
  const unit = text.charCodeAt(index);
  const letter = (firstLetters[unit] ||= firstLetter(unit));
  return letter === ANY || letters.has(letter);
}

// Marks that make another letter of the one before them: of kana, and of a word of any other script that begins so.
function joins(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit === 0x3099 || unit === 0x309a || unit === 0xff9e || unit === 0xff9f) return true;
  return index > 0 && classAt(text, index - 1) === SPACED;
}

/** Stands for what cannot be told from one UTF-16 unit alone. */
const ANY = 0xffff;
const firstLetters = new Uint16Array(0x10000);
// Korean letters join into syllables.
const JAMO =
  /[\u1100-\u11FF\u3131-\u318E\u3200-\u321E\u3260-\u327E\uA960-\uA97F\uD7B0-\uD7FF\uFFA0-\uFFDC]/;

function firstLetter(unit: number): number {
  const character = String.fromCharCode(unit);
  const kind = classAt(character, 0);
  const folded = fold(character);
  const single = kind === SPACED || (kind === UNSPACED && folded.length === 1);
  return single && !JAMO.test(character) ? folded.charCodeAt(0) : ANY;
}
