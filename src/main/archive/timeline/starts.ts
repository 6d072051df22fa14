// When each document of the index begins, as precisely as its date is known.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { civilSpan } from '../dates.ts';
import { setsWith } from '../search/coded.ts';
import { type Columns, UNDATED } from '../search/columns.ts';
import { recordOfDocument } from '../search/index-search.ts';
import type { Searched } from '../search/question.ts';
import { minuteOfDay } from './civil.ts';
import { type Counters, countersFor, DAY, MONTH, YEAR } from './tally.ts';

/** One place per document in both arrays. */
export interface Starts {
  columns: Columns;
  /** The civil day since 1970-01-01 on which a document's date begins; meaningless where it has none. */
  days: Int32Array;
  /** NONE where there is no date. */
  precisions: Uint8Array;
  /** Which counter each document raises. */
  counters: Counters;
  /** Places of events that begin on another day than their first one: they are said to have ended before. */
  odd: number[];
  /** Minutes of the day, as far as they were asked for. */
  minutes: Map<number, number | null>;
}

const known = new WeakMap<Columns, Starts>();

/** When each document begins; read when first asked for, and again after a change. */
export function startsOf(searched: Searched, columns: Columns): Starts {
  const before = known.get(columns);
  if (before) return before;
  const starts = readStarts(searched, columns);
  known.set(columns, starts);
  return starts;
}

function readStarts(searched: Searched, columns: Columns): Starts {
  const { dayFrom, startsBy } = columns;
  const size = dayFrom.length;
  const odd: number[] = [];
  const isDocument = setsWith(columns.coded.kinds, ['document']);
  const days = Int32Array.from(dayFrom);
  const precisions = new Uint8Array(size);
  for (let place = 0; place < size; place++) {
    const [from, to] = [dayFrom[place] ?? UNDATED, startsBy[place] ?? UNDATED];
    if (from === UNDATED) continue;
    if (from === to) precisions[place] = DAY;
    else if (isDocument[columns.coded.kinds.codes[place] ?? 0] === 1) {
      precisions[place] = to - from < 31 ? MONTH : YEAR;
    }
    // An event that is said to have ended before it began has days that tell nothing of its start.
    else {
      setStart(searched, { columns, days, precisions }, place);
      if (days[place] !== from) odd.push(place);
    }
  }
  const counters = countersFor(days, precisions);
  return { columns, days, precisions, counters, odd, minutes: new Map() };
}

function setStart(
  searched: Searched,
  { columns, days, precisions }: Pick<Starts, 'columns' | 'days' | 'precisions'>,
  place: number,
): void {
  const date = dateOfRecord(searched, columns.numbers[place] ?? 0) ?? '';
  const day = date.slice(0, 10);
  days[place] = civilSpan(day).from;
  precisions[place] = day.length === 4 ? YEAR : day.length === 7 ? MONTH : DAY;
}

/** The minutes of their days in which documents begin, by place; nothing for those whose dates have no time. */
export function minutesOf(
  searched: Searched,
  starts: Starts,
  places: readonly number[],
): Map<number, number> {
  const { minutes, columns } = starts;
  const unread = places.filter((place) => !minutes.has(place));
  const placeOf = new Map(unread.map((place) => [columns.numbers[place] ?? 0, place]));
  const documents = new Map(recordsOf(searched.index, [...placeOf.keys()]));
  for (const place of unread) minutes.set(place, null);
  for (const [record, date] of timedAmong(searched.archive, [...documents.keys()])) {
    const place = placeOf.get(documents.get(record) ?? 0);
    if (place !== undefined) minutes.set(place, minuteOfDay(date));
  }
  return new Map(
    places.flatMap((place): [number, number][] => {
      const minute = minutes.get(place) ?? null;
      return minute === null ? [] : [[place, minute]];
    }),
  );
}

/** The records of documents, each with its document. */
function recordsOf(index: Database, documents: readonly number[]): [number, number][] {
  return statement<[string], [number, number]>(
    index,
    `SELECT documents.record, documents.number
     FROM json_each(?) AS asked
     JOIN documents ON documents.number = asked.value`,
  )
    .raw()
    .all(JSON.stringify(documents));
}

/** Those of some records whose dates have a time, with their dates. */
function timedAmong(archive: Database, records: readonly number[]): [number, string][] {
  return statement<[string], [number, string]>(
    archive,
    `SELECT records.number, records.date
     FROM json_each(?) AS asked
     JOIN records ON records.number = asked.value
     WHERE length(records.date) > 10`,
  )
    .raw()
    .all(JSON.stringify(records));
}

function dateOfRecord({ index, archive }: Searched, document: number): string | null {
  return dateOf(archive, recordOfDocument(index, document));
}

/** The date that a record is listed by, as it is written; null where it has none. */
function dateOf(archive: Database, record: number): string | null {
  return (
    statement<[number], string | null>(
      archive,
      `SELECT date
       FROM records
       WHERE number = ?`,
    )
      .pluck()
      .get(record) ?? null
  );
}
