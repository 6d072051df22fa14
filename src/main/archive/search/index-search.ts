// Pages of results straight from the index, where no filter needs a look at every match.
import type { SearchQuery } from '../../../shared/search.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { FIRST_DATED, STRAYED_NUMBERS } from './numbers.ts';

/** One page of what matches, with exact totals. */
export interface Page {
  total: number;
  uncertain: number;
  undated: number;
  documents: Document[];
}

/** A document of the index; uncertain where its date is too coarse to say whether it lies where it was asked for. */
export interface Document {
  number: number;
  uncertain: boolean;
}

/** What an FTS5 table is asked. */
export interface IndexMatch {
  table: 'texts' | 'name_starts';
  expression: string;
  /**
   * What comes first where relevance counts: what was typed and not only another name or form of it, and of very many
   * alternatives the most telling.
   */
  first?: string;
  /** True where what does not come first is in the order of dates, since nothing about it tells more. */
  restByDate?: boolean;
  /** True where it is better asked once for everything than once for each thing that is wanted of it. */
  costly?: boolean;
}

/**
 * How much more a match in a title, the text, a name or a source says, and that a tag says nothing: the arguments of bm25,
 * in the order of columns.
 */
export const WEIGHTS = '8.0, 1.0, 2.0, 0.2, 0.0';

type Window = [limit: number, offset: number];

/** A page of what matches; null matches everything. Relevance means bm25, and the newest first where nothing was asked. */
export function findByIndex(index: Database, match: IndexMatch | null, query: SearchQuery): Page {
  const total = match ? countMatches(index, match) : countDocuments(index);
  const undated = match ? countUndatedMatches(index, match) : countUndated(index);
  const window: Window = [query.limit, query.offset];
  const numbers =
    query.sort === 'oldest'
      ? oldest(index, match, { window, dated: total - undated })
      : query.sort === 'relevance' && match?.table === 'texts'
        ? firstThenRest(index, match, window)
        : newest(index, match, window);
  const documents = numbers.map((number) => ({ number, uncertain: false }));
  return { total, uncertain: 0, undated, documents };
}

/** How many documents match. */
export function countMatches(index: Database, { table, expression }: IndexMatch): number {
  return one<[string]>(
    index,
    `SELECT count(*)
     FROM ${table}
     WHERE ${table} MATCH ?`,
    expression,
  );
}

/** Tells whether so many documents match, at less cost than counting them all. */
export function hasMatches(
  index: Database,
  { table, expression }: IndexMatch,
  wanted: number,
): boolean {
  const found = one<[string, number]>(
    index,
    `SELECT count(*)
     FROM (
       SELECT rowid
       FROM ${table}
       WHERE ${table} MATCH ?
       LIMIT ?
     )`,
    expression,
    wanted,
  );
  return found === wanted;
}

function countUndatedMatches(index: Database, { table, expression }: IndexMatch): number {
  return one<[string, number]>(
    index,
    `SELECT count(*)
     FROM ${table}
     WHERE ${table} MATCH ? AND rowid < ?`,
    expression,
    FIRST_DATED,
  );
}

function countDocuments(index: Database): number {
  return one<[]>(index, `SELECT documents FROM about`);
}

function countUndated(index: Database): number {
  return one<[number]>(
    index,
    `SELECT count(*)
     FROM documents
     WHERE number < ?`,
    FIRST_DATED,
  );
}

/** Tells whether some day, or the undated, had more records than numbers, so that numbers are not in order of dates. */
export function hasStrayed(index: Database): boolean {
  return one<[]>(index, `SELECT max(number) FROM documents`) >= STRAYED_NUMBERS.first;
}

/** The number of the record that a document is of. */
export function recordOfDocument(index: Database, document: number): number {
  return one<[number]>(
    index,
    `SELECT record
     FROM documents
     WHERE number = ?`,
    document,
  );
}

/** The newest document whose texts match; null where none does. */
export function newestMatch(index: Database, expression: string): number | null {
  const [number = null] = newest(index, { table: 'texts', expression }, [1, 0]);
  return number;
}

// bm25 adds up what it is asked for, so that whoever lists all names of a thing would come before who is about it.
function firstThenRest(index: Database, match: IndexMatch, [limit, offset]: Window): number[] {
  const { table, first, restByDate, expression } = match;
  if (first === undefined) return mostRelevant(index, expression, [limit, offset]);
  const best = mostRelevant(index, first, [limit, offset]);
  if (best.length === limit) return best;
  const before =
    best.length > 0 ? offset + best.length : countMatches(index, { table, expression: first });
  const window: Window = [limit - best.length, Math.max(0, offset - before)];
  const rest = `(${expression}) NOT (${first})`;
  return [
    ...best,
    ...(restByDate
      ? newest(index, { table, expression: rest }, window)
      : mostRelevant(index, rest, window)),
  ];
}

function mostRelevant(index: Database, expression: string, window: Window): number[] {
  return numbers<[string, ...Window]>(
    index,
    `SELECT rowid
     FROM texts
     WHERE texts MATCH ?
     ORDER BY bm25(texts, ${WEIGHTS}), rowid DESC
     LIMIT ? OFFSET ?`,
    expression,
    ...window,
  );
}

function newest(index: Database, match: IndexMatch | null, window: Window): number[] {
  if (!match) {
    return numbers<Window>(
      index,
      `SELECT number
       FROM documents
       ORDER BY number DESC
       LIMIT ? OFFSET ?`,
      ...window,
    );
  }
  return numbers<[string, ...Window]>(
    index,
    `SELECT rowid
     FROM ${match.table}
     WHERE ${match.table} MATCH ?
     ORDER BY rowid DESC
     LIMIT ? OFFSET ?`,
    match.expression,
    ...window,
  );
}

// The undated come last here too, though their numbers are the lowest.
function oldest(
  index: Database,
  match: IndexMatch | null,
  { window: [limit, offset], dated }: { window: Window; dated: number },
): number[] {
  const first = oldestBetween(index, match, [FIRST_DATED, STRAYED_NUMBERS.first], [limit, offset]);
  const left = limit - first.length;
  if (left === 0) return first;
  const rest: Window = [left, Math.max(0, offset - dated)];
  return [...first, ...oldestBetween(index, match, [0, FIRST_DATED], rest)];
}

function oldestBetween(
  index: Database,
  match: IndexMatch | null,
  span: [from: number, to: number],
  window: Window,
): number[] {
  if (!match) {
    return numbers<[...typeof span, ...Window]>(
      index,
      `SELECT number
       FROM documents
       WHERE number >= ? AND number < ?
       ORDER BY number
       LIMIT ? OFFSET ?`,
      ...span,
      ...window,
    );
  }
  return numbers<[string, ...typeof span, ...Window]>(
    index,
    `SELECT rowid
     FROM ${match.table}
     WHERE ${match.table} MATCH ? AND rowid >= ? AND rowid < ?
     ORDER BY rowid
     LIMIT ? OFFSET ?`,
    match.expression,
    ...span,
    ...window,
  );
}

function numbers<P extends unknown[]>(index: Database, sql: string, ...values: P): number[] {
  return statement<P, number>(index, sql)
    .pluck()
    .all(...values);
}

function one<P extends unknown[]>(index: Database, sql: string, ...values: P): number {
  return (
    statement<P, number>(index, sql)
      .pluck()
      .get(...values) ?? 0
  );
}
