// Receiving a pack: it is looked into first, then imported on one click, then said what that did.
import { useRef, useEffect } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { useWords } from '../../wording/useWords.ts';
import { RunningTask } from '../jobs/RunningTask.tsx';
import { useJobs } from '../jobs/useJobs.ts';
import { ImportDone } from './ImportDone.tsx';
import { InspectionCard } from './InspectionCard.tsx';
import { OpenPack } from './OpenPack.tsx';
import cards from './Card.module.css';
import styles from './Packs.module.css';
import { Removed } from './Removal.tsx';
import { Title } from './Title.tsx';
import { usePacks } from './usePacks.ts';

/** Whatever stage the pack that was opened last has reached. */
export function ReceivePage() {
  const { t } = useWords();
  const { name, inspection, imported, failure } = usePacks();
  const running = useJobs((state) => state.running?.kind);
  const busy = running === 'inspect' || running === 'pack';
  const failed = failure?.kind === 'inspect' || failure?.kind === 'pack';
  const stage = busy ? running : imported ? 'done' : inspection ? 'found' : failed ? 'failed' : '';
  return (
    <div className={styles.page}>
      <Title kicker={name && <bdi>{name}</bdi>}>{t('packs.receive.title')}</Title>
      {stage === '' && (
        <>
          <p className={styles.lead}>{t('packs.receive.lead')}</p>
          <p className={styles.hint}>{t('packs.receive.folderHint')}</p>
        </>
      )}
      {busy && <Working name={name} />}
      {!busy && failed && (
        <div className={styles.lines}>
          <ErrorMessage error={failure.error} />
          <p className={styles.hint}>
            {t(failure.kind === 'pack' ? 'packs.receive.keeps' : 'packs.receive.nothing')}
          </p>
        </div>
      )}
      <Stage key={stage}>
        {stage === 'found' && inspection && <InspectionCard inspection={inspection} />}
        {stage === 'done' && imported && <ImportDone report={imported} />}
      </Stage>
      <Removed />
      {!busy && (
        <section className={styles.section} aria-label={t('packs.open')}>
          {stage !== '' && <h2 className={styles.heading}>{t('packs.receive.another')}</h2>}
          <OpenPack again={stage !== ''} />
        </section>
      )}
    </div>
  );
}

/** Takes the focus when a stage is reached, so that it is read out; the first one leaves it to the title. */
function Stage({ children }: { children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const reached = place.current;
    if (reached?.childElementCount) reached.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} tabIndex={-1} className={cards.stage}>
      {children}
    </div>
  );
}

function Working({ name }: { name: string }) {
  const { t } = useWords();
  const { running, cancel } = useJobs();
  const inspecting = running?.kind === 'inspect';
  return (
    <div className={styles.working}>
      <RunningTask
        label={t(inspecting ? 'packs.receive.inspecting' : 'packs.receive.importing', { name })}
      />
      <p className={styles.hint}>
        {t(inspecting ? 'packs.receive.inspectingHint' : 'packs.receive.importingHint')}
      </p>
      <div className={styles.actions}>
        <Button onPress={cancel}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}
