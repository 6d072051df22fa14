// Dates say exactly what is known, in both languages, and are never shifted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedWords } from '../../../src/renderer/i18n.ts';
import { type Span, wordCivil, wordDate, wordSpan } from '../../../src/renderer/wording/dates.ts';
import type { Words } from '../../../src/renderer/wording/words.ts';
import type { FuzzyDate } from '../../../src/shared/record.ts';

const en: Words = { language: 'en', digits: 'latin', t: fixedWords('en') };
const ur: Words = { language: 'ur', digits: 'latin', t: fixedWords('ur') };
const urNative: Words = { ...ur, digits: 'native' };

function fuzzy(value: string, kind: FuzzyDate['kind'] = 'actual'): FuzzyDate {
  const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as const)[value.length] ?? 'minute';
  return { value, precision, kind };
}

describe('a date', () => {
  it.each([
    ['2024-02-17', '17 February 2024', '17 فروری 2024'],
    ['2024-02', 'February 2024', 'فروری 2024'],
    ['2024', '2024', '2024'],
    [
      '2024-02-17T23:50+05:00',
      '17 February 2024, 23:50 (UTC+05:00)',
      '17 فروری 2024، 23:50 (UTC+05:00)',
    ],
    ['2024-02-17T23:50Z', '17 February 2024, 23:50 UTC', '17 فروری 2024، 23:50 UTC'],
  ])('%s is worded as precisely as it is known', (value, english, urdu) => {
    expect(wordDate(fuzzy(value), en)).toBe(english);
    expect(wordDate(fuzzy(value), ur)).toBe(urdu);
  });

  it('says when it is estimated or only reported', () => {
    expect(wordDate(fuzzy('2024-02', 'estimated'), en)).toBe('about February 2024');
    expect(wordDate(fuzzy('2024-02', 'estimated'), ur)).toBe('تقریباً فروری 2024');
    expect(wordDate(fuzzy('2024-02-17', 'reported'), en)).toBe('17 February 2024, as reported');
  });

  it('has short months in a list, and no time of day', () => {
    expect(wordDate(fuzzy('2024-09-07T10:00Z'), en, 'short')).toBe('7 Sept 2024');
  });

  it('is set in the digits that the reader chose', () => {
    expect(wordDate(fuzzy('2024-02-17'), urNative)).toBe('۱۷ فروری ۲۰۲۴');
    expect(wordCivil('2024', urNative)).toBe('۲۰۲۴');
  });

  it('is Gregorian and keeps its own day, month and year, whatever the date', () => {
    const day = fc.date({
      min: new Date('0100-01-01'),
      max: new Date('2999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const value = date.toISOString().slice(0, 10);
        const [dayWord, , year] = wordCivil(value, en).split(' ');
        expect(Number(dayWord)).toBe(date.getUTCDate());
        expect(Number(year)).toBe(date.getUTCFullYear());
      }),
    );
  });
});

describe('a span', () => {
  const span = (from: string, to: string | null, rest: Partial<Span> = {}): Span => ({
    date: fuzzy(from),
    end: to === null ? null : fuzzy(to),
    status: null,
    ...rest,
  });

  it.each([
    ['2024-02-17', '2025-05-07', '17 February 2024 – 7 May 2025', '17 فروری 2024 تا 7 مئی 2025'],
    ['2024-02-17', '2024-05-07', '17 February – 7 May 2024', '17 فروری تا 7 مئی 2024'],
    ['2024-02-17', '2024-02-19', '17–19 February 2024', '17 تا 19 فروری 2024'],
    ['2024-02-17', '2024-02-17', '17 February 2024', '17 فروری 2024'],
    ['2024-02', '2024-05-07', 'February 2024 – 7 May 2024', 'فروری 2024 تا 7 مئی 2024'],
    ['2012', '2016', '2012–2016', '2012 تا 2016'],
  ])('from %s to %s says what both share once', (from, to, english, urdu) => {
    expect(wordSpan(span(from, to), en)).toBe(english);
    expect(wordSpan(span(from, to), ur)).toBe(urdu);
  });

  it('never calls a missing end ongoing', () => {
    expect(wordSpan(span('2006-02-27', null, { status: 'unknown' }), en)).toBe(
      'from 27 February 2006; end not known',
    );
    expect(wordSpan(span('2006-02-27', null, { status: 'ended' }), en)).toBe(
      'from 27 February 2006; ended, date not known',
    );
    expect(wordSpan(span('2006-02-27', null), en)).toBe('27 February 2006');
  });

  it('says as of when something was running', () => {
    const running = span('2024-02-17', null, { status: 'ongoing', statusAsOf: '2024-05-03' });
    expect(wordSpan(running, en)).toBe('since 17 February 2024; running as of 3 May 2024');
    expect(wordSpan(running, ur)).toBe('17 فروری 2024 سے؛ 3 مئی 2024 تک جاری');
    expect(wordSpan({ ...running, statusAsOf: null }, en)).toBe(
      'since 17 February 2024; running when last reported',
    );
  });

  it('keeps an estimate an estimate at either end', () => {
    const uncertain = { ...span('2026-02-28', null), end: fuzzy('2026-05', 'estimated') };
    expect(wordSpan(uncertain, en)).toBe('28 February 2026 – about May 2026');
  });

  it('says that a record has no date', () => {
    expect(wordSpan({ date: null, end: null, status: null }, en)).toBe('undated');
  });
});
