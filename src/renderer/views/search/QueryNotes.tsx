// What the archive made of the query: how it was understood, other names it looked for, and what is wrong in it.
import { Button } from 'react-aria-components';
import type { AlsoSearched, SearchResults } from '../../../shared/search.ts';
import type { Query } from '../../history.ts';
import { navigate } from '../../navigation.ts';
import { wordMistake, wordUnderstood } from '../../wording/query.ts';
import { useWords } from '../../wording/useWords.ts';
import { type Words, wordSeries } from '../../wording/words.ts';
import styles from './QueryNotes.module.css';

/** By this the search field says what describes it. */
export const NOTES_ID = 'query-notes';

/** As many other names of a thing as fit on a line. */
const NAMES = 5;

// Names are in any script, and none may turn its neighbours.
const apart = (name: string) => `\u2068${name}\u2069`;

function wordAlso(also: AlsoSearched[], words: Words): string {
  return also
    .map(({ typed, names, forms }) =>
      words.t(forms ? 'query.forms' : 'query.also', {
        typed: apart(words.t('common.quoted', { text: typed })),
        names: wordSeries(names.slice(0, NAMES).map(apart), words),
      }),
    )
    .join(' ');
}

interface QueryNotesProps {
  query: Query;
  /** Results of this very query. */
  results: SearchResults;
}

/** The lines under the search field; nothing where plain words stand as they were typed. */
export function QueryNotes({ query, results }: QueryNotesProps) {
  const words = useWords();
  const { t } = words;
  const { ask } = navigate;
  const { understood, also, mistakes } = results;
  const meaning = wordUnderstood(understood, words);
  const named = also.filter(({ forms }) => !forms);
  const formed = also.filter(({ forms }) => forms);
  const names = named.length > 0 || query.literal;
  const forms = formed.length > 0 || query.forms === 'never';
  if (meaning === null && !names && !forms && mistakes.length === 0) return null;
  return (
    <div id={NOTES_ID} className={styles.notes}>
      {mistakes.map((mistake) => (
        <p key={mistake.range.join()} role="status">
          <bdi className={styles.wrong}>{query.text.slice(...mistake.range)}</bdi>{' '}
          {wordMistake(mistake, words)}
        </p>
      ))}
      {meaning !== null && <p>{t('query.understood', { meaning })}</p>}
      {names && (
        <p>
          {query.literal ? t('query.literal') : wordAlso(named, words)}{' '}
          <Button className={styles.choice} onPress={() => ask({ literal: !query.literal })}>
            {t(query.literal ? 'query.findNames' : 'query.findLiteral')}
          </Button>
        </p>
      )}
      {forms && (
        <p>
          {query.forms === 'never' ? t('query.formsNever') : wordAlso(formed, words)}{' '}
          <Button
            className={styles.choice}
            onPress={() => ask({ forms: query.forms === 'never' ? 'few' : 'never' })}
          >
            {t(query.forms === 'never' ? 'query.findForms' : 'query.findFormsLiteral')}
          </Button>
        </p>
      )}
    </div>
  );
}
