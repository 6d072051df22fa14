// How far something long has come, as a bar with its label.
import { ProgressBar } from 'react-aria-components';
import { useWords } from '../wording/useWords.ts';
import { type Words, wordNumber } from '../wording/words.ts';
import styles from './Progress.module.css';

interface ProgressProps {
  label: string;
  done: number;
  /** Null where the end cannot be counted. */
  total: number | null;
  /** How an amount is worded; counted things are plain numbers. */
  amount?: (value: number, words: Words) => string;
}

/** A labelled bar; without a total it only says how much is done. */
export function Progress({ label, done, total, amount = wordNumber }: ProgressProps) {
  const words = useWords();
  const counted = total !== null && total > 0;
  const n = amount(done, words);
  const value = counted
    ? words.t('jobs.progress', { done: n, total: amount(total, words) })
    : words.t('jobs.progressOpen', { done: n });
  return (
    <ProgressBar
      aria-label={label}
      value={counted ? (100 * Math.min(done, total)) / total : undefined}
      isIndeterminate={!counted}
      valueLabel={value}
      className={styles.progress}
    >
      {({ percentage }) => (
        <>
          <span>{label}</span>
          <span className={styles.value}>{(counted || done > 0) && value}</span>
          <svg className={styles.bar} preserveAspectRatio="none" viewBox="0 0 100 1" aria-hidden>
            <rect className={styles.done} width={percentage ?? 0} height="1" />
          </svg>
        </>
      )}
    </ProgressBar>
  );
}
