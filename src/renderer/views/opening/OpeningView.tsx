// What is seen while the archive opens, and when it cannot be opened.
import { useEffect, useState } from 'react';
import type { ArchiveState } from '../../../shared/contract.ts';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useWords } from '../../wording/useWords.ts';
import styles from './OpeningView.module.css';

/** Opening is usually quicker than this many milliseconds: then nothing is shown at all. */
const PATIENCE = 400;

/** Progress of opening, copying or rebuilding; or why the archive cannot be opened. */
export function OpeningView({ state }: { state: ArchiveState | undefined }) {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(waiting);
  }, []);

  const phase = state?.phase ?? 'opening';
  if (phase === 'failed') {
    return (
      <main className={styles.opening}>
        <h1 className={styles.title}>{t('opening.failed')}</h1>
        <ErrorMessage error={state?.error} />
        <p className={styles.kept}>{t('opening.kept')}</p>
      </main>
    );
  }
  return (
    <main className={styles.opening} aria-busy="true">
      <h1 className={styles.name}>{t('app.name')}</h1>
      {late && phase !== 'ready' && (
        <Progress
          label={t(`opening.${phase}`)}
          done={state?.done ?? 0}
          total={state?.total ?? null}
        />
      )}
    </main>
  );
}
