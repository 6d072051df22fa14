// Decides what a search looks for while its last word is only begun.
import type { Database } from '../../sqlite/open.ts';
import { aboutIndex } from './index-file.ts';
import { countMatches, type IndexMatch } from './index-search.ts';
import { ftsExpression, ftsWordsExpression, type QueryUnit } from './query.ts';

/**
 * Up to so many documents a beginning of one letter, or of two, is looked for in all texts: it stands for a large part of
 * all words, and bringing their places together takes 40 ms at these sizes. Longer ones always are.
 */
const FEW_DOCUMENTS = [0, 3000, 12_000];

/** What is looked for, in the reader's terms and in the index's; `match` is null where everything is asked for. */
export interface Wanted {
  units: QueryUnit[];
  match: IndexMatch | null;
}

/**
 * Takes a query as it is, but for a last word of one or two letters in a large archive: that is looked for as a whole
 * word (X, UN, 4G); where nothing has it, the rest of the query counts alone, and where there is no rest, names that
 * begin so.
 */
export function wanted(index: Database, units: QueryUnit[]): Wanted {
  const last = units.at(-1);
  const whole = { units, match: inTexts(units) };
  const few = FEW_DOCUMENTS[last?.terms.at(-1)?.length ?? 0];
  if (!last?.unfinished || few === undefined || aboutIndex(index).documents <= few) return whole;
  const rest = units.slice(0, -1);
  const finished = [...rest, { ...last, open: false, unfinished: false }];
  const asWord = inTexts(finished);
  if (asWord && countMatches(index, asWord) > 0) return { units: finished, match: asWord };
  if (rest.length > 0) return { units: rest, match: inTexts(rest) };
  return { units, match: { table: 'name_starts', expression: ftsWordsExpression(units) } };
}

function inTexts(units: readonly QueryUnit[]): IndexMatch | null {
  const expression = ftsExpression(units);
  return expression === null ? null : { table: 'texts', expression };
}
