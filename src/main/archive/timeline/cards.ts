// What the timeline shows of one event: when, how surely, what and where, and who gives other dates.
import { type EventRecord, isCivilDate } from '../../../shared/record.ts';
import type {
  CompetingDate,
  Edge,
  Ending,
  Reach,
  RestrictionType,
  TimeMark,
  TimeSpan,
} from '../../../shared/timeline.ts';
import type { Database } from '../../sqlite/open.ts';
import type { Columns } from '../search/columns.ts';
import { recordByNumber, recordRow } from '../store/records.ts';
import { vocabularyEntry } from '../vocabulary.ts';
import { civilStretch, stretchOf } from './civil.ts';
import { documentsOfEvent } from './linked.ts';

export type Card = { span: TimeSpan } | { mark: TimeMark };

/** Cards that are kept, so that zooming and panning reads no record again; about 1 KB each. */
const MOST_KEPT = 20_000;
const kept = new WeakMap<Columns, Map<number, Card | null>>();

/** Gives cards of events by the numbers of their records, kept for as long as the archive does not change. */
export function cardsOf(db: Database, columns: Columns): (number: number) => Card | null {
  const cards = kept.get(columns) ?? new Map<number, Card | null>();
  kept.set(columns, cards);
  return (number) => {
    let card = cards.get(number);
    if (card === undefined) {
      if (cards.size >= MOST_KEPT) cards.clear();
      cards.set(number, (card = cardOf(db, number)));
    }
    return card;
  };
}

/** A card of an event by the number of its record; null where it is no event any more. */
function cardOf(db: Database, number: number): Card | null {
  const stored = recordByNumber(db, number);
  const row = recordRow(db, number);
  if (stored?.record.kind !== 'event' || !row) return null;
  const { record: event, shelf } = stored;
  const shared = {
    row,
    start: edgeOf(event.start),
    competing: competingDates(event),
    services: servicesOf(event),
    regions: event.places.flatMap(({ region }) => region ?? []),
    documents: documentsOfEvent(db, event, shelf).length,
  };
  const disputed = event.disputed !== null || shared.competing.length > 0;
  if (event.event_type !== 'restriction') {
    const end = event.end && edgeOf(event.end);
    return { mark: { ...shared, disputed, type: event.event_type, end } };
  }
  return { span: { ...shared, disputed, ...spanParts(event) } };
}

function spanParts(event: EventRecord) {
  const { restriction, recurrence, places } = event;
  const end = endingOf(event);
  const start = stretchOf(event.start);
  return {
    type: restrictionType(event),
    end,
    recurrence,
    extent: restriction.extent,
    scopes: [...new Set(places.flatMap(({ scope }) => scope ?? []))],
    reach: reachOf(event),
    from: start.from,
    to: Math.max(start.to, knownUntil(end) ?? start.to),
  };
}

/** A date with the stretch in which it lies. */
export function edgeOf(date: Edge['date']): Edge {
  return { date, ...stretchOf(date) };
}

/** How an event ended, as far as its record says; a missing end is not "ongoing", nor is one without a day. */
export function endingOf({ end, status, status_as_of: asOf }: EventRecord): Ending {
  if (end) return { type: 'ended', edge: edgeOf(end) };
  if (status === 'ended') return { type: 'ended_undated' };
  if (status === 'ongoing' && asOf !== null) {
    return { type: 'running', asOf, until: civilStretch(asOf).to };
  }
  return { type: 'unknown' };
}

/** The last minute, excluded, of which an ending tells; null where it tells of none. */
export function knownUntil(ending: Ending): number | null {
  if (ending.type === 'ended') return ending.edge.to;
  return ending.type === 'running' ? ending.until : null;
}

/** What an event restricts; 'unknown' where it restricts and does not say what. */
export function restrictionType({ restriction: { type } }: EventRecord): RestrictionType {
  return type === 'none' ? 'unknown' : type;
}

/**
 * How far a restriction reached: national where one of its places is said to be the whole country and no region is
 * named, regional where every place is a part of one, or one is named.
 */
export function reachOf({ places }: Pick<EventRecord, 'places'>): Reach {
  const reaches = places.map(reachOfPlace);
  if (reaches.includes('national')) return 'national';
  return reaches.includes('regional') ? 'regional' : 'unstated';
}

const PARTS: ReadonlySet<string | null> = new Set(['local', 'several_cities', 'several_regions']);

/** How far a restriction reached in one place that its record names; a border that it crossed says nothing of that. */
export function reachOfPlace({ scope, region }: EventRecord['places'][number]): Reach {
  if (scope === 'national') return 'national';
  return region !== null || PARTS.has(scope) ? 'regional' : 'unstated';
}

const LEADING_DATE = /^(\d{4}(?:-\d{2}){0,2})(?![\d-])/;

function competingDates({ claims }: EventRecord): CompetingDate[] {
  return claims.flatMap(({ field, value, who, when, source_class, document }) => {
    if (field !== 'start' && field !== 'end') return [];
    return [{ edge: field, value, at: leadingDate(value), who, when, source_class, document }];
  });
}

/** Where the date lies that a text begins with; a date further on may be that of a report. */
function leadingDate(text: string): CompetingDate['at'] {
  const written = LEADING_DATE.exec(text)?.[1];
  return written === undefined || !isCivilDate(written) ? null : civilStretch(written);
}

function servicesOf({ restriction }: EventRecord): TimeSpan['services'] {
  return restriction.services.map(({ id, printed }) => ({
    id,
    printed,
    names: (id && vocabularyEntry('services', id)?.names) || {},
  }));
}
