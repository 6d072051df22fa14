// Facets and filters over a real index: exact counts of what is found, narrowed in and out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facets } from '../../../src/main/archive/search/facets.ts';
import { columnsOf } from '../../../src/main/archive/search/columns.ts';
import { found } from '../../../src/main/archive/search/found.ts';
import { addShelf, setShelfStatus } from '../../../src/main/archive/store/shelves.ts';
import { catchUp } from '../../../src/main/archive/search/indexer.ts';
import { FACETS } from '../../../src/shared/facets.ts';
import {
  type FacetName,
  facetsQuery,
  type SearchFilters,
  searchQuery,
} from '../../../src/shared/search.ts';
import type { ArchiveRecord } from '../../../src/shared/record.ts';
import { sampleDocument, sampleEvent, sampleOrganisation, sampleTerm } from '../sample.ts';
import { day, indexed, month, year } from './indexed.ts';

const source = { title: 'Source', read: 'whole' };
const document = (id: string, fields: Record<string, unknown> = {}) =>
  sampleDocument({ id: `test/${id}`, title: id, sources: [source, source], ...fields });

/** Three records about cables, two of them of Pakistan, and one about nothing. */
const CABLES = [
  document('cut', {
    body: 'The cable was cut.',
    places: [{ country: 'PK' }],
    services: [{ id: 'x', printed: 'X' }],
    confidence: 'high',
    mentions: [{ id: 'test/org-ministry', printed: 'Ministry' }],
    published: day('2024-02-17'),
  }),
  document('denied', {
    body: 'Nobody cut the cable.',
    places: [{ country: 'PK' }, { country: 'IN' }],
    sources: [source],
    translations: { ur: { title: 'تردید' } },
    published: month('2023-05'),
  }),
  sampleEvent({
    id: 'test/outage',
    title: 'Outage',
    summary: 'A cable lay broken for two years.',
    places: [{ country: 'IR' }],
    start: year('2022'),
    end: day('2024-01-05'),
    trigger: { id: 'cable-fault', printed: 'a cable fault' },
    sources: [source],
  }),
  sampleOrganisation({ title: 'Ministry of Wires', about: 'It answers for wires.' }),
];

async function asked(records: readonly ArchiveRecord[]) {
  const all = await indexed(records);
  const count = (query: Parameters<typeof facetsQuery.parse>[0]) =>
    facets(all, facetsQuery.parse(query));
  const counts = (facet: FacetName, query: { text?: string; filters?: SearchFilters } = {}) =>
    Object.fromEntries(
      count(query).facets[facet]?.values.map(({ value, count }) => [value, count]) ?? [],
    );
  return { ...all, count, counts };
}

describe('facets', () => {
  it('count what is found by every value that its records have', async () => {
    const { counts, count } = await asked(CABLES);
    expect(count({ text: 'cable' }).total).toBe(3);
    expect(counts('kinds', { text: 'cable' })).toEqual({ document: 2, event: 1 });
    expect(counts('countries', { text: 'cable' })).toEqual({ PK: 2, IN: 1, IR: 1 });
    expect(counts('services', { text: 'cable' })).toEqual({ x: 1 });
    expect(counts('triggers', { text: 'cable' })).toEqual({ 'cable-fault': 1 });
    expect(counts('confidence', { text: 'cable' })).toEqual({ high: 1, medium: 1 });
    expect(counts('sources', { text: 'cable' })).toEqual({ one: 2, several: 1 });
    expect(counts('shelves', { text: 'cable' })).toEqual({ local: 3 });
    expect(counts('languages', { text: 'cable' })).toEqual({ en: 3, ur: 1 });
    expect(counts('organisations')).toEqual({ 'local/test/org-ministry': 2 });
  });

  it('count what lasts over several years in each of them, the latest year first', async () => {
    const { count } = await asked(CABLES);
    const years = count({ text: 'cable' }).facets.years?.values;
    expect(years?.map(({ value, count }) => [value, count])).toEqual([
      ['2024', 2],
      ['2023', 2],
      ['2022', 1],
    ]);
  });

  it('say what a value is called in each language', async () => {
    const { count } = await asked(CABLES);
    const { facets } = count({ text: 'cable' });
    expect(facets.countries?.values[0]?.names['ur']).toBe('پاکستان');
    expect(facets.services?.values[0]?.names['en']).toBe('X');
    expect(facets.organisations?.values[0]?.names).toEqual({ en: 'Ministry of Wires' });
    expect(facets.shelves?.values[0]?.names['en']).not.toBe('');
    expect(facets.kinds?.values[0]?.names).toEqual({});
  });

  it('are not narrowed by what is chosen in themselves, but by what is chosen in others', async () => {
    const { count, counts } = await asked(CABLES);
    const filters = { countries: ['IN'] };
    expect(count({ text: 'cable', filters }).total).toBe(1);
    expect(counts('countries', { text: 'cable', filters })).toEqual({ PK: 2, IN: 1, IR: 1 });
    expect(counts('kinds', { text: 'cable', filters })).toEqual({ document: 1 });
    const both = { countries: ['IN', 'IR'], kinds: ['event' as const] };
    expect(counts('countries', { text: 'cable', filters: both })).toEqual({ IR: 1, IN: 0 });
    expect(counts('kinds', { text: 'cable', filters: both })).toEqual({ document: 1, event: 1 });
  });

  it('show how much an excluded value keeps out', async () => {
    const { count, ids } = await asked(CABLES);
    const query = { text: 'cable', filters: { not: { countries: ['PK'] } } };
    expect(ids(query)).toEqual(['outage']);
    const { countries } = count(query).facets;
    expect(countries?.values.find(({ value }) => value === 'PK')).toMatchObject({
      count: 2,
      chosen: 'excluded',
    });
  });

  it('give the commonest values, how many more there are, and always what was chosen', async () => {
    const { count } = await asked(CABLES);
    const query = { text: 'cable', limit: 1, only: ['countries' as const] };
    expect(count(query).facets).toEqual({
      countries: { values: [expect.objectContaining({ value: 'PK', count: 2 })], others: 2 },
    });
    const chosen = count({ ...query, filters: { countries: ['ZZ'] } }).facets.countries;
    expect(chosen?.values).toEqual([
      expect.objectContaining({ value: 'PK', chosen: null }),
      expect.objectContaining({ value: 'ZZ', count: 0, chosen: 'included' }),
    ]);
  });

  it('tell of what was withdrawn for safety no more than its titles do', async () => {
    const { counts } = await asked([
      document('secret', {
        services: [{ id: 'x', printed: 'X' }],
        mentions: [{ id: 'test/org-ministry', printed: 'Ministry' }],
        withdrawn: { at: '2025-01-01', why: 'danger', safety: true },
      }),
    ]);
    expect(counts('services')).toEqual({});
    expect(counts('organisations')).toEqual({});
    expect(counts('kinds')).toEqual({ document: 1 });
  });
});

describe('filters', () => {
  it('by language find what can be read in it, be it in translation', async () => {
    const { ids } = await asked([
      document('own', { lang: 'ur' }),
      document('translated', { translations: { 'zh-Hant': { title: '斷網' } } }),
      document('other'),
    ]);
    expect(ids({ filters: { languages: ['ur'] } })).toEqual(['own']);
    expect(ids({ filters: { languages: ['zh'] } })).toEqual(['translated']);
    expect(ids({ filters: { languages: ['zh-Hant'] } })).toEqual(['translated']);
    expect(ids({ filters: { languages: ['zh-Hans'] } })).toEqual([]);
    expect(ids({ filters: { not: { languages: ['zh'] } } }).toSorted()).toEqual(['other', 'own']);
  });

  it('by year, confidence, sources, trigger and organisation let through what their facets count', async () => {
    const { count, find } = await asked([
      ...CABLES,
      sampleTerm(),
      document('undated', { published: null }),
    ]);
    for (const facet of FACETS) {
      for (const { value, count: expected } of count({}).facets[facet]?.values ?? []) {
        const filters = { [facet]: [value] } as SearchFilters;
        expect([facet, value, find({ filters }).total]).toEqual([facet, value, expected]);
        const without = { not: { [facet]: [value] } } as SearchFilters;
        expect([facet, value, find({ filters: without }).total]).toEqual([
          facet,
          value,
          6 - expected,
        ]);
      }
    }
  });
});

describe('what a question finds', () => {
  it('is computed once for list, facets and timeline of the same question, and anew after a change', async () => {
    const all = await asked(CABLES);
    const query = searchQuery.parse({ text: 'cable', filters: { countries: ['PK'] } });
    all.find(query);
    const first = found(all, query);
    expect(found(all, query)).toBe(first);
    facets(all, facetsQuery.parse({ text: 'cable', filters: { countries: ['PK'] } }));
    expect(found(all, query)).toBe(first);
    all.put([document('later', { body: 'cable', places: [{ country: 'PK' }] })]);
    await catchUp(all.index, all.archive);
    expect(found(all, query)).not.toBe(first);
    expect(found(all, query).places).toHaveLength(3);
  });

  it('leaves out shelves in quarantine, unless one is named', async () => {
    const all = await asked(CABLES);
    const key = 'f'.repeat(64);
    addShelf(all.archive, key, 'Unknown');
    all.put([document('strange', { body: 'The cable of strangers.' })], key);
    await catchUp(all.index, all.archive);
    expect(all.ids({ text: 'strangers' })).toEqual([]);
    expect(all.find({ text: 'cable' }).total).toBe(3);
    expect(all.counts('shelves', { text: 'cable' })).toEqual({ local: 3 });
    expect(all.ids({ text: 'strangers', filters: { shelves: [key] } })).toEqual(['strange']);
    setShelfStatus(all.archive, key, 'trusted');
    expect(all.ids({ text: 'strangers' })).toEqual(['strange']);
  });

  it('is the same for every way of counting it, whatever is asked', async () => {
    const all = await asked([...CABLES, sampleTerm(), document('undated', { published: null })]);
    const value = fc.constantFrom('PK', 'IN', 'IR');
    const kind = fc.constantFrom('document' as const, 'event' as const, 'term' as const);
    const lists = fc.record(
      {
        countries: fc.array(value, { maxLength: 2 }),
        kinds: fc.array(kind, { maxLength: 2 }),
        years: fc.array(fc.constantFrom('2022', '2023', '2024'), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    );
    const question = fc.record({
      text: fc.constantFrom(
        '',
        'cable',
        'cut OR broken',
        '-cut',
        'after:2023 cable',
        'nothingness',
      ),
      filters: fc.tuple(lists, lists).map(([chosen, not]) => ({ ...chosen, not })),
    });
    fc.assert(
      fc.property(question, (asked) => {
        const counted = all.count(asked);
        const { places, verdicts } = found(all, searchQuery.parse(asked));
        expect(all.find({ ...asked, limit: 200 }).hits).toHaveLength(counted.total);
        expect(all.find(asked).total).toBe(counted.total);
        expect(places).toHaveLength(counted.total);
        expect(verdicts.filter((verdict) => verdict !== 0)).toHaveLength(counted.total);
        const ofKinds = counted.facets.kinds?.values ?? [];
        const chosen = asked.filters.kinds?.length
          ? asked.filters.kinds
          : ofKinds.map((k) => k.value);
        const sum = ofKinds
          .filter(({ value }) => chosen.some((kind) => kind === value))
          .filter(({ value }) => !asked.filters.not.kinds?.some((kind) => kind === value))
          .reduce((all, { count }) => all + count, 0);
        expect(sum).toBe(counted.total);
        expect(columnsOf(all.index).numbers).toHaveLength(6);
      }),
      { numRuns: 200 },
    );
  });
});
