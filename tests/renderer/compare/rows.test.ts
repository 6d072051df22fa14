// Two records become the rows of one table, also where they are of different kinds or languages.
import { describe, expect, it } from 'vitest';
import { fixedWords } from '../../../src/renderer/i18n.ts';
import { comparedLanguages, compareRecords } from '../../../src/renderer/views/compare/rows.ts';
import type { RecordView } from '../../../src/shared/reading.ts';
import { type ArchiveRecord, record } from '../../../src/shared/record.ts';

const head = { revision: 1, schema: 'record/1', lang: 'en', updated: '2026-11-01', rights: 'CC0' };
const sources = [{ title: 'A paper', read: 'whole' }];

const event = (change: object = {}) =>
  record.parse({
    ...head,
    id: 'test/event',
    kind: 'event',
    title: 'X is blocked',
    event_type: 'restriction',
    summary: 'X could not be reached in Pakistan.',
    start: { value: '2024-02-17', precision: 'day', kind: 'actual' },
    end: null,
    status: 'ongoing',
    restriction: { type: 'service_block', services: [{ id: null, printed: 'X' }] },
    places: [{ country: 'PK' }],
    confidence: 'high',
    sources,
    ...change,
  });

const organisation = record.parse({
  ...head,
  id: 'test/org',
  kind: 'organisation',
  title: 'NetBlocks',
  organisation_kind: 'monitor',
  country: 'GB',
  url: null,
  about: 'Measures networks.',
  sources,
});

const view = (of: ArchiveRecord): RecordView => ({
  shelf: 'local',
  shelfName: 'Imported files',
  hash: '0'.repeat(64),
  record: of,
  bodies: {},
  linked: {},
  incoming: [],
  incomingTotal: 0,
  usedIn: [],
  usedInTotal: 0,
  vocabulary: {},
  revisions: [],
  conflict: false,
  hidden: false,
});

const words = { language: 'en', digits: 'latin', t: fixedWords('en') } as const;
const rows = (a: ArchiveRecord, b: ArchiveRecord) => compareRecords(view(a), view(b), words);
const stateOf = (a: ArchiveRecord, b: ArchiveRecord, key: string) =>
  rows(a, b).find((row) => row.key === key)?.state;

describe('two records as rows', () => {
  it('are equal in every row where they are the same record', () => {
    expect(rows(event(), event()).filter(({ state }) => state !== 'same')).toEqual([]);
    expect(rows(event(), event()).length).toBeGreaterThan(8);
  });

  it('differ in the row that was changed, and in no other', () => {
    const changed: [object, string][] = [
      [{ title: 'X is blocked again' }, 'title'],
      [{ places: [{ country: 'IN' }] }, 'where'],
      [{ confidence: 'low' }, 'confidence'],
      [{ summary: 'X could be reached in Pakistan.' }, 'text'],
      [{ sources: [{ title: 'Another paper', read: 'excerpt' }] }, 'sources'],
      [{ figures: [{ what: 'lost', value: '$1' }] }, 'figures'],
      [{ start: { value: '2024-02', precision: 'month', kind: 'actual' } }, 'when'],
    ];
    for (const [change, key] of changed) {
      const differing = rows(event(), event(change)).filter(({ state }) => state !== 'same');
      expect(differing.map((row) => row.key)).toEqual([key]);
    }
  });

  it('say what only one kind of record has', () => {
    expect(stateOf(event(), organisation, 'services')).toBe('first');
    expect(stateOf(organisation, event(), 'services')).toBe('second');
    expect(stateOf(event(), organisation, 'where')).toBe('differs');
  });

  it('show no text that was withdrawn for safety', () => {
    const hidden = { ...view(event()), hidden: true };
    const row = compareRecords(hidden, view(event()), words).find(({ key }) => key === 'text');
    expect(row?.first.items).toEqual([]);
  });

  it('are read in one language where both have it, so that their words can be compared', () => {
    const ur = { translations: { ur: { title: 'ایکس بند' } } };
    expect(comparedLanguages(event(ur), event(ur), 'ur')).toEqual(['ur', 'ur']);
    expect(comparedLanguages(event(ur), event(), 'ur')).toEqual(['en', 'en']);
    expect(comparedLanguages(event(ur), event({ lang: 'fr' }), 'ur')).toEqual(['ur', 'fr']);
  });
});
