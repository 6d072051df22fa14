// The title of a part of the packs page, with the way back to all publishers.
import type { ReactNode } from 'react';
import { TITLE_ID } from '../../focus.ts';
import { navigate } from '../../navigation.ts';
import { languageAttributes } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import styles from './Packs.module.css';
import type { Named } from './wording.ts';

interface TitleProps {
  children: string | Named;
  /** Stands above the title in place of the way back. */
  kicker?: ReactNode;
  /** True on the first page, which leads nowhere up. */
  isTop?: boolean;
}

/** A title that takes the focus when its part is shown. */
export function Title({ children, kicker, isTop }: TitleProps) {
  const { t } = useWords();
  const { showPacks } = navigate;
  const named = typeof children === 'string' ? null : children;
  return (
    <header className={styles.head}>
      {!isTop && (
        <p className={styles.kicker}>
          <button type="button" className={styles.up} onClick={() => showPacks()}>
            {t('packs.title')}
          </button>
          {kicker && <>· {kicker}</>}
        </p>
      )}
      <h1
        id={TITLE_ID}
        tabIndex={-1}
        className={styles.title}
        {...(named ? languageAttributes(named.lang) : {})}
      >
        {named ? named.text : (children as string)}
      </h1>
    </header>
  );
}
