// What a record says of itself by ids and in fields, as terms of the index: no word that anyone types is written so.
import type { ArchiveRecord, VocabularyRef } from '../../../shared/record.ts';
import { JOINT } from '../../language/words.ts';
import { termsOf } from '../query/unit.ts';
import { countriesOf } from '../store/current.ts';
import { linkAddress } from '../store/links.ts';
import { namesOf } from './texts.ts';

/** What a tag is about. */
export type TagField = 'org' | 'place' | 'service' | 'law' | 'kind' | 'lang' | 'status';

/** The fields whose values are also printed names, to be found by each word of them. */
export type PrintedField = 'org' | 'place' | 'service' | 'law';

/** Stands in every record. */
export const EVERY_RECORD = `${JOINT}record`;

// Text never gives a term that begins with the joint.
/** The term that says that a field of a record has this id or code; capitals make no difference. */
export function tagOf(field: TagField, value: string): string {
  const safe = value
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, (sign) => `${JOINT}${sign.codePointAt(0)?.toString(16)}${JOINT}`);
  return `${JOINT}${field}${JOINT}${safe}`;
}

/** The term that says that a name printed in a field of a record has this term. */
export function printedTag(field: PrintedField, term: string): string {
  return `${JOINT}${field}s${JOINT}${term}`;
}

/** The tags of a record, of each printed name in the order of its words; one list for each text that no phrase leaves. */
export function recordTags(record: ArchiveRecord, shelf: string): string[] {
  const languages = [record.lang, ...Object.keys(record.translations)];
  const tags = new Set([
    EVERY_RECORD,
    ...kindsOf(record).map((kind) => tagOf('kind', kind)),
    ...languages.flatMap((lang) => [lang, lang.split('-')[0] ?? lang]).map((l) => tagOf('lang', l)),
    ...(record.kind === 'event' && record.status ? [tagOf('status', record.status)] : []),
    ...(record.withdrawn ? [tagOf('status', 'withdrawn')] : []),
  ]);
  // What was withdrawn for safety says no more of itself than its titles do.
  if (record.withdrawn?.safety) return [[...tags].join(' ')];
  for (const [field, id] of idsOf(record, shelf)) tags.add(tagOf(field, id));
  const printed = printedNames(record).map(([field, name]) =>
    termsOf(name)
      .map((term) => printedTag(field, term))
      .join(' '),
  );
  return [[...tags].join(' '), ...new Set(printed)].filter((list) => list !== '');
}

function kindsOf(record: ArchiveRecord): string[] {
  if (record.kind === 'document') return [record.kind, record.genre];
  if (record.kind === 'event') return [record.kind, record.event_type, record.restriction.type];
  return [record.kind];
}

type Id = [field: PrintedField, id: string];

/** The ids of what a record names or is: vocabulary ids, and addresses `shelf/ns/slug` of organisations. */
export function idsOf(record: ArchiveRecord, shelf: string): Id[] {
  const ids = countriesOf(record).map((country): Id => ['place', country]);
  if (record.kind === 'organisation') return [...ids, ['org', `${shelf}/${record.id}`]];
  if (record.kind === 'term') return ids;
  for (const { region_ids } of record.places) for (const id of region_ids) ids.push(['place', id]);
  for (const { id } of record.mentions) {
    const address = id && linkAddress(id, shelf);
    if (address) ids.push(['org', `${address.shelf}/${address.id}`]);
  }
  for (const { id } of servicesOf(record)) if (id) ids.push(['service', id]);
  for (const { id } of record.legal_basis) if (id) ids.push(['law', id]);
  return ids;
}

type Named = Exclude<ArchiveRecord, { kind: 'organisation' | 'term' }>;

const servicesOf = (record: Named): VocabularyRef[] =>
  record.kind === 'event' ? record.restriction.services : record.services;

function printedNames(record: ArchiveRecord): Id[] {
  if (record.kind === 'organisation') return namesOf(record).map(({ name }) => ['org', name]);
  if (record.kind === 'term') return [];
  const organisations =
    record.kind === 'event' ? record.ordered_by : [...record.authors, ...record.signatories];
  const domains = record.kind === 'event' ? record.restriction.domains : [];
  const names = (field: PrintedField, list: (string | null)[]) =>
    list.flatMap((name): Id[] => (name ? [[field, name]] : []));
  return [
    ...names('org', [...record.mentions.map(({ printed }) => printed), ...organisations]),
    ...names(
      'place',
      record.places.map(({ region }) => region),
    ),
    ...names('service', [...servicesOf(record).map(({ printed }) => printed), ...domains]),
    ...names(
      'law',
      record.legal_basis.map(({ printed }) => printed),
    ),
  ];
}
