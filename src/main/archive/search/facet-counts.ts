// Counts values in the columns.
import type { FacetName } from '../../../shared/search.ts';
import type { Coded } from './coded.ts';
import { type Columns, NO_YEAR } from './columns.ts';

/** How many documents at these places have each value of a facet; values that none has are left out. */
export function countIn(
  columns: Columns,
  facet: FacetName,
  places: Uint32Array,
): Map<string, number> {
  return facet === 'years' ? countYears(columns, places) : countCoded(columns.coded[facet], places);
}

// Each set is counted once and then stands for its values, since documents with the same values are many.
function countCoded({ values, codes, starts, members }: Coded, places: Uint32Array) {
  const ofSets = new Uint32Array(starts.length);
  for (const place of places) {
    const set = codes[place] ?? 0;
    ofSets[set] = (ofSets[set] ?? 0) + 1;
  }
  const counts = new Uint32Array(values.length);
  for (let set = 0; set + 1 < starts.length; set++) {
    const more = ofSets[set] ?? 0;
    if (more === 0) continue;
    for (let at = starts[set] ?? 0; at < (starts[set + 1] ?? 0); at++) {
      const value = members[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + more;
    }
  }
  return namedCounts(values, counts);
}

function namedCounts(values: readonly string[], counts: Uint32Array): Map<string, number> {
  const named = new Map<string, number>();
  for (const [at, count] of counts.entries()) {
    if (count > 0) named.set(values[at] ?? '', count);
  }
  return named;
}

/** No civil date has a later year. */
const LAST_YEAR = 9999;

// What lasts over several years counts in each of them, so the counts of single years may add up to more than there is.
function countYears({ firstYear, lastYear }: Columns, places: Uint32Array): Map<string, number> {
  const changes = new Int32Array(LAST_YEAR + 2);
  for (const place of places) {
    const first = firstYear[place] ?? NO_YEAR;
    if (first === NO_YEAR) continue;
    const after = (lastYear[place] ?? first) + 1;
    changes[first] = (changes[first] ?? 0) + 1;
    changes[after] = (changes[after] ?? 0) - 1;
  }
  const counts = new Map<string, number>();
  let running = 0;
  for (let year = 0; year <= LAST_YEAR; year++) {
    running += changes[year] ?? 0;
    if (running > 0) counts.set(String(year).padStart(4, '0'), running);
  }
  return counts;
}
