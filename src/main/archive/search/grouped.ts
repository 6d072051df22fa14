// Pages of results in which what tells of the same event comes as one.
import type { SearchQuery } from '../../../shared/search.ts';
import { documentAt, inOrder, mostRelevant } from './column-search.ts';
import type { Found } from './found.ts';
import type { Document } from './index-search.ts';

/** What was found of one group. */
export interface Group {
  /** How many records. */
  records: number;
  /** The best of them, in order, one more than the members that were asked for. */
  documents: Document[];
}

/** A page of groups in the order of the best record of each, and how many groups there are. */
export function pageOfGroups(
  found: Found,
  query: SearchQuery,
): { groups: Group[]; groupsTotal: number } {
  const { best, total } =
    query.sort === 'relevance' && found.scores
      ? mostRelevantOf(found, query)
      : firstOf(found, query);
  const all = membersOf(found, best);
  const groups = best.map((place, at) => {
    const members = all[at] ?? [];
    const others = ordered(
      found,
      query,
      members.filter((member) => member !== place),
    );
    const shown = [place, ...others.slice(0, query.members)];
    return { records: members.length, documents: shown.map((member) => documentAt(found, member)) };
  });
  return { groups, groupsTotal: total };
}

interface Bests {
  /** The best place of each group on the page. */
  best: number[];
  /** How many groups there are. */
  total: number;
}

/** No place. */
const NONE = 2 ** 32 - 1;

function mostRelevantOf({ columns, places, scores }: Found, { offset, limit }: SearchQuery): Bests {
  const { groups } = columns;
  const score = scores ?? new Float64Array(groups.of.length);
  const bestOf = new Uint32Array(groups.end).fill(NONE);
  let total = 0;
  for (const place of places) {
    const group = groups.of[place] ?? 0;
    const before = bestOf[group] ?? NONE;
    if (before === NONE) total++;
    // Of equals the later place is the newer record, as in the plain order.
    if (before === NONE || (score[place] ?? 0) <= (score[before] ?? 0)) bestOf[group] = place;
  }
  const bests = bestOf.filter((place) => place !== NONE);
  return { best: mostRelevant(bests, score, offset + limit).slice(offset), total };
}

function firstOf(found: Found, { sort, offset, limit }: SearchQuery): Bests {
  const { groups } = found.columns;
  const seen = new Uint8Array(groups.end);
  const { at, length } = inOrder(found, sort);
  const best: number[] = [];
  let total = 0;
  for (let rank = 0; rank < length; rank++) {
    const place = at(rank);
    const group = groups.of[place] ?? 0;
    if (seen[group] === 1) continue;
    seen[group] = 1;
    if (total >= offset && total < offset + limit) best.push(place);
    total++;
  }
  return { best, total };
}

// For each of these places all that was found of its group.
function membersOf({ columns, places }: Found, best: readonly number[]): number[][] {
  const { of, end } = columns.groups;
  const wanted = new Int32Array(end).fill(-1);
  for (const [at, place] of best.entries()) wanted[of[place] ?? 0] = at;
  const members: number[][] = best.map(() => []);
  for (const place of places) members[wanted[of[place] ?? 0] ?? -1]?.push(place);
  return members;
}

function ordered(found: Found, { sort }: SearchQuery, members: number[]): number[] {
  const { scores } = found;
  if (sort === 'relevance' && scores) {
    return mostRelevant(Uint32Array.from(members), scores, members.length);
  }
  const { at, length } = inOrder({ ...found, places: Uint32Array.from(members) }, sort);
  return Array.from({ length }, (_, rank) => at(rank));
}
