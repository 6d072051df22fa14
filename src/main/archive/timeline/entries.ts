// What the figures need of each restriction: its days by the counting rule, how far it reached where, and on what it rests.
import type { EventRecord } from '../../../shared/record.ts';
import type { Reach } from '../../../shared/timeline.ts';
import type { Database } from '../../sqlite/open.ts';
import { civilSpan, type DaySpan, daySpan } from '../dates.ts';
import type { Columns } from '../search/columns.ts';
import type { Searched } from '../search/question.ts';
import { recordByNumber } from '../store/records.ts';
import { endingOf, reachOf, restrictionType } from './cards.ts';
import { type KnownDays, knownDays } from './days.ts';
import type { EventFacts } from './events.ts';

/** A restriction as it is counted. */
export interface Entry {
  /** By country, '' where none is named. */
  reaches: Map<string, Reach>;
  kind: string;
  services: string[];
  days: KnownDays;
  /** Without a known end, so that it counts for one day. */
  open: boolean;
  /** The day as of which it is said to run, where it is counted up to then. */
  asOf: string | null;
  recurring: boolean;
  /** Its start or its end is known by month or year only. */
  coarse: boolean;
  oneSource: boolean;
  withdrawn: boolean;
}

const kept = new WeakMap<Columns, Map<number, Entry | null>>();

/** The restrictions among events, read once for as long as the archive does not change. */
export function entriesOf(
  { archive }: Searched,
  columns: Columns,
  events: readonly EventFacts[],
): Entry[] {
  const entries = kept.get(columns) ?? new Map<number, Entry | null>();
  kept.set(columns, entries);
  return events.flatMap(({ number }) => {
    let entry = entries.get(number);
    if (entry === undefined) entries.set(number, (entry = readEntry(archive, number)));
    return entry ?? [];
  });
}

function readEntry(db: Database, number: number): Entry | null {
  const record = recordByNumber(db, number)?.record;
  return record?.kind === 'event' ? entryOf(record) : null;
}

/** A restriction as it is counted. */
export function entryOf(event: EventRecord): Entry {
  const { start, end, recurrence, restriction, sources } = event;
  const ending = endingOf(event);
  const asOf = ending.type === 'running' ? ending.asOf : null;
  const first = daySpan(start);
  const last = end ? daySpan(end) : asOf === null ? null : civilSpan(asOf);
  const recurring = recurrence !== null;
  return {
    reaches: reachesOf(event),
    kind: restrictionType(event),
    services: [...new Set(restriction.services.flatMap(({ id }) => id ?? []))],
    days: knownDays({ start: first, end: last, recurring }),
    open: isOpen(first, last),
    asOf: isOpen(first, last) ? null : asOf,
    recurring,
    coarse: [start, end].some((date) => date?.precision === 'month' || date?.precision === 'year'),
    oneSource: sources.length === 1,
    withdrawn: event.withdrawn !== null,
  };
}

const isOpen = (start: DaySpan, end: DaySpan | null) => end === null || end.to < start.from;

function reachesOf({ places }: EventRecord): Map<string, Reach> {
  const countries = new Set(places.map(({ country }) => country));
  if (countries.size === 0) countries.add(null);
  return new Map(
    Array.from(countries, (one) => [
      one ?? '',
      reachOf({ places: places.filter(({ country }) => country === one) }),
    ]),
  );
}
