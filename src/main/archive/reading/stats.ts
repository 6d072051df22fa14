// Counts what is in the archive, for the first run, the help and the terminal.
import type { ArchiveStats } from '../../../shared/contract.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { lastChange } from '../store/records.ts';

interface Totals {
  records: number;
  sources: number;
  oneSource: number;
  withdrawn: number;
  firstDate: string | null;
  lastDate: string | null;
}

/** Everything there is to count in an archive and its index; the files' sizes are in bytes, without what waits in a log. */
export function archiveStats({
  archive,
  index,
}: {
  archive: Database;
  index: Database;
}): ArchiveStats {
  return {
    ...recordTotals(archive),
    byKind: Object.fromEntries(recordsByKind(archive).map(({ kind, records }) => [kind, records])),
    byShelf: recordsByShelf(archive),
    countries: recordsByCountry(archive),
    languages: recordsByLanguage(archive),
    revisions: countRevisions(archive),
    change: lastChange(archive),
    archiveBytes: fileBytes(archive),
    indexBytes: fileBytes(index),
  };
}

// Dates are kept as they are written, YYYY to YYYY-MM-DDTHH:MM, so that the shortest of equal starts sorts first.
function recordTotals(db: Database): Totals {
  const totals = statement<[], Totals>(
    db,
    `SELECT count(*) AS records,
       coalesce(sum(sources), 0) AS sources,
       count(*) FILTER (WHERE sources = 1) AS oneSource,
       count(*) FILTER (WHERE withdrawn <> 0) AS withdrawn,
       substr(min(date), 1, 10) AS firstDate,
       substr(max(coalesce(end_date, date)), 1, 10) AS lastDate
     FROM records`,
  ).get();
  return totals as Totals;
}

/** How many records of each kind there are, the most first. */
export function recordsByKind(db: Database): { kind: string; records: number }[] {
  return statement<[], { kind: string; records: number }>(
    db,
    `SELECT kind, count(*) AS records
     FROM records
     GROUP BY kind
     ORDER BY records DESC, kind`,
  ).all();
}

function recordsByShelf(db: Database): ArchiveStats['byShelf'] {
  return statement<[], ArchiveStats['byShelf'][number]>(
    db,
    `SELECT shelves.key AS shelf, shelves.name, count(records.number) AS records
     FROM shelves
     LEFT JOIN records ON records.shelf = shelves.number
     GROUP BY shelves.number
     ORDER BY shelves.number`,
  ).all();
}

function recordsByCountry(db: Database): ArchiveStats['countries'] {
  return statement<[], ArchiveStats['countries'][number]>(
    db,
    `SELECT country, count(*) AS records
     FROM record_countries
     GROUP BY country
     ORDER BY records DESC, country`,
  ).all();
}

/** A record counts in its own language and in each that it is translated to. */
function recordsByLanguage(db: Database): ArchiveStats['languages'] {
  return statement<[], ArchiveStats['languages'][number]>(
    db,
    `SELECT lang, count(*) AS records
     FROM (
       SELECT number, lang
       FROM records
       UNION
       SELECT records.number, titles.key AS lang
       FROM records, json_each(records.titles) AS titles
     )
     GROUP BY lang
     ORDER BY records DESC, lang`,
  ).all();
}

function countRevisions(db: Database): number {
  const row = statement<[], { revisions: number }>(
    db,
    `SELECT count(*) AS revisions
     FROM revisions`,
  ).get();
  return row?.revisions ?? 0;
}

function fileBytes(db: Database): number {
  const pages = Number(db.pragma('page_count', { simple: true }));
  return pages * Number(db.pragma('page_size', { simple: true }));
}
