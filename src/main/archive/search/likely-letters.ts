// Finds, in scripts without spaces, the letters that were likely meant by one that stands nowhere beside its neighbours.
import { JOINT } from '../../language/words.ts';
import type { Database } from '../../sqlite/open.ts';
import { ftsPhrase } from './expression.ts';
import { hasMatches } from './index-search.ts';
import type { LikelyWord } from './likely-words.ts';
import { wordsBeginning } from './word-forms.ts';

/** Letters after these are looked at, the commonest first. */
const MOST_LOOKED_AT = 200;
/** What another letter, not the same with other marks, is less likely by. */
const OTHER_LETTER = 1;
const COMMONNESS = 0.22;

/** A letter in doubt: the terms that it makes with the letter before it and the one after it, where there are such. */
export interface DoubtfulLetter {
  letter: string;
  before: string | null;
  after: string | null;
}

/**
 * The letters that were likely meant, the likeliest first; none where the letter stands beside a neighbour somewhere, or
 * where none is before it, since only what follows a letter can be looked up.
 */
export function likelyLetters(
  index: Database,
  doubtful: DoubtfulLetter,
  limit: number,
): LikelyWord[] {
  const { letter, before, after } = doubtful;
  if (!before || isThere(index, before) || (after && isThere(index, after))) return [];
  const beginning = before.slice(0, before.indexOf(JOINT) + 1);
  const next = after?.slice(after.indexOf(JOINT)) ?? null;
  const followers = wordsBeginning(index, beginning)
    .map(([term, documents]) => ({ word: term.slice(beginning.length), documents }))
    .filter(({ word }) => word !== '' && word !== letter)
    .sort((a, b) => b.documents - a.documents)
    .slice(0, MOST_LOOKED_AT);
  const fitting = followers.filter(({ word }) => next === null || isThere(index, word + next));
  return fitting
    .map((one) => ({ ...one, cost: costOf(letter, one) }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, limit);
}

function costOf(letter: string, { word, documents }: Omit<LikelyWord, 'cost'>): number {
  const other = word.codePointAt(0) === letter.codePointAt(0) ? 0 : OTHER_LETTER;
  return other - COMMONNESS * Math.log10(documents + 1);
}

function isThere(index: Database, term: string): boolean {
  return hasMatches(index, { table: 'texts', expression: ftsPhrase({ terms: [term] }) }, 1);
}
