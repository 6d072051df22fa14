// Which texts of a record are searched, and as what.
import type {
  ArchiveRecord,
  DocumentRecord,
  EventRecord,
  Source,
  VocabularyRef,
} from '../../../shared/record.ts';
import { plainText } from './plain-text.ts';

/** The columns of the index: a match in a title or a name says more about a record than one in its text. */
export const COLUMNS = ['title', 'body', 'names', 'sources'] as const;
export type Column = (typeof COLUMNS)[number];

/** These, and what records say of themselves by ids and in fields: no text of theirs, and nothing that is ever shown. */
export const INDEX_COLUMNS = [...COLUMNS, 'tags'] as const;
export type IndexColumn = (typeof INDEX_COLUMNS)[number];

/** One text of a record; no phrase reaches from one into the next. */
export interface SearchedText {
  column: Column;
  lang: string;
  text: string;
}

/**
 * Every text of a record that is searched, the main text before translations and lists. Of a record that was withdrawn
 * for safety only the titles are: its text stays out of search.
 */
export function searchedTexts(record: ArchiveRecord): SearchedText[] {
  const add = (column: Column, lang: string, texts: Iterable<string | null | undefined>) => {
    for (const text of texts) if (text) found.push({ column, lang, text });
  };
  const found: SearchedText[] = [];
  add('title', record.lang, [record.title]);
  for (const [lang, { title }] of Object.entries(record.translations)) add('title', lang, [title]);
  if (record.withdrawn?.safety) return found;
  add('body', record.lang, mainTexts(record));
  for (const [lang, translated] of Object.entries(record.translations)) {
    const { summary, body, about, definition, disputed } = translated;
    add('body', lang, [summary, body && plainText(body), about, definition, disputed]);
  }
  add('body', record.lang, [...detailTexts(record), record.correction]);
  for (const [lang, names] of Object.entries(aliasesOf(record))) add('names', lang, names);
  add('names', record.lang, [...nameTexts(record), ...attachmentTexts(record)]);
  add('sources', record.lang, record.sources.flatMap(sourceTexts));
  return found;
}

/** What a record may be called, for suggestions: its titles and, of an organisation or a term, its other names. */
export function namesOf(record: ArchiveRecord): { lang: string; name: string }[] {
  const names = new Map<string, string>([[record.title, record.lang]]);
  const add = (lang: string, name: string) => names.has(name) || names.set(name, lang);
  for (const [lang, { title }] of Object.entries(record.translations)) add(lang, title);
  if (!record.withdrawn?.safety) {
    for (const [lang, aliases] of Object.entries(aliasesOf(record))) {
      for (const alias of aliases) add(lang, alias);
    }
  }
  return Array.from(names, ([name, lang]) => ({ lang, name }));
}

function aliasesOf(record: ArchiveRecord): Record<string, string[]> {
  return record.kind === 'organisation' || record.kind === 'term' ? record.aliases : {};
}

function mainTexts(record: ArchiveRecord): (string | null)[] {
  switch (record.kind) {
    case 'document':
      return [plainText(record.body), record.disputed];
    case 'event':
      return [record.summary, record.disputed];
    case 'organisation':
      return [record.about];
    case 'term':
      return [record.definition];
  }
}

function detailTexts(record: ArchiveRecord): (string | null)[] {
  if (record.kind === 'document') return [...record.demands, ...figureTexts(record)];
  if (record.kind !== 'event') return [];
  return [
    record.official_reason,
    record.restriction.method,
    record.recurrence,
    ...figureTexts(record),
    ...record.claims.map(({ field, value, who }) => [who, field, value].filter(Boolean).join(': ')),
  ];
}

function figureTexts({ figures }: DocumentRecord | EventRecord): string[] {
  return figures.map(({ what, value }) => `${what}: ${value}`);
}

function nameTexts(record: ArchiveRecord): (string | null)[] {
  if (record.kind !== 'document' && record.kind !== 'event') return [];
  const { places, mentions, legal_basis, trigger } = record;
  return [
    ...mentions.map(({ printed }) => printed),
    ...places.map(({ region }) => region),
    ...printed([...legal_basis, ...(trigger ? [trigger] : [])]),
    ...(record.kind === 'document' ? documentNames(record) : eventNames(record)),
  ];
}

function documentNames(record: DocumentRecord): string[] {
  const { authors, signatories, topics, services, networks } = record;
  return [...authors, ...signatories, ...topics, ...printed([...services, ...networks])];
}

function eventNames({ ordered_by, restriction }: EventRecord): string[] {
  const { services, networks, domains } = restriction;
  return [...ordered_by, ...printed([...services, ...networks]), ...domains];
}

const printed = (refs: VocabularyRef[]) => refs.map((ref) => ref.printed);

const attachmentTexts = ({ attachments }: ArchiveRecord) =>
  attachments.flatMap(({ title, alt }) => [title, alt]);

// Of an address only the host is a name that anyone would search for.
function sourceTexts({ title, publisher, author, url }: Source): (string | null | undefined)[] {
  return [title, publisher, author, url?.match(/^https?:\/\/([^/?#]+)/)?.[1]];
}
