// Asks all queries in every order and with filters, in the core alone and through the archive process, and times each once.
import type { SearchQueryInput, SearchResults } from '../src/shared/search.ts';
import { type Summary, summary } from './measure.ts';
import type { QueryClass } from './queries.ts';

/** Answers a query and tells the milliseconds it took. */
export type Ask = (
  query: SearchQueryInput,
) => Promise<[milliseconds: number, results: SearchResults]>;

/** Ways in which every query is asked. */
export const WAYS: Record<string, Partial<SearchQueryInput>> = {
  relevance: { sort: 'relevance' },
  newest: { sort: 'newest' },
  'relevance, filtered': {
    sort: 'relevance',
    filters: { countries: ['PK', 'IN'], after: '2018', before: '2025-06' },
  },
};

export interface Asked {
  name: string;
  /** How many documents its queries find, in the middle. */
  hits: number;
  times: Record<string, Summary>;
}

/** Asks every query once in each way; the first ask counts, nothing is asked twice but in another way. */
export async function askAll(classes: QueryClass[], ask: Ask): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const { name, queries } of classes) {
    const times: Asked['times'] = {};
    let hits = 0;
    for (const [way, options] of Object.entries(WAYS)) {
      const took: number[] = [];
      const totals: number[] = [];
      for (const query of queries) {
        const [milliseconds, { total }] = await ask({ ...query, ...options });
        took.push(milliseconds);
        totals.push(total);
      }
      times[way] = summary(took);
      if (way === 'newest') hits = summary(totals).p50;
    }
    asked.push({ name, hits, times });
  }
  return asked;
}
