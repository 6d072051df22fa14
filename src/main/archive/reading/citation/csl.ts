// Citations as CSL-JSON, which Zotero and others read: one item for the record, one for each source.
import type { FuzzyDate } from '../../../../shared/record.ts';
import type { CitationFacts, SourceFacts } from './facts.ts';

interface CslDate {
  'date-parts': number[][];
  circa?: true;
}

const parts = (date: string) => date.slice(0, 10).split('-').map(Number);

function fuzzy(date: FuzzyDate | null, end: FuzzyDate | null): CslDate | undefined {
  if (!date) return undefined;
  const uncertain = date.kind === 'estimated' || end?.kind === 'estimated';
  return {
    'date-parts': end ? [parts(date.value), parts(end.value)] : [parts(date.value)],
    ...(uncertain ? { circa: true as const } : {}),
  };
}

const literals = (names: string[]) =>
  names.length > 0 ? names.map((literal) => ({ literal })) : undefined;

function recordItem(facts: CitationFacts) {
  const when = fuzzy(facts.date, facts.end);
  return {
    id: facts.id,
    type: 'entry',
    title: facts.title,
    author: literals(facts.authors),
    'container-title': facts.archive,
    issued: { 'date-parts': [parts(facts.updated)] },
    // An event happened then; of a document it is the date of what the record is about.
    ...(facts.what === 'event' ? { 'event-date': when } : { 'original-date': when }),
    language: facts.lang,
    genre: facts.what,
    number: facts.id,
    version: String(facts.revision),
    note: [`${facts.when}.`, `SHA-256 ${facts.hashPrefix}…`, ...facts.notes].join(' '),
  };
}

function sourceItem(id: string, facts: SourceFacts) {
  return {
    id,
    type: facts.url ? 'webpage' : 'document',
    title: facts.title,
    author: literals(facts.author ? [facts.author] : []),
    publisher: facts.publisher ?? undefined,
    // Without a date the field is left out, and citation styles write n.d. themselves.
    issued: facts.date ? { 'date-parts': [parts(facts.date)] } : undefined,
    URL: facts.url ?? undefined,
    archive_location: facts.archivedUrl ?? undefined,
    note: facts.read,
  };
}

/** The record and its sources as a CSL-JSON array; what is not known is left out. */
export function cslCitation(facts: CitationFacts): string {
  const items = [
    recordItem(facts),
    ...facts.sources.map((source, index) => sourceItem(`${facts.id}#source-${index + 1}`, source)),
  ];
  return JSON.stringify(items, null, 2);
}
