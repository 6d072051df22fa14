// Nothing found: what was looked for, and what to try instead.
import type { SearchResults } from '../../../shared/search.ts';
import { Button } from '../../components/Button.tsx';
import type { Query } from '../../history.ts';
import { useNavigation } from '../../navigation.ts';
import { countryName } from '../../wording/languages.ts';
import { wordUnderstood } from '../../wording/query.ts';
import { useWords } from '../../wording/useWords.ts';
import { type Words, wordList } from '../../wording/words.ts';
import { wordDateFilter } from './DateFilter.tsx';
import styles from './NoResults.module.css';
import { isFiltered } from './query.ts';

function wordFilters({ filters }: Query, words: Words): string {
  const dated = filters.after !== undefined || filters.before !== undefined;
  const names = [
    ...(filters.kinds ?? []).map((kind) => words.t(`kinds.${kind}`)),
    ...(filters.countries ?? []).map((code) => countryName(code, words)),
    ...(dated ? [wordDateFilter(filters, words)] : []),
  ];
  return wordList(names, words);
}

/** Says what was looked for and offers the nearest ways on. */
export function NoResults({ query, results }: { query: Query; results: SearchResults }) {
  const words = useWords();
  const { t } = words;
  const ask = useNavigation((state) => state.ask);
  const { terms } = results;
  const quoted = terms.map(({ text }) => t('common.quoted', { text }));
  // With operators and fields, what was looked for stands under the search field.
  const asked = wordUnderstood(results.understood, words) !== null;
  const filtered = isFiltered(query.filters);
  return (
    <div className={styles.none}>
      <h2 className={styles.title}>{t('search.noneTitle')}</h2>
      <p dir="auto">
        {asked
          ? t('search.noneMatches')
          : terms.length > 0
            ? t('search.noneFor', { count: terms.length, terms: wordList(quoted, words) })
            : t('search.noneAtAll')}
      </p>
      {filtered && <p>{t('search.noneWithFilters', { filters: wordFilters(query, words) })}</p>}
      <h3 className={styles.try}>{t('search.tryTitle')}</h3>
      <ul className={styles.tips}>
        {terms.length > 1 && <li>{t('search.tryFewer')}</li>}
        {terms.some(({ kind }) => kind === 'phrase') && <li>{t('search.tryPhrase')}</li>}
        {terms.length > 0 && <li>{t('search.tryOther')}</li>}
      </ul>
      <div className={styles.ways}>
        {filtered && <Button onPress={() => ask({ filters: {} })}>{t('filter.clear')}</Button>}
        {terms.length > 1 &&
          terms.slice(0, 4).map(({ text }) => (
            <Button key={text} onPress={() => ask({ text, unfinished: false })}>
              <bdi>{t('search.searchInstead', { term: t('common.quoted', { text }) })}</bdi>
            </Button>
          ))}
      </div>
    </div>
  );
}
