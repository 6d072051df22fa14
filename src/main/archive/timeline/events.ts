// What the timeline needs of every event that was found, to choose and lay out what is drawn: times, kind, lanes.
import type { CivilMinute, LaneBy, OnlyLanes } from '../../../shared/timeline.ts';
import { statement } from '../../sqlite/statement.ts';
import { type Coded, setsWith, valuesOfSet } from '../search/coded.ts';
import type { Columns } from '../search/columns.ts';
import type { Found } from '../search/found.ts';
import { recordOfDocument } from '../search/index-search.ts';
import type { Searched } from '../search/question.ts';
import { recordByNumber } from '../store/records.ts';
import { civilStretch, minuteOfDay, type Stretch } from './civil.ts';

/** An event, in as little memory as choosing needs. */
export interface EventFacts {
  /** The record's number in this archive. */
  number: number;
  place: number;
  /** Restrictions are drawn as spans, all else as marks. */
  isSpan: boolean;
  /** The type of the restriction, or of the event. */
  kind: string;
  /** From the earliest start as far as is known: to the latest end, the day it was said to run, or the end of its start. */
  from: CivilMinute;
  to: CivilMinute;
  /** Withdrawn for someone's safety: neither drawn nor counted among what is drawn. */
  withheld: boolean;
}

const known = new WeakMap<Columns, Map<number, EventFacts>>();
const ofFound = new WeakMap<Found, EventFacts[]>();

/** The events that were found, in the order in which they begin. */
export function eventsOf(searched: Searched, found: Found): EventFacts[] {
  const before = ofFound.get(found);
  if (before) return before;
  const { columns, places } = found;
  const facts = known.get(columns) ?? new Map<number, EventFacts>();
  known.set(columns, facts);
  const { codes } = columns.coded.kinds;
  const isEvent = setsWith(columns.coded.kinds, ['event']);
  const events: EventFacts[] = [];
  for (const place of places) {
    if (isEvent[codes[place] ?? 0] !== 1) continue;
    const event = facts.get(place) ?? readFacts(searched, columns, place);
    if (!event) continue;
    facts.set(place, event);
    events.push(event);
  }
  events.sort(inOrder);
  ofFound.set(found, events);
  return events;
}

/** The order in which events begin; of those that begin together, the longer first. */
export function inOrder(a: EventFacts, b: EventFacts): number {
  return a.from - b.from || b.to - a.to || a.number - b.number;
}

/** From the first start to the last end that is known; null without events, which are in the order of their starts. */
export function extentOf(events: readonly EventFacts[]): Stretch | null {
  const [first] = events;
  if (!first) return null;
  return { from: first.from, to: events.reduce((last, { to }) => Math.max(last, to), first.to) };
}

interface Row {
  kind: string;
  date: string;
  end: string | null;
  status: string | null;
  withdrawn: 0 | 1 | 2;
}

// Null where the archive has moved on and the index has not followed yet.
function readFacts(searched: Searched, columns: Columns, place: number): EventFacts | null {
  const number = recordOfDocument(searched.index, columns.numbers[place] ?? 0);
  const row = rowOf(searched, number);
  if (!row) return null;
  const start = writtenStretch(row.date);
  return {
    number,
    place,
    isSpan: isRestriction(row.kind),
    kind: row.kind === 'restriction' ? 'unknown' : row.kind,
    from: start.from,
    to: Math.max(start.to, knownEnd(searched, number, row) ?? start.to),
    withheld: row.withdrawn === 2,
  };
}

const RESTRICTIONS = new Set([
  'shutdown',
  'throttle',
  'service_block',
  'content_block',
  'unknown',
  // An event that is said to restrict something, and not what.
  'restriction',
]);

/** Tells whether a kind of event, as lists name it, restricts something. */
export const isRestriction = (subtype: string): boolean => RESTRICTIONS.has(subtype);

function rowOf({ archive }: Searched, number: number): Row | null {
  return (
    statement<[number], Row>(
      archive,
      `SELECT subtype AS kind, date, end_date AS end, status, withdrawn
       FROM records
       WHERE number = ? AND kind = 'event'`,
    ).get(number) ?? null
  );
}

function writtenStretch(value: string): Stretch {
  const day = civilStretch(value.slice(0, 10));
  if (value.length <= 10) return day;
  const at = day.from + minuteOfDay(value);
  return { from: at, to: at + 1 };
}

/** A missing end is not "ongoing": only an event that is said to run runs, and only to the day as of which it is said. */
function knownEnd({ archive }: Searched, number: number, { end, status }: Row): CivilMinute | null {
  if (end !== null) return writtenStretch(end).to;
  if (status !== 'ongoing') return null;
  const stored = recordByNumber(archive, number)?.record;
  const asOf = stored?.kind === 'event' ? stored.status_as_of : null;
  return asOf === null ? null : civilStretch(asOf).to;
}

const CODED = {
  country: 'countries',
  service: 'services',
  organisation: 'organisations',
} as const satisfies Partial<Record<LaneBy, keyof Columns['coded']>>;

/** Tells whether an event stands in one of these lanes; any does where none are asked for. */
export function isInLanes(columns: Columns, event: EventFacts, lanes: OnlyLanes): boolean {
  return !lanes || laneKeys(columns, lanes.by, event).some((key) => lanes.keys.includes(key));
}

/** The keys of the lanes in which an event stands; one empty key where it has none. */
export function laneKeys(columns: Columns, laneBy: LaneBy, { place, kind }: EventFacts): string[] {
  if (laneBy === 'kind') return [kind];
  const coded: Coded = columns.coded[CODED[laneBy]];
  const keys = valuesOfSet(coded, coded.codes[place] ?? 0);
  return keys.length > 0 ? keys : [''];
}
