// The search field: finds as you type, and offers records by name (the combobox pattern of ARIA 1.2).
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useCommand } from '../../commands.ts';
import { IconButton } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { focusResults, showList } from '../../focus.ts';
import { navigate, useAsked } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { NOTES_ID } from './QueryNotes.tsx';
import styles from './SearchField.module.css';
import { Suggestions } from './Suggestions.tsx';
import { useSuggestions } from './useSearch.ts';

/** The field and the names under it. */
export function SearchField() {
  const { t } = useWords();
  const query = useAsked();
  const { ask, open } = navigate;
  const field = useRef<HTMLInputElement>(null);
  const [offering, setOffering] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const suggestions = useSuggestions(query, offering);
  const list = useId();
  const shown = offering && suggestions.length > 0;

  useCommand('search', () => {
    showList();
    field.current?.focus();
    field.current?.select();
  });
  const type = (text: string) => {
    ask({ text, unfinished: true });
    setOffering(true);
    setChosen(-1);
  };
  const openSuggestion = (index: number) => {
    const suggestion = suggestions[index];
    setOffering(false);
    if (suggestion) open(suggestion);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = suggestions.length - 1;
    if (event.key === 'ArrowDown' && shown && chosen < last) setChosen(chosen + 1);
    else if (event.key === 'ArrowUp' && shown && chosen >= 0) setChosen(chosen - 1);
    else if (event.key === 'ArrowDown') focusResults();
    else if (event.key === 'Enter' && shown && chosen >= 0) openSuggestion(chosen);
    else if (event.key === 'Enter') focusResults();
    else if (event.key === 'Escape' && shown) setOffering(false);
    else if (event.key === 'Escape' && query.text) type('');
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter' || (event.key === 'ArrowDown' && !shown)) setOffering(false);
  };

  return (
    <div className={styles.place}>
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        role="combobox"
        className={styles.field}
        value={query.text}
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        aria-expanded={shown}
        aria-controls={shown ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && chosen >= 0 ? `${list}-${chosen}` : undefined}
        // An empty field would take the direction of nothing instead of the page's.
        dir={query.text ? 'auto' : undefined}
        aria-describedby={NOTES_ID}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setOffering(false)}
      />
      {query.text && (
        <IconButton
          icon="close"
          label={t('search.clear')}
          onPress={() => {
            ask({ text: '', unfinished: false });
            field.current?.focus();
          }}
        />
      )}
      {shown && (
        <Suggestions id={list} suggestions={suggestions} chosen={chosen} onOpen={openSuggestion} />
      )}
    </div>
  );
}
