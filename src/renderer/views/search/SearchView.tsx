// The list side of the window: search field, filters, results.
import { useState } from 'react';
import type { SearchResults } from '../../../shared/search.ts';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import type { Query } from '../../history.ts';
import { useAsked } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { DateHistogram } from './DateHistogram.tsx';
import { FacetsPanel } from './FacetsPanel.tsx';
import { FilterBar } from './FilterBar.tsx';
import { Masthead } from './Masthead.tsx';
import { NearestLine } from './NearestLine.tsx';
import { NoResults } from './NoResults.tsx';
import { QueryNotes } from './QueryNotes.tsx';
import { ResultList } from './ResultList.tsx';
import { ResultStatus } from './ResultStatus.tsx';
import { SearchField } from './SearchField.tsx';
import styles from './SearchView.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import { useFacetsShown } from './useFacets.ts';
import { type NeededRows, type Search, useSearch } from './useSearch.ts';

/** Everything that finds a record. */
export function SearchView() {
  const { t } = useWords();
  const narrowing = useFacetsShown((state) => state.open);

  return (
    <section
      className={styles.search}
      aria-label={t('app.results')}
      data-pane="list"
      data-narrowing={narrowing || undefined}
      data-screen-only
    >
      <Masthead />
      <Finding narrowing={narrowing} />
    </section>
  );
}

// Apart from what stands around it, which a letter that is typed does not change.
function Finding({ narrowing }: { narrowing: boolean }) {
  const query = useAsked();
  const [rows, setRows] = useState<NeededRows>({ first: 0, last: 0, active: 0 });
  const search = useSearch(query, rows);
  const settled = search.results !== undefined && !search.behind;
  return (
    <>
      <search className={styles.asking}>
        <SearchField />
        <FilterBar settled={settled} />
      </search>
      <div className={styles.answer}>
        {narrowing && <FacetsPanel settled={settled} />}
        <div className={styles.results}>
          <Results search={search} onRows={setRows} />
          <SelectionBar />
        </div>
      </div>
    </>
  );
}

interface Answered {
  query: Query;
  results: SearchResults;
}

/** The results that are shown and the query they are of, which is the one before while another is looked for. */
function useAnswered(query: Query, { results, behind }: Search): Answered | null {
  const [answered, setAnswered] = useState<Answered | null>(null);
  if (!results || behind) return answered;
  if (answered?.query === query && answered.results === results) return answered;
  const now = { query, results };
  setAnswered(now);
  return now;
}

interface ResultsProps {
  search: Search;
  onRows: (rows: NeededRows) => void;
}

function Results({ search, onRows }: ResultsProps) {
  const query = useAsked();
  const { results, error, behind } = search;
  const answered = useAnswered(query, search);
  return (
    <>
      <ResultStatus query={query} search={search} />
      {error !== null && (
        <div className={styles.message}>
          <ErrorMessage error={error} />
        </div>
      )}
      {error === null && results && (
        <>
          <DateHistogram query={query} results={results} settled={!behind} />
          {answered && <QueryNotes {...answered} />}
          {results.total === 0 ? (
            <NoResults query={query} results={results} behind={behind} />
          ) : (
            <>
              <ResultList search={search} results={results} onRows={onRows} />
              <NearestLine query={query} results={results} behind={behind} />
            </>
          )}
        </>
      )}
    </>
  );
}
