// Turns fuzzy dates into the civil days that they may cover, for filters and order.
import type { ArchiveRecord, FuzzyDate } from '../../shared/record.ts';

/** Civil days since 1970-01-01 at the place, both included. */
export interface DaySpan {
  from: number;
  to: number;
}

const DAY_MS = 86_400_000;

/** The days that a civil date (YYYY, YYYY-MM or YYYY-MM-DD) covers, never shifted by a time zone. */
export function civilSpan(value: string): DaySpan {
  const [year, month, day] = value.split('-').map(Number) as [number, number?, number?];
  const from = dayNumber(year, month ?? 1, day ?? 1);
  if (day !== undefined) return { from, to: from };
  const next = month === undefined ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return { from, to: next - 1 };
}

/** The days that a fuzzy date may mean: a month is all of its days, a minute is its civil day at the place. */
export function daySpan(date: FuzzyDate): DaySpan {
  return civilSpan(date.precision === 'minute' ? date.value.slice(0, 10) : date.value);
}

/**
 * The days that a record may cover: a document's publication, an event from the earliest start to the latest end;
 * an event without an end covers its start only, since a missing end does not mean ongoing. Null where undated.
 */
export function recordSpan(record: ArchiveRecord): DaySpan | null {
  const { date, end } = recordDates(record);
  if (!date) return null;
  const first = daySpan(date);
  if (!end) return first;
  const last = daySpan(end);
  return { from: Math.min(first.from, last.from), to: Math.max(first.to, last.to) };
}

/** The fuzzy dates that a record is listed by. */
export function recordDates(record: ArchiveRecord): {
  date: FuzzyDate | null;
  end: FuzzyDate | null;
} {
  if (record.kind === 'document') return { date: record.published, end: null };
  if (record.kind === 'event') return { date: record.start, end: record.end };
  return { date: null, end: null };
}

/** The civil date YYYY-MM-DD of a day since 1970-01-01. */
export function civilDate(day: number): string {
  const iso = new Date(day * DAY_MS).toISOString();
  return iso.slice(0, iso.indexOf('T'));
}

/** The civil year of a day since 1970-01-01. */
export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

// Date.UTC reads the years 0 to 99 as 1900 to 1999; setUTCFullYear does not.
function dayNumber(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS;
}
