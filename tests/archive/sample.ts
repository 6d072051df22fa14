// Records in our own words for tests of the archive.
import { type ArchiveRecord, record } from '../../src/shared/record.ts';

const head = {
  revision: 1,
  schema: 'record/1',
  lang: 'en',
  updated: '2026-11-22',
  rights: 'CC BY 4.0',
  sources: [{ title: 'A paper of record', read: 'whole' }],
};

/** A document that the schema accepts, with the given fields in place of the plain ones. */
export function sampleDocument(fields: Record<string, unknown> = {}): ArchiveRecord {
  return record.parse({
    ...head,
    id: 'test/statement',
    kind: 'document',
    title: 'A ministry states why the network was slow',
    genre: 'statement',
    text_kind: 'digest',
    body: 'The ministry said that a cable had failed. Nobody showed the cable.',
    published: { value: '2024-02-17', precision: 'day', kind: 'actual' },
    ...fields,
  });
}

/** An event that the schema accepts, with the given fields in place of the plain ones. */
export function sampleEvent(fields: Record<string, unknown> = {}): ArchiveRecord {
  return record.parse({
    ...head,
    id: 'test/blackout',
    kind: 'event',
    title: 'Three nights without a network',
    event_type: 'restriction',
    summary: 'Every mobile network of the province was silent from dusk to dawn.',
    start: { value: '2024-02-16', precision: 'day', kind: 'actual' },
    end: { value: '2024-02', precision: 'month', kind: 'reported' },
    status: 'ended',
    restriction: { type: 'shutdown' },
    places: [{ country: 'PK' }, { country: 'IN' }, { country: 'PK', region: 'North' }],
    confidence: 'medium',
    ...fields,
  });
}

/** An organisation that the schema accepts. */
export function sampleOrganisation(fields: Record<string, unknown> = {}): ArchiveRecord {
  return record.parse({
    ...head,
    id: 'test/org-ministry',
    kind: 'organisation',
    title: 'Ministry of Cables',
    organisation_kind: 'ministry',
    country: 'PK',
    url: null,
    about: 'It answers for cables.',
    ...fields,
  });
}

/** A glossary term that the schema accepts. */
export function sampleTerm(fields: Record<string, unknown> = {}): ArchiveRecord {
  return record.parse({
    ...head,
    id: 'test/term-throttling',
    kind: 'term',
    title: 'Throttling',
    definition: 'Making a network slow on purpose.',
    ...fields,
  });
}
