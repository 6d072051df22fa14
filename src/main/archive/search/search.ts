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
import { pageOfFound, totalsOf } from './column-search.ts';
import { soughtIn } from './expression.ts';
import { isFiltering } from './filter.ts';
import { found, hiddenShelves } from './found.ts';
import { pageOfGroups } from './grouped.ts';
import { aboutIndex } from './index-file.ts';
import { type Document, findByIndex, hasStrayed, recordOfDocument } from './index-search.ts';
import { type Matcher, marksOf, matcherOf } from './matches.ts';
import { bestPassage } from './passage.ts';
import { type Read, readQuestion, type Searched } from './question.ts';
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
  const { change } = aboutIndex(searched.index);
  const read = readQuestion(searched, query);
  const { root, mistakes } = read;
  const matcher = matcherOf(soughtIn(root));
  const hits = (documents: readonly Document[]) =>
    documents.flatMap((document) => hitOf(searched, document, matcher) ?? []);
  const page = query.group
    ? groupsIn(searched, query, { read, hits })
    : listed(searched, query, { read, hits });
  const said = {
    terms: shownTerms(root),
    understood: understoodOf(root),
    also: alsoSearched(root),
  };
  return { ...page, ...said, mistakes, change };
}

interface Shown {
  read: Read;
  /** The rows of documents; what the archive no longer has, and the index still does, is left out. */
  hits: (documents: readonly Document[]) => SearchHit[];
}

type Listed = Pick<
  SearchResults,
  'total' | 'uncertain' | 'undated' | 'hits' | 'groups' | 'groupsTotal'
>;

function listed(searched: Searched, query: SearchQuery, { read, hits }: Shown): Listed {
  const { index, archive } = searched;
  const plain =
    read.dated.length === 0 &&
    !read.match?.costly &&
    !isFiltering(query.filters) &&
    hiddenShelves(archive, query.filters).length === 0 &&
    !hasStrayed(index);
  const { documents, ...totals } = plain
    ? findByIndex(index, read.match, query)
    : pageOfFound(found(searched, query, scoredFor(query, read)), query);
  return { ...totals, hits: hits(documents), groups: null, groupsTotal: totals.total };
}

function groupsIn(searched: Searched, query: SearchQuery, { read, hits }: Shown): Listed {
  const all = found(searched, query, scoredFor(query, read));
  const { groups, groupsTotal } = pageOfGroups(all, query);
  const shown = groups.flatMap(({ records, documents }) => {
    const [best, ...others] = hits(documents);
    return best ? [{ best, group: { records, others } }] : [];
  });
  return {
    ...totalsOf(all),
    hits: shown.map(({ best }) => best),
    groups: shown.map(({ group }) => group),
    groupsTotal,
  };
}

const scoredFor = ({ sort }: SearchQuery, read: Read) => ({ read, scored: sort === 'relevance' });

/** The numbers of all records that a question finds, the newest first, undated ones last. */
export function recordsFound(
  searched: Searched,
  question: Pick<SearchQuery, 'text' | 'filters' | 'literal' | 'prefix' | 'forms'>,
): number[] {
  const query = searchQuery.parse({ ...question, sort: 'newest' });
  const page = pageOfFound(found(searched, query), { ...query, limit: Number.MAX_SAFE_INTEGER });
  return page.documents.map(({ number }) => recordOfDocument(searched.index, number));
}

function hitOf(
  { index, archive }: Searched,
  document: Document,
  matcher: Matcher,
): SearchHit | null {
  const number = recordOfDocument(index, document.number);
  const row = recordRow(archive, number);
  const stored = row && recordByNumber(archive, number);
  if (!stored) return null;
  const passage = bestPassage(searchedTexts(stored.record), matcher);
  const titleMarks = marksOf(matcher.find(row.title));
  const titlesMarks = Object.fromEntries(
    Object.entries(row.titles)
      .map(([lang, title]) => [lang, marksOf(matcher.find(title))] as const)
      .filter(([, marks]) => marks.length > 0),
  );
  return { ...row, titleMarks, titlesMarks, passage, dateUncertain: document.uncertain };
}
