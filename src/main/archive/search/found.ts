// What a question finds, filters and all: one answer for the list, the facets and the timeline, kept for the latest question.
import { FACETS } from '../../../shared/facets.ts';
import type { FacetName, Question, SearchFilters } from '../../../shared/search.ts';
import type { Database } from '../../sqlite/open.ts';
import { quarantinedShelves } from '../store/shelves.ts';
import { setsWith } from './coded.ts';
import type { Columns } from './columns.ts';
import { isChosen, keepDates, keptBy, NO, type Verdicts } from './filter.ts';
import { type Matched, matchedBy } from './matched.ts';
import type { Read, Searched } from './question.ts';

/** The records that a question finds. */
export interface Found {
  columns: Columns;
  /** Places of the columns, in ascending order. */
  places: Uint32Array;
  /** For each place of the columns NO, YES, or PERHAPS where its date is too coarse to say. */
  verdicts: Verdicts;
  /** By place of the columns: the lower, the more relevant; null where no scores were asked for. */
  scores: Float64Array | null;
  read: Read;
  /** The places that would be found if nothing were chosen in a facet. */
  withoutChoice: (facet: FacetName) => Uint32Array;
}

interface Held {
  matched: Matched;
  key: string;
  found: Found;
}

const latest = new WeakMap<Database, Held>();

/** What a question finds; `scored` asks for scores too, and what was read of its words need not be read again. */
export function found(
  searched: Searched,
  question: Question,
  options: { scored?: boolean; read?: Read } = {},
): Found {
  const matched = matchedBy(searched, question, options);
  const hidden = hiddenShelves(searched.archive, question.filters);
  const key = JSON.stringify([question.filters, hidden]);
  const before = latest.get(searched.index);
  if (before?.key === key && before.matched === matched) return before.found;
  const now = letThrough(matched, question.filters, hidden);
  latest.set(searched.index, { matched, key, found: now });
  return now;
}

/** Shelves in quarantine, which nothing is found on but by naming one in the filters. */
export function hiddenShelves(archive: Database, { shelves = [] }: SearchFilters): string[] {
  return shelves.length > 0 ? [] : quarantinedShelves(archive);
}

/** What filters let through of what matched. */
export function letThrough(
  matched: Matched,
  filters: SearchFilters,
  hidden: readonly string[],
): Found {
  const { columns, read, scores } = matched;
  const verdicts = matched.verdicts.slice();
  if (hidden.length > 0) hide(verdicts, columns, hidden);
  if (filters.after !== undefined || filters.before !== undefined) {
    keepDates(verdicts, columns, filters);
  }
  const chosen = FACETS.filter((facet) => isChosen(filters, facet));
  const kept = new Map(chosen.map((facet) => [facet, keptBy(columns, filters, facet)]));
  const base = chosen.length > 0 ? verdicts.slice() : verdicts;
  for (const one of kept.values()) restrict(verdicts, one);
  const places = placesOf(verdicts);
  const withoutChoice = (facet: FacetName) => {
    if (!kept.has(facet)) return places;
    const others = base.slice();
    for (const [other, one] of kept) if (other !== facet) restrict(others, one);
    return placesOf(others);
  };
  return { columns, places, verdicts, scores, read, withoutChoice };
}

function hide(
  verdicts: Verdicts,
  { coded: { shelves } }: Columns,
  hidden: readonly string[],
): void {
  const sets = setsWith(shelves, hidden);
  for (let place = 0; place < verdicts.length; place++) {
    if (sets[shelves.codes[place] ?? 0] === 1) verdicts[place] = NO;
  }
}

function restrict(verdicts: Verdicts, kept: Uint8Array): void {
  for (let place = 0; place < verdicts.length; place++) {
    if (kept[place] === 0) verdicts[place] = NO;
  }
}

function placesOf(verdicts: Verdicts): Uint32Array {
  const places = new Uint32Array(verdicts.length);
  let count = 0;
  for (let place = 0; place < verdicts.length; place++) {
    if (verdicts[place] !== NO) places[count++] = place;
  }
  return places.slice(0, count);
}
