// Dates told a second time in the reader's own calendar, computed from the Gregorian date, which alone is evidence.
import type { FuzzyDate } from '../../shared/record.ts';
import type { Calendar } from '../../shared/settings.ts';
import { dateFormat } from './formats.ts';
import { localeOf, type Words } from './words.ts';

/** The calendars that the settings offer. */
export const CALENDAR_CHOICES: Calendar[] = [
  'none',
  'persian',
  'islamic-umalqura',
  'buddhist',
  'roc',
];

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** A civil day in another calendar; null where the day is not known, because a month of one lies in two of another. */
export function wordInCalendar(
  value: string,
  calendar: Exclude<Calendar, 'none'>,
  words: Words,
): string | null {
  const [day] = DAY.exec(value) ?? [];
  if (!day) return null;
  const locale = localeOf(words).replace('ca-gregory', `ca-${calendar}`);
  return dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}

/** The days of a span in the reader's calendar, said to be computed; null where there is nothing to say. */
export function wordSecondCalendar(
  { date, end }: { date: FuzzyDate | null; end: FuzzyDate | null },
  calendar: Calendar,
  words: Words,
): string | null {
  if (calendar === 'none' || !date) return null;
  const from = wordInCalendar(date.value, calendar, words);
  const to = end && wordInCalendar(end.value, calendar, words);
  if (!from || (end && !to)) return null;
  const span = to && to !== from ? words.t('date.range', { from, to }) : from;
  return words.t('date.computed', { date: span });
}
