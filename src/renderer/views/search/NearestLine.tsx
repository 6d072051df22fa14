// A quiet “did you mean” after few results, where it moves none of them when it comes.
import { Button } from 'react-aria-components';
import type { SearchResults } from '../../../shared/search.ts';
import type { Query } from '../../history.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import styles from './QueryNotes.module.css';
import { askInstead, useNearest } from './useNearest.ts';

/** Where more is found, nobody needs to be asked what they meant. */
export const FEW = 5;

interface NearestLineProps {
  query: Query;
  results: SearchResults;
  behind: boolean;
}

/** The likeliest other spelling, where few records were found and it finds more. */
export function NearestLine({ query, results, behind }: NearestLineProps) {
  const words = useWords();
  const { t } = words;
  const wanted = !behind && query.text.trim() !== '' && results.total <= FEW;
  const meant = useNearest(query, wanted)?.meant.find(({ total }) => total > results.total);
  if (!meant) return null;
  const { total } = meant;
  return (
    <p className={styles.notes}>
      <span>
        {t('nearest.meantLabel')}{' '}
        <Button className={styles.choice} onPress={() => askInstead(meant)}>
          <bdi>{meant.query.text}</bdi>
        </Button>{' '}
        ({t('nearest.counted', { count: total, n: wordNumber(total, words) })})
      </span>
    </p>
  );
}
