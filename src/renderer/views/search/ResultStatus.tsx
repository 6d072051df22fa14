// How many records were found, shown at once and said when typing rests, and the order they come in.
import { memo } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { SearchResults } from '../../../shared/search.ts';
import { Pulldown } from '../../components/Pulldown.tsx';
import { EMPTY_QUERY, type Query, type Sort } from '../../history.ts';
import { navigate } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { type Words, wordNumber } from '../../wording/words.ts';
import { effectiveSort, isFiltered } from './query.ts';
import styles from './ResultStatus.module.css';
import { useRested } from './useRested.ts';
import type { Search } from './useSearch.ts';

const SORTS: Sort[] = ['relevance', 'newest', 'oldest'];

/** How long the results must stay what they are before their count is said, in milliseconds. */
const RESTS = 500;

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

function wordCount(query: Query, results: SearchResults, words: Words): string {
  const { total, groupsTotal } = results;
  const counted = (count: number) => ({ count, n: wordNumber(count, words) });
  const asked = query.text.trim() !== '' || isFiltered(query.filters);
  const found = words.t(asked ? 'search.totalFound' : 'search.total', counted(total));
  if (!query.grouped || groupsTotal === total) return found;
  return words.t('search.inGroups', {
    found,
    groups: words.t('search.groups', counted(groupsTotal)),
  });
}

/** The line between the question and its answers. */
export function ResultStatus({ query, search }: { query: Query; search: Search }) {
  const words = useWords();
  const { t } = words;
  const { results, error, behind } = search;
  const failed = error !== null;
  const count = results && !failed ? wordCount(query, results, words) : '';
  const more = results && !failed ? asides(results, query, words) : [];
  const said = useRested(behind ? '' : [count, ...more].join('. '), RESTS);
  return (
    <div className={styles.status}>
      <p role="status" className={styles.unseen}>
        {said}
      </p>
      <div className={styles.count}>
        {!results && !failed && t('search.searching')}
        {count && <strong>{count}</strong>}
        {more.map((aside) => (
          <span key={aside} className={styles.aside}>
            {aside}
          </span>
        ))}
      </div>
      <Arrangement
        grouped={query.grouped}
        sort={effectiveSort(query)}
        canRank={query.text.trim() !== ''}
      />
    </div>
  );
}

interface ArrangementProps {
  grouped: boolean;
  sort: Sort;
  /** Whether there are words by which records can be ranked. */
  canRank: boolean;
}

// Drawn only when it changes: while somebody types, that would take longer than the search.
const Arrangement = memo(function Arrangement({ grouped, sort, canRank }: ArrangementProps) {
  const { t } = useWords();
  const { ask } = navigate;
  return (
    <>
      <ToggleButton
        className={styles.grouping}
        isSelected={grouped}
        onChange={(wanted) => ask({ grouped: wanted, members: EMPTY_QUERY.members })}
      >
        {t('search.grouped')}
      </ToggleButton>
      <Pulldown
        label={t('sort.label')}
        choices={SORTS.map((one) => ({ key: one, name: t(`sort.${one}`) }))}
        chosen={sort}
        disabledKeys={canRank ? [] : ['relevance']}
        onChoose={(chosen) => ask({ sort: chosen })}
      />
    </>
  );
});
