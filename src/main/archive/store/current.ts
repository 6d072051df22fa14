// Writes what lists, filters and links need of a record's current revision.
import type { ArchiveRecord, EventRecord } from '../../../shared/record.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { recordDates, recordSpan } from '../dates.ts';
import { unpackRecord } from './codec.ts';
import { linksOf } from './links.ts';
import { shelfNumber } from './shelves.ts';

/** How `records.withdrawn` is written. */
export const WITHDRAWN = ['no', 'retracted', 'safety'] as const;

/** A record's current revision. */
export interface Current {
  shelf: string;
  /** The number of the revision that is current. */
  revision: number;
  record: ArchiveRecord;
}

/** Adds a record with its first revision as the current one and gives its number. */
export function addRecord(db: Database, current: Current): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO records (
       shelf, id, kind, subtype, lang, title, titles, date, date_kind, end_date, end_kind,
       status, confidence, day_from, day_to, sources, withdrawn, current
     )
     VALUES (
       :shelf, :id, :kind, :subtype, :lang, :title, :titles, :date, :date_kind, :end_date, :end_kind,
       :status, :confidence, :day_from, :day_to, :sources, :withdrawn, :current
     )`,
  ).run({
    ...currentColumns(current),
    shelf: shelfNumber(db, current.shelf),
    id: current.record.id,
  });
  const number = Number(lastInsertRowid);
  addCountries(db, number, current.record);
  addLinks(db, number, current);
  return number;
}

/** Makes another revision the current one. */
export function replaceCurrent(db: Database, current: Current & { number: number }): void {
  const { number, record } = current;
  clearDerived(db, number, current.shelf);
  statement(
    db,
    `UPDATE records
     SET kind = :kind, subtype = :subtype, lang = :lang, title = :title, titles = :titles,
       date = :date, date_kind = :date_kind, end_date = :end_date, end_kind = :end_kind,
       status = :status, confidence = :confidence, day_from = :day_from, day_to = :day_to,
       sources = :sources, withdrawn = :withdrawn, current = :current
     WHERE number = :number`,
  ).run({ ...currentColumns(current), number });
  addCountries(db, number, record);
  addLinks(db, number, current);
}

/** Removes what was derived from a record's current revision, which must still be there. */
export function clearDerived(db: Database, number: number, shelf: string): void {
  removeLinks(db, number, shelf);
  statement(db, `DELETE FROM record_countries WHERE record = ?`).run(number);
}

/** The countries of a record, each once, in its own order. */
export function countriesOf(record: ArchiveRecord): string[] {
  if (record.kind === 'organisation') return record.country ? [record.country] : [];
  if (record.kind === 'term') return [];
  return [...new Set(record.places.flatMap(({ country }) => country ?? []))];
}

/** What the row of a record says of its current revision. */
export function currentColumns({ revision, record }: Pick<Current, 'revision' | 'record'>) {
  const { date, end } = recordDates(record);
  const span = recordSpan(record);
  return {
    kind: record.kind,
    subtype: subtypeOf(record),
    lang: record.lang,
    title: record.title,
    titles: titlesOf(record),
    date: date?.value ?? null,
    date_kind: date?.kind ?? null,
    end_date: end?.value ?? null,
    end_kind: end?.kind ?? null,
    status: record.kind === 'event' ? record.status : null,
    confidence: 'confidence' in record ? record.confidence : null,
    day_from: span?.from ?? null,
    day_to: span?.to ?? null,
    sources: record.sources.length,
    withdrawn: record.withdrawn ? (record.withdrawn.safety ? 2 : 1) : 0,
    current: revision,
  };
}

function subtypeOf(record: ArchiveRecord): string | null {
  if (record.kind === 'document') return record.genre;
  if (record.kind === 'event') return eventSubtype(record);
  if (record.kind === 'organisation') return record.organisation_kind;
  return null;
}

function eventSubtype({ event_type, restriction }: EventRecord): string {
  return event_type === 'restriction' && restriction.type !== 'none'
    ? restriction.type
    : event_type;
}

function titlesOf(record: ArchiveRecord): string | null {
  const titles = Object.entries(record.translations).map(([lang, { title }]) => [lang, title]);
  return titles.length === 0 ? null : JSON.stringify(Object.fromEntries(titles));
}

function addCountries(db: Database, number: number, record: ArchiveRecord): void {
  const insert = statement(
    db,
    `INSERT INTO record_countries (record, position, country)
     VALUES (?, ?, ?)`,
  );
  for (const [position, country] of countriesOf(record).entries()) {
    insert.run(number, position, country);
  }
}

function addLinks(db: Database, number: number, { record, shelf }: Current): void {
  const insert = statement(
    db,
    `INSERT INTO links (target_shelf, target_id, record, role)
     VALUES (?, ?, ?, ?)`,
  );
  for (const link of linksOf(record, shelf)) insert.run(link.shelf, link.id, number, link.role);
}

// The links of the revision that is current until now are read from it, which saves an index by record.
function removeLinks(db: Database, number: number, shelf: string): void {
  const remove = statement(
    db,
    `DELETE FROM links
     WHERE target_shelf = ? AND target_id = ? AND record = ? AND role = ?`,
  );
  const data = currentData(db, number);
  for (const link of linksOf(unpackRecord(db, data), shelf)) {
    remove.run(link.shelf, link.id, number, link.role);
  }
}

function currentData(db: Database, number: number): Buffer {
  const found = statement<[number], { data: Buffer }>(
    db,
    `SELECT revisions.data
     FROM records
     JOIN revisions ON revisions.number = records.current
     WHERE records.number = ?`,
  ).get(number);
  if (!found) throw new Error('a record without a current revision');
  return found.data;
}
