// What the timeline asks and answers: how much there is over time, what was restricted from when to when, who said what.
import { z } from 'zod';
import { gives } from './gives.ts';
import type { Claim, EventRecord, FuzzyDate } from './record.ts';
import { isCivilDate, recordId } from './record.ts';
import { type Names, question, type RecordRow } from './search.ts';

/**
 * A place on the axis of time: minutes since 1970-01-01T00:00 as the clock stood at the place itself, never shifted by
 * a zone. Sixty thousand times it is what a scale in UTC expects. All spans of such minutes are [from, to).
 */
export type CivilMinute = number;

/** What is drawn: the records that a search with these finds. */
const searched = question.shape;

// Far enough for what is asked beside a view of all the years from 0 to 9999.
const LATEST = 12_000_000_000;
/** A civil date, which stands for all of itself (`to: '2025-05'` is until the end of May), or a minute of the axis. */
const moment = z.union([
  z.string().refine(isCivilDate, { error: 'not a date of the form YYYY, YYYY-MM or YYYY-MM-DD' }),
  z.number().int().min(-LATEST).max(LATEST),
]);
/** The stretch of time that is looked at; without `from` or `to`, as far as the results reach. */
const stretch = { from: moment.optional(), to: moment.optional() };

/** Units of the axis, the coarsest first. Weeks begin on Monday; hours are those of the clock at the place. */
export const TIME_UNITS = ['decade', 'year', 'month', 'week', 'day', 'hour'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** More bins than any screen has columns of pixels. */
export const MAX_BINS = 20_000;

export const densityQuery = z.object({
  ...searched,
  ...stretch,
  /** The finest unit that is wanted, 'auto' being any: a coarser one is taken where it would need more than `most` bins. */
  unit: z.enum([...TIME_UNITS, 'auto']).default('auto'),
  most: z.number().int().min(1).max(MAX_BINS).default(400),
});
export type DensityQuery = z.output<typeof densityQuery>;

/** Bins side by side, without gaps: bin n reaches from edges[n] to edges[n + 1]. */
export interface Bins {
  /** One more than there are counts. */
  edges: Float64Array;
  counts: Uint32Array;
}

/**
 * How many records lie where. Each is counted once, by its date: a document's publication, an event's start. The sum
 * of all bins, those of `coarser` too, and of `before`, `after` and `undated` is always `total`.
 */
export interface Density {
  unit: TimeUnit;
  /** The stretch, widened to whole bins of the unit. */
  from: CivilMinute;
  to: CivilMinute;
  /** Records whose date is at least as fine as the unit. */
  bins: Bins;
  /** Records whose date is coarser, in bins as coarse as their dates: every such bin that reaches into the stretch. */
  coarser: ({ precision: 'day' | 'month' | 'year' } & Bins)[];
  /** Dated, and wholly before or after the stretch. */
  before: number;
  after: number;
  undated: number;
  /** As many as the search finds. */
  total: number;
  /** How many of the total only may lie inside the filters after and before. */
  uncertain: number;
  /** From the first date of all that was found to the end of the last one, known ends too; null where nothing has a date. */
  extent: { from: CivilMinute; to: CivilMinute } | null;
  /** The archive's last change that these counts know of. */
  change: number;
}

/** A date on the axis: what the record says, and the stretch in which it lies. */
export interface Edge {
  date: FuzzyDate;
  from: CivilMinute;
  to: CivilMinute;
}

/** How an event ended: with a date; said to be running as of a day; over, nobody says when; or nothing is known. */
export type Ending =
  | { type: 'ended'; edge: Edge }
  | { type: 'running'; asOf: string; until: CivilMinute }
  | { type: 'ended_undated' }
  | { type: 'unknown' };

/** Who gives which other date for a start or an end. */
export interface CompetingDate extends Pick<Claim, 'value' | 'who' | 'when' | 'source_class'> {
  edge: 'start' | 'end';
  /** Where on the axis; null where the value begins with no date. */
  at: { from: CivilMinute; to: CivilMinute } | null;
  /** The document in which it is said, as a link. */
  document: string | null;
}

export const RESTRICTION_TYPES = [
  'shutdown',
  'throttle',
  'service_block',
  'content_block',
  'unknown',
] as const;
export type RestrictionType = (typeof RESTRICTION_TYPES)[number];

/** How far a restriction reached: the whole of a country, a part of it, or nobody says. */
export type Reach = 'national' | 'regional' | 'unstated';

/** What cards of the timeline show of any event. */
interface TimeEvent {
  row: RecordRow;
  start: Edge;
  disputed: boolean;
  competing: CompetingDate[];
  /** Names of services, by id where the vocabulary knows one. */
  services: { id: string | null; printed: string; names: Names }[];
  regions: string[];
  /** How many documents here are linked with it, in either direction. */
  documents: number;
}

/** An event that restricts something. */
export interface TimeSpan extends TimeEvent {
  type: RestrictionType;
  end: Ending;
  /** How it came again and again, in words; null where it went on without a break, or nobody says. */
  recurrence: string | null;
  extent: EventRecord['restriction']['extent'];
  scopes: NonNullable<EventRecord['places'][number]['scope']>[];
  reach: Reach;
  /** From the earliest start as far as is known: to the latest end, the day it was said to run, or the end of its start. */
  from: CivilMinute;
  to: CivilMinute;
}

export type MarkType = Exclude<EventRecord['event_type'], 'restriction'>;

/** An event that restricts nothing: a statement, a hearing, a campaign, an order. */
export interface TimeMark extends TimeEvent {
  type: MarkType;
  end: Edge | null;
}

export const LANES = ['country', 'kind', 'service', 'organisation'] as const;
export type LaneBy = (typeof LANES)[number];

/** As many lanes as can be chosen from. */
export const MOST_LANES = 200;

/** Only what stands in these lanes. */
const onlyLanes = z
  .object({ by: z.enum(LANES), keys: z.array(z.string().max(300)).max(MOST_LANES) })
  .optional();
export type OnlyLanes = z.output<typeof onlyLanes>;

export const spansQuery = z.object({
  ...searched,
  ...stretch,
  laneBy: z.enum(LANES).default('country'),
  /** Only these lanes, in this order, by their keys: to lay two or more above one another. */
  lanes: z.array(z.string().max(300)).max(MOST_LANES).optional(),
  /** How many lanes, rows in a lane, spans in all and marks in all are drawn at most. */
  mostLanes: z.number().int().min(1).max(MOST_LANES).default(30),
  mostRows: z.number().int().min(1).max(200).default(8),
  mostSpans: z.number().int().min(0).max(5000).default(1000),
  mostMarks: z.number().int().min(0).max(5000).default(1000),
  /** Minutes that the shortest span takes in a row, so that what is drawn does not overlap. */
  least: z.number().min(0).max(LATEST).default(0),
});
export type SpansQuery = z.output<typeof spansQuery>;

/** A lane: all that concerns one country, kind, service or organisation. What concerns two stands in both lanes. */
export interface Lane {
  /** A country's or service's code or id, a kind, an organisation's `shelf/id`; '' where there is none. */
  key: string;
  names: Names;
  /** Rows in which its spans are laid out, so that none overlap. */
  rows: number;
  /** Places in `spans` with their rows. */
  spans: { span: number; row: number }[];
  /** Places in `marks`. */
  marks: number[];
  /** Restrictions and other events of this lane in the stretch, drawn or not. */
  allSpans: number;
  allMarks: number;
}

export interface Spans {
  from: CivilMinute;
  to: CivilMinute;
  spans: TimeSpan[];
  marks: TimeMark[];
  lanes: Lane[];
  /** Lanes that are not drawn. */
  moreLanes: number;
  /** Events in the stretch and in the lanes asked for, each once, drawn or not, and how many of them are drawn in no lane. */
  allSpans: number;
  allMarks: number;
  moreSpans: number;
  moreMarks: number;
  /** Restrictions and other events that were found and lie wholly before or after the stretch. */
  before: number;
  after: number;
  /** Left out because they were withdrawn for safety. */
  withheld: number;
  extent: { from: CivilMinute; to: CivilMinute } | null;
  change: number;
}

export const eventsQuery = z.object({
  ...searched,
  ...stretch,
  what: z.enum(['all', 'spans', 'marks']).default('all'),
  /** By their starts, or those first that lasted longest as far as is known. */
  order: z.enum(['start', 'longest']).default('start'),
  offset: z.number().int().min(0).max(10_000_000).default(0),
  limit: z.number().int().min(0).max(5000).default(100),
});
export type EventsQuery = z.output<typeof eventsQuery>;

/** The events of a stretch as a list, for a table of what is drawn. */
export interface TimeEvents {
  events: ({ span: TimeSpan } | { mark: TimeMark })[];
  /** In the stretch, listed or not. */
  total: number;
  change: number;
}

export const stepQuery = z.object({
  ...searched,
  /** Where to start from; an event that starts there is passed over only if it is `past`. */
  at: moment,
  direction: z.enum(['next', 'previous']),
  /** The event where one stands, so that others of the same minute are not passed over. */
  past: z.object({ shelf: z.string().max(100), id: recordId }).optional(),
  what: z.enum(['all', 'spans', 'marks']).default('all'),
  lanes: onlyLanes,
});
export type StepQuery = z.output<typeof stepQuery>;

/** The event that starts next; null at the end. */
export type Step = { span: TimeSpan } | { mark: TimeMark } | null;

/** What a step of a story is; 'order' where a document of it orders something about the restriction. */
export type ChainRole = 'restriction' | 'order' | MarkType | 'document';

export interface ChainStep {
  role: ChainRole;
  /** The event, or the document that stands for itself. */
  row: RecordRow;
  /** Null where it has no date: such steps come last. */
  start: Edge | null;
  end: Ending | Edge | null;
  /** The documents of this step, oldest first, with what they do there. */
  documents: { row: RecordRow; role: string }[];
  /** Documents that are not listed. */
  moreDocuments: number;
  /** True for the record that was asked about. */
  asked: boolean;
}

/** A story along time, the earliest first. */
export interface Chain {
  /** The restriction that the story is of, where the record that was asked about is a step of it; or the record itself. */
  subject: RecordRow;
  steps: ChainStep[];
  /** Steps that are not listed. */
  more: number;
}

export const FIGURES_BY = ['country', 'year', 'kind', 'service'] as const;
export type FiguresBy = (typeof FIGURES_BY)[number];

export const figuresQuery = z.object({
  ...searched,
  /** One row for each country, each year of each country, and so on; without any, one row for all. */
  by: z.array(z.enum(FIGURES_BY)).max(FIGURES_BY.length).default(['country']),
  /** Only days in this stretch are counted; without it, those from filters.after to filters.before. */
  ...stretch,
});
export type FiguresQuery = z.output<typeof figuresQuery>;

/** Days: as few as there were at least, and as many as there may have been. */
export interface DayRange {
  least: number;
  most: number;
}

/** Days under restriction of one group of entries; those of different reach are never added together. */
export interface FiguresRow {
  /** The group's country code, year, restriction type and service id, as asked for; '' where an entry has none. */
  key: Partial<Record<FiguresBy, string>>;
  names: Partial<Record<FiguresBy, Names>>;
  national: DayRange;
  regional: DayRange;
  /** Entries that do not say how far they reached. */
  unstated: DayRange;
  /** Entries of the group. */
  entries: number;
  /** Of these: without a known end, counted for their first day only. */
  open: number;
  /** Said to be running as of a day, counted up to that day. */
  running: number;
  /** Coming again and again: certain are the first and last day only. */
  recurring: number;
  /** With a date known by its month or year only. */
  coarse: number;
  /** Resting on one source. */
  oneSource: number;
}

export interface Figures {
  rows: FiguresRow[];
  /** Everything that was found, in one row. */
  all: FiguresRow;
  /** Only days in this stretch were counted; null for all. */
  within: { from: string | null; to: string | null };
  /** Found, and not counted: withdrawn by their publishers. */
  withdrawn: number;
  /** The earliest and latest day as of which something was said to be running. */
  asOf: { first: string; last: string } | null;
  change: number;
}

export const exportQuery = z.object({
  grant: z.string().max(64),
  ...searched,
  ...stretch,
  /** events: one row each restriction and event; density: the bins; figures: days under restriction. */
  what: z.enum(['events', 'density', 'figures']).default('events'),
  format: z.enum(['csv', 'json']),
  unit: densityQuery.shape.unit,
  by: figuresQuery.shape.by,
  /** Of the events. */
  lanes: onlyLanes,
  /** A line that the reader wants in the file, such as a name or a day; nothing of the kind is written otherwise. */
  note: z.string().max(500).default(''),
});
export type TimelineExport = z.output<typeof exportQuery>;

/** The timeline's part of the contract. */
export const timelineMethods = {
  'timeline.density': { input: densityQuery, output: gives<Density>() },
  'timeline.spans': { input: spansQuery, output: gives<Spans>() },
  'timeline.events': { input: eventsQuery, output: gives<TimeEvents>() },
  'timeline.step': { input: stepQuery, output: gives<Step>() },
  'timeline.chain': {
    input: z.object({ id: recordId, shelf: z.string().max(100).optional() }),
    output: gives<Chain>(),
  },
  'timeline.figures': { input: figuresQuery, output: gives<Figures>() },
  'timeline.export': { input: exportQuery, output: gives<{ job: string }>(), grant: 'save' },
} as const;
