// What a record page says beside its text: languages, names with printed wordings, relations.
import { describe, expect, it } from 'vitest';
import { fixedWords } from '../../../src/renderer/i18n.ts';
import {
  languagesOf,
  shownLanguages,
  textsIn,
} from '../../../src/renderer/views/reader/readingLanguages.ts';
import {
  byYear,
  concerning,
  documentsOf,
  eventsOf,
  missingLinks,
  relatedOf,
} from '../../../src/renderer/views/reader/relations.ts';
import {
  entryName,
  knownTrigger,
  placeName,
} from '../../../src/renderer/views/reader/vocabulary.ts';
import type { Words } from '../../../src/renderer/wording/words.ts';
import type { RecordView } from '../../../src/shared/reading.ts';
import { documentRecord, eventRecord, type Place } from '../../../src/shared/record.ts';
import type { RecordRow } from '../../../src/shared/search.ts';

const en: Words = { language: 'en', digits: 'latin', t: fixedWords('en') };
const ur: Words = { language: 'ur', digits: 'latin', t: fixedWords('ur') };

const head = {
  revision: 1,
  schema: 'record/1',
  lang: 'en',
  updated: '2026-11-22',
  sources: [{ read: 'whole' }],
  rights: 'CC BY 4.0',
};
const event = eventRecord.parse({
  ...head,
  id: 'test/cut',
  kind: 'event',
  title: 'Cut',
  event_type: 'restriction',
  summary: 'It went dark.',
  start: { value: '2024-02', precision: 'month', kind: 'actual' },
  end: null,
  status: 'unknown',
  restriction: { type: 'shutdown' },
  confidence: 'high',
  documents: ['test/order', 'test/lost'],
  related: ['test/later', 'test/order'],
  translations: { ur: { title: 'بندش', summary: 'اندھیرا چھا گیا۔' } },
});
const document = documentRecord.parse({
  ...head,
  id: 'test/order',
  kind: 'document',
  title: 'Order',
  genre: 'court_order',
  text_kind: 'digest',
  body: 'Lift it.',
  published: { value: '2024-03-01', precision: 'day', kind: 'actual' },
  about: [{ event: 'test/cut', role: 'orders' }],
});

function row(id: string, value: string | null, rest: Partial<RecordRow> = {}): RecordRow {
  const kind = rest.kind ?? 'event';
  return {
    shelf: 'local',
    id,
    kind,
    subtype: null,
    lang: 'en',
    title: id,
    titles: {},
    date: value === null ? null : { value, precision: 'day', kind: 'actual' },
    end: null,
    status: null,
    countries: [],
    confidence: null,
    sources: 2,
    withdrawn: 'no',
    ...rest,
  };
}

function view(rest: Partial<RecordView>): RecordView {
  return {
    shelf: 'local',
    shelfName: 'Imported files',
    record: event,
    hash: '',
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
    ...rest,
  };
}

const order = row('test/order', '2024-03-01', { kind: 'document' });
const report = row('test/report', '2024-05-01', { kind: 'document' });
const later = row('test/later', '2025-01-01');

describe('languages of a record', () => {
  it('begin with the reader’s and keep the original at hand', () => {
    expect(languagesOf(event)).toEqual(['en', 'ur']);
    expect(shownLanguages(event, null, 'ur')).toEqual(['ur']);
    expect(shownLanguages(event, 'both', 'ur')).toEqual(['ur', 'en']);
    expect(shownLanguages(event, 'both', 'en')).toEqual(['en', 'ur']);
    expect(shownLanguages(event, 'fr', 'en')).toEqual(['en']);
    expect(shownLanguages(document, 'both', 'ur')).toEqual(['en']);
  });

  it('give the original, as what it is, where a translation says nothing', () => {
    expect(textsIn(event, 'summary', ['ur'])).toEqual([{ lang: 'ur', text: 'اندھیرا چھا گیا۔' }]);
    const undisputed = { ...event, disputed: 'Accounts differ.' };
    expect(textsIn(undisputed, 'disputed', ['ur'])).toEqual([
      { lang: 'en', text: 'Accounts differ.' },
    ]);
    expect(textsIn(event, 'disputed', ['en'])).toEqual([]);
  });
});

describe('names', () => {
  const vocabulary = {
    services: { x: { en: ['X', 'Twitter'], ur: ['ایکس', 'ٹوئٹر'] } },
    places: { 'pk-quetta': { en: ['Quetta'], ur: ['کوئٹہ'] } },
  };

  it('are the reader’s, with the source’s wording where it says something else', () => {
    const named = (printed: string, words: Words) =>
      entryName(view({ vocabulary }), 'services', { id: 'x', printed }, words);
    expect(named('Twitter', en)).toEqual({ name: 'X', printed: null });
    expect(named('X', ur)).toEqual({ name: 'ایکس', printed: null });
    expect(named('the bird site', en)).toEqual({ name: 'X', printed: 'the bird site' });
  });

  it('are the printed ones where no vocabulary knows better', () => {
    const ref = { id: null, printed: 'Koo' };
    expect(entryName(view({ vocabulary }), 'services', ref, ur)).toEqual({
      name: 'Koo',
      printed: null,
    });
  });

  it('of places say region, country and reach', () => {
    const quetta: Place = {
      country: 'PK',
      region: 'parts of Quetta',
      region_ids: ['pk-quetta'],
      scope: 'local',
    };
    expect(placeName(view({ vocabulary }), quetta, en)).toEqual({
      name: 'Quetta, Pakistan, local',
      printed: 'parts of Quetta',
    });
    expect(placeName(view({ vocabulary }), quetta, ur).name).toBe('کوئٹہ، پاکستان، مقامی');
  });

  it('of occasions are left out where they say nothing', () => {
    expect(knownTrigger({ id: 'unknown', printed: 'unknown' })).toEqual([]);
    expect(knownTrigger(null)).toEqual([]);
    expect(knownTrigger({ id: 'other', printed: 'cabinet quarrel' })).toHaveLength(1);
  });
});

describe('relations', () => {
  const full = view({
    linked: { 'test/order': order, 'test/later': later },
    incoming: [
      { role: 'reports', row: report },
      { role: 'orders', row: order },
      { role: 'related', row: later },
      { role: 'related', row: row('test/before', '2023-01-01') },
    ],
  });

  it('list each document once, newest first, whichever side names it', () => {
    expect(documentsOf(full).map(({ row, role }) => [row.id, role])).toEqual([
      ['test/report', 'reports'],
      ['test/order', 'orders'],
    ]);
  });

  it('do not repeat as related what is listed as a document', () => {
    const related = relatedOf(
      full,
      documentsOf(full).map(({ row }) => row),
    ).map(({ id }) => id);
    expect(related).toEqual(['test/later', 'test/before']);
  });

  it('name links that lead to nothing here', () => {
    expect(missingLinks(full, event.documents)).toEqual(['test/lost']);
  });

  it('keep the role that a document has for its event', () => {
    const cut = row('test/cut', '2024-02-01');
    const seen = view({
      record: document,
      linked: { 'test/cut': cut },
      incoming: [{ role: 'documents', row: cut }],
    });
    expect(eventsOf(seen)).toEqual([{ row: cut, role: 'orders' }]);
  });

  it('gather everything that concerns an organisation by year, the undated last', () => {
    const rows = concerning(
      view({
        incoming: [
          row('a', null),
          row('b', '2023-05-01'),
          row('c', '2024-01-01'),
          row('b', '2023-05-01'),
        ].map((r) => ({ role: 'mentions', row: r })),
      }),
    );
    expect(byYear(rows).map(({ year, rows: of }) => [year, of.map(({ id }) => id)])).toEqual([
      ['2024', ['c']],
      ['2023', ['b']],
      ['', ['a']],
    ]);
  });
});
