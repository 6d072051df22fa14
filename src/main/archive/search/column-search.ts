// Pages of results where filters, or dates that strayed from their place, need a look at every match.
import type { SearchQuery } from '../../../shared/search.ts';
import type { Database } from '../../sqlite/open.ts';
import { type Columns, columnsOf, UNDATED } from './columns.ts';
import type { QueryNode } from '../query/tree.ts';
import { judgeAll } from './dated.ts';
import { judge, NO, PERHAPS, type Verdicts } from './filter.ts';
import { allMatches, allScores, type IndexMatch, type Page } from './index-search.ts';

/** The matches that filters let through, as places of the columns, in ascending order. */
interface Found {
  places: Uint32Array;
  /** By place in `places`: the lower, the more relevant; null where relevance is not asked for. */
  scores: Float64Array | null;
}

/** What is looked for: in the index, where null is everything, and by dates in memory. */
export interface Asked {
  match: IndexMatch | null;
  /** Parts of the query that the index alone cannot answer; all must be so. */
  dated: readonly QueryNode[];
}

/** A page of what matches and is let through by dates and filters. */
export function findByColumns(index: Database, { match, dated }: Asked, query: SearchQuery): Page {
  const columns = columnsOf(index);
  const verdicts = judge(columns, query.filters);
  judgeAll({ index, columns, verdicts }, dated);
  const byRelevance = query.sort === 'relevance' && match?.table === 'texts';
  const found = byRelevance
    ? keepScores(columns, verdicts, allScores(index, match))
    : keepPlaces(columns, verdicts, match && allMatches(index, match));
  const page = pageOf(columns, found, query);
  return {
    total: found.places.length,
    uncertain: found.places.filter((place) => verdicts[place] === PERHAPS).length,
    undated: found.places.filter((place) => isUndated(columns, place)).length,
    documents: page.map((place) => ({
      number: columns.numbers[place] ?? 0,
      uncertain: verdicts[place] === PERHAPS,
    })),
  };
}

function keepPlaces(columns: Columns, verdicts: Verdicts, matches: number[] | null): Found {
  const { numbers } = columns;
  const places = new Uint32Array(matches?.length ?? numbers.length);
  let kept = 0;
  let place = 0;
  // Both are in ascending order, so one walk meets every match.
  for (const number of matches ?? numbers) {
    while ((numbers[place] ?? number) < number) place++;
    if (verdicts[place] !== NO) places[kept++] = place;
  }
  return { places: places.subarray(0, kept), scores: null };
}

function keepScores(columns: Columns, verdicts: Verdicts, matches: [number, number][]): Found {
  const { numbers } = columns;
  const places = new Uint32Array(matches.length);
  const scores = new Float64Array(matches.length);
  let kept = 0;
  let place = 0;
  for (const [number, score] of matches) {
    while ((numbers[place] ?? number) < number) place++;
    if (verdicts[place] === NO) continue;
    scores[kept] = score;
    places[kept++] = place;
  }
  return { places: places.subarray(0, kept), scores: scores.subarray(0, kept) };
}

function pageOf(columns: Columns, found: Found, query: SearchQuery): number[] {
  const { offset, limit, sort } = query;
  if (found.scores) return mostRelevant(found.places, found.scores, offset + limit).slice(offset);
  const dated = inOrderOfDates(columns, found.places);
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
  for (let hit = 0; hit < places.length; hit++) {
    if ((scores[hit] ?? 0) > worst) continue;
    best.push(hit);
    if (best.length < most) continue;
    best = best.sort(order).slice(0, wanted);
    worst = scores[best.at(-1) ?? 0] ?? Infinity;
  }
  return best
    .sort(order)
    .slice(0, wanted)
    .map((hit) => places[hit] ?? 0);
}
