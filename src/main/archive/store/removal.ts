// Takes revisions, records and whole shelves out of the archive, so that nothing of them is left in its tables.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { noteChange } from './changes.ts';
import { clearDerived } from './current.ts';
import { electCurrent } from './election.ts';

/** What was taken out. */
export interface Removed {
  records: number;
  revisions: number;
}

interface Carried {
  revision: number;
  record: number;
}

/**
 * Takes out the revisions that only this file carries, and the records that are then without any; the file's own row
 * stays. Within a transaction of the caller's.
 */
export function dropCarried(db: Database, file: number): Removed {
  const doomed = onlyCarriedBy(db, file);
  const revisions = new Set(doomed.map(({ revision }) => revision));
  const records = new Set(doomed.map(({ record }) => record));
  statement(db, `DELETE FROM carried WHERE file = ?`).run(file);
  for (const record of records) electCurrent(db, record, revisions);
  const remove = statement(db, `DELETE FROM revisions WHERE number = ?`);
  for (const { revision } of doomed) remove.run(revision);
  return { records: records.size - countOf(db, records), revisions: doomed.length };
}

function onlyCarriedBy(db: Database, file: number): Carried[] {
  return statement<{ file: number }[], Carried>(
    db,
    `SELECT carried.revision, revisions.record
     FROM carried
     JOIN revisions ON revisions.number = carried.revision
     WHERE carried.file = :file AND NOT EXISTS (
       SELECT 1
       FROM carried AS others
       WHERE others.revision = carried.revision AND others.file <> :file
     )
     ORDER BY carried.revision`,
  ).all({ file });
}

function countOf(db: Database, records: ReadonlySet<number>): number {
  const find = statement<[number]>(
    db,
    `SELECT 1
     FROM records
     WHERE number = ?`,
  );
  return [...records].filter((record) => find.get(record)).length;
}

/** Takes one record out with all its revisions and what was derived from it. */
export function dropRecord(db: Database, number: number, shelf: string): Removed {
  clearDerived(db, number, shelf);
  statement(
    db,
    `DELETE FROM carried
     WHERE revision IN (
       SELECT number
       FROM revisions
       WHERE record = ?
     )`,
  ).run(number);
  const { changes } = statement(db, `DELETE FROM revisions WHERE record = ?`).run(number);
  statement(db, `DELETE FROM records WHERE number = ?`).run(number);
  noteChange(db, number);
  return { records: 1, revisions: changes };
}

/** The numbers of the files that carry any revision of a record. */
export function carriersOf(db: Database, record: number): number[] {
  const rows = statement<[number], { file: number }>(
    db,
    `SELECT DISTINCT carried.file
     FROM revisions
     JOIN carried ON carried.revision = revisions.number
     WHERE revisions.record = ?
     ORDER BY carried.file`,
  ).all(record);
  return rows.map(({ file }) => file);
}

/** The numbers of the records on a shelf. */
export function recordsOfShelf(db: Database, shelf: number): number[] {
  const rows = statement<[number], { number: number }>(
    db,
    `SELECT number
     FROM records
     WHERE shelf = ?
     ORDER BY number`,
  ).all(shelf);
  return rows.map(({ number }) => number);
}

/** Takes out what belongs to a publisher beside its records: its files' rows, what it signed, and its shelf. */
export function dropShelf(db: Database, shelf: number): void {
  for (const table of ['files', 'imports', 'evidence', 'metadata'] as const) {
    statement(db, `DELETE FROM ${table} WHERE shelf = ?`).run(shelf);
  }
  statement(db, `DELETE FROM shelves WHERE number = ?`).run(shelf);
}
