// The list side of the window: search field, filters, results.
import { useCallback, useState } from 'react';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
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
import { type Search, useSearch } from './useSearch.ts';

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
  const [rows, setRows] = useState({ first: 0, last: 0 });
  const search = useSearch(query, rows);
  const showRows = useCallback((first: number, last: number) => setRows({ first, last }), []);
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
          <Results search={search} onRows={showRows} />
          <SelectionBar />
        </div>
      </div>
    </>
  );
}

interface ResultsProps {
  search: Search;
  onRows: (first: number, last: number) => void;
}

function Results({ search, onRows }: ResultsProps) {
  const query = useAsked();
  const { results, error, behind } = search;
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
          {!behind && <QueryNotes query={query} results={results} />}
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
