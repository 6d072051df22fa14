// Everything that matches at once, for what is made of all matches in memory.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { type IndexMatch, WEIGHTS } from './index-search.ts';

/** The numbers of all documents that match, in ascending order. */
export function allMatches(index: Database, { table, expression }: IndexMatch): number[] {
  return statement<[string], number>(
    index,
    `SELECT rowid
     FROM ${table}
     WHERE ${table} MATCH ?
     ORDER BY rowid`,
  )
    .pluck()
    .all(expression);
}

/** All documents that match, in ascending order of their numbers, with their scores: the lower, the more relevant. */
export function allScores(index: Database, match: IndexMatch): Scored[] {
  if (match.first === undefined) return scoresOf(index, match.expression);
  const first = new Map(scoresOf(index, match.first));
  if (match.restByDate) {
    return allMatches(index, match).map((number) => [number, first.get(number) ?? LATER]);
  }
  return scoresOf(index, match.expression).map(([number, score]) => [
    number,
    first.get(number) ?? score + LATER,
  ]);
}

type Scored = [number: number, score: number];

/** More than bm25 ever gives. */
const LATER = 1e9;

function scoresOf(index: Database, expression: string): Scored[] {
  return statement<[string], Scored>(
    index,
    `SELECT rowid, bm25(texts, ${WEIGHTS})
     FROM texts
     WHERE texts MATCH ?
     ORDER BY rowid`,
  )
    .raw()
    .all(expression);
}
