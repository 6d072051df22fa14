// Shows and announces short messages at the foot of the window.
import { useWords } from '../wording/useWords.ts';
import { IconButton } from './Button.tsx';
import { ErrorMessage } from './ErrorMessage.tsx';
import styles from './Said.module.css';
import { dismissFailure, useSaid } from './said.ts';

/** The one place where short messages appear. */
export function Said() {
  const { t } = useWords();
  const { text, count, failure } = useSaid();
  return (
    <div className={styles.place} data-screen-only>
      <div role="status">
        {text && (
          <span key={count} className={styles.said}>
            {text}
          </span>
        )}
      </div>
      {failure !== null && (
        <div className={styles.failure}>
          <ErrorMessage error={failure} />
          <IconButton icon="close" label={t('common.close')} onPress={dismissFailure} />
        </div>
      )}
    </div>
  );
}
