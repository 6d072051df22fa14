// Passing packs on: what to copy, without what endangers anyone unless it is chosen, verified before the drive is let go.
import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { useWords } from '../../wording/useWords.ts';
import { RunningTask } from '../jobs/RunningTask.tsx';
import { useJobs } from '../jobs/useJobs.ts';
import styles from './Packs.module.css';
import { ShareDone } from './ShareDone.tsx';
import { ShareForm } from './ShareForm.tsx';
import { Title } from './Title.tsx';
import { usePacks, usePublishers } from './usePacks.ts';

/** The page that passes packs on, with a publisher chosen where it came from one. */
export function SharePage({ publisher }: { publisher: string | null }) {
  const { t } = useWords();
  const publishers = usePublishers();
  const { sharedOf, ...last } = usePacks();
  // What became of another publisher's copy says nothing of this one's.
  const isItsOwn = publisher === null || publisher === sharedOf;
  const shared = isItsOwn ? last.shared : null;
  const failure = isItsOwn && last.failure?.kind === 'share' ? last.failure : null;
  const running = useJobs((state) => state.running);
  const copying = running?.kind === 'share';
  return (
    <div className={styles.page}>
      <Title>{t('packs.share.title')}</Title>
      <p className={styles.lead}>{t('packs.share.lead')}</p>
      {publishers?.length === 0 && <p className={styles.prose}>{t('packs.share.none')}</p>}
      {copying && <Copying />}
      {!copying && failure && <Failed error={failure.error} />}
      {!copying && shared && <ShareDone report={shared} />}
      {!copying && !shared && publishers && publishers.length > 0 && (
        <ShareForm publishers={publishers} given={publisher} />
      )}
    </div>
  );
}

/** Faults after which nothing of a copy is on the drive. */
const NOTHING_COPIED: ReadonlySet<string> = new Set<ErrorCode>([
  'cancelled',
  'job_running',
  'no_room',
  'publisher_unknown',
  'share_nothing',
]);

function Failed({ error }: { error: unknown }) {
  const { t } = useWords();
  const isClean = error instanceof AppError && NOTHING_COPIED.has(error.code);
  return (
    <div className={styles.refused} role="alert">
      {!isClean && (
        <>
          <p className={styles.refusedTitle}>{t('packs.share.failed')}</p>
          <p>{t('packs.share.failedText')}</p>
        </>
      )}
      <ErrorMessage error={error} />
    </div>
  );
}

function Copying() {
  const { t } = useWords();
  const cancel = useJobs((state) => state.cancel);
  return (
    <div className={styles.working}>
      <RunningTask label={t('packs.share.copying')} />
      <p className={styles.hint}>{t('packs.share.copyingHint')}</p>
      <div className={styles.actions}>
        <Button onPress={cancel}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}
