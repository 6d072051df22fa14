// Compares what the archive derived from its revisions with what follows from them.
import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { unpackRecord } from './codec.ts';
import { countriesOf, currentColumns } from './current.ts';
import { linksOf } from './links.ts';

/** What a record should have elsewhere; the sums over all records must be all that there is. */
export interface RecordCheck {
  /** True where its row, countries and links are those of the revision that wins. */
  sound: boolean;
  countries: number;
  links: number;
}

interface Winner {
  number: number;
  shelf: string;
  data: Buffer;
}

/** Checks one record against its revisions; bytes that cannot be read throw `archive_damaged`. */
export function checkRecord(db: Database, number: number): RecordCheck {
  const winner = winningRevision(db, number);
  if (!winner) return { sound: false, countries: 0, links: 0 };
  const record = unpackRecord(db, winner.data);
  const links = linksOf(record, winner.shelf);
  const countries = countriesOf(record);
  const expected = currentColumns({ record, revision: winner.number });
  const sound =
    isDeepStrictEqual({ ...rowColumns(db, number) }, expected) &&
    countries.every((country, position) => hasCountry(db, { number, position, country })) &&
    links.every(({ shelf, id, role }) => hasLink(db, [id, shelf, number, role]));
  return { sound, countries: countries.length, links: links.length };
}

function winningRevision(db: Database, number: number): Winner | undefined {
  return statement<[number], Winner>(
    db,
    `SELECT revisions.number, shelves.key AS shelf, revisions.data
     FROM revisions
     JOIN records ON records.number = revisions.record
     JOIN shelves ON shelves.number = records.shelf
     WHERE revisions.record = ?
     ORDER BY revisions.standing DESC, revisions.revision DESC, revisions.hash DESC
     LIMIT 1`,
  ).get(number);
}

function rowColumns(db: Database, number: number): object | undefined {
  return statement<[number], object>(
    db,
    `SELECT kind, subtype, lang, title, titles, date, date_kind, end_date, end_kind, status,
       confidence, day_from, day_to, sources, withdrawn, current
     FROM records
     WHERE number = ?`,
  ).get(number);
}

function hasCountry(
  db: Database,
  { number, position, country }: { number: number; position: number; country: string },
): boolean {
  const found = statement<[number, number, string]>(
    db,
    `SELECT 1
     FROM record_countries
     WHERE record = ? AND position = ? AND country = ?`,
  ).get(number, position, country);
  return found !== undefined;
}

function hasLink(db: Database, key: [id: string, shelf: string, record: number, role: string]) {
  const found = statement<[string, string, number, string]>(
    db,
    `SELECT 1
     FROM links
     WHERE target_id = ? AND target_shelf = ? AND record = ? AND role = ?`,
  ).get(...key);
  return found !== undefined;
}

/** How many rows there are of what belongs to records. */
export function countDerived(db: Database): { countries: number; links: number } {
  const row = statement<[], { countries: number; links: number }>(
    db,
    `SELECT
       (SELECT count(*) FROM record_countries) AS countries,
       (SELECT count(*) FROM links) AS links`,
  ).get();
  return row ?? { countries: 0, links: 0 };
}

/** Whether `changes` has every number from 1 on, and every record in it. */
export function changesAreWhole(db: Database): boolean {
  const row = statement<[], { whole: number }>(
    db,
    `SELECT
       (SELECT count(*) = coalesce(max(number), 0) FROM changes)
       AND NOT EXISTS (
         SELECT 1
         FROM records
         WHERE number NOT IN (SELECT record FROM changes)
       ) AS whole`,
  ).get();
  return row?.whole === 1;
}

/** The numbers of all records after a number, at most `limit`. */
export function recordNumbersAfter(db: Database, after: number, limit: number): number[] {
  const rows = statement<[number, number], { number: number }>(
    db,
    `SELECT number
     FROM records
     WHERE number > ?
     ORDER BY number
     LIMIT ?`,
  ).all(after, limit);
  return rows.map(({ number }) => number);
}
