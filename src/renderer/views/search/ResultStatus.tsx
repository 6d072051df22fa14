// How many records were found, shown and announced, and the order they come in.
import type { SearchResults } from '../../../shared/search.ts';
import { Pulldown } from '../../components/Pulldown.tsx';
import type { Query, Sort } from '../../history.ts';
import { useNavigation } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { type Words, wordNumber } from '../../wording/words.ts';
import { effectiveSort, isFiltered } from './query.ts';
import styles from './ResultStatus.module.css';

const SORTS: Sort[] = ['relevance', 'newest', 'oldest'];

function asides({ uncertain, undated, total }: SearchResults, query: Query, words: Words) {
  const said: string[] = [];
  const dated = query.filters.after !== undefined || query.filters.before !== undefined;
  const counted = (count: number) => ({ count, n: wordNumber(count, words) });
  if (uncertain > 0) said.push(words.t('search.ofWhichUncertain', counted(uncertain)));
  if (undated > 0 && undated < total && !dated && effectiveSort(query) !== 'relevance') {
    said.push(words.t('search.ofWhichUndated', counted(undated)));
  }
  return said;
}

interface ResultStatusProps {
  query: Query;
  results: SearchResults | undefined;
  failed: boolean;
}

/** The line between the question and its answers. */
export function ResultStatus({ query, results, failed }: ResultStatusProps) {
  const words = useWords();
  const { t } = words;
  const ask = useNavigation((state) => state.ask);
  const asked = query.text.trim() !== '' || isFiltered(query.filters);
  const total = results?.total ?? 0;
  const count = { count: total, n: wordNumber(total, words) };
  return (
    <div className={styles.status}>
      <div role="status" className={styles.count}>
        {!results && !failed && t('search.searching')}
        {results && !failed && (
          <>
            <strong>{asked ? t('search.totalFound', count) : t('search.total', count)}</strong>
            {asides(results, query, words).map((aside) => (
              <span key={aside} className={styles.aside}>
                {aside}
              </span>
            ))}
          </>
        )}
      </div>
      <Pulldown
        label={t('sort.label')}
        choices={SORTS.map((sort) => ({ key: sort, name: t(`sort.${sort}`) }))}
        chosen={effectiveSort(query)}
        disabledKeys={query.text.trim() === '' ? ['relevance'] : []}
        onChoose={(sort) => ask({ sort })}
      />
    </div>
  );
}
