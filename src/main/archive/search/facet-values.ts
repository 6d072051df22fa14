// What a record is counted under in the facets, and which events it tells of.
import type { ArchiveRecord } from '../../../shared/record.ts';
import { countriesOf } from '../store/current.ts';
import { linkAddress } from '../store/links.ts';
import { idsOf } from './tags.ts';

/** What a record has any number of. */
export const VALUE_SETS = [
  'languages',
  'countries',
  'services',
  'triggers',
  'organisations',
  'events',
] as const;
export type ValueSet = (typeof VALUE_SETS)[number];

/** What is counted of a record; no value has a space in it. */
export interface FacetValues extends Record<ValueSet, string[]> {
  confidence: string | null;
  sources: number;
}

/** The values of a record. One that was withdrawn for safety tells no more than its titles, place and time. */
export function facetValues(record: ArchiveRecord, shelf: string): FacetValues {
  const languages = [record.lang, ...Object.keys(record.translations)];
  // Whoever asks for Chinese also means zh-Hant.
  const withPrimary = languages.flatMap((tag) => [tag.split('-')[0] ?? tag, tag]);
  const secret = record.withdrawn?.safety ?? false;
  const ids = secret ? [] : idsOf(record, shelf);
  const idsOfField = (wanted: string) =>
    different(ids.flatMap(([field, id]) => (field === wanted ? id : [])));
  return {
    languages: different(withPrimary),
    countries: different(countriesOf(record)),
    services: idsOfField('service'),
    triggers: secret ? [] : triggersOf(record),
    organisations: idsOfField('org'),
    events: eventsOf(record, shelf),
    confidence: 'confidence' in record ? record.confidence : null,
    sources: record.sources.length,
  };
}

// In one order, so that the same values are one set.
const different = (values: readonly string[]) =>
  [...new Set(values.filter((value) => value !== '' && !/\s/u.test(value)))].toSorted();

function triggersOf(record: ArchiveRecord): string[] {
  const trigger = 'trigger' in record ? record.trigger : null;
  return trigger?.id ? different([trigger.id]) : [];
}

function eventsOf(record: ArchiveRecord, shelf: string): string[] {
  if (record.kind === 'event') return [`${shelf}/${record.id}`];
  if (record.kind !== 'document') return [];
  return different(
    record.about.map(({ event }) => {
      const address = linkAddress(event, shelf);
      return `${address.shelf}/${address.id}`;
    }),
  );
}
