// What is asked of the archive: records by address and number, rows for lists, revisions and changes.
import type { RevisionRow } from '../../../shared/reading.ts';
import type { ArchiveRecord, FuzzyDate, RecordKind } from '../../../shared/record.ts';
import type { RecordRow } from '../../../shared/search.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { unpackRecord } from './codec.ts';
import { WITHDRAWN } from './current.ts';
import type { Standing } from './standing.ts';

/** A record's address; without a shelf, the first shelf that has the id. */
export interface RecordAddress {
  id: string;
  shelf?: string | undefined;
}

/** A record in its current revision, with the number that it has in this archive only. */
export interface StoredRecord {
  number: number;
  shelf: string;
  record: ArchiveRecord;
}

interface StoredRow {
  number: number;
  shelf: string;
  data: Buffer;
}

const stored = (db: Database, { number, shelf, data }: StoredRow): StoredRecord => ({
  number,
  shelf,
  record: unpackRecord(db, data),
});

/** The current revision of the record at an address; without a shelf, the program's own first, and quarantine last. */
export function recordByAddress(db: Database, { id, shelf }: RecordAddress): StoredRecord | null {
  const row = statement<{ id: string; shelf: string | null }[], StoredRow>(
    db,
    `SELECT records.number, shelves.key AS shelf, revisions.data
     FROM records
     JOIN shelves ON shelves.number = records.shelf
     JOIN revisions ON revisions.number = records.current
     WHERE records.id = :id AND (:shelf IS NULL OR shelves.key = :shelf)
     ORDER BY shelves.trust = 'quarantined', records.shelf
     LIMIT 1`,
  ).get({ id, shelf: shelf ?? null });
  return row ? stored(db, row) : null;
}

/** The current revision of the record with a number. */
export function recordByNumber(db: Database, number: number): StoredRecord | null {
  const row = statement<[number], StoredRow>(
    db,
    `SELECT records.number, shelves.key AS shelf, revisions.data
     FROM records
     JOIN shelves ON shelves.number = records.shelf
     JOIN revisions ON revisions.number = records.current
     WHERE records.number = ?`,
  ).get(number);
  return row ? stored(db, row) : null;
}

/** A record as it was in the revision with a hash. */
export function recordWithHash(db: Database, number: number, hash: string): ArchiveRecord | null {
  const row = statement<[number, Buffer], { data: Buffer }>(
    db,
    `SELECT data
     FROM revisions
     WHERE record = ? AND hash = ?`,
  ).get(number, Buffer.from(hash, 'hex'));
  return row ? unpackRecord(db, row.data) : null;
}

const PAGE = 200;

/** Goes through the current revision of every record in the order of their numbers, a page of them at a time. */
export function* currentRecords(db: Database): Generator<StoredRecord> {
  const page = statement<[number, number], StoredRow>(
    db,
    `SELECT records.number, shelves.key AS shelf, revisions.data
     FROM records
     JOIN shelves ON shelves.number = records.shelf
     JOIN revisions ON revisions.number = records.current
     WHERE records.number > ?
     ORDER BY records.number
     LIMIT ?`,
  );
  for (let after = 0; ; ) {
    const rows = page.all(after, PAGE);
    for (const row of rows) yield stored(db, row);
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
  }
}

/** One revision as it is kept, whether it is the current one or not. */
export interface StoredRevision {
  number: number;
  /** The number of its record. */
  owner: number;
  shelf: string;
  hash: Buffer;
  record: ArchiveRecord;
}

/** Goes through every revision of every record in the order of their arrival, a page of them at a time. */
export function* allRevisions(db: Database): Generator<StoredRevision> {
  const page = statement<[number, number], StoredRow & { owner: number; hash: Buffer }>(
    db,
    `SELECT revisions.number, revisions.record AS owner, shelves.key AS shelf, revisions.hash,
       revisions.data
     FROM revisions
     JOIN records ON records.number = revisions.record
     JOIN shelves ON shelves.number = records.shelf
     WHERE revisions.number > ?
     ORDER BY revisions.number
     LIMIT ?`,
  );
  for (let after = 0; ; ) {
    const rows = page.all(after, PAGE);
    for (const { data, ...row } of rows) yield { ...row, record: unpackRecord(db, data) };
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
  }
}

/** How many records there are. */
export function countRecords(db: Database): number {
  const row = statement<[], { records: number }>(
    db,
    `SELECT count(*) AS records
     FROM records`,
  ).get();
  return row?.records ?? 0;
}

interface RowColumns {
  shelf: string;
  id: string;
  kind: RecordKind;
  subtype: string | null;
  lang: string;
  title: string;
  titles: string | null;
  date: string | null;
  date_kind: FuzzyDate['kind'];
  end_date: string | null;
  end_kind: FuzzyDate['kind'];
  status: RecordRow['status'];
  confidence: RecordRow['confidence'];
  sources: number;
  withdrawn: 0 | 1 | 2;
  countries: string | null;
}

/** A record as one row of a list shows it; read from columns alone, so that a long list stays cheap. */
export function recordRow(db: Database, number: number): RecordRow | null {
  const row = statement<[number], RowColumns>(
    db,
    `SELECT shelves.key AS shelf, id, kind, subtype, lang, title, titles, date, date_kind,
       end_date, end_kind, status, confidence, sources, withdrawn,
       (
         SELECT group_concat(country, ' ' ORDER BY position)
         FROM record_countries
         WHERE record = records.number
       ) AS countries
     FROM records
     JOIN shelves ON shelves.number = records.shelf
     WHERE records.number = ?`,
  ).get(number);
  return row ? rowOf(row) : null;
}

/** The rows of several records, in the order asked for; numbers that are not here are left out. */
export function recordRows(db: Database, numbers: Iterable<number>): RecordRow[] {
  return Array.from(numbers, (number) => recordRow(db, number)).filter((row) => row !== null);
}

function rowOf({
  date_kind,
  end_date,
  end_kind,
  countries,
  withdrawn,
  ...row
}: RowColumns): RecordRow {
  return {
    ...row,
    titles: row.titles === null ? {} : JSON.parse(row.titles),
    date: fuzzyDate(row.date, date_kind),
    end: fuzzyDate(end_date, end_kind),
    countries: countries?.split(' ') ?? [],
    withdrawn: WITHDRAWN[withdrawn],
  };
}

const PRECISION: Record<number, FuzzyDate['precision']> = { 4: 'year', 7: 'month', 10: 'day' };

// A date's form tells its precision, as the schema demands.
function fuzzyDate(value: string | null, kind: FuzzyDate['kind']): FuzzyDate | null {
  return value === null ? null : { value, precision: PRECISION[value.length] ?? 'minute', kind };
}

/** The SHA-256 of every file that any revision of a record has attached. */
export function attachedTo(db: Database, number: number): string[] {
  const rows = statement<[number], { data: Buffer }>(
    db,
    `SELECT data
     FROM revisions
     WHERE record = ?`,
  ).all(number);
  return rows.flatMap(({ data }) => unpackRecord(db, data).attachments.map(({ sha256 }) => sha256));
}

const STANDING_NAMES = [
  'stolen',
  'delisted',
  'listed',
] as const satisfies RevisionRow['standing'][];

/** Every revision of a record that is here, the newest first, of two with one number the one that wins first. */
export function revisionsOf(db: Database, number: number): RevisionRow[] {
  const rows = statement<
    [number],
    { revision: number; hash: Buffer; standing: Standing; data: Buffer; current: number }
  >(
    db,
    `SELECT revisions.revision, revisions.hash, revisions.standing, revisions.data,
       revisions.number = records.current AS current
     FROM revisions
     JOIN records ON records.number = revisions.record
     WHERE revisions.record = ?
     ORDER BY revisions.revision DESC, revisions.standing DESC, revisions.hash DESC`,
  ).all(number);
  return rows.map(({ revision, hash, standing, data, current }) => {
    const { updated, correction } = unpackRecord(db, data);
    return {
      revision,
      hash: hash.toString('hex'),
      updated,
      correction,
      current: current === 1,
      standing: STANDING_NAMES[standing],
    };
  });
}

/** The number of the last change; 0 in an empty archive. */
export function lastChange(db: Database): number {
  const row = statement<[], { last: number }>(
    db,
    `SELECT coalesce(max(number), 0) AS last
     FROM changes`,
  ).get();
  return row?.last ?? 0;
}

/** A record that changed, with the number of its last change. */
export interface Change {
  record: number;
  change: number;
}

/** The records that changed after a change, each once, in the order of their last change. */
export function changesSince(db: Database, change: number): Change[] {
  return statement<[number], Change>(
    db,
    `SELECT record, max(number) AS change
     FROM changes
     WHERE number > ?
     GROUP BY record
     ORDER BY max(number)`,
  ).all(change);
}
