// Sums up which terms stand where, so that what an index holds can be compared with what it should hold, document by document.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { INDEX_COLUMNS, type IndexColumn } from './texts.ts';

/** A term in its place: the n-th of a column, from 0. */
export interface TermPlace {
  term: string;
  column: IndexColumn;
  at: number;
}

/** One sum per document; adding the same places in any order gives the same. */
export class TermSums {
  readonly #sums = new Map<number, number>();
  #term = '';
  #hash = 0;

  add(document: number, { term, column, at }: TermPlace): void {
    if (term !== this.#term) {
      this.#term = term;
      this.#hash = hashOf(term);
    }
    const place = mixed(
      this.#hash ^ mixed(at * INDEX_COLUMNS.length + INDEX_COLUMNS.indexOf(column) + 1),
    );
    // Sums stay below 2^53 for any text that a record can have.
    this.#sums.set(document, (this.#sums.get(document) ?? 0) + place);
  }

  /** The documents whose sums differ, or that only one of both knows. */
  unlike(other: TermSums): number[] {
    const documents = new Set([...this.#sums.keys(), ...other.#sums.keys()]);
    return [...documents].filter((number) => this.#sums.get(number) !== other.#sums.get(number));
  }
}

/** The terms that the tokenizer of the index makes of what it is fed with. */
export function* expectedTerms(columns: Record<IndexColumn, string>): Generator<TermPlace> {
  for (const column of INDEX_COLUMNS) {
    const fed = columns[column].match(/[a-z0-9_\x80-\u{10FFFF}]+/giu) ?? [];
    for (const [at, term] of fed.entries()) yield { term: lowerAscii(term), column, at };
  }
}

const lowerAscii = (term: string) => term.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());

/** Every term in every place that an index holds, with its document. */
export function* termsHeld(index: Database): Generator<[document: number, place: TermPlace]> {
  index.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.term_places USING fts5vocab(main, texts, instance)`,
  );
  const rows = statement<[], [string, number, IndexColumn, number]>(
    index,
    `SELECT term, doc, col, offset
     FROM temp.term_places`,
  );
  for (const [term, document, column, at] of rows.raw().iterate()) {
    yield [document, { term, column, at }];
  }
}

// FNV-1a over UTF-16 units.
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
