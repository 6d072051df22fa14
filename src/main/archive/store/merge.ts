// Merges revisions into the archive: in any order and with any repetition, the same revisions give the same state.
import type { ArchiveRecord } from '../../../shared/record.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { packRecord, revisionHash } from './codec.ts';
import { addRecord, replaceCurrent } from './current.ts';
import { shelfNumber } from './shelves.ts';

/** One revision as the winner rule sees it. */
export interface RevisionKey {
  revision: number;
  /** SHA-256 of the canonical JSON. */
  hash: Buffer;
}

/** What a revision did to the archive: `older` is kept beside the current one, `known` was here already. */
export type MergeOutcome = 'added' | 'updated' | 'older' | 'known';

/**
 * The winner rule: the highest revision, and of two with one number the larger hash (a conflict, which is shown).
 * Negative where a loses to b, 0 where they are the same revision.
 */
export function compareRevisions(a: RevisionKey, b: RevisionKey): number {
  return a.revision - b.revision || Buffer.compare(a.hash, b.hash);
}

/**
 * Puts one revision of a record onto the shelf with the given key, within a transaction of the caller's; the record
 * must have been checked by the schema. Every outcome but `known` takes one number of `changes`.
 */
export function putRevision(db: Database, shelf: string, record: ArchiveRecord): MergeOutcome {
  const key = { revision: record.revision, hash: revisionHash(record) };
  const standing = standingRevision(db, shelfNumber(db, shelf), record.id);
  if (standing && isKnown(db, standing.record, key)) return 'known';
  const revision = nextRevision(db);
  const number = standing?.record ?? addRecord(db, { shelf, revision, record });
  insertRevision(db, { revision, number, key, data: packRecord(db, record) });
  noteChange(db, number);
  if (!standing) return 'added';
  if (compareRevisions(key, standing) < 0) return 'older';
  replaceCurrent(db, { shelf, revision, record, number });
  return 'updated';
}

function standingRevision(db: Database, shelf: number, id: string) {
  return statement<[string, number], RevisionKey & { record: number }>(
    db,
    `SELECT records.number AS record, revisions.revision, revisions.hash
     FROM records
     JOIN revisions ON revisions.number = records.current
     WHERE records.id = ? AND records.shelf = ?`,
  ).get(id, shelf);
}

function isKnown(db: Database, record: number, { revision, hash }: RevisionKey): boolean {
  const found = statement<[number, number, Buffer]>(
    db,
    `SELECT 1
     FROM revisions
     WHERE record = ? AND revision = ? AND hash = ?`,
  ).get(record, revision, hash);
  return found !== undefined;
}

function nextRevision(db: Database): number {
  const found = statement<[], { next: number }>(
    db,
    `SELECT coalesce(max(number), 0) + 1 AS next
     FROM revisions`,
  ).get();
  return found?.next ?? 1;
}

function insertRevision(
  db: Database,
  row: { revision: number; number: number; key: RevisionKey; data: Buffer },
): void {
  statement(
    db,
    `INSERT INTO revisions (number, record, revision, hash, data)
     VALUES (?, ?, ?, ?, ?)`,
  ).run(row.revision, row.number, row.key.revision, row.key.hash, row.data);
}

// The rowid after the largest one: gapless, since no change is ever deleted.
function noteChange(db: Database, record: number): void {
  statement(db, `INSERT INTO changes (record) VALUES (?)`).run(record);
}
