// What the archive made of the query: how it was understood, other names it looked for, and what is wrong in it.
import type { SearchResults } from '../../../shared/search.ts';
import { Button } from '../../components/Button.tsx';
import type { Query } from '../../history.ts';
import { useNavigation } from '../../navigation.ts';
import { wordMistake, wordUnderstood } from '../../wording/query.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordSeries } from '../../wording/words.ts';
import styles from './QueryNotes.module.css';

/** By this the search field says what describes it. */
export const NOTES_ID = 'query-notes';

/** As many other names as fit on a line or two. */
const NAMES = 5;

interface QueryNotesProps {
  query: Query;
  /** Results of this very query. */
  results: SearchResults;
}

/** The lines under the search field; nothing where plain words stand as they were typed. */
export function QueryNotes({ query, results }: QueryNotesProps) {
  const words = useWords();
  const { t } = words;
  const ask = useNavigation((state) => state.ask);
  const { understood, also, mistakes } = results;
  const meaning = wordUnderstood(understood, words);
  const names = also.length > 0 || query.literal;
  if (meaning === null && !names && mistakes.length === 0) return null;
  return (
    <div id={NOTES_ID} className={styles.notes}>
      {mistakes.map((mistake) => (
        <p key={mistake.range.join()} role="status">
          <bdi className={styles.wrong}>{query.text.slice(...mistake.range)}</bdi>{' '}
          {wordMistake(mistake, words)}
        </p>
      ))}
      {meaning !== null && <p>{t('query.understood', { meaning })}</p>}
      {also.map((name) => (
        <p key={name.typed}>
          {t('query.also', {
            typed: t('common.quoted', { text: name.typed }),
            names: wordSeries(name.names.slice(0, NAMES), words),
          })}
        </p>
      ))}
      {names && (
        <p className={styles.choice}>
          {query.literal && <span>{t('query.literal')}</span>}
          <Button look="quiet" onPress={() => ask({ literal: !query.literal })}>
            {t(query.literal ? 'query.findNames' : 'query.findLiteral')}
          </Button>
        </p>
      )}
    </div>
  );
}
