// The words of an index with the number of documents that have each: kept beside the index, since asking it takes a second.
import { JOINT } from '../../language/words.ts';
import { aboutIndex } from './index-file.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';

/** Words in ascending order, and for each how many documents have it. */
export interface WordList {
  words: string[];
  documents: Uint32Array;
}

/** So many of the commonest words are kept, in some 20 MB of memory once they are asked for. */
const MOST_WORDS = 250_000;
/** Beyond so many documents a word that only one of them has is left out: it is as often a slip itself. */
const MANY_DOCUMENTS = 5000;
/** Letters of the shortest word that is listed. */
export const SHORTEST_LISTED = 3;
const LONGEST_LISTED = 32;
const LETTER = /\p{L}/u;

/** Tells whether a term is a word that anyone would be offered: not of letter pairs, and not a number. */
export function isListed(term: string): boolean {
  return (
    term.length >= SHORTEST_LISTED &&
    term.length <= LONGEST_LISTED &&
    !term.includes(JOINT) &&
    LETTER.test(term)
  );
}

/** Makes the list anew from all that the index holds; takes some 30 ms for each thousand documents. */
export function listWords(index: Database): void {
  index.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_held USING fts5vocab(main, texts, row)`,
  );
  const least = aboutIndex(index).documents > MANY_DOCUMENTS ? 2 : 1;
  const rows = statement<[number], Counted>(
    index,
    `SELECT term, doc
     FROM temp.words_held
     WHERE doc >= ? AND instr(term, '${JOINT}') = 0`,
  ).raw();
  const counted: Counted[] = [];
  for (const row of rows.iterate(least)) if (isListed(row[0])) counted.push(row);
  saveWords(index, counted);
}

type Counted = [word: string, documents: number];

/** Adds the words of documents that are new; what was counted before and is replaced now counts twice, which does no harm. */
export function addWords(index: Database, added: ReadonlyMap<string, number>): void {
  if (added.size === 0) return;
  const { words, documents } = wordList(index);
  const counts = new Map(words.map((word, at) => [word, documents[at] ?? 0]));
  for (const [word, more] of added) counts.set(word, (counts.get(word) ?? 0) + more);
  saveWords(index, [...counts]);
}

function saveWords(index: Database, counted: readonly Counted[]): void {
  let kept = counted.slice();
  if (kept.length > MOST_WORDS) kept = kept.sort((a, b) => b[1] - a[1]).slice(0, MOST_WORDS);
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  const documents = Uint32Array.from(kept, ([, count]) => count);
  statement(
    index,
    `UPDATE word_list
     SET words = ?, documents = ?`,
  ).run(kept.map(([word]) => word).join('\n'), Buffer.from(documents.buffer));
}

/** The words of an index; read anew at every call. */
export function wordList(index: Database): WordList {
  const row = statement<[], { words: string; documents: Buffer }>(
    index,
    `SELECT words, documents
     FROM word_list`,
  ).get();
  const words = row?.words ? row.words.split('\n') : [];
  const documents = new Uint32Array(words.length);
  for (let at = 0; at < words.length; at++)
    documents[at] = row?.documents.readUInt32LE(at * 4) ?? 0;
  return { words, documents };
}
