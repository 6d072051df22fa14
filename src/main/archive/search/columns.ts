// What filters, facets and groups ask of every document, held in memory in the order of document numbers.
import type { FacetName } from '../../../shared/search.ts';
import { yearOf } from '../dates.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { type Coded, coder, type Coder } from './coded.ts';
import { type Groups, groupsOf } from './groups.ts';
import { aboutIndex } from './index-file.ts';
import { FIRST_STRAYED } from './numbers.ts';

/** Facets whose values are written in the index; years are told by days. */
export type CodedFacet = Exclude<FacetName, 'years'>;

/** One place per document in every array, in ascending order of `numbers`. */
export interface Columns {
  /** The archive's last change that these columns know of. */
  change: number;
  numbers: Uint32Array;
  coded: Record<CodedFacet, Coded>;
  /** The groups that records make with the events that they are about. */
  groups: Groups;
  /** Civil days since 1970-01-01; `UNDATED` in all four where there are none. */
  dayFrom: Int32Array;
  startsBy: Int32Array;
  endsAfter: Int32Array;
  dayTo: Int32Array;
  /** The years of the first and the last day; `NO_YEAR` where there are none. */
  firstYear: Int16Array;
  lastYear: Int16Array;
  /** Places in the order of dates, undated first, where that is not the order of numbers; null where it is. */
  byDate: Uint32Array | null;
}

/** Stands for no day. */
export const UNDATED = -(2 ** 31);
/** Stands for no year. */
export const NO_YEAR = -1;

const known = new WeakMap<Database, Columns>();

/** The columns of an index; read when first asked for, and again after a change. */
export function columnsOf(index: Database): Columns {
  const { change, documents } = aboutIndex(index);
  const before = known.get(index);
  if (before?.change === change) return before;
  const columns = readColumns(index, change, documents);
  known.set(index, columns);
  return columns;
}

type Row = [
  number: number,
  kind: string,
  shelf: string,
  confidence: string | null,
  sources: number,
  languages: number,
  countries: number,
  services: number,
  triggers: number,
  organisations: number,
  events: number,
  dayFrom: number | null,
  startsBy: number | null,
  endsAfter: number | null,
  dayTo: number | null,
];

function readColumns(index: Database, change: number, size: number): Columns {
  const coders = codersFor(index, size);
  const days = emptyDays(size);
  const numbers = new Uint32Array(size);
  let place = 0;
  for (const row of everyDocument(index)) {
    numbers[place] = row[0];
    coders.kinds.add(place, row[1]);
    coders.shelves.add(place, row[2]);
    coders.confidence.add(place, row[3] ?? '');
    coders.sources.add(place, row[4] === 1 ? 'one' : 'several');
    coders.languages.add(place, row[5]);
    coders.countries.add(place, row[6]);
    coders.services.add(place, row[7]);
    coders.triggers.add(place, row[8]);
    coders.organisations.add(place, row[9]);
    coders.events.add(place, row[10]);
    addDays(days, place, row);
    place++;
  }
  const { events, ...facets } = coders;
  const coded = Object.fromEntries(
    Object.entries(facets).map(([facet, coder]) => [facet, coder.coded()]),
  ) as Columns['coded'];
  const byDate = dateOrder(numbers, days.dayFrom);
  return { change, numbers, coded, groups: groupsOf(events.coded()), ...days, byDate };
}

type Coders = Record<'kinds' | 'shelves' | 'confidence' | 'sources', Coder<string>> &
  Record<
    'languages' | 'countries' | 'services' | 'triggers' | 'organisations' | 'events',
    Coder<number>
  >;

function codersFor(index: Database, size: number): Coders {
  const sets = new Map(valueSets(index));
  const ofOne = () => coder(size, (value: string) => (value === '' ? [] : [value]));
  const ofSets = () =>
    coder(size, (set: number) => sets.get(set)?.split(' ').filter(Boolean) ?? []);
  return {
    kinds: ofOne(),
    shelves: ofOne(),
    confidence: ofOne(),
    sources: ofOne(),
    languages: ofSets(),
    countries: ofSets(),
    services: ofSets(),
    triggers: ofSets(),
    organisations: ofSets(),
    events: ofSets(),
  };
}

function valueSets(index: Database): [number: number, members: string][] {
  return statement<[], [number, string]>(
    index,
    `SELECT number, members
     FROM value_sets`,
  )
    .raw()
    .all();
}

function everyDocument(index: Database): IterableIterator<Row> {
  return statement<[], Row>(
    index,
    `SELECT number, kind, shelf, confidence, sources, languages, countries, services, triggers,
       organisations, events, day_from, starts_by, ends_after, day_to
     FROM documents
     ORDER BY number`,
  )
    .raw()
    .iterate();
}

type Days = Pick<
  Columns,
  'dayFrom' | 'startsBy' | 'endsAfter' | 'dayTo' | 'firstYear' | 'lastYear'
>;

function emptyDays(size: number): Days {
  return {
    dayFrom: new Int32Array(size),
    startsBy: new Int32Array(size),
    endsAfter: new Int32Array(size),
    dayTo: new Int32Array(size),
    firstYear: new Int16Array(size),
    lastYear: new Int16Array(size),
  };
}

function addDays(days: Days, place: number, row: Row): void {
  const [from, to] = [row[11], row[14]];
  days.dayFrom[place] = from ?? UNDATED;
  days.startsBy[place] = row[12] ?? UNDATED;
  days.endsAfter[place] = row[13] ?? UNDATED;
  days.dayTo[place] = to ?? UNDATED;
  days.firstYear[place] = from === null ? NO_YEAR : yearOf(from);
  days.lastYear[place] = to === null ? NO_YEAR : yearOf(to);
}

function dateOrder(numbers: Uint32Array, dayFrom: Int32Array): Uint32Array | null {
  if ((numbers.at(-1) ?? 0) < FIRST_STRAYED) return null;
  return Uint32Array.from(numbers.keys()).sort(
    (a, b) => (dayFrom[a] ?? 0) - (dayFrom[b] ?? 0) || a - b,
  );
}
