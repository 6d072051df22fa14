// Nothing found: what was looked for, and which questions near it find something.
import type { OtherQuestion, Relaxed } from '../../../shared/nearest.ts';
import type { SearchResults } from '../../../shared/search.ts';
import { Button as PlainButton } from 'react-aria-components';
import { Button } from '../../components/Button.tsx';
import type { Query } from '../../history.ts';
import { focusFilters } from '../../focus.ts';
import { navigate } from '../../navigation.ts';
import { wordUnderstood } from '../../wording/query.ts';
import { useWords } from '../../wording/useWords.ts';
import { type Words, wordList, wordNumber } from '../../wording/words.ts';
import styles from './NoResults.module.css';
import { isFiltered } from './query.ts';
import { askInstead, useNearest } from './useNearest.ts';

/** A way on, in words. */
export function wordRelaxed(relaxed: Relaxed, words: Words): string {
  const { t } = words;
  switch (relaxed.how) {
    case 'without':
    case 'words':
      return t(`nearest.${relaxed.how}`, { text: t('common.quoted', { text: relaxed.text }) });
    case 'without_filter':
      return t('nearest.without_filter', { filter: t(`facet.name.${relaxed.filter}`) });
    default:
      return t(`nearest.${relaxed.how}`);
  }
}

interface NoResultsProps {
  query: Query;
  results: SearchResults;
  behind: boolean;
}

/** Says what was looked for and offers the nearest ways on, each with what it finds. */
export function NoResults({ query, results, behind }: NoResultsProps) {
  const words = useWords();
  const { t } = words;
  const { ask } = navigate;
  const nearest = useNearest(query, !behind);
  const { terms } = results;
  const quoted = terms.map(({ text }) => t('common.quoted', { text }));
  // With operators and fields, what was looked for stands under the search field.
  const asked = wordUnderstood(results.understood, words) !== null;
  const hidden = nearest?.relaxed.find(({ how }) => how === 'without_filters');
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
      {hidden && (
        <p>{t('nearest.hides', { count: hidden.total, n: wordNumber(hidden.total, words) })}</p>
      )}
      {nearest && nearest.meant.length > 0 && (
        <Ways
          title={t('nearest.meantLabel')}
          ways={nearest.meant.map((meant) => ({ ...meant, name: meant.query.text }))}
          onAsk={askInstead}
        />
      )}
      {nearest && nearest.relaxed.length > 0 && (
        <Ways
          title={t('nearest.title')}
          ways={nearest.relaxed.map((one) => ({ ...one, name: wordRelaxed(one, words) }))}
          onAsk={askInstead}
        />
      )}
      {nearest && nearest.relaxed.length + nearest.meant.length === 0 && (
        <p className={styles.tips}>{t('search.tryOther')}</p>
      )}
      {isFiltered(query.filters) && !hidden && (
        <Button
          onPress={() => {
            ask({ filters: {} });
            focusFilters();
          }}
        >
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}

interface WaysProps {
  title: string;
  ways: (OtherQuestion & { name: string })[];
  onAsk: (other: OtherQuestion) => void;
}

function Ways({ title, ways, onAsk }: WaysProps) {
  const words = useWords();
  return (
    <section aria-label={title} className={styles.ways}>
      <h3 className={styles.try}>{title}</h3>
      <ul className={styles.list}>
        {ways.map((way) => (
          <li key={JSON.stringify(way.query)}>
            <PlainButton className={styles.way} onPress={() => onAsk(way)}>
              <bdi className={styles.name}>{way.name}</bdi>
              <span className={styles.count}>
                {words.t('nearest.counted', {
                  count: way.total,
                  n: wordNumber(way.total, words),
                })}
              </span>
            </PlainButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
