// What was found wrong and put right while the archive opened; said once, until dismissed.
import { useState } from 'react';
import type { Notice } from '../../../shared/contract.ts';
import { errorSentence } from '../../../shared/error-sentences.ts';
import { ERROR_CODES, type ErrorCode } from '../../../shared/errors.ts';
import { IconButton } from '../../components/Button.tsx';
import { useWords } from '../../wording/useWords.ts';
import type { Words } from '../../wording/words.ts';
import styles from './Notices.module.css';

const isErrorCode = (code: Notice['code']): code is ErrorCode =>
  (ERROR_CODES as readonly string[]).includes(code);

// Every answer of the archive brings them anew.
const keyOf = ({ code, detail }: Notice): string => JSON.stringify([code, detail]);

function sentences(notice: Notice, { t, language }: Words): string {
  const { code, detail } = notice;
  if (!isErrorCode(code)) return t(`notice.${code}`);
  const { says, next } = errorSentence({ code, detail }, language);
  return `${says} ${next}`;
}

/** The notices as quiet lines above everything else. */
export function Notices({ notices }: { notices: Notice[] }) {
  const words = useWords();
  const [dismissed, setDismissed] = useState<string[]>([]);
  const open = notices.filter((notice) => !dismissed.includes(keyOf(notice)));
  if (open.length === 0) return null;
  return (
    <ul className={styles.notices} data-screen-only>
      {open.map((notice) => (
        <li key={notice.code} className={styles.notice}>
          <p role="status">{sentences(notice, words)}</p>
          <IconButton
            icon="close"
            label={words.t('notice.dismiss')}
            onPress={() => setDismissed([...dismissed, keyOf(notice)])}
          />
        </li>
      ))}
    </ul>
  );
}
