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
  const pages = membersOf(found, best);
  const groups = best.map((place) => {
    const members = pages.get(found.columns.groups[place] ?? 0) ?? [];
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
  const score = scores ?? new Float64Array(groups.length);
  const bestOf = new Uint32Array(mostGroups(groups)).fill(NONE);
  let total = 0;
  for (const place of places) {
    const group = groups[place] ?? 0;
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
  const seen = new Uint8Array(mostGroups(groups));
  const { at, length } = inOrder(found, sort);
  const best: number[] = [];
  let total = 0;
  for (let rank = 0; rank < length; rank++) {
    const place = at(rank);
    const group = groups[place] ?? 0;
    if (seen[group] === 1) continue;
    seen[group] = 1;
    if (total >= offset && total < offset + limit) best.push(place);
    total++;
  }
  return { best, total };
}

const mostGroups = (groups: Uint32Array) =>
  groups.reduce((most, group) => Math.max(most, group + 1), 0);

function membersOf({ columns, places }: Found, best: readonly number[]): Map<number, number[]> {
  const members = new Map(best.map((place) => [columns.groups[place] ?? 0, [] as number[]]));
  for (const place of places) members.get(columns.groups[place] ?? 0)?.push(place);
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
