// The tools of the open record: back and forward, matches, find, text size, citation, PDF.
import type { ReactNode } from 'react';
import { run } from '../../commands.ts';
import { IconButton } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { turningKeys } from '../../keyboard.ts';
import { navigate, useHistory } from '../../navigation.ts';
import { directionOf } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { CiteMenu } from './CiteMenu.tsx';
import styles from './Toolbar.module.css';
import type { CitationStyle } from './useRecord.ts';

interface ToolbarProps {
  /** The tools that need a record are left out where none is open. */
  onCite?: (style: CitationStyle) => void;
  /** Shows the story of the record along time, where it has one. */
  onStory?: () => void;
  /** Further tools of the record. */
  more?: ReactNode;
  children?: ReactNode;
}

/** The bar above what is read. */
export function Toolbar({ onCite, onStory, more, children }: ToolbarProps) {
  const { t, language } = useWords();
  const keys = turningKeys(directionOf(language) === 'rtl');
  const { back, forward, show } = navigate;
  const history = useHistory();
  return (
    <div role="toolbar" aria-label={t('toolbar.label')} className={styles.bar} data-screen-only>
      <button type="button" className={styles.results} onClick={() => show('start')}>
        <Icon name="back" />
        {t('record.backToResults')}
      </button>
      <IconButton
        icon="back"
        label={t('toolbar.back')}
        shortcut={keys.back}
        isDisabled={history.past.length === 0}
        onPress={back}
      />
      <IconButton
        icon="forward"
        label={t('toolbar.forward')}
        shortcut={keys.forward}
        isDisabled={history.future.length === 0}
        onPress={forward}
      />
      <div className={styles.middle}>{children}</div>
      {onStory && <IconButton icon="timeline" label={t('timeline.story')} onPress={onStory} />}
      {onCite && (
        <>
          <IconButton
            icon="find"
            label={t('toolbar.find')}
            shortcut="Ctrl F"
            onPress={() => run('find')}
          />
          {more}
          <CiteMenu onCite={onCite} />
          <IconButton
            icon="print"
            label={t('toolbar.print')}
            shortcut="Ctrl P"
            onPress={() => run('print')}
          />
        </>
      )}
    </div>
  );
}
