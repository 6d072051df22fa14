// Offers the archive's own words in place of those of a question that it does not know.
import type { Meant } from '../../../shared/nearest.ts';
import type { Question } from '../../../shared/search.ts';
import type { Database } from '../../sqlite/open.ts';
import { words } from '../../language/words.ts';
import { wantedLeaves } from '../query/tree.ts';
import { countFound } from './count-found.ts';
import { documentsWith, type LikelyWord, likelyWords } from './likely-words.ts';
import { parseQuery } from '../query/parse.ts';
import type { Searched } from './question.ts';
import { asPrinted } from './printed.ts';
import { isListed } from './word-list.ts';

/** How many questions are offered. */
const MOST_OFFERED = 3;
/** Words of one question that are looked at. */
const MOST_WORDS = 6;
/** A word that so few documents have may be a slip, where another that is near has so many times more. */
const FEW = 2;
const MANY_TIMES = 20;

/** The questions that were likely meant and find something, the likeliest first. */
export function meantBy(searched: Searched, question: Question): Meant[] {
  const doubtful = doubtfulWords(searched.index, question.text);
  const offered: Meant[] = [];
  for (const choice of choices(doubtful).slice(0, 2 * MOST_OFFERED)) {
    if (offered.length === MOST_OFFERED) break;
    const replaced = replacedIn(searched, question.text, choice);
    const query = { ...question, text: replaced.text, prefix: false };
    const total = countFound(searched, query);
    const { text, literal, filters, forms } = query;
    if (total > 0)
      offered.push({ query: { text, literal, filters, forms }, total, words: replaced.words });
  }
  return offered;
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
  const doubtful = pieces.slice(0, 4 * MOST_WORDS).flatMap(({ term, start, end }) => {
    if (!isListed(term)) return [];
    const known = documentsWith(index, term);
    if (known > FEW) return [];
    const likely = likelyWords(index, term, MOST_OFFERED).filter(
      ({ documents }) => documents > known * MANY_TIMES,
    );
    return likely.length > 0 ? [{ start, end, likely }] : [];
  });
  return doubtful.slice(0, MOST_WORDS);
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
    const meant = asPrinted(searched, word.word, typed);
    replaced += text.slice(done, start) + meant;
    done = end;
    changed.push({ typed, meant });
  }
  return { text: replaced + text.slice(done), words: changed };
}
