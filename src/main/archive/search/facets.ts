// Counts what a question finds by what its records have in common.
import type { Parsed } from '../../../shared/contract.ts';
import { FACETS } from '../../../shared/facets.ts';
import type {
  Facet,
  FacetName,
  Facets,
  FacetValue,
  SearchFilters,
} from '../../../shared/search.ts';
import { asFault } from '../../sqlite/faults.ts';
import { countIn } from './facet-counts.ts';
import { namesOfValue } from './facet-names.ts';
import { found } from './found.ts';
import type { Searched } from './question.ts';

/**
 * How many of the records found have which values, exactly. A facet counts what everything but its own choices lets
 * through: so its values can be compared, added and taken back, and one that is excluded shows how much it keeps out.
 */
export function facets(searched: Searched, query: Parsed<'archive.facets'>): Facets {
  try {
    return searched.index.transaction(() => count(searched, query)).deferred();
  } catch (error) {
    throw asFault(error, 'index_damaged');
  }
}

function count(searched: Searched, query: Parsed<'archive.facets'>): Facets {
  const { columns, places, withoutChoice } = found(searched, query);
  const wanted = FACETS.filter((facet) => query.only?.includes(facet) ?? true);
  const counted = wanted.map((facet) => {
    const counts = countIn(columns, facet, withoutChoice(facet));
    return [facet, shown(searched, { facet, counts, ...query })] as const;
  });
  return { total: places.length, facets: Object.fromEntries(counted), change: columns.change };
}

interface Shown {
  facet: FacetName;
  counts: Map<string, number>;
  filters: SearchFilters;
  limit: number;
}

function shown(searched: Searched, { facet, counts, filters, limit }: Shown): Facet {
  const chosen = new Map<string, FacetValue['chosen']>();
  for (const value of filters[facet] ?? []) chosen.set(value, 'included');
  for (const value of filters.not?.[facet] ?? []) chosen.set(value, 'excluded');
  // What was chosen is shown, so that it can be taken back, also where nothing has it.
  for (const value of chosen.keys()) if (!counts.has(value)) counts.set(value, 0);
  const order = facet === 'years' ? latestFirst : commonestFirst;
  const ordered = [...counts].sort(order);
  const values = ordered.filter(([value], rank) => rank < limit || chosen.has(value));
  return {
    values: values.map(([value, count]) => ({
      value,
      names: namesOfValue(searched.archive, facet, value),
      count,
      chosen: chosen.get(value) ?? null,
    })),
    others: ordered.length - values.length,
  };
}

type Counted = [value: string, count: number];

const latestFirst = ([a]: Counted, [b]: Counted) => (a < b ? 1 : -1);
const commonestFirst = ([a, x]: Counted, [b, y]: Counted) => y - x || (a < b ? -1 : 1);
