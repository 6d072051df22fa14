// The archive on this computer: what it holds, and what can be done with it.
import { Button } from '../../components/Button.tsx';
import { useAsked } from '../../navigation.ts';
import { wordShelf } from '../../wording/rows.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordBytes, wordNumber } from '../../wording/words.ts';
import { useJobs } from '../jobs/useJobs.ts';
import { useArchiveStats } from '../opening/useArchiveState.ts';
import { takeFile } from '../packs/taking.ts';
import { isFiltered } from '../search/query.ts';
import styles from './SettingsView.module.css';

/** Shelves, sizes, and the long tasks. */
export function ArchiveSettings() {
  const words = useWords();
  const { t } = words;
  const stats = useArchiveStats();
  const query = useAsked();
  const { running, exportRecords, rebuild, check } = useJobs();
  const busy = running !== null;
  const narrowed = query.text.trim() !== '' || isFiltered(query.filters);
  return (
    <section className={styles.section} aria-label={t('settings.archive')}>
      <h2 className={styles.heading}>{t('settings.archive')}</h2>
      {stats && (
        <>
          <ul className={styles.shelves}>
            {stats.byShelf.map(({ shelf, name, records }) => (
              <li key={shelf}>
                <bdi>{wordShelf(shelf, name, words)}</bdi>{' '}
                <span className={styles.hint}>
                  {t('start.records', { count: records, n: wordNumber(records, words) })}
                </span>
              </li>
            ))}
          </ul>
          <p className={styles.hint}>
            {t('settings.size', {
              archive: wordBytes(stats.archiveBytes, words),
              index: wordBytes(stats.indexBytes, words),
            })}
          </p>
        </>
      )}
      <div className={styles.actions}>
        <Button isDisabled={busy} onPress={() => void takeFile()}>
          {t('settings.import')}
        </Button>
        <Button isDisabled={busy} onPress={() => void exportRecords('mahfuz.ndjson')}>
          {t('settings.export')}
        </Button>
        {narrowed && (
          <Button
            isDisabled={busy}
            onPress={() => void exportRecords('mahfuz-results.ndjson', query)}
          >
            {t('settings.exportResults')}
          </Button>
        )}
      </div>
      <div className={styles.task}>
        <Button isDisabled={busy} onPress={() => void check()}>
          {t('settings.check')}
        </Button>
        <p className={styles.hint}>{t('settings.checkHint')}</p>
      </div>
      <div className={styles.task}>
        <Button isDisabled={busy} onPress={() => void rebuild()}>
          {t('settings.rebuild')}
        </Button>
        <p className={styles.hint}>{t('settings.rebuildHint')}</p>
      </div>
    </section>
  );
}
