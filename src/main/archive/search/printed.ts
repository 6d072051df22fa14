// How a folded word of the index is printed: as it stands in a text, since folding takes marks and forms of letters away.
import { ftsPhrase } from './expression.ts';
import { newestMatch, recordOfDocument } from './index-search.ts';
import { matcherOf } from './matches.ts';
import type { Searched } from './question.ts';
import { recordByNumber } from '../store/records.ts';
import { searchedTexts } from './texts.ts';

/** A word as the newest text that has it prints it; where only capitals differ, in those of what was typed. */
export function asPrinted({ index, archive }: Searched, word: string, typed: string): string {
  const document = newestMatch(index, ftsPhrase({ terms: [word] }));
  const stored =
    document === null ? null : recordByNumber(archive, recordOfDocument(index, document));
  const matcher = matcherOf([{ unit: 0, terms: [word], open: false }]);
  for (const { text } of stored ? searchedTexts(stored.record) : []) {
    const [match] = matcher.find(text, 0);
    if (!match) continue;
    const printed = text.slice(match.start, match.end);
    return printed.toLowerCase() === word ? inCaseOf(typed, word) : printed;
  }
  return word;
}

function inCaseOf(typed: string, word: string): string {
  const [first = ''] = typed;
  if (first === first.toLowerCase()) return word;
  if (typed.length > 1 && typed === typed.toUpperCase()) return word.toUpperCase();
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
