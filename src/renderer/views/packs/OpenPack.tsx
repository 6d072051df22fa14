// The ways to open a pack: a file, a folder, or dropping either on the window.
import { Button } from '../../components/Button.tsx';
import { useWords } from '../../wording/useWords.ts';
import { useJobs } from '../jobs/useJobs.ts';
import styles from './Packs.module.css';
import { openPack } from './usePacks.ts';

/** Two buttons, which stand back where a pack was opened already; two, because systems ask for a file and for a folder in two different dialogs. */
export function OpenPack({ again = false }: { again?: boolean }) {
  const { t } = useWords();
  const busy = useJobs((state) => state.running !== null);
  return (
    <>
      <div className={styles.actions}>
        <Button
          look={again ? 'plain' : 'primary'}
          isDisabled={busy}
          onPress={() => void openPack('open-folder')}
        >
          {t('packs.openFolder')}
        </Button>
        <Button isDisabled={busy} onPress={() => void openPack('open')}>
          {t('packs.openFile')}
        </Button>
      </div>
      <p className={styles.hint}>{t('packs.openHint')}</p>
    </>
  );
}
