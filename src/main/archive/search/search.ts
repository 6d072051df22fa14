// Answers a search: what matches, in which order, how many, and why.
import type { SearchHit, SearchQuery, SearchResults } from '../../../shared/search.ts';
import { asFault } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { withNames } from '../query/names.ts';
import { parseQuery } from '../query/parse.ts';
import { alsoSearched, shownTerms, understoodOf } from '../query/understood.ts';
import { recordByNumber, recordRow } from '../store/records.ts';
import { findByColumns } from './column-search.ts';
import { soughtIn } from './expression.ts';
import { isFiltering } from './filter.ts';
import { aboutIndex } from './index-file.ts';
import { findByIndex, hasStrayed, recordOfDocument } from './index-search.ts';
import { type Matcher, marksOf, matcherOf } from './matches.ts';
import { namesIn } from './organisations.ts';
import { bestPassage } from './passage.ts';
import { searchedTexts } from './texts.ts';
import { wanted } from './unfinished.ts';

/** What is searched: an index and the archive it follows. */
export interface Searched {
  index: Database;
  archive: Database;
}

/** Searches; whatever text is given, nothing is thrown but faults of the files. */
export function search({ index, archive }: Searched, query: SearchQuery): SearchResults {
  try {
    // One snapshot, so that counts, order and rows belong together while the index is written.
    return index.transaction(() => answer({ index, archive }, query)).deferred();
  } catch (error) {
    throw asFault(error, 'index_damaged');
  }
}

function answer({ index, archive }: Searched, query: SearchQuery): SearchResults {
  const { change } = aboutIndex(index);
  const { root: read, mistakes } = parseQuery(query.text, query.prefix);
  const named = withNames(read, namesIn({ index, archive }), query.literal);
  const { root, match, dated } = wanted(index, named);
  const plain = dated.length === 0 && !isFiltering(query.filters) && !hasStrayed(index);
  const page = plain
    ? findByIndex(index, match, query)
    : findByColumns(index, { match, dated }, query);
  const matcher = matcherOf(soughtIn(root));
  const hits = page.documents.flatMap(({ number, uncertain }) => {
    const hit = hitOf({ index, archive }, number, matcher);
    return hit ? [{ ...hit, dateUncertain: uncertain }] : [];
  });
  const { total, uncertain, undated } = page;
  const said = {
    terms: shownTerms(root),
    understood: understoodOf(root),
    also: alsoSearched(root),
  };
  return { total, uncertain, undated, hits, ...said, mistakes, change };
}

/** The numbers of all records that a text and filters find, the newest first, undated ones last. */
export function recordsFound(
  { index, archive }: Searched,
  { text, filters, literal }: Pick<SearchQuery, 'text' | 'filters' | 'literal'>,
): number[] {
  const named = withNames(parseQuery(text, false).root, namesIn({ index, archive }), literal);
  const everything = { text, filters, literal, sort: 'newest', prefix: false, offset: 0 } as const;
  const page = findByColumns(index, wanted(index, named), {
    ...everything,
    limit: Number.MAX_SAFE_INTEGER,
  });
  return page.documents.map(({ number }) => recordOfDocument(index, number));
}

type Hit = Omit<SearchHit, 'dateUncertain'>;

// Null where the archive has moved on and the index has not followed yet.
function hitOf({ index, archive }: Searched, document: number, matcher: Matcher): Hit | null {
  const number = recordOfDocument(index, document);
  const row = recordRow(archive, number);
  const stored = row && recordByNumber(archive, number);
  if (!stored) return null;
  const passage = bestPassage(searchedTexts(stored.record), matcher);
  return { ...row, titleMarks: marksOf(matcher.find(row.title)), passage };
}
