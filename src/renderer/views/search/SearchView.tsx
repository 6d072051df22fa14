// The list side of the window: search field, filters, results.
import { useCallback, useState } from 'react';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { useHere } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { Filters } from './Filters.tsx';
import { Masthead } from './Masthead.tsx';
import { NoResults } from './NoResults.tsx';
import { QueryNotes } from './QueryNotes.tsx';
import { ResultList } from './ResultList.tsx';
import { ResultStatus } from './ResultStatus.tsx';
import { SearchField } from './SearchField.tsx';
import styles from './SearchView.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import { useSearch } from './useSearch.ts';

/** Everything that finds a record. */
export function SearchView() {
  const { t } = useWords();
  const { query } = useHere();
  const [rows, setRows] = useState({ first: 0, last: 0 });
  const search = useSearch(query, rows);
  const showRows = useCallback((first: number, last: number) => setRows({ first, last }), []);
  const { results, error } = search;

  return (
    <section
      className={styles.search}
      aria-label={t('app.results')}
      data-pane="list"
      data-screen-only
    >
      <Masthead />
      <search className={styles.asking}>
        <SearchField />
        <Filters />
      </search>
      <ResultStatus query={query} results={results} failed={error !== null} />
      {error !== null && (
        <div className={styles.message}>
          <ErrorMessage error={error} />
        </div>
      )}
      {error === null && results && !search.behind && (
        <QueryNotes query={query} results={results} />
      )}
      {error === null && results?.total === 0 && <NoResults query={query} results={results} />}
      {error === null && results && results.total > 0 && (
        <ResultList search={search} results={results} onRows={showRows} />
      )}
      <SelectionBar />
    </section>
  );
}
