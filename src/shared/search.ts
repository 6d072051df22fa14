// What a search asks and what it answers.
import { z } from 'zod';
import { FACETS, type FacetName } from './facets.ts';
import { type FuzzyDate, isCivilDate, type RecordKind } from './record.ts';

/** The longest query that is read, in UTF-16 units. */
export const MAX_QUERY_LENGTH = 1000;

const civilDate = z
  .string()
  .refine(isCivilDate, { error: 'not a date of the form YYYY, YYYY-MM or YYYY-MM-DD' });

export const recordKind = z.enum(['document', 'event', 'organisation', 'term']);

export const recordConfidence = z.enum(['high', 'medium', 'low']);

/** What results can be narrowed by: of each list a record must have at least one value. */
const valueLists = {
  kinds: z.array(recordKind).max(4).optional(),
  /** Years that a record's time overlaps. */
  years: z
    .array(z.string().regex(/^\d{4}$/))
    .max(1000)
    .optional(),
  /** ISO 3166-1 alpha-2. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(300)
    .optional(),
  /** Ids of the vocabulary. */
  services: z.array(z.string().max(100)).max(300).optional(),
  triggers: z.array(z.string().max(100)).max(300).optional(),
  /** Addresses `shelf/ns/slug`: the organisation itself and the records that mention it. */
  organisations: z.array(z.string().max(400)).max(300).optional(),
  /** Languages that a record can be read in, be it in translation. */
  languages: z.array(z.string().max(35)).max(100).optional(),
  /** Keys of shelves; without it, all shelves but those in quarantine. */
  shelves: z.array(z.string().max(100)).max(1000).optional(),
  confidence: z.array(recordConfidence).max(3).optional(),
  /** Whether a record rests on one source or on several. */
  sources: z
    .array(z.enum(['one', 'several']))
    .max(2)
    .optional(),
} satisfies Record<FacetName, z.ZodType>;

export const searchFilters = z.object({
  ...valueLists,
  /** Values that a record must not have. */
  not: z.object(valueLists).optional(),
  /** Records whose time overlaps what starts with this civil date, and ... */
  after: civilDate.optional(),
  /** ... ends with this one, both included. */
  before: civilDate.optional(),
});
export type SearchFilters = z.infer<typeof searchFilters>;
export type { FacetName };

/**
 * When words are found in their other grammatical forms too (ban, banned, bans): where the words as typed find next to
 * nothing, always, or never. What has the words as typed comes first by relevance.
 */
export const searchForms = z.enum(['few', 'always', 'never']).default('few');

/** What is looked for, whatever is then made of the records that are found. */
export const question = z.object({
  /**
   * Words, which must all match, "phrases", OR, -not, (groups) and field:values; empty finds everything. Any text is a
   * query: what cannot be understood is taken as words, and said in `mistakes`.
   */
  text: z.string().max(MAX_QUERY_LENGTH).default(''),
  /** True finds names only as they are typed, and not by what else the same thing is called. */
  literal: z.boolean().default(false),
  filters: searchFilters.default({}),
  /** True while typing: the last word may be unfinished. */
  prefix: z.boolean().default(false),
  forms: searchForms,
});
export type Question = z.infer<typeof question>;

export const searchQuery = question.extend({
  /** Undated records come last in both date orders. */
  sort: z.enum(['relevance', 'newest', 'oldest']).default('relevance'),
  /** With `event`, a document and the events that it is about come as one; offset and limit count these groups. */
  group: z.enum(['event']).nullable().default(null),
  /** How many records of each group are given beside its best. */
  members: z.number().int().min(0).max(200).default(3),
  offset: z.number().int().min(0).max(10_000_000).default(0),
  limit: z.number().int().min(0).max(200).default(20),
});
export type SearchQuery = z.infer<typeof searchQuery>;
/** A search query as a caller may write it, defaults left out. */
export type SearchQueryInput = z.input<typeof searchQuery>;

/** Where a match stands in a text: [start, end) in UTF-16 units. */
export type Mark = [start: number, end: number];

export interface MarkedText {
  text: string;
  marks: Mark[];
}

/** A record as one row of a list shows it. */
export interface RecordRow {
  /** The shelf's key and the record's id; together the record's address. */
  shelf: string;
  id: string;
  kind: RecordKind;
  /** The genre of a document, the type of an event or of its restriction, the kind of an organisation. */
  subtype: string | null;
  lang: string;
  title: string;
  /** Titles in other languages. */
  titles: Record<string, string>;
  date: FuzzyDate | null;
  end: FuzzyDate | null;
  status: 'ongoing' | 'ended' | 'unknown' | null;
  countries: string[];
  confidence: 'high' | 'medium' | 'low' | null;
  /** How many sources the record rests on. */
  sources: number;
  /** 'safety' also hides the text from search, display and export unless it is asked for knowingly. */
  withdrawn: 'no' | 'retracted' | 'safety';
}

/** What a passage is taken from: the record's own text, names in it, or what is said of its sources. */
export type PassagePart = 'text' | 'names' | 'sources';

export interface SearchHit extends RecordRow {
  titleMarks: Mark[];
  /** Marks in titles in other languages, by language; those without a match are left out. */
  titlesMarks: Record<string, Mark[]>;
  /** The best passage of the text, not the first; null where the record has no text to show. */
  passage: (MarkedText & { lang: string; part: PassagePart }) | null;
  /** True where the date is too coarse to say whether it lies inside after/before. */
  dateUncertain: boolean;
}

/** What a query can ask of one field of records, as it is written before a colon in English. */
export const QUERY_FIELDS = [
  'title',
  'org',
  'place',
  'service',
  'source',
  'law',
  'kind',
  'lang',
  'status',
  'before',
  'after',
  'on',
] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];
export type DateField = 'before' | 'after' | 'on';

/** What a thing is called, by language; the first name of a language is the current one. */
export type Names = Record<string, string[]>;

/** A query as it was understood, to be put in words. */
export type Understood =
  | { type: 'all' | 'any'; parts: Understood[] }
  | { type: 'not'; part: Understood }
  | { type: 'word' | 'phrase' | 'prefix'; text: string }
  | {
      type: 'field';
      field: Exclude<QueryField, DateField>;
      text: string;
      /** What is called so, where anything known is; one of them must fit. */
      known: Names[];
    }
  /** `value` is YYYY, YYYY-MM or YYYY-MM-DD. */
  | { type: 'date'; field: DateField; value: string };

/** Why a piece of a query was taken as plain words, or passed over. */
export const QUERY_REASONS = [
  'unknown_field',
  'unknown_value',
  'not_a_date',
  'no_value',
  'unclosed_group',
  'unopened_group',
  'empty_group',
  'or_alone',
  'not_alone',
  'too_deep',
  'too_many',
] as const;
export type QueryReason = (typeof QUERY_REASONS)[number];

/** A piece of a query, [start, end) in UTF-16 units of its text, that does not mean what it seems to. */
export interface QueryMistake {
  range: Mark;
  reason: QueryReason;
  /** The field that may have been meant. */
  nearest?: QueryField;
}

/** What a name or word in a query was looked for as well. */
export interface AlsoSearched {
  typed: string;
  /** Other names, current ones first, in any language; or other grammatical forms of a word, the most used first. */
  names: string[];
  /** True where these are forms of the word. */
  forms?: true;
}

/** What stands in one group of results beside its first. */
export interface HitGroup {
  /** How many records of the group were found. */
  records: number;
  /** The next best of them. */
  others: SearchHit[];
}

export interface SearchResults {
  total: number;
  /** How many of the total only may lie inside after/before. */
  uncertain: number;
  /** How many of the total have no date. */
  undated: number;
  /** Of groups, the best hit of each. */
  hits: SearchHit[];
  /** For each hit the group that it heads; null where no groups were asked for. */
  groups: HitGroup[] | null;
  /** How many groups the total makes; the total itself where no groups were asked for. */
  groupsTotal: number;
  /** The words and phrases that were looked for, as typed; the last may be a prefix. */
  terms: { text: string; kind: 'word' | 'phrase' | 'prefix' }[];
  /** Null where everything was asked for. */
  understood: Understood | null;
  mistakes: QueryMistake[];
  also: AlsoSearched[];
  /** The archive's last change that these results know of. */
  change: number;
}

export const facetsQuery = question.extend({
  /** The facets that are wanted; without it all. */
  only: z.array(z.enum(FACETS)).max(FACETS.length).optional(),
  /** How many values of each; chosen ones are given beyond it. */
  limit: z.number().int().min(1).max(10_000).default(8),
});

export interface FacetValue {
  /** As the filters' list of this facet takes it. */
  value: string;
  /** What it is called, by language; empty where the value is a code that the reader of this knows by itself. */
  names: Record<string, string>;
  /** How many of the records found have it. */
  count: number;
  chosen: 'included' | 'excluded' | null;
}

export interface Facet {
  /** The commonest first, years the latest first. */
  values: FacetValue[];
  /** How many more values there are. */
  others: number;
}

/** Exact counts of what is found. What is chosen in a facet takes nothing off that facet's own counts. */
export interface Facets {
  total: number;
  facets: Partial<Record<FacetName, Facet>>;
  change: number;
}

export const suggestQuery = z.object({
  text: z.string().max(MAX_QUERY_LENGTH),
  limit: z.number().int().min(1).max(20).default(8),
});

/** A record offered by its name while a reader types. */
export interface Suggestion {
  shelf: string;
  id: string;
  kind: RecordKind;
  title: string;
  lang: string;
  date: FuzzyDate | null;
}
