// The ledger of each publisher: every file that it ever listed, and what is here of it.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';

/** What is here of a listed file. */
export type FileState = 'missing' | 'damaged' | 'held' | 'partial';

/** A file as the publisher's list has it. */
export interface ListedRow {
  role: string;
  /** `<ns>/<name>`, as the list has it. */
  path: string;
  /** SHA-256 of its bytes, hexadecimal. */
  hash: string;
  bytes: number;
  /** What the list says of it, as JSON. */
  custom: string;
}

export interface FileRow extends ListedRow {
  number: number;
  listed: 0 | 1;
  stolen: 0 | 1;
  state: FileState;
  /** The import that brought it, while that can be taken back. */
  import: number | null;
}

const COLUMNS = `number, role, path, lower(hex(hash)) AS hash, bytes, custom, listed, stolen, state, import`;

/** Every file that a publisher ever listed, in the order in which this computer learnt of them. */
export function filesOf(db: Database, shelf: number): FileRow[] {
  return statement<[number], FileRow>(
    db,
    `SELECT ${COLUMNS}
     FROM files
     WHERE shelf = ?
     ORDER BY number`,
  ).all(shelf);
}

/** The files that an import brought. */
export function filesOfImport(db: Database, number: number): FileRow[] {
  return statement<[number], FileRow>(
    db,
    `SELECT ${COLUMNS}
     FROM files
     WHERE import = ?
     ORDER BY number`,
  ).all(number);
}

/** Notes a file that is listed now; one that is known is listed again. Gives its number. */
export function putListed(db: Database, shelf: number, file: ListedRow): number {
  const row = statement<
    { shelf: number; role: string; path: string; hash: Buffer; bytes: number; custom: string }[],
    { number: number }
  >(
    db,
    `INSERT INTO files (shelf, role, path, hash, bytes, custom, listed, stolen, state)
     VALUES (:shelf, :role, :path, :hash, :bytes, :custom, 1, 0, 'missing')
     ON CONFLICT (shelf, path, hash) DO UPDATE
     SET role = excluded.role, custom = excluded.custom, listed = 1, stolen = 0
     RETURNING number`,
  ).get({ ...file, shelf, hash: Buffer.from(file.hash, 'hex') });
  if (!row) throw new Error('a file without its row');
  return row.number;
}

/** Notes that a file is listed no more, or was signed with a stolen key. */
export function setListed(
  db: Database,
  file: number,
  { listed, stolen }: { listed: boolean; stolen: boolean },
): void {
  statement(
    db,
    `UPDATE files
     SET listed = ?, stolen = ?
     WHERE number = ?`,
  ).run(listed ? 1 : 0, stolen ? 1 : 0, file);
}

/** Notes what is here of a file, and which import brought it. */
export function setState(
  db: Database,
  file: number,
  { state, by }: { state: FileState; by: number | null },
): void {
  statement(
    db,
    `UPDATE files
     SET state = ?, import = ?
     WHERE number = ?`,
  ).run(state, by, file);
}

/** An import that can be taken back. */
export interface ImportRow {
  number: number;
  /** The version of the publisher's list at that time. */
  list: number;
  is_first: 0 | 1;
  files: number;
  revisions: number;
}

/** Begins an import and gives its number. */
export function addImport(
  db: Database,
  shelf: number,
  { list, isFirst }: { list: number; isFirst: boolean },
): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO imports (shelf, list, is_first)
     VALUES (?, ?, ?)`,
  ).run(shelf, list, isFirst ? 1 : 0);
  return Number(lastInsertRowid);
}

/** Forgets an import, whose files then belong to none. */
export function removeImport(db: Database, number: number): void {
  statement(db, `UPDATE files SET import = NULL WHERE import = ?`).run(number);
  statement(db, `DELETE FROM imports WHERE number = ?`).run(number);
}

/** The imports of a publisher that can be taken back, the oldest first. */
export function importsOf(db: Database, shelf: number): ImportRow[] {
  return statement<[number], ImportRow>(
    db,
    `SELECT number, list, is_first,
       (SELECT count(*) FROM files WHERE files.import = imports.number) AS files,
       (
         SELECT count(*)
         FROM files
         JOIN carried ON carried.file = files.number
         WHERE files.import = imports.number
       ) AS revisions
     FROM imports
     WHERE shelf = ?
     ORDER BY number`,
  ).all(shelf);
}

/** What the records of a publisher are, counted. */
export interface ShelfCounts {
  records: number;
  withdrawn: number;
  /** Records whose current revision only files carry that are listed no more, or that a stolen key signed. */
  delisted: number;
  stolen: number;
}

/** Counts a publisher's records. */
export function countShelf(db: Database, shelf: number): ShelfCounts {
  const row = statement<{ shelf: number }[], ShelfCounts>(
    db,
    `SELECT
       (SELECT count(*) FROM records WHERE shelf = :shelf) AS records,
       (SELECT count(*) FROM records WHERE shelf = :shelf AND withdrawn > 0) AS withdrawn,
       (
         SELECT count(*)
         FROM revisions
         JOIN records ON records.current = revisions.number AND records.number = revisions.record
         WHERE revisions.standing < 2 AND revisions.standing = 1 AND records.shelf = :shelf
       ) AS delisted,
       (
         SELECT count(*)
         FROM revisions
         JOIN records ON records.current = revisions.number AND records.number = revisions.record
         WHERE revisions.standing < 2 AND revisions.standing = 0 AND records.shelf = :shelf
       ) AS stolen`,
  ).get({ shelf });
  return row ?? { records: 0, withdrawn: 0, delisted: 0, stolen: 0 };
}

/** How many revisions of a publisher's records there are; it looks at all of them. */
export function countRevisions(db: Database, shelf: number): number {
  const row = statement<[number], { revisions: number }>(
    db,
    `SELECT count(*) AS revisions
     FROM records
     JOIN revisions ON revisions.record = records.number
     WHERE records.shelf = ?`,
  ).get(shelf);
  return row?.revisions ?? 0;
}

/** The files of a publisher that carry a revision of a record that is now withdrawn for safety. */
export function unsafeFiles(db: Database, shelf: number): Set<number> {
  const rows = statement<[number], { file: number }>(
    db,
    `SELECT DISTINCT carried.file
     FROM records
     JOIN revisions ON revisions.record = records.number
     JOIN carried ON carried.revision = revisions.number
     WHERE records.withdrawn > 0 AND records.withdrawn = 2 AND records.shelf = ?`,
  ).all(shelf);
  return new Set(rows.map(({ file }) => file));
}
