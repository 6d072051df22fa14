// A corpus of four records, in our own words, in which nothing is wrong: the tests break it one rule at a time.
import {
  type DocumentRecord,
  documentRecord,
  type EventRecord,
  eventRecord,
  type OrganisationRecord,
  organisationRecord,
  RECORD_SCHEMA,
  type TermRecord,
  termRecord,
} from '../../src/shared/record.ts';
import type { Vocabularies } from '../../src/shared/vocabulary.ts';

export interface SmallCorpus {
  document: DocumentRecord;
  event: EventRecord;
  organisation: OrganisationRecord;
  term: TermRecord;
  vocabularies: Vocabularies;
}

const head = { revision: 1, schema: RECORD_SCHEMA, lang: 'en', updated: '2026-11-22' };
const tail = {
  rights: 'CC BY 4.0',
  sources: [
    { url: 'https://example.org/a', read: 'whole', supports: 'all of it', date: '2024-02-18' },
  ],
};
const place = [{ country: 'PK', region: 'Quetta', region_ids: ['pk-quetta'], scope: 'local' }];
const mentions = [{ id: 'mahfuz/org-watchers', printed: 'The Watchers' }];

/** A fresh copy, free to be broken. */
export function smallCorpus(): SmallCorpus {
  return {
    document: documentRecord.parse({
      ...head,
      ...tail,
      id: 'mahfuz/order',
      kind: 'document',
      title: 'A court orders the lamp service back',
      genre: 'court_order',
      text_kind: 'digest',
      body: 'The court told the ministry to restore the lamp service.',
      published: { value: '2024-02', precision: 'month', kind: 'actual' },
      places: place,
      about: [{ event: 'mahfuz/block', role: 'orders' }],
      mentions,
      services: [{ id: 'lamp', printed: 'Lamp' }],
      legal_basis: [{ id: 'lamp-act', printed: 'Lamp Act s.3' }],
      disputed: 'One paper gives another day.',
      translations: { ur: { title: 'حکم', body: 'حکم دیا گیا۔', disputed: 'ایک اور تاریخ۔' } },
    }),
    event: eventRecord.parse({
      ...head,
      ...tail,
      id: 'mahfuz/block',
      kind: 'event',
      title: 'Lamp service blocked',
      event_type: 'restriction',
      summary: 'The lamp service stopped working in Quetta.',
      start: { value: '2024-02-17', precision: 'day', kind: 'actual' },
      end: null,
      status: 'ongoing',
      status_as_of: '2024-02-18',
      restriction: {
        type: 'service_block',
        extent: 'service_based',
        services: [{ id: 'lamp', printed: 'Lamp' }],
        networks: [{ id: 'mobile-data', printed: 'mobile data' }],
      },
      places: place,
      trigger: { id: 'protest', printed: 'protest' },
      confidence: 'high',
      mentions,
      documents: ['mahfuz/order'],
      translations: { ur: { title: 'بندش', summary: 'سروس بند رہی۔' } },
    }),
    organisation: organisationRecord.parse({
      ...head,
      ...tail,
      id: 'mahfuz/org-watchers',
      kind: 'organisation',
      title: 'The Watchers',
      organisation_kind: 'monitor',
      country: null,
      url: null,
      about: 'They measure.',
      translations: { ur: { title: 'نگران', about: 'پیمائش کرتے ہیں۔' } },
    }),
    term: termRecord.parse({
      ...head,
      ...tail,
      id: 'mahfuz/term-lamp',
      kind: 'term',
      title: 'Lamp',
      definition: 'A service made up for tests.',
      translations: { ur: { title: 'چراغ', definition: 'ایک فرضی سروس۔' } },
    }),
    vocabularies: {
      services: [{ id: 'lamp', names: { en: ['Lamp', 'Lantern'], ur: ['چراغ'] } }],
      networks: [{ id: 'mobile-data', names: { en: ['mobile data'] } }],
      places: [
        { id: 'PK', names: { en: ['Pakistan'] } },
        { id: 'pk-quetta', names: { en: ['Quetta'] } },
      ],
      laws: [{ id: 'lamp-act', names: { en: ['Lamp Act'] } }],
      triggers: [{ id: 'protest', names: { en: ['protest'] } }],
    },
  };
}
