// The shelves that records stand on.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';

export interface Shelf {
  number: number;
  key: string;
  name: string;
}

/** All shelves, those without a record too. */
export function shelves(db: Database): Shelf[] {
  return statement<[], Shelf>(
    db,
    `SELECT number, key, name
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
