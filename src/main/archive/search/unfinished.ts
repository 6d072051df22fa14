// Decides what a search looks for while its last word is only begun.
import type { Database } from '../../sqlite/open.ts';
import { aboutIndex } from './index-file.ts';
import { countMatches, type IndexMatch } from './index-search.ts';
import { ftsExpression, ftsWordsExpression, type QueryUnit } from './query.ts';

/** Beginnings shorter than this stand for a large part of all words. */
const LONG_ENOUGH = 3;
/** Up to so many documents any beginning is looked for in all texts: 40 ms at most. */
const FEW_DOCUMENTS = 5000;

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
  if (!last?.unfinished || (last.terms.at(-1) ?? '').length >= LONG_ENOUGH) return whole;
  if (aboutIndex(index).documents <= FEW_DOCUMENTS) return whole;
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
