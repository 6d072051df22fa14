// Proves that the starter corpus keeps its own rules: links, dates, statuses, sources, translations, vocabularies.
import type {
  ArchiveRecord,
  DocumentRecord,
  EventRecord,
  FuzzyDate,
  RecordKind,
} from '../src/shared/record.ts';
import type { Vocabularies } from '../src/shared/vocabulary.ts';
import { isPakistan } from './corpus-files.ts';
import { checkVocabularies, wordingProblems } from './corpus-vocabularies.ts';

type ById = Map<string, ArchiveRecord>;

/** All that is wrong with a corpus and its vocabularies, one sentence each, beginning with the record's id; empty where all is well. */
export function checkCorpus(
  records: readonly ArchiveRecord[],
  vocabularies: Vocabularies,
): string[] {
  const byId: ById = new Map(records.map((record) => [record.id, record]));
  return [
    ...repeatedIds(records),
    ...records.flatMap((record) => [
      ...about(record, linkProblems(record, byId)),
      ...about(record, dateProblems(record)),
      ...about(record, sourceProblems(record)),
      ...about(record, translationProblems(record)),
      ...about(record, wordingProblems(record, vocabularies)),
      ...(record.kind === 'event' ? about(record, statusProblems(record)) : []),
      ...(record.kind === 'document' ? about(record, bodyProblems(record)) : []),
    ]),
    ...untranslated(records, byId),
    ...checkVocabularies(vocabularies),
  ];
}

const about = ({ id }: ArchiveRecord, problems: readonly string[]) =>
  problems.map((problem) => `${id}: ${problem}`);

function repeatedIds(records: readonly ArchiveRecord[]): string[] {
  const seen = new Set<string>();
  return records
    .filter(({ id }) => seen.size === seen.add(id).size)
    .map(({ id }) => `${id}: the id is used twice`);
}

interface Link {
  field: string;
  to: string | null;
  kinds: RecordKind[];
}

function linksOf(record: ArchiveRecord): Link[] {
  if (record.kind !== 'document' && record.kind !== 'event') return [];
  const mentions = record.mentions.map(({ id }) => link('mentions', id, ['organisation']));
  const related = record.related.map((id) => link('related', id, ['event', 'document']));
  if (record.kind === 'document') {
    return [
      ...mentions,
      ...related,
      ...record.about.map(({ event }) => link('about', event, ['event'])),
    ];
  }
  return [
    ...mentions,
    ...related,
    ...record.documents.map((id) => link('documents', id, ['document'])),
    ...record.claims.map(({ document }) => link('claims', document, ['document'])),
  ];
}

const link = (field: string, to: string | null, kinds: RecordKind[]): Link => ({
  field,
  to,
  kinds,
});

function linkProblems(record: ArchiveRecord, byId: ById): string[] {
  const links = linksOf(record).filter(({ to }) => to !== null);
  const problems = links.flatMap(({ field, to, kinds }) => {
    const target = byId.get(to ?? '');
    if (to === record.id) return [`${field} links to the record itself`];
    if (!target) return [`${field} links to ${to}, which does not exist`];
    return kinds.includes(target.kind) ? [] : [`${field} links to ${to}, a ${target.kind}`];
  });
  const keys = links.filter(({ field }) => field !== 'claims').map((l) => `${l.field} ${l.to}`);
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  return [...problems, ...twice.map((key) => `${key} is listed twice`), ...oneWay(record, byId)];
}

// What a document is about and what an event is documented by are one fact, written at both ends.
function oneWay(record: ArchiveRecord, byId: ById): string[] {
  if (record.kind === 'document') {
    return record.about.flatMap(({ event }) => {
      const target = byId.get(event);
      if (target?.kind !== 'event' || target.documents.includes(record.id)) return [];
      return [`is about ${event}, which does not list it among its documents`];
    });
  }
  if (record.kind !== 'event') return [];
  return record.documents.flatMap((id) => {
    const target = byId.get(id);
    if (target?.kind !== 'document') return [];
    const named = target.about.some(({ event }) => event === record.id);
    return named ? [] : [`lists the document ${id}, which does not say that it is about it`];
  });
}

const earliest = ({ value }: FuzzyDate) => `${value}-01-01`.slice(0, 10);
// Compared as text: day 31 is the last of any month.
const latest = ({ value }: FuzzyDate) => `${value}${'-12-31'.slice(value.length - 4)}`.slice(0, 10);

function dateProblems(record: ArchiveRecord): string[] {
  const problems = record.sources
    .filter(({ date }) => date !== null && date > record.updated)
    .map(({ date }) => `a source is dated ${date}, after the record itself`);
  if (record.kind === 'document' && record.published) {
    if (earliest(record.published) > record.updated) problems.push('is published in the future');
  }
  if (record.kind !== 'event') return problems;
  const { start, end, status_as_of: asOf, updated } = record;
  if (earliest(start) > updated) problems.push('starts in the future');
  if (end && latest(end) < earliest(start)) problems.push('ends before it starts');
  if (end && earliest(end) > updated) problems.push('ends in the future');
  if (asOf && (asOf < earliest(start) || asOf > updated)) {
    problems.push('its status is dated before its start or in the future');
  }
  return problems;
}

function statusProblems(event: EventRecord): string[] {
  const { status, status_as_of: asOf, end, disputed, event_type: type, restriction } = event;
  if (type !== 'restriction') {
    return [
      ...(status || asOf ? ['has a status, but restricts nothing'] : []),
      ...(restriction.type === 'none' ? [] : ['has a restriction, but is not one']),
    ];
  }
  return [
    ...(restriction.type === 'none' ? ['is a restriction that restricts nothing'] : []),
    ...(status ? [] : ['is a restriction without a status']),
    ...(status === 'ongoing' && !asOf ? ['is ongoing, but does not say as of when'] : []),
    ...(status !== 'ongoing' && asOf ? ['dates a status that is not ongoing'] : []),
    ...(status !== 'ended' && end ? [`has an end, but is ${status}`] : []),
    ...(status === 'ended' && !end && !disputed
      ? ['has ended without an end, and does not say why']
      : []),
  ];
}

function sourceProblems({ sources }: ArchiveRecord): string[] {
  return [
    ...(sources.length === 0 ? ['has no source'] : []),
    ...sources.flatMap(({ url, title, publisher, supports }, index) => [
      ...(url || (title && publisher) ? [] : [`source ${index + 1} cannot be found again`]),
      ...(supports ? [] : [`source ${index + 1} does not say what rests on it`]),
    ]),
  ];
}

const TEXT = {
  document: 'body',
  event: 'summary',
  organisation: 'about',
  term: 'definition',
} as const;

function translationProblems(record: ArchiveRecord): string[] {
  return Object.entries(record.translations).flatMap(([lang, translation]) => {
    const expected = ['title', TEXT[record.kind]];
    if ('disputed' in record && record.disputed) expected.push('disputed');
    const given = Object.keys(translation);
    return [
      ...expected.filter((key) => !given.includes(key)).map((key) => `${lang} lacks the ${key}`),
      ...given.filter((key) => !expected.includes(key)).map((key) => `${lang} has a stray ${key}`),
    ];
  });
}

// The corpus promises Urdu for all that concerns Pakistan, for whom it names there, and for the terms.
function untranslated(records: readonly ArchiveRecord[], byId: ById): string[] {
  const named = records
    .filter(isPakistan)
    .flatMap((record) => ('mentions' in record ? record.mentions.map(({ id }) => id ?? '') : []));
  const due = (record: ArchiveRecord) =>
    record.kind === 'term' ||
    isPakistan(record) ||
    (record.kind === 'organisation' && record.country === 'PK');
  const ids = new Set([...named, ...records.filter(due).map(({ id }) => id)]);
  return [...ids]
    .filter((id) => byId.has(id) && !byId.get(id)?.translations.ur)
    .map((id) => `${id}: has no Urdu`);
}

function bodyProblems(document: DocumentRecord): string[] {
  const bodies = [document.body, ...Object.values(document.translations).map(({ body }) => body)];
  return bodies.some((body) => /(?<!\\)<[a-z/!?]/i.test(body ?? ''))
    ? ['has HTML in its body']
    : [];
}
