// Finds in a text what a query matches, by the same terms as the index: so what is marked is what was found.
import type { Mark } from '../../../shared/search.ts';
import { nextCandidate, wordStarts } from '../../language/glance.ts';
import {
  eachWordOfRun,
  JOINT,
  nextRun,
  plainWord,
  type Run,
  type Word,
} from '../../language/words.ts';

/** Something to find in texts: terms that follow each other; of the last one only the beginning may be given. */
export interface Sought {
  /** The word or phrase of the query that it stands for; other names of a thing stand for the one that was typed. */
  unit: number;
  terms: readonly string[];
  open: boolean;
  /** True for another name of what was typed. */
  isOther?: boolean;
}

/** Where one unit of a query matches in a text. */
export interface Match {
  /** The unit's place in the query. */
  unit: number;
  start: number;
  end: number;
  /** True where another name of what was typed stands. */
  isOther: boolean;
}

/** Finds what is sought in texts. */
export interface Matcher {
  /** Every match in a text, in the order in which they begin; or only those that begin so near the first one. */
  find: (text: string, near?: number) => Match[];
  /** How many different units are sought. */
  units: number;
}

/** Makes the matcher of what is sought, to be used on many texts. */
export function matcherOf(sought: readonly Sought[]): Matcher {
  // Most words begin with another letter than any that is looked for, and need not be folded to be passed over.
  const letters = new Set(sought.map(({ terms }) => terms[0]?.charCodeAt(0) ?? 0));
  const beginning = whatBegins(sought);
  const longest = Math.max(0, ...sought.map(({ terms }) => terms.length));
  const find = (text: string, near = Infinity) => {
    const found: Match[] = [];
    if (sought.length === 0) return found;
    let run = nextCandidate(text, 0, letters);
    for (; run; run = nextCandidate(text, run.end, letters)) {
      if (run.start - (found[0]?.end ?? run.start) > near) break;
      if (run.plain && beginning(plainWord(text, run)).length === 0) continue;
      for (const from of wordStarts(text, run, letters) ?? [null]) {
        const { words, own } = wordsFrom(text, run, { from, longest });
        for (let at = 0; at < own; at++)
          addMatches(found, beginning(words[at]?.term ?? ''), { words, at });
      }
    }
    return found;
  };
  return { find, units: new Set(sought.map(({ unit }) => unit)).size };
}

// What of all that is sought may begin with a word.
function whatBegins(sought: readonly Sought[]): (word: string) => readonly Sought[] {
  const isOpen = ({ terms, open }: Sought) => open && terms.length === 1;
  const open = sought.filter(isOpen);
  const byWord = new Map<string, Sought[]>();
  for (const one of sought) {
    if (isOpen(one)) continue;
    const word = one.terms[0] ?? '';
    byWord.set(word, [...(byWord.get(word) ?? []), one]);
  }
  return (word) => {
    const whole = byWord.get(word) ?? [];
    const begun = open.filter(({ terms }) => word.startsWith(terms[0] ?? ''));
    return begun.length === 0 ? whole : [...whole, ...begun];
  };
}

function addMatches(
  found: Match[],
  sought: readonly Sought[],
  { words, at }: { words: readonly Word[]; at: number },
): void {
  for (const { unit, terms, open, isOther = false } of sought) {
    const end = endOfMatch(words, at, { terms, open });
    if (end !== null) found.push({ unit, start: words[at]?.start ?? 0, end, isOther });
  }
}

/** The places of matches as ranges that neither touch nor overlap, in order. */
export function marksOf(matches: readonly Match[]): Mark[] {
  const marks: Mark[] = [];
  for (const { start, end } of matches) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

interface From {
  /** Where in the run a word begins; null for all words of the run. */
  from: number | null;
  longest: number;
}

// The words that begin at a place, or all of a run: `own` of them, and after these as many as a phrase may need.
function wordsFrom(
  text: string,
  run: Run,
  { from, longest }: From,
): { words: Word[]; own: number } {
  const cut = from === null ? { words: wordsOfRun(text, run), whole: true } : beginning();
  const { words } = cut;
  const other = words.findIndex(({ start }) => start !== from);
  const own = from === null || other < 0 ? words.length : other;
  let next = cut.whole ? nextRun(text, run.end) : null;
  for (; next && words.length < own + longest - 1; next = nextRun(text, next.end)) {
    words.push(...wordsOfRun(text, next));
  }
  return { words, own };

  // Cutting a long run from each of many places on to its end would take the square of its length.
  function beginning(): { words: Word[]; whole: boolean } {
    const start = from ?? run.start;
    for (let length = 16 * (longest + 1); ; length *= 4) {
      const end = Math.min(run.end, start + length);
      const found = wordsOfRun(text, { start, end, plain: run.plain });
      if (end === run.end) return { words: found, whole: true };
      // Of the last two, it is not known what they would be joined to; one sign may be as many as six letters.
      if (found.length > longest + 8) return { words: found.slice(0, -2), whole: false };
    }
  }
}

function wordsOfRun(text: string, run: Run): Word[] {
  const words: Word[] = [];
  eachWordOfRun(text, run, (term, start, end) => words.push({ term, start, end }));
  return words;
}

function endOfMatch(
  words: readonly Word[],
  at: number,
  { terms, open }: Pick<Sought, 'terms' | 'open'>,
): number | null {
  for (let step = 0; step < terms.length; step++) {
    const wanted = terms[step] ?? '';
    const term = words[at + step]?.term ?? '';
    const begun = open && step === terms.length - 1;
    if (begun ? !term.startsWith(wanted) : term !== wanted) return null;
  }
  // A term of two joined letters is placed at the first; the second has a term, and a place, of its own.
  const last = at + terms.length - 1;
  return words[isPair(terms.at(-1) ?? '') ? last + 1 : last]?.end ?? words[last]?.end ?? null;
}

const isPair = (term: string) => term.includes(JOINT) && !term.endsWith(JOINT);
