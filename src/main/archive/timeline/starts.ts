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

/** The minute of its day in which a document begins; null where its date has no time. */
export function minuteOfPlace(searched: Searched, starts: Starts, place: number): number | null {
  const before = starts.minutes.get(place);
  if (before !== undefined) return before;
  const date = dateOfRecord(searched, starts.columns.numbers[place] ?? 0) ?? '';
  const minute = date.length > 10 ? minuteOfDay(date) : null;
  starts.minutes.set(place, minute);
  return minute;
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
