// An event under the field names of STOP, OONI and IODA, as docs/field-map.md maps them, beside its own.
import type { EventRecord, FuzzyDate, VocabularyRef } from '../../../../shared/record.ts';
import { linkAddress } from '../../store/links.ts';
import { vocabularyEntry } from '../../vocabulary.ts';
import { endingOf } from '../cards.ts';

/** A row of a table: text, numbers, and null where there is nothing to say. */
export type Row = Record<string, string | number | null>;

/** STOP's columns for services that have one of their own; what has none is named in `other_affected`. */
const AFFECTED: Record<string, string> = {
  facebook: 'facebook_affected',
  x: 'twitter_affected',
  whatsapp: 'whatsapp_affected',
  instagram: 'instagram_affected',
  telegram: 'telegram_affected',
};

/** OONI's tests that measure one service each. */
const OONI_TESTS: Record<string, string> = {
  whatsapp: 'whatsapp',
  telegram: 'telegram',
  signal: 'signal',
  messenger: 'facebook_messenger',
};

const VOICE = new Set(['mobile-voice', 'telephone', 'landline', 'telecom']);

/** An event as a row. What nobody says is left empty, which is never a "no". */
export function eventRow(event: EventRecord, shelf: string): Row {
  return { ...ownHead(event, shelf), ...stopFields(event), ...moments(event), ...ownRest(event) };
}

const list = (values: readonly (string | null)[]) =>
  [...new Set(values.filter((value) => value !== null))].join('; ') || null;

const printed = (refs: readonly VocabularyRef[]) => list(refs.map((ref) => ref.printed));

function ownHead({ id, revision, event_type, title, lang }: EventRecord, shelf: string): Row {
  return { id, shelf, revision, event_type, title, lang };
}

function stopFields(event: EventRecord): Row {
  const { start, end, places, restriction, sources } = event;
  const countries = list(places.map(({ country }) => country && countryName(country)));
  return {
    start_date: start.value,
    start_date_type: start.kind,
    end_date: end?.value ?? null,
    shutdown_status: event.status,
    country: countries,
    area_name: list(places.map(({ region }) => region)),
    geo_scope: list(places.map(({ scope }) => scope)),
    shutdown_type: restriction.type === 'none' ? null : restriction.type,
    shutdown_extent: restriction.extent,
    affected_network: printed(restriction.networks),
    ...affected(event),
    ordered_by: list(event.ordered_by),
    actual_cause: event.trigger?.printed ?? null,
    actual_cause_details: event.summary || null,
    gov_justification: event.official_reason,
    gov_ack: event.acknowledged,
    info_source: list(sources.map(({ publisher }) => publisher)),
    info_source_link: sources.flatMap(({ url }) => url ?? []).join(' ') || null,
  };
}

const countryName = (code: string) => vocabularyEntry('places', code)?.names.en?.[0] ?? code;

function affected({ restriction: { services, networks } }: EventRecord): Row {
  const ids = new Set(services.map(({ id }) => id));
  const networkIds = networks.map(({ id }) => id);
  const columns = Object.entries(AFFECTED).map(([id, column]) => [
    column,
    ids.has(id) ? 'yes' : null,
  ]);
  return {
    ...Object.fromEntries(columns),
    other_affected: printed(services.filter(({ id }) => id === null || !AFFECTED[id])),
    sms_affected: networkIds.includes('sms') ? 'yes' : null,
    phonecall_affected: networkIds.some((id) => id !== null && VOICE.has(id)) ? 'yes' : null,
  };
}

/** What OONI and IODA call things; they know moments in UTC, which only a date with a time and an offset gives. */
function moments({ start, end, places, restriction }: EventRecord): Row {
  const codes = places.flatMap(({ country }) => country ?? []);
  const [from, to] = [secondsOf(start), end && secondsOf(end)];
  return {
    'ooni.probe_cc': list(codes),
    'ooni.test_name': list(restriction.services.map(({ id }) => (id && OONI_TESTS[id]) ?? null)),
    'ooni.input': list(restriction.domains),
    'ooni.measurement_start_time':
      from === null ? null : new Date(from * 1000).toISOString().slice(0, 19).replace('T', ' '),
    'ioda.location': list(codes.map((code) => `country/${code}`)),
    'ioda.location_name': list(
      places.map(({ region, country }) => region ?? (country && countryName(country))),
    ),
    'ioda.start': from,
    'ioda.duration': from === null || to === null ? null : to - from,
  };
}

/** Unix seconds; null where a date is no moment. */
function secondsOf({ value, precision }: FuzzyDate): number | null {
  return precision === 'minute' ? Date.parse(value) / 1000 : null;
}

function ownRest(event: EventRecord): Row {
  const ending = endingOf(event);
  return {
    'mahfuz.start_precision': event.start.precision,
    'mahfuz.end_precision': event.end?.precision ?? null,
    'mahfuz.end_kind': event.end?.kind ?? null,
    'mahfuz.ending': event.event_type === 'restriction' ? ending.type : null,
    'mahfuz.status_as_of': event.status_as_of,
    'mahfuz.recurrence': event.recurrence,
    'mahfuz.services': list(event.restriction.services.map(({ id }) => id)),
    'mahfuz.legal_basis': printed(event.legal_basis),
    'mahfuz.confidence': event.confidence,
    'mahfuz.disputed': event.disputed,
    'mahfuz.competing_dates': list(
      event.claims
        .filter(({ field }) => field === 'start' || field === 'end')
        .map(({ field, value, who }) => `${field}: ${value}${who ? ` (${who})` : ''}`),
    ),
    'mahfuz.sources': event.sources.length,
    'mahfuz.documents': list(event.documents.map((link) => linkAddress(link, '').id)),
    'mahfuz.withdrawn': event.withdrawn ? 'yes' : null,
    rights: event.rights,
  };
}
