// The facts of a record as short lines: when, where, what, who, on what ground.
import type { RecordView } from '../../shared/reading.ts';
import type {
  ArchiveRecord,
  DocumentRecord,
  EventRecord,
  Place,
  VocabularyRef,
} from '../../shared/record.ts';
import { dateInWords } from '../archive/reading/citation/facts.ts';
import { plainWord } from './hits.ts';

type Fact = [name: string, value: string | null | undefined];

/** What kind of record it is, in a line. */
export function recordKindText(record: ArchiveRecord): string {
  if (record.kind === 'event') return `Event, ${plainWord(record.event_type)}`;
  if (record.kind === 'organisation') return `Organisation, ${plainWord(record.organisation_kind)}`;
  if (record.kind === 'term') return 'Term';
  const text =
    record.text_kind === 'digest' ? "digest in the archive's own words" : record.text_kind;
  return `Document, ${plainWord(record.genre)}, ${text}`;
}

/** Every fact that the record states, named; what it does not say has no line. */
export function recordFacts(view: RecordView): [name: string, value: string][] {
  const { record } = view;
  const facts = [...factsOf(view), confidence(record), ...alsoCalled(record)];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
}

function factsOf(view: RecordView): Fact[] {
  const { record } = view;
  if (record.kind === 'event') return eventFacts(record, view);
  if (record.kind === 'document') return documentFacts(record, view);
  if (record.kind === 'term') return [];
  return [
    ['Country', record.country && name(view, 'places', record.country)],
    ['Address', record.url],
  ];
}

function eventFacts(event: EventRecord, view: RecordView): Fact[] {
  const { start, end, status, status_as_of: asOf, restriction } = event;
  const stated = status && (asOf ? `${status}, as of ${asOf}` : status);
  return [
    ['When', end ? `${dateInWords(start)} to ${dateInWords(end)}` : dateInWords(start)],
    ['Status', stated],
    ['Recurring', event.recurrence],
    ['Where', places(event.places, view)],
    ['What', what(restriction)],
    ['Networks', printed(restriction.networks, view, 'networks')],
    ['Services', printed(restriction.services, view, 'services')],
    ['Domains', restriction.domains.join(', ')],
    ['Method', restriction.method],
    ['Ordered by', event.ordered_by.join('; ')],
    ['Trigger', event.trigger && printed([event.trigger], view, 'triggers')],
    ['Reason given', event.official_reason],
    ['Acknowledged', event.acknowledged === 'unknown' ? null : event.acknowledged],
    ['Legal basis', printed(event.legal_basis, view, 'laws')],
  ];
}

function documentFacts(document: DocumentRecord, view: RecordView): Fact[] {
  return [
    ['Date', document.published ? dateInWords(document.published) : 'undated'],
    ['Authors', document.authors.join('; ')],
    ['Where', places(document.places, view)],
    ['Networks', printed(document.networks, view, 'networks')],
    ['Services', printed(document.services, view, 'services')],
    ['Trigger', document.trigger && printed([document.trigger], view, 'triggers')],
    ['Legal basis', printed(document.legal_basis, view, 'laws')],
    ['Signed by', document.signatories.join('; ')],
  ];
}

function confidence(record: ArchiveRecord): Fact {
  return ['Confidence', 'confidence' in record ? record.confidence : null];
}

function alsoCalled(record: ArchiveRecord): Fact[] {
  if (record.kind !== 'organisation' && record.kind !== 'term') return [];
  const names = Object.values(record.aliases).flat();
  const titles = Object.values(record.translations).map(({ title }) => title);
  return [['Also called', [...new Set([...titles, ...names])].join('; ')]];
}

function name({ vocabulary }: RecordView, kind: string, id: string): string {
  return vocabulary[kind]?.[id]?.en?.[0] ?? id;
}

/** What the source printed, with the vocabulary's name beside it where that is another. */
function printed(refs: VocabularyRef[], view: RecordView, kind: string): string {
  return refs
    .map((ref) => {
      const known = ref.id === null ? null : name(view, kind, ref.id);
      const same = !known || known.toLowerCase() === ref.printed.toLowerCase();
      return same ? ref.printed : `${ref.printed} (${known})`;
    })
    .join('; ');
}

function places(list: Place[], view: RecordView): string {
  return list
    .map(({ country, region, scope }) => {
      const parts = [region, country && name(view, 'places', country)].filter(Boolean).join(', ');
      return scope ? `${parts} (${plainWord(scope)})` : parts;
    })
    .join('; ');
}

function what({ type, extent }: EventRecord['restriction']): string | null {
  if (type === 'none') return null;
  return extent ? `${plainWord(type)}, ${plainWord(extent)}` : plainWord(type);
}
