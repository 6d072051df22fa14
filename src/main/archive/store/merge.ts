// Merges revisions into the archive: in any order and with any repetition, the same revisions give the same state.
import type { ArchiveRecord } from '../../../shared/record.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { packRecord, revisionHash } from './codec.ts';
import { noteChange } from './changes.ts';
import { addRecord, replaceCurrent } from './current.ts';
import { electCurrent, noteCarried, setStanding } from './election.ts';
import { STANDING, type Standing } from './standing.ts';
import { shelfByKey, shelfNumber } from './shelves.ts';

/** One revision as the winner rule sees it. */
export interface RevisionKey {
  standing: Standing;
  revision: number;
  /** SHA-256 of the canonical JSON. */
  hash: Buffer;
}

/** What a revision did to the archive: `older` is kept beside the current one, `known` was here already. */
export type MergeOutcome = 'added' | 'updated' | 'older' | 'known';

/**
 * The winner rule: what is listed before what is not, and both before what was signed with a stolen key; then the
 * highest revision, and of two with one number the larger hash (a conflict, which is shown). Negative where a loses to
 * b, 0 where they are the same revision.
 */
export function compareRevisions(a: RevisionKey, b: RevisionKey): number {
  return a.standing - b.standing || a.revision - b.revision || Buffer.compare(a.hash, b.hash);
}

/** A revision that arrives: its shelf's key, and the number of the publisher's file that carries it. */
export interface Arrival {
  shelf: string;
  record: ArchiveRecord;
  file?: number;
  standing?: Standing;
}

/**
 * Puts one revision of a record onto the shelf with the given key, within a transaction of the caller's; the record
 * must have been checked by the schema. Every outcome but `known` takes one number of `changes`.
 */
export function putRevision(db: Database, shelf: string, record: ArchiveRecord): MergeOutcome {
  return putArrival(db, { shelf, record });
}

/** Puts a revision as `putRevision` does, and notes which file carries it; a known one may rise by what carries it. */
export function putArrival(db: Database, arrival: Arrival): MergeOutcome {
  const { shelf, record, file, standing = STANDING.listed } = arrival;
  const key = { standing, revision: record.revision, hash: revisionHash(record) };
  const current = currentRevision(db, shelfNumber(db, shelf), record.id);
  const known = current && knownRevision(db, current.record, key);
  if (known) {
    if (file !== undefined) noteCarried(db, file, known.number);
    if (known.standing < standing) raise(db, { ...known, standing, record: current.record });
    return 'known';
  }
  const revision = nextRevision(db);
  const number = current?.record ?? addRecord(db, { shelf, revision, record });
  insertRevision(db, { revision, number, key, data: packRecord(db, record) });
  if (file !== undefined) noteCarried(db, file, revision);
  noteChange(db, number);
  if (!current) return 'added';
  if (compareRevisions(key, current) < 0) return 'older';
  replaceCurrent(db, { shelf, revision, record, number });
  return 'updated';
}

/** What a revision would do to what is shown if it arrived; null where it is here already, or another counts for more. */
export function foresee(
  db: Database,
  shelf: string,
  record: ArchiveRecord,
): 'added' | 'changed' | null {
  const known = shelfByKey(db, shelf);
  const current = known && currentRevision(db, known.number, record.id);
  if (!current) return 'added';
  const key = { standing: STANDING.listed, revision: record.revision, hash: revisionHash(record) };
  if (knownRevision(db, current.record, key) || compareRevisions(key, current) < 0) return null;
  return 'changed';
}

function raise(db: Database, known: { number: number; standing: Standing; record: number }): void {
  setStanding(db, known.number, known.standing);
  electCurrent(db, known.record);
}

function currentRevision(db: Database, shelf: number, id: string) {
  return statement<[string, number], RevisionKey & { record: number }>(
    db,
    `SELECT records.number AS record, revisions.standing, revisions.revision, revisions.hash
     FROM records
     JOIN revisions ON revisions.number = records.current
     WHERE records.id = ? AND records.shelf = ?`,
  ).get(id, shelf);
}

function knownRevision(db: Database, record: number, { revision, hash }: RevisionKey) {
  return statement<[number, number, Buffer], { number: number; standing: Standing }>(
    db,
    `SELECT number, standing
     FROM revisions
     WHERE record = ? AND revision = ? AND hash = ?`,
  ).get(record, revision, hash);
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
    `INSERT INTO revisions (number, record, revision, hash, data, standing)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(row.revision, row.number, row.key.revision, row.key.hash, row.data, row.key.standing);
}
