// Pages of results where filters, or dates that strayed from their place, need a look at every match.
import type { SearchQuery } from '../../../shared/search.ts';
import { type Columns, UNDATED } from './columns.ts';
import { PERHAPS } from './filter.ts';
import type { Found } from './found.ts';
import type { Page } from './index-search.ts';

/** A page of what was found; by relevance where it has scores, and else the newest first where nothing is relevant. */
export function pageOfFound(found: Found, query: SearchQuery): Page {
  const documents = pageOf(found, query).map((place) => documentAt(found, place));
  return { ...totalsOf(found), documents };
}

/** How many were found, how many of them perhaps, and how many of them are undated. */
export function totalsOf({ columns, places, verdicts }: Found): Omit<Page, 'documents'> {
  return {
    total: places.length,
    uncertain: countWhere(places, (place) => verdicts[place] === PERHAPS),
    undated: countWhere(places, (place) => isUndated(columns, place)),
  };
}

/** The document at a place of the columns. */
export function documentAt({ columns, verdicts }: Found, place: number): Page['documents'][number] {
  return { number: columns.numbers[place] ?? 0, uncertain: verdicts[place] === PERHAPS };
}

function countWhere(places: Uint32Array, is: (place: number) => boolean): number {
  let count = 0;
  for (const place of places) if (is(place)) count++;
  return count;
}

function pageOf(found: Found, query: SearchQuery): number[] {
  const { offset, limit, sort } = query;
  if (sort === 'relevance' && found.scores) {
    return mostRelevant(found.places, found.scores, offset + limit).slice(offset);
  }
  const { at, length } = inOrder(found, sort);
  const page: number[] = [];
  for (let rank = offset; rank < Math.min(length, offset + limit); rank++) page.push(at(rank));
  return page;
}

/** What was found in the order of dates: the place of each rank. */
export interface Ordered {
  length: number;
  at: (rank: number) => number;
}

/** Orders what was found by date; the newest first unless the oldest are asked for, undated ones always last. */
export function inOrder({ columns, places }: Found, sort: SearchQuery['sort']): Ordered {
  const dated = inOrderOfDates(columns, places);
  const { length } = dated;
  // Undated ones are the first, and come last in both orders.
  const undated = dated.findIndex((place) => !isUndated(columns, place));
  const turn = undated < 0 ? 0 : undated;
  const at = (rank: number) =>
    dated[sort === 'oldest' ? (rank + turn) % length : length - 1 - rank] ?? 0;
  return { length, at };
}

function inOrderOfDates({ byDate, numbers }: Columns, places: Uint32Array): Uint32Array {
  if (!byDate) return places;
  const found = new Uint8Array(numbers.length);
  for (const place of places) found[place] = 1;
  return byDate.filter((place) => found[place] === 1);
}

function isUndated({ dayFrom }: Columns, place: number): boolean {
  return dayFrom[place] === UNDATED;
}

/** The most relevant of these places, the best first. */
export function mostRelevant(places: Uint32Array, scores: Float64Array, wanted: number): number[] {
  // Keeps about twice as many as are wanted, so that a hit among tens of thousands costs one comparison.
  const order = (a: number, b: number) => (scores[a] ?? 0) - (scores[b] ?? 0) || b - a;
  const most = Math.max(2 * wanted, 512);
  let best: number[] = [];
  let worst = Infinity;
  for (const place of places) {
    if ((scores[place] ?? 0) > worst) continue;
    best.push(place);
    if (best.length < most) continue;
    best = best.sort(order).slice(0, wanted);
    worst = scores[best.at(-1) ?? 0] ?? Infinity;
  }
  return best.sort(order).slice(0, wanted);
}
