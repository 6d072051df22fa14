// Whether a publisher is trusted, as a small sign with words.
import type { PublisherStatus } from '../../../shared/pack.ts';
import { Icon } from '../../components/Icon.tsx';
import { useWords } from '../../wording/useWords.ts';
import styles from './Packs.module.css';

/** The status in words; its sign only repeats it. */
export function Status({ status }: { status: PublisherStatus }) {
  const { t } = useWords();
  return (
    <span className={styles.status} data-status={status}>
      <Icon name={status === 'trusted' ? 'check' : 'warning'} />
      {t(`packs.status.${status}`)}
    </span>
  );
}
