// The query language over a real index: what operators, fields, dates and names find, and that nothing makes it stumble.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/main/archive/query/parse.ts';
import { MAX_QUERY_LENGTH, QUERY_REASONS, searchQuery } from '../../../src/shared/search.ts';
import { anyQuery } from '../query/any-query.ts';
import { sampleDocument, sampleEvent, sampleOrganisation, sampleTerm } from '../sample.ts';
import { day, type Indexed, indexed, month } from './indexed.ts';

const quiet = { sources: [{ title: 'Source', read: 'whole' }] };
const document = (id: string, fields: Record<string, unknown> = {}) =>
  sampleDocument({ id: `test/${id}`, title: id, body: 'Nothing of note.', ...quiet, ...fields });
const event = (id: string, fields: Record<string, unknown> = {}) =>
  sampleEvent({
    id: `test/${id}`,
    title: id,
    summary: 'Nothing of note.',
    places: [],
    ...quiet,
    ...fields,
  });
const printed = (id: string | null, text: string) => ({ id, printed: text });

describe('operators', () => {
  it('find any, all and not', async () => {
    const { ids } = await indexed([
      document('lahore', { body: 'A shutdown in the first city.', title: 'Lahore' }),
      document('karachi', { body: 'A shutdown in the second city.', title: 'Karachi' }),
      document('multan', { body: 'A quiet day.', title: 'Multan' }),
    ]);
    const found = (text: string) => ids({ text, literal: true }).toSorted();
    expect(found('Lahore OR Karachi shutdown')).toEqual(['karachi', 'lahore']);
    expect(found('(Lahore shutdown) OR Multan')).toEqual(['lahore', 'multan']);
    expect(found('shutdown -Lahore')).toEqual(['karachi']);
    expect(found('-shutdown')).toEqual(['multan']);
    expect(found('-shutdown OR Lahore')).toEqual(['lahore', 'multan']);
    expect(found('shutdown -(first OR second)')).toEqual([]);
    expect(found('NOT -quiet')).toEqual(['multan']);
  });
});

describe('fields', () => {
  it('ask only their part of a record', async () => {
    const { ids } = await indexed([
      document('titled', { title: 'A ban' }),
      document('told', { body: 'A ban.' }),
      document('sourced', { sources: [{ title: 'A ban', publisher: 'Dawn', read: 'whole' }] }),
    ]);
    expect(ids({ text: 'title:ban' })).toEqual(['titled']);
    expect(ids({ text: 'source:ban' })).toEqual(['sourced']);
    expect(ids({ text: 'source:dawn' })).toEqual(['sourced']);
    expect(ids({ text: '-title:ban -source:ban ban' })).toEqual(['told']);
  });

  it('know kinds, genres, what was done, languages of texts and status', async () => {
    const { ids } = await indexed([
      document('order', { genre: 'court_order' }),
      event('shut', { status: 'ongoing' }),
      event('gone', { withdrawn: { at: '2026-01-01', why: 'Wrong.', safety: false } }),
      sampleTerm({ id: 'test/term', translations: { ur: { title: 'سست رفتاری' } } }),
    ]);
    expect(ids({ text: 'kind:event' }).toSorted()).toEqual(['gone', 'shut']);
    expect(ids({ text: 'kind:"court order"' })).toEqual(['order']);
    expect(ids({ text: 'kind:shutdown status:ongoing' })).toEqual(['shut']);
    expect(ids({ text: 'status:withdrawn' })).toEqual(['gone']);
    expect(ids({ text: 'lang:Urdu' })).toEqual(['term']);
    expect(ids({ text: '-lang:en' })).toEqual([]);
  });

  it('find places by any name and code, by region as printed, and within a country', async () => {
    const { ids } = await indexed([
      event('country', { places: [{ country: 'PK' }] }),
      event('city', { places: [{ country: 'PK', region: 'Lahore', region_ids: ['pk-lahore'] }] }),
      event('town', { places: [{ country: 'PK', region: 'Parachinar and Sadda' }] }),
      event('other', { summary: 'A book about Pakistan, Lahore and Parachinar.' }),
    ]);
    expect(ids({ text: 'place:پاکستان' }).toSorted()).toEqual(['city', 'country', 'town']);
    expect(ids({ text: 'place:pk' })).toHaveLength(3);
    expect(ids({ text: 'place:لاہور' })).toEqual(['city']);
    expect(ids({ text: 'place:Sadda' })).toEqual(['town']);
    expect(ids({ text: 'place:Lahore,Parachinar' }).toSorted()).toEqual(['city', 'town']);
    expect(ids({ text: 'place:Paris' })).toEqual([]);
  });

  it('find services and laws by any name, with or without an id', async () => {
    const { ids } = await indexed([
      event('with-id', {
        restriction: { type: 'service_block', services: [printed('x', 'the site')] },
      }),
      event('printed', {
        restriction: { type: 'service_block', services: [printed(null, 'Twitter (web)')] },
      }),
      event('domain', { restriction: { type: 'content_block', domains: ['news.example.com'] } }),
      document('law', { legal_basis: [printed('pk-peca-2016', 'the Act')] }),
      document('told', { body: 'Twitter and PECA are only mentioned.' }),
    ]);
    for (const name of ['X', 'Twitter', 'ایکس', 'ٹوئٹر', '"ٹویٹر"']) {
      expect(ids({ text: `service:${name}` }).toSorted()).toEqual(['printed', 'with-id']);
    }
    expect(ids({ text: 'service:example.com' })).toEqual(['domain']);
    expect(ids({ text: 'law:پیکا' })).toEqual(['law']);
  });

  it('find organisations by their names, in mentions, among authors, and themselves', async () => {
    const { ids, find } = await indexed([
      sampleOrganisation({
        id: 'test/org-moc',
        title: 'Ministry of Cables',
        aliases: { en: ['MoC'], ur: ['وزارت تار'] },
      }),
      document('mention', { mentions: [{ id: 'test/org-moc', printed: 'the ministry' }] }),
      document('author', { authors: ['Ministry of Cables, press office'] }),
      document('told', { body: 'The MoC said nothing.' }),
    ]);
    for (const name of ['MoC', '"Ministry of Cables"', '"وزارت تار"']) {
      expect(ids({ text: `org:${name}` }).toSorted()).toEqual(['author', 'mention', 'org-moc']);
    }
    expect(find({ text: 'org:moc' }).also).toEqual([
      { typed: 'moc', names: ['Ministry of Cables', 'وزارت تار'] },
    ]);
  });
});

describe('dates', () => {
  let archive: Indexed;
  const found = (text: string) =>
    archive
      .find({ text, limit: 50 })
      .hits.map(({ id, dateUncertain }) => id.split('/')[1] + (dateUncertain ? '?' : ''))
      .toSorted();

  it('match by overlap, alone, with words, under OR and NOT, and say where they are not sure', async () => {
    archive = await indexed([
      document('january', { published: day('2024-01-15'), body: 'A ban.' }),
      document('february', { published: month('2024-02'), body: 'A ban.' }),
      document('march', { published: day('2024-03-15') }),
      document('undated', { published: null, body: 'A ban.' }),
      event('long', { start: day('2024-01-20'), end: day('2024-03-20') }),
    ]);
    expect(found('before:2024-01')).toEqual(['january', 'long']);
    expect(found('on:2024-02-10')).toEqual(['february?', 'long']);
    expect(found('after:2024-02-10 ban')).toEqual(['february?']);
    expect(found('after:2024-02-10 -ban')).toEqual(['long', 'march']);
    expect(found('ban OR after:2024-03')).toEqual([
      'february',
      'january',
      'long',
      'march',
      'undated',
    ]);
    expect(found('ban -on:2024-02-10')).toEqual(['february?', 'january', 'undated']);
    expect(found('(on:2024-01-15 ban) OR (on:2024-03-15 -ban)')).toEqual([
      'january',
      'long',
      'march',
    ]);
    expect(archive.find({ text: 'on:2024-02-10' })).toMatchObject({ total: 2, uncertain: 1 });
  });

  it('narrow filters further', async () => {
    const { ids } = await indexed([
      document('a', { published: day('2023-05-01') }),
      document('b', { published: day('2024-05-01') }),
    ]);
    expect(ids({ text: 'after:2023', filters: { before: '2023' } })).toEqual(['a']);
  });
});

describe('names', () => {
  const records = [
    event('by-id', {
      restriction: { type: 'service_block', services: [printed('x', 'the site')] },
    }),
    document('twitter', { body: 'Twitter was slow.' }),
    document('urdu', { lang: 'ur', body: 'ایکس بند ہے۔' }),
    document('letter', { body: 'Article X of the treaty.' }),
    document('none'),
  ];

  it('find what bears another name, by its id or in the text, and say so', async () => {
    const { ids, find } = await indexed(records);
    for (const name of ['Twitter', 'ایکس', 'ٹوئٹر']) {
      expect(ids({ text: name }).toSorted()).toEqual(['by-id', 'twitter', 'urdu']);
    }
    expect(ids({ text: 'X' }).toSorted()).toEqual(['by-id', 'letter', 'twitter', 'urdu']);
    const { also, hits } = find({ text: 'twitter' });
    expect(also).toEqual([{ typed: 'twitter', names: ['X', 'ایکس', 'ٹوئٹر'] }]);
    const urdu = hits.find(({ id }) => id === 'test/urdu')?.passage;
    expect(urdu?.marks.map(([start, end]) => urdu.text.slice(start, end))).toEqual(['ایکس']);
  });

  it('are literal in quotation marks and on request', async () => {
    const { ids, find } = await indexed(records);
    expect(ids({ text: '"Twitter"' })).toEqual(['twitter']);
    expect(ids({ text: 'Twitter', literal: true })).toEqual(['twitter']);
    expect(find({ text: '"Twitter"' }).also).toEqual([]);
  });

  it('of several words are known in a row of words', async () => {
    const { ids, find } = await indexed([
      document('short', { body: 'KP has been quiet.' }),
      document('urdu', { lang: 'ur', body: 'خیبر پختونخوا میں خاموشی۔' }),
      event('by-id', {
        places: [{ country: 'PK', region: 'the province', region_ids: ['pk-khyber-pakhtunkhwa'] }],
      }),
      document('khyber', { body: 'The Khyber pass.' }),
    ]);
    expect(ids({ text: 'khyber pakhtunkhwa' }).toSorted()).toEqual(['by-id', 'urdu']);
    expect(find({ text: 'khyber pakhtunkhwa' }).also[0]?.names).toEqual(['KP', 'خیبر پختونخوا']);
    expect(ids({ text: 'KP' }).toSorted()).toEqual(['by-id', 'short', 'urdu']);
  });

  it('that are ordinary words too mean the thing only in capitals, and are never looked for unasked', async () => {
    const { ids } = await indexed([
      document('america', { body: 'The United States objected.' }),
      document('pronoun', { body: 'Nobody told us.' }),
      document('evening', { lang: 'ur', body: 'کل شام بارش ہوئی۔' }),
      event('syria', { places: [{ country: 'SY' }] }),
    ]);
    expect(ids({ text: 'us' })).toEqual(['pronoun']);
    expect(ids({ text: 'US' }).toSorted()).toEqual(['america', 'pronoun']);
    expect(ids({ text: 'united states' })).toEqual(['america']);
    expect(ids({ text: 'Syria' })).toEqual(['syria']);
  });

  it('that are part of what others are called name nobody', async () => {
    const org = (id: string, title: string, ...aliases: string[]) =>
      sampleOrganisation({ id: `test/${id}`, title, aliases: { en: aliases } });
    const { find } = await indexed([
      org('org-first', 'Government of the First Country', 'Ministry of Education', 'First Board'),
      org('org-second', 'Ministry of Education of the Second Country'),
      org('org-court', 'High Court', 'HCX'),
      org('org-bar', 'High Court Bar Association'),
    ]);
    expect(find({ text: 'ministry of education' }).also).toEqual([]);
    expect(find({ text: 'first board' }).also).toHaveLength(1);
    expect(find({ text: 'high court' }).also).toEqual([{ typed: 'high court', names: ['HCX'] }]);
  });

  it('of an organisation do not stand for a service', async () => {
    const { ids } = await indexed([
      sampleOrganisation({
        id: 'test/org-maker',
        title: 'Maker',
        aliases: { en: ['YouTube', 'Maker Holding'] },
      }),
      document('video', { body: 'YouTube was blocked.' }),
      document('holding', { body: 'The Maker Holding objected.' }),
    ]);
    expect(ids({ text: 'Maker' }).toSorted()).toEqual(['holding', 'org-maker']);
  });
});

describe('what is said', () => {
  it('is what was understood, with the names of what was recognised', async () => {
    const { find } = await indexed([document('a')]);
    const { understood, mistakes } = find({
      text: 'ban place:لاہور -kind:event after:2024 foo OR kind:bar',
    });
    expect(understood).toMatchObject({
      type: 'all',
      parts: [
        { type: 'word', text: 'ban' },
        { type: 'field', field: 'place', known: [{ en: ['Lahore'] }] },
        { type: 'not', part: { type: 'field', field: 'kind', known: [{ en: ['event'] }] } },
        { type: 'date', field: 'after', value: '2024' },
        {
          type: 'any',
          parts: [
            { type: 'word', text: 'foo' },
            { type: 'word', text: 'bar' },
          ],
        },
      ],
    });
    expect(mistakes).toEqual([{ range: [51, 54], reason: 'unknown_value' }]);
    expect(find({ text: '' }).understood).toBeNull();
  });
});

describe('any query at all', () => {
  let archive: Indexed;

  it('is answered, alike by all three orders, with totals that agree', async () => {
    archive = await indexed([
      document('a', { body: 'X and Twitter ban a b', places: [{ country: 'PK' }] }),
      event('b', { restriction: { type: 'shutdown', services: [printed('x', 'X')] } }),
      document('c', { lang: 'zh', body: '互联网 shutdown', published: month('2024-02') }),
      sampleOrganisation({ id: 'test/org-pta', title: 'PTA' }),
      sampleTerm(),
    ]);
    fc.assert(
      fc.property(anyQuery, fc.boolean(), fc.boolean(), (typed, prefix, literal) => {
        const text = typed.slice(0, MAX_QUERY_LENGTH);
        const found = (['relevance', 'newest', 'oldest'] as const).map((sort) =>
          archive.find({ text, prefix, literal, sort }),
        );
        for (const { total, hits, uncertain, mistakes } of found) {
          expect(total).toBe(found[0]?.total);
          expect(hits).toHaveLength(total);
          expect(hits.filter(({ dateUncertain }) => dateUncertain)).toHaveLength(uncertain);
          for (const { reason } of mistakes) expect(QUERY_REASONS).toContain(reason);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('that is as long, deep and wide as can be, is answered too', async () => {
    const { find } = await indexed([document('a', { body: 'Twitter' })]);
    const names = 'Twitter Pakistan Türkiye Punjab PECA "Khyber" WhatsApp YouTube ';
    const attacks = [
      '('.repeat(1000),
      ')'.repeat(1000),
      '-'.repeat(1000),
      '(-'.repeat(500),
      '(a OR -(b '.repeat(100),
      'NOT '.repeat(250),
      'OR '.repeat(333),
      names.repeat(40),
      names.replaceAll(' ', ' OR ').repeat(25),
      `title:(${'a '.repeat(490)})`,
      'on:2024 OR -'.repeat(80),
      `${'-('.repeat(8)}a on:2024 OR b${')'.repeat(8)}`,
      'x'.repeat(1000),
      `"${'a '.repeat(490)}"`,
      `place:${'a,'.repeat(490)}`,
      '网'.repeat(1000),
      '"'.repeat(999),
      ':'.repeat(1000),
      'title:'.repeat(166),
    ];
    for (const attack of attacks) {
      for (const prefix of [true, false]) {
        const text = attack.slice(0, MAX_QUERY_LENGTH);
        expect(() => find({ text, prefix })).not.toThrow();
        expect(() => parseQuery(attack.repeat(20), prefix)).not.toThrow();
      }
    }
  });

  it('means what its tree says, for any records and words', async () => {
    const letters = ['a', 'b', 'c', 'd'];
    const bodies = Array.from({ length: 16 }, (_, bits) =>
      letters.filter((_letter, at) => bits & (1 << at)).join(' '),
    );
    const { ids } = await indexed(
      bodies.map((body, at) => document(`d${at}`, { title: 'Untitled', body: `${body}.` })),
    );
    interface Expected {
      text: string;
      fits: (body: string) => boolean;
    }
    const { tree } = fc.letrec<{ tree: Expected; leaf: Expected }>((tie) => ({
      leaf: fc.constantFrom(...letters).map((letter) => ({
        text: letter,
        fits: (body: string) => body.split(' ').includes(letter),
      })),
      tree: fc.oneof(
        { maxDepth: 4 },
        tie('leaf'),
        tie('tree').map(({ text, fits }) => ({
          text: `-(${text})`,
          fits: (body: string) => !fits(body),
        })),
        fc.tuple(tie('tree'), tie('tree')).map(([one, other]) => ({
          text: `(${one.text} ${other.text})`,
          fits: (body: string) => one.fits(body) && other.fits(body),
        })),
        fc.tuple(tie('tree'), tie('tree')).map(([one, other]) => ({
          text: `(${one.text} OR ${other.text})`,
          fits: (body: string) => one.fits(body) || other.fits(body),
        })),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.boolean(), ({ text, fits }, dated) => {
        // With a date under OR the same question is answered in memory.
        const asked = dated ? `(${text}) OR on:1900` : text;
        if (
          searchQuery.safeParse({ text: asked }).error ||
          parseQuery(asked, false).mistakes.length > 0
        )
          return;
        const expected = bodies.flatMap((body, at) => (fits(body) ? `d${at}` : []));
        expect(ids({ text: asked, limit: 50 }).toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 600 },
    );
  });
});

describe('relevance', () => {
  it('puts what was typed before what bears another name, however many of its names a record lists', async () => {
    const { ids, find } = await indexed([
      document('list', { title: 'ایکس ٹوئٹر X', body: 'Once ایکس, ٹوئٹر and X.' }),
      document('typed', { body: 'A long report in which Twitter is named once, near its end.' }),
      document('typed-too', { title: 'Twitter', body: 'Twitter.' }),
      document('other', { body: 'ایکس' }),
    ]);
    const order = ['typed-too', 'typed', 'list', 'other'];
    expect(ids({ text: 'Twitter' })).toEqual(order);
    expect(ids({ text: 'Twitter', filters: { kinds: ['document'] } })).toEqual(order);
    for (let offset = 0; offset < 5; offset++) {
      expect(ids({ text: 'Twitter', offset, limit: 2 })).toEqual(order.slice(offset, offset + 2));
    }
    expect(find({ text: 'Twitter' }).total).toBe(4);
  });
});
