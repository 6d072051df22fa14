// Where the matches stand: “3 of 17”, next and previous, and the field of find in page.
import { useEffect, useRef } from 'react';
import { IconButton } from '../../components/Button.tsx';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import styles from './MatchBar.module.css';
import type { Marks } from './useMarks.ts';

interface MatchBarProps {
  marks: Marks;
  /** What is typed into find in page; null while only the search's matches are shown. */
  find: string | null;
  onFind: (text: string) => void;
  onClose: () => void;
}

/** Count and steps; with the field while finding in the page. */
export function MatchBar({ marks, find, onFind, onClose }: MatchBarProps) {
  const words = useWords();
  const { t } = words;
  const { total, current, seeking, step } = marks;
  const finding = find !== null;
  const n = (value: number) => wordNumber(value, words);
  const count = total > 0 && t('match.count', { current: n(current + 1), total: n(total) });
  return (
    <div className={styles.bar} role="group" aria-label={t(finding ? 'match.find' : 'match.label')}>
      {finding && <FindField text={find} onFind={onFind} onStep={step} onClose={onClose} />}
      <span role="status" className={styles.count}>
        {count || (!seeking && (find ?? '').trim() !== '' && t('match.none'))}
      </span>
      <IconButton
        icon="up"
        label={t('match.previous')}
        shortcut="⇧ N"
        isDisabled={total === 0}
        onPress={() => step(-1)}
      />
      <IconButton
        icon="down"
        label={t('match.next')}
        shortcut="N"
        isDisabled={total === 0}
        onPress={() => step(1)}
      />
      <IconButton
        icon="close"
        label={t(finding ? 'common.close' : 'match.hide')}
        shortcut="Esc"
        onPress={onClose}
      />
    </div>
  );
}

interface FindFieldProps {
  text: string;
  onFind: (text: string) => void;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
}

function FindField({ text, onFind, onStep, onClose }: FindFieldProps) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <input
      ref={field}
      id="find"
      className={styles.field}
      value={text}
      aria-label={t('match.find')}
      placeholder={t('match.findPlaceholder')}
      dir="auto"
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onFind(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
        else if (event.key === 'Escape') onClose();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
