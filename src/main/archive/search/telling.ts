// Chooses, of very many words that a query stands for, those by which records are ranked.
import type { Database } from '../../sqlite/open.ts';
import type { QueryNode, WordsNode } from '../query/tree.ts';
import { aboutIndex } from './index-file.ts';
import { documentsBegun, documentsWith } from './likely-words.ts';
import { SHORTEST_LISTED } from './word-list.ts';

/**
 * So many alternatives rank records, the rarest, besides words that hardly any document has: bm25 looks at every place of
 * every word, and the rarer a word, the more it says. What has only the commoner ones is found too, and comes after.
 */
const MOST_RANKING = 8;

/**
 * A beginning that more documents have ranks them by the whole word and by titles: bm25 would look at every place of every
 * word that begins so, and the letter that is typed next asks something else.
 */
const MOST_BEGUN = 10_000;

/** The part of a query by which records are ranked: all of it, but where it stands for very many words. */
export function tellingPart(index: Database, node: QueryNode): QueryNode {
  return node.type === 'words' ? tellingBeginning(index, node) : tellingAlternatives(index, node);
}

// Beside other words a beginning is ranked as it is: their relevance counts, and they leave fewer records.
function tellingBeginning(index: Database, node: WordsNode): QueryNode {
  const [unit, ...others] = node.units;
  const [term = '', ...following] = unit?.terms ?? [];
  if (!unit?.open || others.length + following.length > 0) return node;
  if (aboutIndex(index).documents <= MOST_BEGUN || documentsBegun(index, term) <= MOST_BEGUN) {
    return node;
  }
  const { range, things } = node;
  return {
    type: 'any',
    parts: [
      { ...node, units: [{ ...unit, open: false }] },
      { type: 'field', field: 'title', unit, range, things },
    ],
  };
}

function tellingAlternatives(index: Database, node: QueryNode): QueryNode {
  if (node.type === 'all') {
    return { ...node, parts: node.parts.map((part) => tellingAlternatives(index, part)) };
  }
  if (node.type !== 'any' || node.parts.length <= MOST_RANKING) return node;
  const counted = node.parts.map((part) => ({ part, documents: leastDocuments(index, part) }));
  const known = counted.filter(({ documents }) => documents > 0);
  known.sort((a, b) => a.documents - b.documents);
  const common = new Set(known.slice(MOST_RANKING).map(({ part }) => part));
  return { ...node, parts: node.parts.filter((part) => !common.has(part)) };
}

// How many documents have the rarest of the words that must be there; 0 where that is not known.
function leastDocuments(index: Database, node: QueryNode): number {
  if (node.type !== 'words') return 0;
  const counts = node.units.flatMap(({ terms, open }) =>
    terms.map((term) => (open ? 0 : documentsWithTerm(index, term))),
  );
  return Math.min(...counts);
}

// The list has no words of one or two letters, which nearly every document has.
function documentsWithTerm(index: Database, term: string): number {
  return term.length < SHORTEST_LISTED ? Infinity : documentsWith(index, term);
}
