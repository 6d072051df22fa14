// Searching a real index: what is found, in which order, how many, and where it matches.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchQuery } from '../../../src/shared/search.ts';
import { awkwardText } from '../../language/awkward.ts';
import { sampleDocument, sampleEvent, sampleOrganisation, sampleTerm } from '../sample.ts';
import { day, indexed, month, year } from './indexed.ts';

const document = (id: string, fields: Record<string, unknown> = {}) =>
  sampleDocument({
    id: `test/${id}`,
    title: id,
    body: 'Nothing of note.',
    sources: [source],
    ...fields,
  });
const source = { title: 'Source', read: 'whole' };

describe('what is found', () => {
  it('has all words of the query, in any of its texts', async () => {
    const { ids } = await indexed([
      document('both', { title: 'Platform banned', body: 'The court said no.' }),
      document('one', { body: 'The platform works.' }),
    ]);
    expect(ids({ text: 'court platform' })).toEqual(['both']);
    expect(ids({ text: 'platform' }).toSorted()).toEqual(['both', 'one']);
    expect(ids({ text: 'COURT  Platform' })).toEqual(['both']);
    expect(ids({ text: 'court absent' })).toEqual([]);
  });

  it('is marked in the titles of every language', async () => {
    const { find } = await indexed([
      document('ban', {
        title: 'A ban',
        translations: { ur: { title: 'پابندی (ban)' }, fr: { title: 'Un mot' } },
      }),
    ]);
    const [hit] = find({ text: 'ban' }).hits;
    expect(hit?.titleMarks).toEqual([[2, 5]]);
    expect(hit?.titlesMarks).toEqual({ ur: [[8, 11]] });
  });

  it('includes words that others leave out', async () => {
    const { ids } = await indexed([
      document('x', { body: 'X was the first to go.' }),
      document('y'),
    ]);
    expect(ids({ text: 'the X to' })).toEqual(['x']);
  });

  it('has the words of a phrase one after the other, and never across two texts', async () => {
    const { ids } = await indexed([
      document('near', { body: 'The Lahore High Court ruled.' }),
      document('apart', { body: 'High above Lahore a court sat.' }),
      document('across', { body: 'It ends with Lahore', disputed: 'High Court of nowhere' }),
    ]);
    expect(ids({ text: '"Lahore High Court"' })).toEqual(['near']);
    expect(ids({ text: '"Lahore High"' })).toEqual(['near']);
  });

  it('begins with the last word while it is typed', async () => {
    const { ids, find } = await indexed([document('a', { body: 'A shutdown.' })]);
    expect(ids({ text: 'shutd', prefix: true })).toEqual(['a']);
    expect(ids({ text: 's', prefix: true })).toEqual(['a']);
    expect(find({ text: 'shutd', prefix: true }).terms).toEqual([
      { text: 'shutd', kind: 'prefix' },
    ]);
    expect(ids({ text: 'shutd' })).toEqual([]);
  });

  it('is found by translations, names, sources and details too', async () => {
    const { ids } = await indexed([
      sampleEvent({
        id: 'test/event',
        translations: {
          ur: { title: 'تین راتیں', summary: 'صوبے کے تمام موبائل نیٹ ورک خاموش رہے۔' },
        },
        mentions: [{ id: null, printed: 'Telecommunication Authority' }],
        figures: [{ what: 'networks silenced', value: 'seventeen' }],
        claims: [{ field: 'end', value: 'noon', who: 'Operator Q' }],
        sources: [
          {
            title: 'Nights',
            publisher: 'The Gazette',
            url: 'https://gazette.example/1',
            read: 'whole',
          },
        ],
      }),
      sampleOrganisation({ id: 'test/org', aliases: { en: ['MoC'] } }),
      sampleTerm({ id: 'test/term' }),
    ]);
    for (const text of [
      'خاموش',
      'telecommunication',
      'seventeen',
      '"operator q"',
      'gazette.example',
    ]) {
      expect(ids({ text })).toEqual(['event']);
    }
    expect(ids({ text: 'moc' })).toEqual(['org']);
    expect(ids({ text: 'purpose' })).toEqual(['term']);
  });

  it.each([
    ['Urdu typed on an Arabic keyboard', 'پاكستان ميں انٹرنيٹ', 'پاکستان میں انٹرنیٹ کی بندش'],
    ['Persian with and without joiners', 'می‌شود', 'فیلترینگ بیشتر میشود'],
    ['Arabic with vowels', 'حَجْب', 'حجب المواقع'],
    ['digits of another script', '۲۰۲۴', 'In 2024 it ended'],
    ['Chinese within a sentence', '断网', '当局宣布断网三天'],
    ['a single Chinese letter at the end of a run', '天', '当局宣布断网三天'],
    ['Burmese without spaces', 'ဖြတ်တောက်', 'အင်တာနက်ဖြတ်တောက်မှုများ'],
    ['Thai within a sentence', 'อินเทอร์เน็ต', 'ปิดกั้นอินเทอร์เน็ตทั่วประเทศ'],
    ['Korean with particles', '인터넷', '인터넷을 차단했다'],
    ['Turkish without its marks', 'erisim engeli', 'Erişim engeli kaldırıldı'],
    ['Russian yo', 'черный список', 'чёрный список сайтов'],
  ])('is found by %s', async (_, text, body) => {
    const { find } = await indexed([document('it', { body }), document('other')]);
    const { total, hits } = find({ text });
    expect(total).toBe(1);
    expect(hits[0]?.passage?.text).toBe(body);
    expect(hits[0]?.passage?.marks.length).toBeGreaterThan(0);
  });

  it('leaves out the text, but not the title, of what was withdrawn for safety', async () => {
    const safety = { at: '2026-01-01', why: 'names a witness', safety: true };
    const { find, ids } = await indexed([
      document('unsafe', { title: 'A testimony', body: 'Her name was Zaynab.', withdrawn: safety }),
      document('retracted', { body: 'It was wrong.', withdrawn: { ...safety, safety: false } }),
    ]);
    expect(ids({ text: 'zaynab' })).toEqual([]);
    const [hit] = find({ text: 'testimony' }).hits;
    expect(hit).toMatchObject({ withdrawn: 'safety', passage: null, titleMarks: [[2, 11]] });
    expect(ids({ text: 'wrong' })).toEqual(['retracted']);
  });

  it('is everything where nothing is asked for', async () => {
    const { find } = await indexed([document('a'), document('b'), document('c')]);
    for (const text of ['', '  ', '"', '?']) {
      expect(find({ text })).toMatchObject({ total: 3, terms: [] });
    }
  });
});

describe('the order', () => {
  const records = [
    document('old', { published: day('2009-05-01'), body: 'ban ban' }),
    document('ancient', { published: year('1885'), body: 'ban' }),
    document('new', { published: day('2024-02-17'), body: 'ban' }),
    document('month', { published: month('2024-02'), body: 'ban' }),
    document('undated', { published: null, body: 'ban' }),
  ];

  it('is by date, either way, with the undated last', async () => {
    const { ids, find } = await indexed(records);
    for (const text of ['ban', '']) {
      expect(ids({ text, sort: 'newest' })).toEqual(['new', 'month', 'old', 'ancient', 'undated']);
      expect(ids({ text, sort: 'oldest' })).toEqual(['ancient', 'old', 'month', 'new', 'undated']);
      expect(find({ text, sort: 'oldest' }).undated).toBe(1);
    }
  });

  it('is the same in pages as in one piece', async () => {
    const { ids } = await indexed(records);
    for (const sort of ['newest', 'oldest', 'relevance'] as const) {
      for (const filters of [{}, { languages: ['en'] }]) {
        const whole = ids({ text: 'ban', sort, filters });
        const paged = [0, 2, 4].flatMap((offset) =>
          ids({ text: 'ban', sort, filters, offset, limit: 2 }),
        );
        expect(paged).toEqual(whole);
        expect(whole).toHaveLength(5);
      }
    }
  });

  it('puts a match in the title before one in the text', async () => {
    const { ids } = await indexed([
      document('text', { body: 'A throttling case, and throttling again.' }),
      document('title', { title: 'Throttling in the north' }),
    ]);
    expect(ids({ text: 'throttling' })).toEqual(['title', 'text']);
  });

  it('is by date even where a day has more records than numbers', async () => {
    const many = Array.from({ length: 1100 }, (_, at) =>
      document(`same-${at}`, { published: day('2020-01-01'), body: 'ban' }),
    );
    const { ids, find } = await indexed([
      document('later', { published: day('2021-01-01'), body: 'ban' }),
      document('next', { published: day('2020-01-02'), body: 'ban' }),
      ...many,
      document('undated', { published: null, body: 'ban' }),
    ]);
    for (const text of ['ban', '']) {
      expect(ids({ text, sort: 'newest', limit: 3 }).slice(0, 2)).toEqual(['later', 'next']);
      expect(ids({ text, sort: 'oldest', offset: 1100 })).toEqual(['next', 'later', 'undated']);
      expect(find({ text }).total).toBe(1103);
    }
  });
});

describe('filters', () => {
  const records = [
    sampleEvent({
      id: 'test/event',
      start: day('2024-02-16'),
      end: month('2024-03'),
      places: [{ country: 'PK' }, { country: 'IN' }],
    }),
    document('urdu', { lang: 'ur', published: day('2024-02-20'), places: [{ country: 'PK' }] }),
    document('month', { published: month('2024-02') }),
    document('year', { published: year('2023') }),
    sampleOrganisation({ id: 'test/org', country: 'PK' }),
  ];
  const found = async (filters: object, text = '') => {
    const { ids, find } = await indexed(records);
    const { total, uncertain, undated, hits } = find({ text, filters });
    expect(total).toBe(hits.length);
    const perhaps = hits.filter(({ dateUncertain }) => dateUncertain).map(({ id }) => id.slice(5));
    expect(uncertain).toBe(perhaps.length);
    return { ids: ids({ text, filters }).toSorted(), perhaps: perhaps.toSorted(), undated };
  };

  it('keep what has one of the kinds, countries, languages and shelves', async () => {
    expect((await found({ kinds: ['event', 'organisation'] })).ids).toEqual(['event', 'org']);
    expect((await found({ countries: ['PK'] })).ids).toEqual(['event', 'org', 'urdu']);
    expect((await found({ countries: ['IN', 'US'] })).ids).toEqual(['event']);
    expect((await found({ languages: ['ur'] })).ids).toEqual(['urdu']);
    expect((await found({ shelves: ['mahfuz'] })).ids).toEqual([]);
    expect((await found({ countries: ['PK'], kinds: ['document'] })).ids).toEqual(['urdu']);
    expect((await found({ kinds: [] })).ids).toHaveLength(5);
  });

  it('apply to words as well', async () => {
    expect((await found({ countries: ['PK'] }, 'ministry')).ids).toEqual(['org']);
    expect((await found({ countries: ['IN'] }, 'ministry')).ids).toEqual([]);
  });

  it('keep dates that overlap, say which only may, and leave out the undated', async () => {
    const { ids, perhaps, undated } = await found({ after: '2024-02-18', before: '2024-02-25' });
    expect(ids).toEqual(['event', 'month', 'urdu']);
    expect(perhaps).toEqual(['month']);
    expect(undated).toBe(0);
  });

  it('take a month or a year as all of its days', async () => {
    expect(await found({ after: '2023', before: '2023' })).toMatchObject({
      ids: ['year'],
      perhaps: [],
    });
    expect((await found({ before: '2024-02' })).ids).toEqual(['event', 'month', 'urdu', 'year']);
    expect(await found({ after: '2024-03-20' })).toMatchObject({
      ids: ['event'],
      perhaps: ['event'],
    });
    expect(await found({ after: '2023-06', before: '2023-07' })).toMatchObject({
      perhaps: ['year'],
    });
  });
});

describe('any text', () => {
  it('is answered, whatever it is, and the same with filters as without', async () => {
    const { find } = await indexed([
      document('a', { title: 'NEAR AND OR NOT', body: 'a* b^2 "c" {d}:e -f (g)' }),
      document('b', { lang: 'zh', body: '互联网 ก န 가 ﷺ' }),
      sampleTerm({ id: 'test/t' }),
    ]);
    const operators = fc.constantFrom(
      'AND',
      'OR',
      'NOT',
      'NEAR(a b, 2)',
      '"',
      '""',
      '*',
      'a*',
      '^a',
      'title:',
      '{title body}:',
      '-',
      '+',
      '(',
      ')',
      '\\',
      "'",
      ';--',
      '\0',
      '%',
      '_',
    );
    const texts = fc
      .array(fc.oneof(operators, awkwardText, fc.string({ unit: 'binary', maxLength: 8 })), {
        maxLength: 8,
      })
      .map((pieces) => pieces.join(' ').slice(0, 1000));
    fc.assert(
      fc.property(
        texts,
        fc.boolean(),
        fc.constantFrom('relevance', 'newest', 'oldest'),
        (text, prefix, sort) => {
          const plain = find({ text, prefix, sort });
          const filtered = find({ text, prefix, sort, filters: { shelves: ['local'] } });
          expect(filtered.total).toBe(plain.total);
          expect(filtered.hits).toEqual(plain.hits);
          for (const { passage } of plain.hits) {
            for (const [start, end] of passage?.marks ?? []) {
              expect(start).toBeLessThan(end);
              expect(end).toBeLessThanOrEqual(passage?.text.length ?? 0);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a thousand letters', 'a'.repeat(1000)],
    [
      'five hundred words',
      Array.from({ length: 500 }, (_, at) => String.fromCharCode(97 + (at % 26))).join(' '),
    ],
    [
      'three hundred different words',
      Array.from({ length: 300 }, (_, at) => at.toString(36)).join(' '),
    ],
    [
      'a thousand Chinese letters',
      Array.from({ length: 1000 }, (_, at) => String.fromCharCode(0x4e00 + at)).join(''),
    ],
    [
      'five hundred Chinese words',
      Array.from({ length: 500 }, (_, at) => String.fromCharCode(0x4e00 + at)).join(' '),
    ],
    ['a thousand quotation marks', '"'.repeat(1000)],
    ['a thousand brackets', '('.repeat(1000)],
    ['a long phrase', `"${'ban '.repeat(249)}"`],
  ])('is answered: %s', async (_, text) => {
    const { find } = await indexed([document('a')]);
    expect(find(searchQuery.parse({ text })).total).toBeGreaterThanOrEqual(0);
    expect(
      find(searchQuery.parse({ text, prefix: true, sort: 'newest' })).total,
    ).toBeGreaterThanOrEqual(0);
  });
});

describe('very many alternatives', () => {
  it('are all found, ranked by the rarest, page by page and with filters as without', async () => {
    const common = 'ab cd ef gh ij kl mn op qr st'.split(' ').map((word) => `${word}word`);
    const records = Array.from({ length: 30 }, (_, at) =>
      document(`d${at}`, { title: `d${at}`, body: common.slice(0, (at % 10) + 1).join(' ') }),
    );
    const { find, ids } = await indexed([...records, document('rare', { body: 'rareword' })]);
    const text = [...common, 'rareword'].join(' OR ');
    expect(find({ text }).total).toBe(31);
    const whole = ids({ text, limit: 100 });
    expect(new Set(whole).size).toBe(31);
    const last = whole.slice(-9).map((id) => Number(id.slice(1)) % 10);
    expect(last.every((words) => words <= 2)).toBe(true);
    for (const options of [{}, { filters: { kinds: ['document' as const] } }]) {
      const pages = [0, 10, 20, 30].flatMap((offset) =>
        ids({ text, limit: 10, offset, ...options }),
      );
      expect(pages).toEqual(whole);
    }
  });
});
