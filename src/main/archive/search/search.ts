// Answers a search: what matches, in which order, how many, and why.
import {
  type SearchHit,
  type SearchQuery,
  type SearchResults,
  searchQuery,
} from '../../../shared/search.ts';
import { asFault } from '../../sqlite/faults.ts';
import { alsoSearched, shownTerms, understoodOf } from '../query/understood.ts';
import { recordByNumber, recordRow } from '../store/records.ts';
import { pageOfFound } from './column-search.ts';
import { soughtIn } from './expression.ts';
import { isFiltering } from './filter.ts';
import { found, hiddenShelves } from './found.ts';
import { aboutIndex } from './index-file.ts';
import { findByIndex, hasStrayed, recordOfDocument } from './index-search.ts';
import { type Matcher, marksOf, matcherOf } from './matches.ts';
import { bestPassage } from './passage.ts';
import { readQuestion, type Searched } from './question.ts';
import { searchedTexts } from './texts.ts';

/** Searches; whatever text is given, nothing is thrown but faults of the files. */
export function search({ index, archive }: Searched, query: SearchQuery): SearchResults {
  try {
    // One snapshot, so that counts, order and rows belong together while the index is written.
    return index.transaction(() => answer({ index, archive }, query)).deferred();
  } catch (error) {
    throw asFault(error, 'index_damaged');
  }
}

function answer(searched: Searched, query: SearchQuery): SearchResults {
  const { index, archive } = searched;
  const { change } = aboutIndex(index);
  const read = readQuestion(searched, query);
  const { root, match, dated, mistakes } = read;
  const plain =
    dated.length === 0 &&
    !isFiltering(query.filters) &&
    hiddenShelves(archive, query.filters).length === 0 &&
    !hasStrayed(index);
  const page = plain
    ? findByIndex(index, match, query)
    : pageOfFound(found(searched, query, { read, scored: query.sort === 'relevance' }), query);
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
  const grouped = { groups: null, groupsTotal: total };
  return { total, uncertain, undated, hits, ...grouped, ...said, mistakes, change };
}

/** The numbers of all records that a question finds, the newest first, undated ones last. */
export function recordsFound(
  searched: Searched,
  { text, filters, literal }: Pick<SearchQuery, 'text' | 'filters' | 'literal'>,
): number[] {
  const query = searchQuery.parse({ text, filters, literal, sort: 'newest' });
  const page = pageOfFound(found(searched, query), { ...query, limit: Number.MAX_SAFE_INTEGER });
  return page.documents.map(({ number }) => recordOfDocument(searched.index, number));
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
