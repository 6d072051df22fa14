// The shelves that records stand on.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';

/** Whether a shelf's records are found by every search, or, in quarantine, only where it is asked for. */
export type ShelfStatus = 'bundled' | 'local' | 'trusted' | 'quarantined';

export interface Shelf {
  number: number;
  key: string;
  name: string;
  status: ShelfStatus;
  /** The highest version of the publisher's list that was ever seen properly signed; 0 for no publisher. */
  seen: number;
}

/** All shelves, those without a record too. */
export function shelves(db: Database): Shelf[] {
  return statement<[], Shelf>(
    db,
    `SELECT number, key, name, trust AS status, seen
     FROM shelves
     ORDER BY number`,
  ).all();
}

/** The number of the shelf with a key; throws where there is none, which is a bug of the caller. */
export function shelfNumber(db: Database, key: string): number {
  const found = statement<[string], { number: number }>(
    db,
    `SELECT number
     FROM shelves
     WHERE key = ?`,
  ).get(key);
  if (!found) throw new Error('no such shelf');
  return found.number;
}

/** The shelf with a key, or null. */
export function shelfByKey(db: Database, key: string): Shelf | null {
  const found = statement<[string], Shelf>(
    db,
    `SELECT number, key, name, trust AS status, seen
     FROM shelves
     WHERE key = ?`,
  ).get(key);
  return found ?? null;
}

/** The keys of the shelves in quarantine: their records are in no search that does not name them. */
export function quarantinedShelves(db: Database): string[] {
  const rows = statement<[], { key: string }>(
    db,
    `SELECT key
     FROM shelves
     WHERE trust = 'quarantined'
     ORDER BY key`,
  ).all();
  return rows.map(({ key }) => key);
}

/** Adds a publisher's shelf, in quarantine, and gives its number. */
export function addShelf(db: Database, key: string, name: string): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO shelves (key, name, trust)
     VALUES (?, ?, 'quarantined')`,
  ).run(key, name);
  return Number(lastInsertRowid);
}

/** Puts a publisher's shelf into quarantine, or takes it out. */
export function setShelfStatus(db: Database, key: string, status: 'trusted' | 'quarantined'): void {
  statement(
    db,
    `UPDATE shelves
     SET trust = ?
     WHERE key = ?`,
  ).run(status, key);
}

/** Notes what a publisher calls itself now, and the highest version of its list that was seen. */
export function noteOnShelf(
  db: Database,
  { key, name, seen }: Pick<Shelf, 'key' | 'name' | 'seen'>,
): void {
  statement(
    db,
    `UPDATE shelves
     SET name = ?, seen = ?
     WHERE key = ?`,
  ).run(name, seen, key);
}
