// Records that are offered by name under the search field.
import type { Suggestion } from '../../../shared/search.ts';
import { wordCivil } from '../../wording/dates.ts';
import { languageAttributes } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import styles from './Suggestions.module.css';

interface SuggestionsProps {
  id: string;
  suggestions: Suggestion[];
  chosen: number;
  onOpen: (index: number) => void;
}

/** The list of names; the field keeps the focus and says which one is chosen. */
export function Suggestions({ id, suggestions, chosen, onOpen }: SuggestionsProps) {
  const words = useWords();
  return (
    <div id={id} role="listbox" aria-label={words.t('search.suggestions')} className={styles.list}>
      {suggestions.map((suggestion, index) => (
        <div
          key={`${suggestion.shelf} ${suggestion.id}`}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={styles.suggestion}
          // The field would lose the focus, and with it this list, before the click arrives.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onOpen(index)}
          onKeyDown={(event) => event.key === 'Enter' && onOpen(index)}
        >
          <bdi className={styles.title} {...languageAttributes(suggestion.lang)}>
            {suggestion.title}
          </bdi>
          <span className={styles.kind}>
            {words.t(`kind.${suggestion.kind}`)}
            {suggestion.date && ` · ${wordCivil(suggestion.date.value.slice(0, 4), words)}`}
          </span>
        </div>
      ))}
    </div>
  );
}
