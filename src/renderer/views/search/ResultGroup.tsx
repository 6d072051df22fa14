// A row of the results that may be a group: its best record, and others of the same event under it.
import type { ReactNode } from 'react';
import type { HitGroup } from '../../../shared/search.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import styles from './ResultGroup.module.css';

interface ResultGroupProps {
  /** Undefined where rows are no groups. */
  group: HitGroup | undefined;
  /** Shows the whole of every group. */
  onWhole: () => void;
  children: ReactNode;
}

/** What binds the records of one event together, and says how many more there are. */
export function ResultGroup({ group, onWhole, children }: ResultGroupProps) {
  const words = useWords();
  if (!group || group.others.length === 0) return children;
  const counted = (count: number) => ({ count, n: wordNumber(count, words) });
  const rest = group.records - group.others.length - 1;
  return (
    <div
      role="group"
      aria-label={words.t('search.groupOf', counted(group.records))}
      className={styles.group}
    >
      {children}
      {/* For pointers; keys have the arrow that leads into the group. */}
      {rest > 0 && (
        <div aria-hidden="true" className={styles.rest} onClick={onWhole}>
          {words.t('search.groupRest', counted(rest))}
        </div>
      )}
    </div>
  );
}
