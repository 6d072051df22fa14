// Vocabularies give ids their names, and names in any spelling their ids.
import { describe, expect, it } from 'vitest';
import {
  entriesNamed,
  vocabularyEntry,
  vocabularyNames,
} from '../../src/main/archive/vocabulary.ts';
import { eventRecord } from '../../src/shared/record.ts';

const ids = (name: string) =>
  entriesNamed(name).map(({ vocabulary, entry }) => `${vocabulary}:${entry.id}`);

describe('a vocabulary', () => {
  it.each([
    ['X', 'services:x'],
    ['twitter', 'services:x'],
    ['ٹوئٹر', 'services:x'],
    ['ٹويٹر', 'services:x'],
    ['PAKISTAN', 'places:PK'],
    ['پاكستان', 'places:PK'],
    ['Zaire', 'places:CD'],
  ])('knows that %s is %s', (name, id) => {
    expect(ids(name)).toContain(id);
  });

  it('knows nothing of a name that is only part of one', () => {
    expect(ids('Pakist')).toEqual([]);
    expect(ids('')).toEqual([]);
  });

  it('gives an entry by its id and nothing for a name that every object has', () => {
    expect(vocabularyEntry('services', 'x')?.names.en?.[0]).toBe('X');
    expect(vocabularyEntry('services', 'constructor')).toBeUndefined();
  });

  it('names every entry that a record uses and passes over what it does not know', () => {
    const record = eventRecord.parse({
      id: 'a/b',
      kind: 'event',
      revision: 1,
      schema: 'record/1',
      lang: 'en',
      title: 'T',
      updated: '2026-01-01',
      event_type: 'restriction',
      summary: '',
      start: { value: '2024', precision: 'year', kind: 'actual' },
      end: null,
      status: null,
      restriction: {
        type: 'service_block',
        services: [
          { id: 'x', printed: 'X' },
          { id: 'no-such', printed: 'N' },
          { id: null, printed: 'Somewhere' },
        ],
        networks: [{ id: 'mobile-data', printed: '3G' }],
      },
      places: [{ country: 'PK', region: 'Lahore', region_ids: ['pk-lahore'] }],
      trigger: { id: 'elections', printed: 'election' },
      legal_basis: [{ id: 'pk-peca-2016', printed: 'PECA' }],
      confidence: 'high',
      sources: [{ title: 's', read: 'whole' }],
      rights: 'CC BY 4.0',
    });
    const names = vocabularyNames(record);
    expect(Object.fromEntries(Object.entries(names).map(([k, v]) => [k, Object.keys(v)]))).toEqual({
      networks: ['mobile-data'],
      services: ['x'],
      laws: ['pk-peca-2016'],
      triggers: ['elections'],
      places: ['PK', 'pk-lahore'],
    });
    expect(names.services?.x).toHaveProperty('ur');
  });
});
