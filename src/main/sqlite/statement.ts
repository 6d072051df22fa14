// Keeps each prepared statement with its database, so that a query is compiled once however often it is asked.
import type BetterSqlite3 from 'better-sqlite3';
import type { Database } from './open.ts';

const prepared = new WeakMap<Database, Map<string, BetterSqlite3.Statement>>();

/** Gives the compiled statement of a query, compiling it at its first use on this database. */
export function statement<Parameters extends unknown[] = unknown[], Row = unknown>(
  db: Database,
  sql: string,
): BetterSqlite3.Statement<Parameters, Row> {
  let known = prepared.get(db);
  if (!known) prepared.set(db, (known = new Map()));
  let found = known.get(sql);
  if (!found) known.set(sql, (found = db.prepare(sql)));
  return found as BetterSqlite3.Statement<Parameters, Row>;
}
