// An address on the web: shown whole, copied on request, never opened.
import type { ReactNode } from 'react';
import { IconButton } from '../../components/Button.tsx';
import { useReading } from './ReadingContext.ts';
import styles from './WebAddress.module.css';

interface WebAddressProps {
  address: string | undefined;
  /** What the address stands behind; the address itself where nothing does. */
  children?: ReactNode;
}

/** The address with a button that copies it; words that lead somewhere show where. */
export function WebAddress({ address, children }: WebAddressProps) {
  const { words, copy } = useReading();
  if (!address) return children;
  return (
    <span className={children ? styles.inline : styles.link}>
      {children && <span className={styles.words}>{children}</span>}{' '}
      <span className={styles.address} dir="ltr" data-unmarked="words">
        {address}
      </span>
      <IconButton
        icon="copy"
        label={words.t('record.copyAddress')}
        onPress={() => copy(address, words.t('record.addressCopied'))}
      />
    </span>
  );
}
