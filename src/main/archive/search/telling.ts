// Chooses, of very many alternatives, those by which records are ranked.
import type { Database } from '../../sqlite/open.ts';
import type { QueryNode } from '../query/tree.ts';
import { documentsWith } from './likely-words.ts';
import { SHORTEST_LISTED } from './word-list.ts';

/**
 * So many alternatives rank records, the rarest, besides words that hardly any document has: bm25 looks at every place of
 * every word, and the rarer a word, the more it says. What has only the commoner ones is found too, and comes after.
 */
const MOST_RANKING = 8;

/** The part of a query by which records are ranked: all of it, but where there are very many alternatives. */
export function tellingPart(index: Database, node: QueryNode): QueryNode {
  if (node.type === 'all') {
    return { ...node, parts: node.parts.map((part) => tellingPart(index, part)) };
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
