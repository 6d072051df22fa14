// Reads the dates that a reader typed into the date filter.
import type { SearchFilters } from '../../../shared/search.ts';

export interface TypedDates {
  after: string;
  before: string;
}

export type DateProblem =
  | { problem: 'invalid'; field: 'after' | 'before'; value: string }
  | { problem: 'reversed' };

const FORM = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** A civil date YYYY, YYYY-MM or YYYY-MM-DD from what was typed, with digits and separators of any kind; null where it is none. */
export function readCivilDate(typed: string): string | null {
  const plain = typed
    .trim()
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\s*[-/.‐-―]\s*/g, '-');
  const [, year, month, day] = FORM.exec(plain) ?? [];
  if (!year) return null;
  const date = new Date(Date.UTC(2000, Number(month ?? 1) - 1, Number(day ?? 1)));
  date.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const real =
    date.getUTCMonth() === Number(month ?? 1) - 1 && date.getUTCDate() === Number(day ?? 1);
  if (!real) return null;
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
}

/** The filters that typed dates mean, or what is wrong with them; an empty field sets no limit. */
export function readDates(
  typed: TypedDates,
): Pick<SearchFilters, 'after' | 'before'> | DateProblem {
  const read: Pick<SearchFilters, 'after' | 'before'> = {};
  for (const field of ['after', 'before'] as const) {
    const value = typed[field].trim();
    if (value === '') continue;
    const date = readCivilDate(value);
    if (date === null) return { problem: 'invalid', field, value };
    read[field] = date;
  }
  const { after, before } = read;
  // “From 2024-03 to 2024” is in order: the year ends after March.
  const reversed = after && before && after.slice(0, before.length) > before;
  return reversed ? { problem: 'reversed' } : { after: read.after, before: read.before };
}
