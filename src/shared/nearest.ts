// What can be asked in place of a search that finds nothing, or little.
import type { FacetName } from './facets.ts';
import { type Question, question } from './search.ts';

export const nearestQuery = question;

/** A question in place of one that finds nothing, with how many records it finds. */
export interface OtherQuestion {
  query: Pick<Question, 'text' | 'literal' | 'filters' | 'forms'>;
  total: number;
}

/** A question with words of the archive in place of some that it does not know. */
export interface Meant extends OtherQuestion {
  words: { typed: string; meant: string }[];
}

/** How a question was made less narrow. */
export type Relaxed =
  /** One word, phrase or field less. */
  | { how: 'without'; text: string }
  /** Any of the words in place of all. */
  | { how: 'any' }
  /** The words of a phrase wherever they stand. */
  | { how: 'words'; text: string }
  /** Other names of things too. */
  | { how: 'names' }
  /** Other grammatical forms of the words too. */
  | { how: 'forms' }
  /** Without what was chosen in one facet, in or out. */
  | { how: 'without_filter'; filter: FacetName }
  /** Without the filter's dates. */
  | { how: 'without_dates' }
  | { how: 'without_filters' };

/** What can be asked in place of a question that finds nothing, or little. */
export interface Nearest {
  /** The likeliest first. */
  meant: Meant[];
  /** Those that find more than the question itself, the nearest first. */
  relaxed: (OtherQuestion & Relaxed)[];
}
