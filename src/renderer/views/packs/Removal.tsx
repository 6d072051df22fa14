// Removing: a button that asks first, and what the last removal did.
import { type ReactNode, useState } from 'react';
import { Button, IconButton } from '../../components/Button.tsx';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { useWords } from '../../wording/useWords.ts';
import { RunningTask } from '../jobs/RunningTask.tsx';
import { useJobs } from '../jobs/useJobs.ts';
import { Confirm } from './Confirm.tsx';
import styles from './Packs.module.css';
import { remove, usePacks } from './usePacks.ts';
import { wordRemoved } from './wording.ts';

interface RemovalProps {
  /** What the button says. */
  label: string;
  title: string;
  children: ReactNode;
  honest: string[];
  confirm?: string;
  begin: () => Promise<{ job: string }>;
  /** Called when the removal was asked for. */
  onBegin?: () => void;
}

/** A button that opens the question, and the question. */
export function Removal(props: RemovalProps) {
  const { label, title, children, honest, confirm, begin, onBegin } = props;
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const busy = useJobs((state) => state.running !== null);
  if (!asking) {
    return (
      <Button isDisabled={busy} onPress={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <Confirm
      title={title}
      honest={honest}
      confirm={confirm ?? t('packs.remove.confirm')}
      onKeep={() => setAsking(false)}
      onConfirm={() => {
        setAsking(false);
        onBegin?.();
        void remove(begin);
      }}
    >
      {children}
    </Confirm>
  );
}

/** The removal that runs, then what it did and could not do, until it is dismissed. */
export function Removed() {
  const words = useWords();
  const { t } = words;
  const { removed, failure } = usePacks();
  const running = useJobs((state) => state.running?.kind);
  if (running === 'remove') return <RunningTask />;
  if (failure?.kind === 'remove') return <ErrorMessage error={failure.error} />;
  if (!removed) return null;
  return (
    <div className={styles.report} role="status">
      <div className={styles.reportHead}>
        <p className={styles.reportTitle}>{wordRemoved(removed, words)}</p>
        <IconButton
          icon="close"
          label={t('common.close')}
          onPress={() => usePacks.setState({ removed: null })}
        />
      </div>
      <ul className={styles.bullets}>
        {removed.notes.map((note) => (
          <li key={note}>{t(`packs.remove.note.${note}`)}</li>
        ))}
      </ul>
    </div>
  );
}
