// The data model: the only definition of what a record is; packs, the archive and the page all mean these shapes.
import { z } from 'zod';

const CIVIL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MINUTE = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Tells whether a text is a real Gregorian civil date: YYYY, YYYY-MM or YYYY-MM-DD. */
export function isCivilDate(value: string): boolean {
  const match = CIVIL_DATE.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const PRECISION_SHAPE = {
  minute: (value: string) => MINUTE.test(value) && isCivilDate(value.slice(0, 10)),
  day: (value: string) => value.length === 10 && isCivilDate(value),
  month: (value: string) => value.length === 7 && isCivilDate(value),
  year: (value: string) => value.length === 4 && isCivilDate(value),
};

/** A point in time as precisely as it is known; day, month and year are civil dates at the place, minutes carry an offset. */
export const fuzzyDate = z
  .object({
    value: z.string().max(25),
    precision: z.enum(['minute', 'day', 'month', 'year']),
    kind: z.enum(['actual', 'estimated', 'reported']),
  })
  .refine((date) => PRECISION_SHAPE[date.precision](date.value), {
    error:
      'the date does not have the form of its precision: YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM±HH:MM',
  })
  .meta({ id: 'fuzzy_date' });
export type FuzzyDate = z.infer<typeof fuzzyDate>;

const civilDay = z
  .string()
  .refine(PRECISION_SHAPE.day, { error: 'not a date of the form YYYY-MM-DD' });
const civilDate = z
  .string()
  .refine(isCivilDate, { error: 'not a date of the form YYYY, YYYY-MM or YYYY-MM-DD' });

const line = (max: number) => z.string().trim().min(1).max(max);
const prose = z.string().max(1 << 20);
const list = <T extends z.ZodType>(item: T, max = 500) => z.array(item).max(max).default([]);

/** `ns/slug`: a record's name within its shelf. */
export const recordId = z
  .string()
  .max(200)
  .regex(/^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/, {
    error: 'not an id of the form namespace/slug',
  });

/** A link to a record: `ns/slug` on the same shelf, or `<fingerprint>:ns/slug` on another publisher's; it may dangle. */
export const recordLink = z
  .string()
  .max(300)
  .regex(/^(?:[0-9a-f]{64}:|mahfuz:)?[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/, {
    error: 'not a link of the form namespace/slug or shelf:namespace/slug',
  });

/** A BCP 47 language tag. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, { error: 'not a BCP 47 language tag' });

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'not a SHA-256 in lower-case hexadecimal' });
/** Kept as text and shown, never opened by the reader itself. */
const webAddress = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/\S+$/, { error: 'not an http or https address' });

export const source = z
  .object({
    title: line(500).nullable().default(null),
    publisher: line(300).nullable().default(null),
    author: line(300).nullable().default(null),
    date: civilDate.nullable().default(null),
    url: webAddress.nullable().default(null),
    archived_url: webAddress.nullable().default(null),
    sha256: sha256.nullable().default(null),
    read: z.enum(['whole', 'excerpt', 'not_read']),
    supports: z.string().max(2000).default(''),
  })
  .meta({ id: 'source' });
export type Source = z.infer<typeof source>;

const attachment = z
  .object({
    sha256,
    media_type: line(100),
    bytes: z.number().int().nonnegative(),
    title: line(300),
    alt: z.string().max(2000).default(''),
  })
  .meta({ id: 'attachment' });

const aliases = z.record(languageTag, z.array(line(300)).max(50)).default({});

const translation = z
  .object({
    title: line(500),
    summary: prose.optional(),
    body: prose.optional(),
    disputed: prose.optional(),
    about: prose.optional(),
    definition: prose.optional(),
  })
  .meta({ id: 'translation' });

/** An entry of a controlled vocabulary beside the wording that the source printed; `id` is null where no entry fits. */
const vocabularyRef = z
  .object({ id: z.string().max(100).nullable(), printed: line(300) })
  .meta({ id: 'vocabulary_ref' });
export type VocabularyRef = z.infer<typeof vocabularyRef>;

const place = z
  .object({
    /** ISO 3166-1 alpha-2 or the EU that it reserves, or null where the record concerns no one country. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    /** The region as printed. */
    region: line(300).nullable().default(null),
    /** The places in it that the vocabulary knows. */
    region_ids: list(line(100), 50),
    /** How far it reached, where the text says so: one city or district; several of one region; several regions; the country. */
    scope: z
      .enum(['local', 'several_cities', 'several_regions', 'national', 'cross_border'])
      .nullable()
      .default(null),
  })
  .meta({ id: 'place' });
export type Place = z.infer<typeof place>;

const withdrawal = z
  .object({ at: civilDay, why: prose, safety: z.boolean() })
  .meta({ id: 'withdrawal' });

/** What every record begins with; the order of keys here is the order in which a line is written. */
const head = <K extends string>(kind: K) => ({
  id: recordId,
  kind: z.literal(kind),
  revision: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  schema: z.string().regex(/^record\/[1-9]\d{0,3}$/),
  lang: languageTag,
  title: line(500),
  updated: civilDay,
});

/** What every record ends with. */
const tail = {
  translations: z.record(languageTag, translation).default({}),
  sources: z.array(source).min(1, { error: 'a record needs at least one source' }).max(500),
  attachments: list(attachment, 100),
  rights: line(500),
  correction: prose.nullable().default(null),
  withdrawn: withdrawal.nullable().default(null),
};

const mention = z
  .object({
    id: recordLink.nullable(),
    printed: line(300),
    role: line(100).nullable().default(null),
  })
  .meta({ id: 'mention' });

export const documentRecord = z
  .object({
    ...head('document'),
    genre: z.enum(['news', 'statement', 'court_order', 'law', 'report', 'testimony', 'feature']),
    text_kind: z.enum(['full', 'excerpt', 'digest']),
    body: prose,
    published: fuzzyDate.nullable(),
    authors: list(line(300)),
    places: list(place),
    about: list(
      z.object({
        event: recordLink,
        role: z.enum(['reports', 'orders', 'denies', 'corrects', 'demands', 'analyses']),
      }),
    ),
    mentions: list(mention),
    signatories: list(line(300), 5000),
    demands: list(line(1000)),
    topics: list(line(100)),
    networks: list(vocabularyRef),
    services: list(vocabularyRef),
    legal_basis: list(vocabularyRef),
    trigger: vocabularyRef.nullable().default(null),
    figures: list(z.object({ what: line(500), value: line(500) })),
    disputed: prose.nullable().default(null),
    confidence: z.enum(['high', 'medium', 'low']).nullable().default(null),
    related: list(recordLink),
    ...tail,
  })
  .meta({ id: 'document' });
export type DocumentRecord = z.infer<typeof documentRecord>;

export const claim = z
  .object({
    /** A field of the record, `figures: <what>`, or the disputed matter in words. */
    field: line(100),
    value: line(1000),
    when: civilDate.nullable().default(null),
    /** The party as the text names it. */
    who: line(300).nullable().default(null),
    document: recordLink.nullable().default(null),
    source_class: z
      .enum([
        'measurement',
        'official_order',
        'official_statement',
        'operator',
        'media',
        'civil_society',
        'testimony',
      ])
      .nullable()
      .default(null),
    confidence: z.enum(['high', 'medium', 'low']).nullable().default(null),
  })
  .meta({ id: 'claim' });
export type Claim = z.infer<typeof claim>;

const restriction = z
  .object({
    type: z.enum(['shutdown', 'throttle', 'service_block', 'content_block', 'none', 'unknown']),
    extent: z.enum(['full_network', 'service_based']).nullable().default(null),
    networks: list(vocabularyRef),
    services: list(vocabularyRef),
    domains: list(line(255)),
    method: line(1000).nullable().default(null),
  })
  .meta({ id: 'restriction' });

export const eventRecord = z
  .object({
    ...head('event'),
    event_type: z.enum([
      'restriction',
      'restoration',
      'arrest',
      'campaign',
      'court',
      'statement',
      'legislation',
      'report',
      'other',
    ]),
    summary: prose,
    start: fuzzyDate,
    end: fuzzyDate.nullable(),
    /** Null where the event restricts nothing; a missing end never means ongoing. */
    status: z.enum(['ongoing', 'ended', 'unknown']).nullable(),
    status_as_of: civilDay.nullable().default(null),
    recurrence: line(500).nullable().default(null),
    restriction,
    places: list(place),
    ordered_by: list(line(300)),
    trigger: vocabularyRef.nullable().default(null),
    official_reason: line(2000).nullable().default(null),
    /** Whether the authorities ordered or confirmed it in public; no where they denied it or were reported silent. */
    acknowledged: z.enum(['yes', 'no', 'unknown']).default('unknown'),
    legal_basis: list(vocabularyRef),
    figures: list(z.object({ what: line(500), value: line(500) })),
    claims: list(claim),
    disputed: prose.nullable().default(null),
    confidence: z.enum(['high', 'medium', 'low']),
    mentions: list(mention),
    documents: list(recordLink),
    related: list(recordLink),
    ...tail,
  })
  .meta({ id: 'event' });
export type EventRecord = z.infer<typeof eventRecord>;

export const organisationRecord = z
  .object({
    ...head('organisation'),
    aliases,
    organisation_kind: z.enum([
      'ngo',
      'coalition',
      'movement',
      'party',
      'union',
      'industry_association',
      'company',
      'media',
      'monitor',
      'research',
      'government',
      'ministry',
      'parliament',
      'regulator',
      'court',
      'police',
      'military',
      'armed_group',
      'intergovernmental',
      'other',
    ]),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    url: webAddress.nullable(),
    about: prose,
    ...tail,
  })
  .meta({ id: 'organisation' });
export type OrganisationRecord = z.infer<typeof organisationRecord>;

export const termRecord = z
  .object({
    ...head('term'),
    aliases,
    definition: prose,
    ...tail,
  })
  .meta({ id: 'term' });
export type TermRecord = z.infer<typeof termRecord>;

/** A record of any kind, as one line of a pack carries it. */
export const record = z.discriminatedUnion('kind', [
  documentRecord,
  eventRecord,
  organisationRecord,
  termRecord,
]);
export type ArchiveRecord = z.infer<typeof record>;
export type RecordKind = ArchiveRecord['kind'];

/** The major version of the record schema that this reader understands. */
export const RECORD_SCHEMA = 'record/1';
