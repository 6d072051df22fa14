// Says what went wrong and what to do next.

import { errorSentence } from '../../shared/error-sentences.ts';
import type { ErrorCode, ErrorDetail } from '../../shared/errors.ts';
import { useWords } from '../wording/useWords.ts';
import styles from './ErrorMessage.module.css';

interface Failure {
  code: ErrorCode;
  detail: ErrorDetail;
}

/** What a thrown thing says on the wire; anything unknown is our own bug. */
export function asFailure(thrown: unknown): Failure {
  const { code, detail } = (thrown ?? {}) as Partial<Failure>;
  return { code: code ?? 'internal', detail: detail ?? {} };
}

/** The sentence and the next step of an error. */
export function ErrorMessage({ error }: { error: unknown }) {
  const { language } = useWords();
  const { says, next } = errorSentence(asFailure(error), language);
  return (
    <div className={styles.error} role="alert">
      <p className={styles.says} dir="auto">
        {says}
      </p>
      <p dir="auto">{next}</p>
    </div>
  );
}
