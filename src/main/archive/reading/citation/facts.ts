// What a citation may say of a record: only what the record itself says, in words, undated where it is undated.
import type {
  ArchiveRecord,
  DocumentRecord,
  FuzzyDate,
  Source,
} from '../../../../shared/record.ts';
import { isWithheld } from '../withheld.ts';

/** A record's current revision, as it is cited. */
export interface Cited {
  record: ArchiveRecord;
  shelf: string;
  shelfName: string;
  /** SHA-256 of the revision's canonical JSON, hexadecimal. */
  hash: string;
}

/** One source, ready to be written in any style; null where the record does not say. */
export interface SourceFacts {
  author: string | null;
  title: string;
  publisher: string | null;
  /** As precisely as known: YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string | null;
  url: string | null;
  archivedUrl: string | null;
  /** How the archive's writers read it, in words. */
  read: string;
}

/** Everything that any style of citation draws on. */
export interface CitationFacts {
  id: string;
  revision: number;
  hashPrefix: string;
  updated: string;
  archive: string;
  authors: string[];
  title: string;
  lang: string;
  /** What the record is: "court order, digest in the archive's own words". */
  what: string;
  /** When it was published or happened, in words, and to when; "n.d." where that is not known. */
  when: string;
  date: FuzzyDate | null;
  end: FuzzyDate | null;
  /** Warnings that belong to every use of the record, as whole sentences. */
  notes: string[];
  sources: SourceFacts[];
}

const HASH_PREFIX_LENGTH = 16;
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const GENRES: Record<string, string> = {
  news: 'news',
  statement: 'statement',
  court_order: 'court order',
  law: 'law',
  report: 'report',
  testimony: 'testimony',
  feature: 'feature',
};
const TEXT_KINDS = {
  full: 'full text',
  excerpt: 'excerpt',
  digest: "digest in the archive's own words",
};
const READ = { whole: 'read whole', excerpt: 'read as an excerpt', not_read: 'not read' };
const KINDS = { document: 'document', event: 'event', organisation: 'organisation', term: 'term' };

/** Puts a text on one line, without control characters and without marks that turn the direction of what follows. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}

const maybe = (text: string | null) => (text === null ? null : oneLine(text) || null);

/** A civil date in words: 2 March 2006, March 2006 or 2006. */
export function civilDateInWords(value: string): string {
  const [year, month, day] = value.split('-');
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year]
    .filter(Boolean)
    .join(' ');
}

/** A date in words, as precisely as it is known, saying where it was estimated or only reported. */
export function dateInWords({ value, precision, kind }: FuzzyDate): string {
  const day = civilDateInWords(value.slice(0, 10));
  const minute = precision === 'minute' ? `, ${value.slice(11, 16)} (${offset(value)})` : '';
  return day + minute + (kind === 'actual' ? '' : ` (${kind})`);
}

function offset(value: string): string {
  const zone = value.slice(16);
  return zone === 'Z' ? 'UTC' : `UTC${zone}`;
}

function whatItIs(record: ArchiveRecord): string {
  if (record.kind !== 'document') return KINDS[record.kind];
  const { genre, text_kind: kind } = record;
  return `${GENRES[genre]}${byOthers(record)}, ${TEXT_KINDS[kind]}`;
}

// The authors of a text are not those of our digest of it.
function byOthers(record: DocumentRecord): string {
  const named = record.text_kind === 'digest' && !isWithheld(record) && record.authors.length > 0;
  return named ? ` by ${record.authors.map(oneLine).join('; ')}` : '';
}

function ownAuthors(record: ArchiveRecord): string[] {
  if (record.kind !== 'document' || record.text_kind === 'digest') return [];
  return isWithheld(record) ? [] : record.authors.map(oneLine);
}

function archiveName({ shelf, shelfName }: Cited): string {
  if (shelf === 'mahfuz') return 'Mahfuz archive';
  if (shelf === 'local') return 'unsigned file, read in Mahfuz';
  return `${oneLine(shelfName)} (publisher ${shelf.slice(0, HASH_PREFIX_LENGTH)}…), read in Mahfuz`;
}

function dates(record: ArchiveRecord): { date: FuzzyDate | null; end: FuzzyDate | null } {
  if (record.kind === 'event') return { date: record.start, end: record.end };
  return { date: record.kind === 'document' ? record.published : null, end: null };
}

function inWords(record: ArchiveRecord): string {
  const { date, end } = dates(record);
  if (!date) return 'n.d.';
  return end ? `${dateInWords(date)} to ${dateInWords(end)}` : dateInWords(date);
}

function sourceFacts(source: Source): SourceFacts {
  return {
    author: maybe(source.author),
    title: maybe(source.title) ?? 'Untitled',
    publisher: maybe(source.publisher),
    date: source.date,
    url: source.url,
    archivedUrl: source.archived_url,
    read: READ[source.read],
  };
}

const sentence = (text: string) => (/[.!?…。؟۔]$/u.test(text) ? text : `${text}.`);

function notes(record: ArchiveRecord): string[] {
  const { withdrawn, correction, sources } = record;
  const said: string[] = [];
  if (withdrawn) {
    const on = civilDateInWords(withdrawn.at);
    said.push(
      withdrawn.safety
        ? `Withdrawn for safety on ${on}: its text and sources are left out here.`
        : sentence(`Withdrawn on ${on}: ${oneLine(withdrawn.why) || 'no reason given'}`),
    );
  }
  if (isWithheld(record)) return said;
  if (correction) said.push(sentence(`Corrected in this revision: ${oneLine(correction)}`));
  if ('confidence' in record && record.confidence) said.push(`Confidence: ${record.confidence}.`);
  if (sources.length === 1) said.push('Rests on one source.');
  if ('disputed' in record && record.disputed) {
    said.push(sentence(`Disputed: ${oneLine(record.disputed)}`));
  }
  return said;
}

/** Gathers what a citation of a record says; of one withdrawn for safety no source and no prose is given away. */
export function citationFacts(cited: Cited): CitationFacts {
  const { record, hash } = cited;
  return {
    id: record.id,
    revision: record.revision,
    hashPrefix: hash.slice(0, HASH_PREFIX_LENGTH),
    updated: record.updated,
    archive: archiveName(cited),
    authors: ownAuthors(record),
    title: oneLine(record.title),
    lang: record.lang,
    what: whatItIs(record),
    when: inWords(record),
    ...dates(record),
    notes: notes(record),
    sources: isWithheld(record) ? [] : record.sources.map(sourceFacts),
  };
}
