// What publishers signed, byte by byte: roots, lists, and the proof of lists that contradict each other.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';

/** One signed file of a publisher. */
export interface SignedRow {
  role: string;
  version: number;
  /** SHA-256 of the canonical JSON of its signed part, hexadecimal. */
  hash: string;
  bytes: Uint8Array;
}

const MAX_SIGNED_BYTES = 4 << 20;
const pack = (bytes: Uint8Array) => deflateRawSync(bytes, { level: 6 });

function unpack(data: Buffer): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: MAX_SIGNED_BYTES });
  } catch (error) {
    throw new AppError('archive_damaged', {}, { cause: error });
  }
}

/** Adds an earlier list that is known now, without letting it count. */
export function putEarlier(db: Database, shelf: number, row: SignedRow): void {
  statement(
    db,
    `INSERT INTO metadata (shelf, role, version, hash, live, data)
     VALUES (?, ?, ?, ?, 0, ?)
     ON CONFLICT (shelf, role, version, hash) DO NOTHING`,
  ).run(shelf, row.role, row.version, Buffer.from(row.hash, 'hex'), pack(row.bytes));
}

/** Adds a signed file, or makes one that is known count again. */
export function putSigned(db: Database, shelf: number, row: SignedRow): void {
  statement(
    db,
    `INSERT INTO metadata (shelf, role, version, hash, live, data)
     VALUES (?, ?, ?, ?, 1, ?)
     ON CONFLICT (shelf, role, version, hash) DO UPDATE SET live = 1`,
  ).run(shelf, row.role, row.version, Buffer.from(row.hash, 'hex'), pack(row.bytes));
}

/** Lets the lists that counted until now count no more; of timestamp and snapshot nothing is kept. */
export function retireLists(db: Database, shelf: number): void {
  statement(
    db,
    `DELETE FROM metadata
     WHERE shelf = ? AND role IN ('timestamp', 'snapshot')`,
  ).run(shelf);
  statement(
    db,
    `UPDATE metadata
     SET live = 0
     WHERE shelf = ? AND role <> 'root'`,
  ).run(shelf);
}

/** What counts now of a publisher: every root by its version, and the newest lists. */
export function liveSigned(db: Database, shelf: number): SignedRow[] {
  return statement<[number], { role: string; version: number; hash: string; data: Buffer }>(
    db,
    `SELECT role, version, lower(hex(hash)) AS hash, data
     FROM metadata
     WHERE shelf = ? AND live = 1
     ORDER BY role, version`,
  )
    .all(shelf)
    .map(({ data, ...row }) => ({ ...row, bytes: unpack(data) }));
}

/** The newest file of one role that counts now, such as the newest root; null where there is none. */
export function newestSigned(db: Database, shelf: number, role: string): SignedRow | null {
  const row = statement<[number, string], { version: number; hash: string; data: Buffer }>(
    db,
    `SELECT version, lower(hex(hash)) AS hash, data
     FROM metadata
     WHERE shelf = ? AND role = ? AND live = 1
     ORDER BY version DESC
     LIMIT 1`,
  ).get(shelf, role);
  return row ? { role, version: row.version, hash: row.hash, bytes: unpack(row.data) } : null;
}

/** The names of all signed files that were ever accepted, without their bytes. */
export function knownSigned(db: Database, shelf: number): Omit<SignedRow, 'bytes'>[] {
  return statement<[number], Omit<SignedRow, 'bytes'>>(
    db,
    `SELECT role, version, lower(hex(hash)) AS hash
     FROM metadata
     WHERE shelf = ?
     ORDER BY role, version, hash`,
  ).all(shelf);
}

/** One signed file by its hash, or null. */
export function signedByHash(db: Database, shelf: number, hash: string): SignedRow | null {
  const row = statement<[number, Buffer], { role: string; version: number; data: Buffer }>(
    db,
    `SELECT role, version, data
     FROM metadata
     WHERE shelf = ? AND hash = ?`,
  ).get(shelf, Buffer.from(hash, 'hex'));
  if (!row) return null;
  return { role: row.role, version: row.version, hash, bytes: unpack(row.data) };
}

/** Two signed files that should be one. */
export interface EvidenceRow {
  code: string;
  role: string;
  version: number;
  heldHash: string;
  givenHash: string;
}

/** Keeps the proof that somebody made the publisher say two things; the same proof is kept once. */
export function putEvidence(
  db: Database,
  shelf: number,
  evidence: EvidenceRow & { held: Uint8Array | null; given: Uint8Array },
): void {
  statement(
    db,
    `INSERT INTO evidence (shelf, code, role, version, held_hash, given_hash, held, given)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (shelf, code, role, version, held_hash, given_hash) DO NOTHING`,
  ).run(
    shelf,
    evidence.code,
    evidence.role,
    evidence.version,
    Buffer.from(evidence.heldHash, 'hex'),
    Buffer.from(evidence.givenHash, 'hex'),
    evidence.held && pack(evidence.held),
    pack(evidence.given),
  );
}

/** All proof that is kept of a publisher, without the bytes. */
export function evidenceOf(db: Database, shelf: number): EvidenceRow[] {
  return statement<[number], EvidenceRow>(
    db,
    `SELECT code, role, version, lower(hex(held_hash)) AS heldHash, lower(hex(given_hash)) AS givenHash
     FROM evidence
     WHERE shelf = ?
     ORDER BY code, role, version, number`,
  ).all(shelf);
}
