// One thing that a reader must know before trusting a record, and what can be done about it.
import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import styles from './Banners.module.css';

interface Action {
  name: string;
  onPress: () => void;
}

interface BannerProps {
  title: string;
  children: ReactNode;
  /** What a reader can do about it; empty ones are passed over. */
  actions?: (Action | null | undefined)[];
  /** Quiet banners inform, the others warn. */
  quiet?: boolean;
}

/** A strip above the text. */
export function Banner({ title, children, actions = [], quiet }: BannerProps) {
  const possible = actions.filter((one) => one !== null && one !== undefined);
  return (
    <div
      className={styles.banner}
      role="note"
      aria-label={title}
      data-unmarked="words"
      data-quiet={quiet || undefined}
    >
      <p>
        <strong className={styles.title}>{title}</strong> <bdi>{children}</bdi>
      </p>
      {possible.length > 0 && (
        <p className={styles.actions} data-screen-only>
          {possible.map(({ name, onPress }) => (
            <Button key={name} onPress={onPress}>
              {name}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
