// Pages of results where filters, or dates that strayed from their place, need a look at every match.
import type { SearchQuery } from '../../../shared/search.ts';
import { type Columns, UNDATED } from './columns.ts';
import { PERHAPS } from './filter.ts';
import type { Found } from './found.ts';
import type { Page } from './index-search.ts';

/** A page of what was found; by relevance where it has scores, and else the newest first where nothing is relevant. */
export function pageOfFound(found: Found, query: SearchQuery): Page {
  const { columns, places, verdicts } = found;
  const page = pageOf(found, query);
  return {
    total: places.length,
    uncertain: countWhere(places, (place) => verdicts[place] === PERHAPS),
    undated: countWhere(places, (place) => isUndated(columns, place)),
    documents: page.map((place) => ({
      number: columns.numbers[place] ?? 0,
      uncertain: verdicts[place] === PERHAPS,
    })),
  };
}

function countWhere(places: Uint32Array, is: (place: number) => boolean): number {
  let count = 0;
  for (const place of places) if (is(place)) count++;
  return count;
}

function pageOf({ columns, places, scores }: Found, query: SearchQuery): number[] {
  const { offset, limit, sort } = query;
  if (sort === 'relevance' && scores) {
    return mostRelevant(places, scores, offset + limit).slice(offset);
  }
  const dated = inOrderOfDates(columns, places);
  // Undated ones are the first, and come last in both orders.
  const undated = dated.findIndex((place) => !isUndated(columns, place));
  const turn = undated < 0 ? 0 : undated;
  const page: number[] = [];
  for (let rank = offset; rank < Math.min(dated.length, offset + limit); rank++) {
    const at = sort === 'oldest' ? (rank + turn) % dated.length : dated.length - 1 - rank;
    page.push(dated[at] ?? 0);
  }
  return page;
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

// Keeps about twice as many as are wanted, so that a hit among tens of thousands costs one comparison.
function mostRelevant(places: Uint32Array, scores: Float64Array, wanted: number): number[] {
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
