// Decides which documents filters let through, for all of them at once.
import type { DateField, SearchFilters } from '../../../shared/search.ts';
import { civilSpan } from '../dates.ts';
import { type Coded, type Columns, UNDATED } from './columns.ts';

/** For each place of the columns: whether filters let the document through. */
export type Verdicts = Uint8Array;
export const NO = 0;
export const YES = 1;
/** Its date is too coarse to say whether it lies inside after and before. */
export const PERHAPS = 2;

/** Tells whether filters ask for anything at all; an empty list asks for nothing. */
export function isFiltering(filters: SearchFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined && value.length > 0);
}

/**
 * Judges every document. Dates match by overlap with the days from `after` to `before`, both included; with either,
 * undated documents are left out, since nothing says that they lie there.
 */
export function judge(columns: Columns, filters: SearchFilters): Verdicts {
  const verdicts = new Uint8Array(columns.numbers.length).fill(YES);
  keepValues(verdicts, columns.kind, filters.kinds);
  keepValues(verdicts, columns.lang, filters.languages, withPrimary);
  keepValues(verdicts, columns.shelf, filters.shelves);
  keepValues(verdicts, columns.countries, filters.countries, (value) => value.split(' '));
  if (filters.after !== undefined || filters.before !== undefined) {
    keepDates(verdicts, columns, filters);
  }
  return verdicts;
}

// Whoever asks for Chinese also means zh-Hant.
const withPrimary = (tag: string) => [tag, tag.split('-')[0] ?? tag];

function keepValues(
  verdicts: Verdicts,
  { values, codes }: Coded,
  wanted: readonly string[] | undefined,
  parts: (value: string) => string[] = (value) => [value],
): void {
  if (wanted === undefined || wanted.length === 0) return;
  const among = new Set(wanted);
  const keep = values.map((value) => parts(value).some((part) => among.has(part)));
  for (let place = 0; place < verdicts.length; place++) {
    if (!keep[codes[place] ?? 0]) verdicts[place] = NO;
  }
}

/** Which documents lie before, after or on a date, all by overlap. */
export function judgeDate(columns: Columns, field: DateField, value: string): Verdicts {
  const verdicts = new Uint8Array(columns.numbers.length).fill(YES);
  const [after, before] = [field !== 'before', field !== 'after'];
  keepDates(verdicts, columns, {
    ...(after && { after: value }),
    ...(before && { before: value }),
  });
  return verdicts;
}

function keepDates(verdicts: Verdicts, columns: Columns, { after, before }: SearchFilters): void {
  const first = after === undefined ? UNDATED + 1 : civilSpan(after).from;
  const last = before === undefined ? 2 ** 31 - 1 : civilSpan(before).to;
  const { dayFrom, startsBy, endsAfter, dayTo } = columns;
  for (let place = 0; place < verdicts.length; place++) {
    if (verdicts[place] === NO) continue;
    const from = dayFrom[place] ?? UNDATED;
    if (from === UNDATED || from > last || (dayTo[place] ?? 0) < first) verdicts[place] = NO;
    else if ((startsBy[place] ?? 0) > last || (endsAfter[place] ?? 0) < first) {
      verdicts[place] = PERHAPS;
    }
  }
}
