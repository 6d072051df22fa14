// The sign that a record in a list is from a publisher in quarantine.
import { useWords } from '../../wording/useWords.ts';
import styles from './ShelfSign.module.css';
import { useQuarantined } from './useQuarantine.ts';

/** A word with a dashed edge; nothing for any other shelf. */
export function ShelfSign({ shelf }: { shelf: string }) {
  const { t } = useWords();
  if (!useQuarantined(shelf)) return null;
  return (
    <abbr className={styles.sign} title={t('packs.shelf.quarantinedWhy')} data-unmarked="words">
      {t('packs.shelf.quarantined')}
    </abbr>
  );
}
