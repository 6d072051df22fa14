// Decides which documents filters let through, for all of them at once.
import { FACETS } from '../../../shared/facets.ts';
import type { DateField, FacetName, SearchFilters } from '../../../shared/search.ts';
import { civilSpan } from '../dates.ts';
import { setsWith } from './coded.ts';
import { type Columns, NO_YEAR, UNDATED } from './columns.ts';

/** For each place of the columns: whether filters let the document through. */
export type Verdicts = Uint8Array;
export const NO = 0;
export const YES = 1;
/** Its date is too coarse to say whether it lies inside after and before. */
export const PERHAPS = 2;

/** Tells whether filters ask for anything at all; an empty list asks for nothing. */
export function isFiltering(filters: SearchFilters): boolean {
  return (
    filters.after !== undefined ||
    filters.before !== undefined ||
    FACETS.some((facet) => isChosen(filters, facet))
  );
}

/** Tells whether anything is chosen in a facet, in or out. */
export function isChosen(filters: SearchFilters, facet: FacetName): boolean {
  return (filters[facet]?.length ?? 0) > 0 || (filters.not?.[facet]?.length ?? 0) > 0;
}

/**
 * Judges every document. Dates match by overlap with the days from `after` to `before`, both included; with either,
 * undated documents are left out, since nothing says that they lie there.
 */
export function judge(columns: Columns, filters: SearchFilters): Verdicts {
  const verdicts = new Uint8Array(columns.numbers.length).fill(YES);
  for (const facet of FACETS) {
    if (!isChosen(filters, facet)) continue;
    const kept = keptBy(columns, filters, facet);
    for (let place = 0; place < verdicts.length; place++) {
      if (kept[place] === 0) verdicts[place] = NO;
    }
  }
  if (filters.after !== undefined || filters.before !== undefined) {
    keepDates(verdicts, columns, filters);
  }
  return verdicts;
}

/** For each place 1 where what is chosen in one facet lets the document through, and else 0. */
export function keptBy(columns: Columns, filters: SearchFilters, facet: FacetName): Uint8Array {
  const included = filters[facet] ?? [];
  const excluded = filters.not?.[facet] ?? [];
  const kept = new Uint8Array(columns.numbers.length).fill(1);
  if (included.length > 0) {
    const has = placesWith(columns, facet, included);
    for (let place = 0; place < kept.length; place++) if (has[place] === 0) kept[place] = 0;
  }
  if (excluded.length > 0) {
    const has = placesWith(columns, facet, excluded);
    for (let place = 0; place < kept.length; place++) if (has[place] === 1) kept[place] = 0;
  }
  return kept;
}

function placesWith(columns: Columns, facet: FacetName, values: readonly string[]): Uint8Array {
  if (facet === 'years') return placesInYears(columns, values.map(Number));
  const coded = columns.coded[facet];
  const sets = setsWith(coded, values);
  const has = new Uint8Array(coded.codes.length);
  for (let place = 0; place < has.length; place++) has[place] = sets[coded.codes[place] ?? 0] ?? 0;
  return has;
}

function placesInYears({ firstYear, lastYear }: Columns, years: readonly number[]): Uint8Array {
  return Uint8Array.from(firstYear, (first, place) => {
    const last = lastYear[place] ?? NO_YEAR;
    return first !== NO_YEAR && years.some((year) => year >= first && year <= last) ? 1 : 0;
  });
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

/** Lets verdicts stand only where a document's time overlaps, or may overlap, the days from `after` to `before`. */
export function keepDates(
  verdicts: Verdicts,
  columns: Columns,
  { after, before }: Pick<SearchFilters, 'after' | 'before'>,
): void {
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
