// Offers the archive's own words in place of those of a question that it does not know.
import type { Meant, Relaxed } from '../../../shared/nearest.ts';
import type { Question } from '../../../shared/search.ts';
import type { Database } from '../../sqlite/open.ts';
import { JOINT, words } from '../../language/words.ts';
import { wantedLeaves } from '../query/tree.ts';
import { countFound } from './count-found.ts';
import { type DoubtfulLetter, likelyLetters } from './likely-letters.ts';
import { documentsWith, type LikelyWord, likelyWords } from './likely-words.ts';
import { parseQuery } from '../query/parse.ts';
import type { Searched } from './question.ts';
import { asPrinted } from './printed.ts';
import { widerThan } from './relaxed.ts';
import { isListed } from './word-list.ts';

/** How many questions are offered. */
const MOST_OFFERED = 3;
/** Words of one question that are looked at. */
const MOST_WORDS = 6;
/** A word that so few documents have may be a slip, where another that is near has so many times more. */
const FEW = 2;
const MANY_TIMES = 20;

/** A word that differs from the typed one by more than about one slip is no ground to leave others out. */
const ONE_SLIP = 1;

/** The questions that were likely meant and find something, the likeliest first. */
export function meantBy(searched: Searched, question: Question): Meant[] {
  const doubtful = doubtfulWords(searched.index, question.text);
  const chosen = choices(doubtful).slice(0, 2 * MOST_OFFERED);
  const meant = chosen.map((choice) => {
    const { text, words } = replacedIn(searched, question.text, choice);
    return { question: { ...question, text, prefix: false }, words };
  });
  const found = counted(searched, meant);
  if (found.length > 0) return found;
  // Rightly spelt, the words still stand nowhere together: then what finds most of them.
  const [likeliest] = meant;
  if (!likeliest || chosen[0]?.some(({ word }) => word.cost > ONE_SLIP)) return [];
  const { words } = likeliest;
  const parts = widerThan(likeliest.question).filter(({ relaxed: { how } }) => PARTS.has(how));
  return counted(
    searched,
    parts.map((part) => ({ question: part.question, words })),
  );
}

/** Ways to ask for less of the same words. */
const PARTS: ReadonlySet<Relaxed['how']> = new Set(['words', 'without', 'any']);

interface MeantQuestion extends Pick<Meant, 'words'> {
  question: Question;
}

// As many as are offered of those that find something.
function counted(searched: Searched, meant: readonly MeantQuestion[]): Meant[] {
  const found: Meant[] = [];
  for (const { question, words } of meant) {
    if (found.length === MOST_OFFERED) break;
    const { text, literal, filters, forms } = question;
    const total = countFound(searched, question);
    const kept = words.filter((word) => text.includes(word.meant));
    if (total > 0 && kept.length > 0) {
      found.push({ query: { text, literal, filters, forms }, total, words: kept });
    }
  }
  return found;
}

/** A word of a question that the archive does not have, or hardly, and what may be meant by it. */
interface Doubtful {
  start: number;
  end: number;
  likely: LikelyWord[];
}

function doubtfulWords(index: Database, text: string): Doubtful[] {
  const pieces = wantedLeaves(parseQuery(text, false).root).flatMap((leaf) => {
    if (leaf.type !== 'words' && leaf.type !== 'field') return [];
    const [start, end] = leaf.range;
    // The name of a field is known already.
    const from = leaf.type === 'field' ? Math.max(start, text.indexOf(':', start) + 1) : start;
    return words(text.slice(from, end)).map((word) => ({
      term: word.term,
      start: from + word.start,
      end: from + word.end,
    }));
  });
  const doubtful = pieces.slice(0, 4 * MOST_WORDS).flatMap((piece, at) => {
    const likely = piece.term.includes(JOINT)
      ? likelyLetters(index, letterIn(pieces, at), MOST_OFFERED)
      : likelyInstead(index, piece.term);
    return likely.length > 0 ? [{ start: piece.start, end: piece.end, likely }] : [];
  });
  return doubtful.slice(0, MOST_WORDS);
}

function likelyInstead(index: Database, term: string): LikelyWord[] {
  if (!isListed(term)) return [];
  const known = documentsWith(index, term);
  if (known > FEW) return [];
  return likelyWords(index, term, MOST_OFFERED).filter(
    ({ documents }) => documents > known * MANY_TIMES,
  );
}

// A letter of a script without spaces begins one term and ends the one before.
function letterIn(pieces: readonly { term: string }[], at: number): DoubtfulLetter {
  const { term = '' } = pieces[at] ?? {};
  const letter = term.slice(0, term.indexOf(JOINT));
  const before = pieces[at - 1]?.term ?? '';
  return {
    letter,
    before: before.endsWith(JOINT + letter) ? before : null,
    after: term.endsWith(JOINT) ? null : term,
  };
}

interface Choice {
  start: number;
  end: number;
  word: LikelyWord;
}

// First the likeliest word for each that is in doubt, then the next ones for one at a time, the likeliest first.
function choices(doubtful: readonly Doubtful[]): Choice[][] {
  const first = doubtful.flatMap(({ start, end, likely: [word] }) =>
    word ? [{ start, end, word }] : [],
  );
  if (first.length === 0) return [];
  const others = doubtful.flatMap(({ start, end, likely }, at) =>
    likely.slice(1).map((word) => ({
      choice: first.map((one, place) => (place === at ? { start, end, word } : one)),
      cost: word.cost - (likely[0]?.cost ?? 0),
    })),
  );
  others.sort((a, b) => a.cost - b.cost);
  return [first, ...others.map(({ choice }) => choice)];
}

function replacedIn(searched: Searched, text: string, choice: readonly Choice[]) {
  let replaced = '';
  let done = 0;
  const changed: Meant['words'] = [];
  for (const { start, end, word } of choice) {
    const typed = text.slice(start, end);
    const meant = isListed(word.word) ? asPrinted(searched, word.word, typed) : word.word;
    replaced += text.slice(done, start) + meant;
    done = end;
    changed.push({ typed, meant });
  }
  return { text: replaced + text.slice(done), words: changed };
}
