// Decides what a search looks for while its last word is only begun.
import type { Database } from '../../sqlite/open.ts';
import { asTyped } from '../query/names.ts';
import {
  joined,
  type FieldNode,
  type QueryNode,
  type WordsNode,
  wantedLeaves,
} from '../query/tree.ts';
import type { QueryUnit } from '../query/unit.ts';
import { ftsExpression, ftsWordsExpression, hasDate, wantedUnits } from './expression.ts';
import { aboutIndex } from './index-file.ts';
import { tellingPart } from './telling.ts';
import { countMatches, type IndexMatch } from './index-search.ts';

/**
 * Up to so many documents a beginning of one letter, or of two, is looked for in all texts: it stands for a large part of
 * all words, and bringing their places together takes some 40 ms at these sizes. Longer ones always are.
 */
const FEW_DOCUMENTS = [0, 2000, 8000];

/** What is looked for: in the index, where null is everything, and by dates in memory. */
export interface Asked {
  match: IndexMatch | null;
  /** Parts of the query that the index alone cannot answer; all must be so. */
  dated: readonly QueryNode[];
}

/** What is looked for, in the reader's terms and in the index's. */
export interface Wanted extends Asked {
  root: QueryNode | null;
}

/**
 * Takes a query as it is, but for a last word of one or two letters in a large archive: that is looked for as a whole
 * word (X, UN, 4G); where nothing has it, the rest of the query counts alone, and where there is no rest, names that
 * begin so.
 */
export function wanted(index: Database, root: QueryNode | null): Wanted {
  const whole = { root, ...asked(index, root) };
  const last = unfinishedIn(root);
  const few = FEW_DOCUMENTS[unitsOf(last).at(-1)?.terms.at(-1)?.length ?? 0];
  if (!root || !last || few === undefined || aboutIndex(index).documents <= few) return whole;
  const finished = replaced(root, last, asFinished(last));
  const asWord = asked(index, finished);
  if (asWord.match && countMatches(index, asWord.match) > 0) return { root: finished, ...asWord };
  const rest = replaced(root, last, null);
  if (rest) return { root: rest, ...asked(index, rest) };
  const expression = ftsWordsExpression(wantedUnits(root));
  if (expression === '') return { root: finished, ...asWord };
  return { root, match: { table: 'name_starts', expression }, dated: [] };
}

/** Parts the query into what the index answers and what dates decide. */
function asked(index: Database, root: QueryNode | null): Asked {
  if (!root) return { match: null, dated: [] };
  const parts = root.type === 'all' ? root.parts : [root];
  const text = joined(
    'all',
    parts.filter((part) => !hasDate(part)),
  );
  return {
    match: text && inTexts(index, text),
    dated: parts.filter(hasDate),
  };
}

function inTexts(index: Database, text: QueryNode): IndexMatch {
  const typed = asTyped(text);
  const telling = tellingPart(index, typed);
  const [expression, first] = [ftsExpression(text), ftsExpression(telling)];
  return {
    table: 'texts',
    expression,
    ...(first !== expression && { first }),
    ...(first !== ftsExpression(typed) && { restByDate: true }),
    ...(isCostly(text) && { costly: true }),
  };
}

// For a phrase the places of words are compared, and for a beginning all words that begin so brought together, at every
// look at the index.
function isCostly(text: QueryNode): boolean {
  return wantedUnits(text).some(({ terms, open }) => open || terms.length > 1);
}

type Named = WordsNode | FieldNode;

// Only the last word can be unfinished, and only where a record must have it.
function unfinishedIn(root: QueryNode | null): Named | null {
  const last = wantedLeaves(root).at(-1);
  if (last?.type !== 'words' && last?.type !== 'field') return null;
  return unitsOf(last).some(({ unfinished }) => unfinished) ? last : null;
}

function unitsOf(leaf: Named | null): QueryUnit[] {
  if (!leaf) return [];
  return leaf.type === 'words' ? leaf.units : [leaf.unit];
}

function asFinished(leaf: Named): Named {
  const finish = (unit: QueryUnit) => ({ ...unit, open: false, unfinished: false });
  return leaf.type === 'words'
    ? { ...leaf, units: leaf.units.map(finish) }
    : { ...leaf, unit: finish(leaf.unit) };
}

function replaced(node: QueryNode, leaf: Named, by: Named | null): QueryNode | null {
  if (node === leaf) return by;
  if (node.type !== 'all' && node.type !== 'any') return node;
  return joined(
    node.type,
    node.parts.flatMap((part) => replaced(part, leaf, by) ?? []),
  );
}
