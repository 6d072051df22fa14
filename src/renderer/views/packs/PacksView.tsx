// Publishers and packs: who signed what is here, what a stick brings, and passing it on.
import { TITLE_ID } from '../../focus.ts';
import type { PacksPart } from '../../history.ts';
import { useWords } from '../../wording/useWords.ts';
import { Toolbar } from '../reader/Toolbar.tsx';
import styles from '../settings/SettingsView.module.css';

/** The packs page, at one of its parts. */
export function PacksView({ part }: { part: PacksPart }) {
  const { t } = useWords();
  return (
    <>
      <Toolbar />
      <div className={styles.pane} data-part={part.show}>
        <div className={styles.page}>
          <h1 id={TITLE_ID} tabIndex={-1} className={styles.title}>
            {t('packs.title')}
          </h1>
        </div>
      </div>
    </>
  );
}
