// Which queries a piece of code asks, and how SQLite means to answer them.
import type { Database } from '../../src/main/sqlite/open.ts';

/** Runs code on a database and gives every query that it compiled meanwhile. */
export function queriesOf(db: Database, run: () => unknown): string[] {
  const queries: string[] = [];
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    queries.push(sql);
    return prepare(sql);
  }) as typeof db.prepare;
  run();
  db.prepare = prepare;
  return queries;
}

/** The lines of SQLite's plan for a query, such as `SEARCH records USING INTEGER PRIMARY KEY (rowid=?)`. */
export function planOf(db: Database, sql: string): string[] {
  const names = [...sql.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const unnamed = sql.split('?').length - 1;
  const values = names.length > 0 ? [Object.fromEntries(names.map((name) => [name, null]))] : [];
  const rows = db
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...values, ...Array.from({ length: unnamed }, () => null)) as { detail: string }[];
  return rows.map(({ detail }) => detail);
}
