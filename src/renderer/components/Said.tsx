// Shows and announces short messages at the foot of the window.
import styles from './Said.module.css';
import { useSaid } from './said.ts';

/** The one place where short messages appear. */
export function Said() {
  const { text, count } = useSaid();
  return (
    <div role="status" className={styles.place} data-screen-only>
      {text && (
        <span key={count} className={styles.said}>
          {text}
        </span>
      )}
    </div>
  );
}
