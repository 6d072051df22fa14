// The long task that runs, with its progress and a way to stop it; then its report.
import { useEffect } from 'react';
import { Button, IconButton } from '../../components/Button.tsx';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { navigate, usePage } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { PACK_JOBS } from '../packs/usePacks.ts';
import styles from './JobPanel.module.css';
import { wordReport } from './report.ts';
import { RunningTask } from './RunningTask.tsx';
import { useJobs } from './useJobs.ts';

/** A strip at the foot of the window; absent while there is nothing to say, or where the page itself says it. */
export function JobPanel() {
  const { t } = useWords();
  const { running, ended, refused, cancel, dismiss } = useJobs();
  const onPacks = usePage().view === 'packs';
  const kind = running?.kind ?? ended?.kind;
  const told = onPacks && kind !== undefined && PACK_JOBS.has(kind) && refused === null;
  const read = told && ended !== null;
  useEffect(() => {
    if (read) dismiss();
  }, [read, dismiss]);
  if (told || (!running && !ended && refused === null)) return null;
  return (
    <section className={styles.panel} aria-label={t('jobs.label')} data-screen-only>
      <div className={styles.said}>{running ? <RunningTask /> : <Ended />}</div>
      {running ? (
        <Button onPress={cancel}>{t('common.cancel')}</Button>
      ) : (
        <>
          <SeePack />
          <IconButton icon="close" label={t('common.close')} onPress={dismiss} />
        </>
      )}
    </section>
  );
}

function Ended() {
  const words = useWords();
  const { ended, refused } = useJobs();
  return (
    <div role="status">
      {refused !== null && <ErrorMessage error={refused} />}
      {ended?.error && <ErrorMessage error={ended.error} />}
      {ended && wordReport(ended, words).map((said, index) => <p key={index}>{said}</p>)}
    </div>
  );
}

/** The way to what was found in a pack, from any other page. */
function SeePack() {
  const { t } = useWords();
  const kind = useJobs((state) => state.ended?.kind);
  const { showPacks } = navigate;
  if (kind !== 'inspect' && kind !== 'pack') return null;
  return <Button onPress={() => showPacks({ show: 'receive' })}>{t('jobs.see')}</Button>;
}
