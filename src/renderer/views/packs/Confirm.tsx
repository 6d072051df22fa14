// Asks before something is taken away, and says honestly what that does and does not do.
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useCommand } from '../../commands.ts';
import { Button } from '../../components/Button.tsx';
import { useWords } from '../../wording/useWords.ts';
import styles from './Packs.module.css';

interface ConfirmProps {
  title: string;
  /** What happens. */
  children: ReactNode;
  /** What it cannot do, a sentence an item. */
  honest: string[];
  confirm: string;
  onConfirm: () => void;
  onKeep: () => void;
}

/** A question in place: it takes the focus, and Escape keeps everything as it is. */
export function Confirm({ title, children, honest, confirm, onConfirm, onKeep }: ConfirmProps) {
  const { t } = useWords();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useCommand('escape', onKeep);
  return (
    <div role="group" aria-labelledby={id} className={styles.confirm}>
      <h3 id={id} ref={heading} tabIndex={-1} className={styles.confirmTitle}>
        {title}
      </h3>
      <div className={styles.confirmText}>{children}</div>
      <p className={styles.honest}>{t('packs.remove.honest')}</p>
      <ul className={styles.bullets}>
        {honest.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button onPress={onKeep}>{t('packs.remove.keep')}</Button>
        <Button look="grave" onPress={onConfirm}>
          {confirm}
        </Button>
      </div>
    </div>
  );
}
