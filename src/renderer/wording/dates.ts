// Dates in words, exactly as precise as they are known: Gregorian civil dates, never shifted by a zone.
import type { FuzzyDate } from '../../shared/record.ts';
import { dateFormat, numberFormat } from './formats.ts';
import { localeOf, type Words } from './words.ts';

export type DateStyle = 'long' | 'short';

/** What a span of time is worded from; a missing end means nothing by itself. */
export interface Span {
  date: FuzzyDate | null;
  end: FuzzyDate | null;
  status: 'ongoing' | 'ended' | 'unknown' | null;
  /** The civil day on which the status was true. */
  statusAsOf?: string | null;
}

interface Parts {
  day?: string;
  month?: string;
  year: string;
}

function parts(value: string, words: Words, style: DateStyle): Parts {
  const [year = '', month, day] = value.slice(0, 10).split('-');
  const number = (digits: string, width: number) =>
    numberFormat(localeOf(words), {
      useGrouping: false,
      minimumIntegerDigits: width,
    }).format(Number(digits));
  const monthName = (index: string) =>
    dateFormat(localeOf(words), { month: style, timeZone: 'UTC' }).format(
      Date.UTC(2000, Number(index) - 1, 1),
    );
  return {
    year: number(year, 4),
    month: month && monthName(month),
    day: day && number(day, 1),
  };
}

function join({ day, month, year }: Parts, { t }: Words): string {
  if (day && month) return t('date.day', { day, month, year });
  return month ? t('date.month', { month, year }) : year;
}

/** A civil date of any precision, such as 2024, 2024-02 or 2024-02-17, in words. */
export function wordCivil(value: string, words: Words, style: DateStyle = 'long'): string {
  return join(parts(value, words, style), words);
}

function wordPoint(date: FuzzyDate, words: Words, style: DateStyle): string {
  const civil = wordCivil(date.value, words, style);
  if (date.precision !== 'minute' || style === 'short') return civil;
  const time = date.value.slice(11, 16);
  const offset = date.value.slice(16);
  const { t } = words;
  if (offset === 'Z') return t('date.minuteUtc', { date: civil, time });
  return t('date.minute', { date: civil, time, offset });
}

/** A fuzzy date in words: “17 February 2024”, “about February 2024”, “2024, as reported”. */
export function wordDate(date: FuzzyDate, words: Words, style: DateStyle = 'long'): string {
  const point = wordPoint(date, words, style);
  if (date.kind === 'actual') return point;
  return words.t(`date.${date.kind}`, { date: point });
}

const isPlain = (date: FuzzyDate, precision: FuzzyDate['precision']) =>
  date.kind === 'actual' && date.precision === precision;

/** From one date to another; what both share is said once. */
function wordRange(from: FuzzyDate, to: FuzzyDate, words: Words, style: DateStyle): string {
  const { t } = words;
  if (from.value === to.value && from.kind === to.kind) return wordDate(from, words, style);
  const bothDays = isPlain(from, 'day') && isPlain(to, 'day');
  const bothYears = isPlain(from, 'year') && isPlain(to, 'year');
  const sharedMonth = bothDays && from.value.slice(0, 7) === to.value.slice(0, 7);
  const sharedYear = bothDays && from.value.slice(0, 4) === to.value.slice(0, 4);
  const start = parts(from.value, words, style);
  if (sharedMonth || bothYears) {
    const first = (sharedMonth ? start.day : start.year) ?? '';
    return t('date.rangeTight', { from: first, to: wordDate(to, words, style) });
  }
  const first = sharedYear
    ? t('date.dayMonth', { day: start.day, month: start.month })
    : wordDate(from, words, style);
  return t('date.range', { from: first, to: wordDate(to, words, style) });
}

function wordOpenSpan(span: Span & { date: FuzzyDate }, words: Words, style: DateStyle): string {
  const { t } = words;
  const from = wordDate(span.date, words, style);
  if (span.status === 'unknown') return t('date.endNotKnown', { from });
  if (span.status === 'ended') return t('date.endedWhenNotKnown', { from });
  if (!span.statusAsOf) return t('date.runningLastKnown', { from });
  return t('date.runningAsOf', { from, asOf: wordCivil(span.statusAsOf, words, style) });
}

/** A span in words that claims no more than is known: a missing end is never “ongoing”, a status says as of when. */
export function wordSpan(span: Span, words: Words, style: DateStyle = 'long'): string {
  const { date, end, status } = span;
  if (!date) return words.t('date.undated');
  if (end) return wordRange(date, end, words, style);
  if (status === null) return wordDate(date, words, style);
  if (style === 'short') {
    const from = wordDate(date, words, style);
    return status === 'ongoing' ? words.t('date.since', { from }) : words.t('date.open', { from });
  }
  return wordOpenSpan({ ...span, date }, words, style);
}
