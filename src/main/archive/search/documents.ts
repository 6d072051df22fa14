// Puts documents into the index and takes them out, within a transaction of the caller's.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import type { IndexEntry } from './entry.ts';
import { VALUE_SETS, type ValueSet } from './facet-values.ts';
import { type NumberSpan, numbersOfDay, STRAYED_NUMBERS } from './numbers.ts';

/** What is indexed of a record, as far as a change is concerned. */
export interface IndexedDocument {
  number: number;
  hash: Buffer;
}

/** The document that a record is in the index; null where it is not indexed. */
export function documentOfRecord(index: Database, record: number): IndexedDocument | null {
  return (
    statement<[number], IndexedDocument>(
      index,
      `SELECT number, hash
       FROM documents
       WHERE record = ?`,
    ).get(record) ?? null
  );
}

/** Takes a document out of the index. */
export function removeDocument(index: Database, number: number): void {
  statement(index, `DELETE FROM texts WHERE rowid = ?`).run(number);
  statement(index, `DELETE FROM name_starts WHERE rowid = ?`).run(number);
  statement(index, `DELETE FROM names WHERE document = ?`).run(number);
  statement(index, `DELETE FROM documents WHERE number = ?`).run(number);
}

/** Adds documents; in the order of their numbers, since FTS5 writes out what it has gathered at every step back. */
export function addDocuments(index: Database, entries: readonly IndexEntry[]): void {
  // Only for now: what is written here may still be taken back.
  const sets = new Map<string, number>();
  const numbered = entries.map((entry) => addDocument(index, entry, sets));
  numbered.sort((a, b) => a.number - b.number);
  for (const { number, entry } of numbered) addTexts(index, number, entry);
}

interface Numbered {
  number: number;
  entry: IndexEntry;
}

function addDocument(index: Database, entry: IndexEntry, sets: Map<string, number>): Numbered {
  const number = freeNumber(index, entry.day_from);
  statement(
    index,
    `INSERT INTO documents (
       number, record, hash, kind, shelf, confidence, sources, languages, countries, services,
       triggers, organisations, events, day_from, starts_by, ends_after, day_to
     )
     VALUES (
       :number, :record, :hash, :kind, :shelf, :confidence, :sources, :languages, :countries, :services,
       :triggers, :organisations, :events, :day_from, :starts_by, :ends_after, :day_to
     )`,
  ).run({ ...entry, ...numbersOfSets(index, entry, sets), number });
  return { number, entry };
}

function numbersOfSets(
  index: Database,
  entry: IndexEntry,
  sets: Map<string, number>,
): Record<ValueSet, number> {
  const numbers = VALUE_SETS.map((name) => {
    const members = entry[name].join(' ');
    let number = sets.get(members);
    if (number === undefined) sets.set(members, (number = numberOfSet(index, members)));
    return [name, number] as const;
  });
  return Object.fromEntries(numbers) as Record<ValueSet, number>;
}

function numberOfSet(index: Database, members: string): number {
  const known = statement<[string], { number: number }>(
    index,
    `SELECT number
     FROM value_sets
     WHERE members = ?`,
  ).get(members);
  if (known) return known.number;
  const { lastInsertRowid } = statement(
    index,
    `INSERT INTO value_sets (members)
     VALUES (?)`,
  ).run(members);
  return Number(lastInsertRowid);
}

function addTexts(index: Database, number: number, { terms, names }: IndexEntry): void {
  statement(
    index,
    `INSERT INTO texts (rowid, title, body, names, sources, tags)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(number, terms.title, terms.body, terms.names, terms.sources, terms.tags);
  statement(
    index,
    `INSERT INTO name_starts (rowid, names)
     VALUES (?, ?)`,
  ).run(number, `${terms.title} ${terms.names}`);
  const insertName = statement(
    index,
    `INSERT INTO names (document, position, lang, name)
     VALUES (?, ?, ?, ?)`,
  );
  for (const [position, { lang, name }] of names.entries()) {
    insertName.run(number, position, lang, name);
  }
}

function freeNumber(index: Database, day: number | null): number {
  const own = numbersOfDay(day);
  const next = nextNumberIn(index, own);
  return next <= own.last ? next : nextNumberIn(index, STRAYED_NUMBERS);
}

function nextNumberIn(index: Database, { first, last }: NumberSpan): number {
  const row = statement<[number, number], { last: number | null }>(
    index,
    `SELECT max(number) AS last
     FROM documents
     WHERE number BETWEEN ? AND ?`,
  ).get(first, last);
  return (row?.last ?? first - 1) + 1;
}
