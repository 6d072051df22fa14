// The gapless sequence of changes, by which the search index follows the archive.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';

/** Notes that a record changed, came or went; the rowid after the largest one, since no change is ever deleted. */
export function noteChange(db: Database, record: number): void {
  statement(db, `INSERT INTO changes (record) VALUES (?)`).run(record);
}
