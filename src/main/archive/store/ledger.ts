// Which files were merged whole; it knows their bytes by hash, and nothing of where they came from.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';

export interface LedgerEntry {
  /** SHA-256 of the file's bytes, hexadecimal. */
  hash: string;
  origin: 'bundled' | 'local';
  /** Revisions in the file. */
  lines: number;
}

/** Tells whether a file was merged whole. */
export function isInLedger(db: Database, hash: string): boolean {
  const found = statement<[Buffer]>(
    db,
    `SELECT 1
     FROM ledger
     WHERE hash = ?`,
  ).get(Buffer.from(hash, 'hex'));
  return found !== undefined;
}

/** Notes, in the transaction that merges its last revision, that a file was merged whole. */
export function noteInLedger(db: Database, { hash, origin, lines }: LedgerEntry): void {
  statement(
    db,
    `INSERT INTO ledger (hash, origin, lines)
     VALUES (?, ?, ?)
     ON CONFLICT (hash) DO NOTHING`,
  ).run(Buffer.from(hash, 'hex'), origin, lines);
}

/** Every file that was merged whole. */
export function ledger(db: Database): LedgerEntry[] {
  return statement<[], LedgerEntry>(
    db,
    `SELECT lower(hex(hash)) AS hash, origin, lines
     FROM ledger
     ORDER BY hash`,
  ).all();
}

/** Forgets a file of which the archive holds nothing any more. */
export function forgetInLedger(db: Database, hash: string): void {
  statement(db, `DELETE FROM ledger WHERE hash = ?`).run(Buffer.from(hash, 'hex'));
}
