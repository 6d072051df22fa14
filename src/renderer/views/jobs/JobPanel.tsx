// The long task that runs, with its progress and a way to stop it; then its report.
import { Button, IconButton } from '../../components/Button.tsx';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { Progress } from '../../components/Progress.tsx';
import { wordValue } from '../../wording/rows.ts';
import { useWords } from '../../wording/useWords.ts';
import styles from './JobPanel.module.css';
import { wordReport } from './report.ts';
import { useJobs } from './useJobs.ts';

/** A strip at the foot of the window; absent while there is nothing to say. */
export function JobPanel() {
  const words = useWords();
  const { t } = words;
  const { running, ended, refused, cancel, dismiss } = useJobs();
  if (!running && !ended && refused === null) return null;
  const phase = running?.phase && wordValue('jobs.phase', running.phase, words);
  return (
    <section className={styles.panel} aria-label={t('jobs.label')} data-screen-only>
      <div className={styles.said}>
        {running && (
          <Progress
            label={[t(`jobs.${running.kind}`), phase].filter(Boolean).join(': ')}
            done={running.done}
            total={running.total}
          />
        )}
        {!running && (
          <div role="status">
            {refused !== null && <ErrorMessage error={refused} />}
            {ended?.error && <ErrorMessage error={ended.error} />}
            {ended && wordReport(ended, words).map((said, index) => <p key={index}>{said}</p>)}
          </div>
        )}
      </div>
      {running ? (
        <Button onPress={cancel}>{t('common.cancel')}</Button>
      ) : (
        <IconButton icon="close" label={t('common.close')} onPress={dismiss} />
      )}
    </section>
  );
}
