// The sheet of keys.
import { Fragment } from 'react';
import { useWords } from '../../wording/useWords.ts';
import styles from './Shortcuts.module.css';

const KEYS = {
  search: ['/', 'Ctrl K'],
  nextResult: ['J', '↓'],
  previousResult: ['K', '↑'],
  openResult: ['Enter'],
  nextMatch: ['N', 'F3'],
  previousMatch: ['Shift N', 'Shift F3'],
  find: ['Ctrl F'],
  back: ['Alt ←'],
  forward: ['Alt →'],
  panes: ['F6'],
  cite: ['Ctrl Shift C'],
  print: ['Ctrl P'],
  larger: ['Ctrl +'],
  smaller: ['Ctrl −'],
  normal: ['Ctrl 0'],
  open: ['Ctrl O'],
  escape: ['Esc'],
  settings: ['Ctrl ,'],
  help: ['F1', '?'],
} as const;

/** What each key does. */
export function Shortcuts() {
  const { t } = useWords();
  return (
    <dl className={styles.keys}>
      {Object.entries(KEYS).map(([name, keys]) => (
        <div key={name} className={styles.row}>
          <dt>{t(`keys.${name as keyof typeof KEYS}`)}</dt>
          <dd dir="ltr" className={styles.combination}>
            {keys.map((key, index) => (
              <Fragment key={key}>
                {index > 0 && <span className={styles.or}>{t('keys.or')}</span>}
                <kbd className={styles.key}>{key}</kbd>
              </Fragment>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
