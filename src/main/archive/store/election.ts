// Which revision of a record is the current one, when what carries its revisions changes.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { noteChange } from './changes.ts';
import { unpackRecord } from './codec.ts';
import { clearDerived, replaceCurrent } from './current.ts';
import { STANDING, type Standing } from './standing.ts';

/** Notes that a publisher's file carries a revision. */
export function noteCarried(db: Database, file: number, revision: number): void {
  statement(
    db,
    `INSERT INTO carried (file, revision)
     VALUES (?, ?)
     ON CONFLICT (file, revision) DO NOTHING`,
  ).run(file, revision);
}

/** Sets how good what carries a revision is; the record's current revision must then be elected anew. */
export function setStanding(db: Database, revision: number, standing: Standing): void {
  statement(
    db,
    `UPDATE revisions
     SET standing = ?
     WHERE number = ?`,
  ).run(standing, revision);
}

/**
 * Makes the revision current that wins now, those in `doomed` left out of account; a record of which no other revision
 * is left is removed. True where that changed anything.
 */
export function electCurrent(
  db: Database,
  number: number,
  doomed: ReadonlySet<number> = new Set(),
): boolean {
  const winner = candidates(db, number).find((revision) => !doomed.has(revision));
  const row = recordOf(db, number);
  if (!row || row.current === winner) return false;
  if (winner === undefined) {
    clearDerived(db, number, row.shelf);
    statement(db, `DELETE FROM revisions WHERE record = ?`).run(number);
    statement(db, `DELETE FROM records WHERE number = ?`).run(number);
  } else {
    const record = unpackRecord(db, dataOf(db, winner));
    replaceCurrent(db, { number, shelf: row.shelf, revision: winner, record });
  }
  noteChange(db, number);
  return true;
}

function candidates(db: Database, record: number): number[] {
  return statement<[number], { number: number }>(
    db,
    `SELECT number
     FROM revisions
     WHERE record = ?
     ORDER BY standing DESC, revision DESC, hash DESC`,
  )
    .all(record)
    .map(({ number }) => number);
}

function dataOf(db: Database, revision: number): Buffer {
  const found = statement<[number], { data: Buffer }>(
    db,
    `SELECT data
     FROM revisions
     WHERE number = ?`,
  ).get(revision);
  if (!found) throw new Error('a revision without its row');
  return found.data;
}

function recordOf(db: Database, number: number) {
  return statement<[number], { shelf: string; current: number }>(
    db,
    `SELECT shelves.key AS shelf, records.current
     FROM records
     JOIN shelves ON shelves.number = records.shelf
     WHERE records.number = ?`,
  ).get(number);
}

/** Finds out anew how good the carriers of a file's revisions are, and elects where that changed. Gives how many changed. */
export function reassess(db: Database, file: number): number {
  let changed = 0;
  for (const { number, record, standing, now } of standingsOf(db, file)) {
    if (standing === now) continue;
    setStanding(db, number, now);
    electCurrent(db, record);
    changed += 1;
  }
  return changed;
}

function standingsOf(db: Database, file: number) {
  return statement<
    { file: number }[],
    { number: number; record: number; standing: Standing; now: Standing }
  >(
    db,
    `SELECT revisions.number, revisions.record, revisions.standing, (
       SELECT max(
         CASE
           WHEN files.stolen = 1 THEN ${STANDING.stolen}
           WHEN files.listed = 0 THEN ${STANDING.delisted}
           ELSE ${STANDING.listed}
         END
       )
       FROM carried AS carriers
       JOIN files ON files.number = carriers.file
       WHERE carriers.revision = revisions.number
     ) AS now
     FROM carried
     JOIN revisions ON revisions.number = carried.revision
     WHERE carried.file = :file
     ORDER BY revisions.number`,
  ).all({ file });
}
