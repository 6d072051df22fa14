// The title of the timeline, which is read out when the page opens.
import type { ReactNode } from 'react';
import { TITLE_ID } from '../../focus.ts';
import { useWords } from '../../wording/useWords.ts';
import styles from './TimelineView.module.css';

/** The title, with what stands beside it. */
export function Heading({ children }: { children?: ReactNode }) {
  const { t } = useWords();
  return (
    <div className={styles.head}>
      <h1 id={TITLE_ID} tabIndex={-1} className={styles.title}>
        {t('timeline.title')}
      </h1>
      {children}
    </div>
  );
}
