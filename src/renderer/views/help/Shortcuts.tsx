// The sheet of keys.
import { Fragment } from 'react';
import { turningKeys } from '../../keyboard.ts';
import { directionOf } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import styles from './Shortcuts.module.css';

const keysOf = (rightToLeft: boolean) => ({
  search: ['/', 'Ctrl K'],
  nextResult: ['J', '↓'],
  previousResult: ['K', '↑'],
  openResult: ['Enter'],
  openBeside: ['Ctrl Enter'],
  nextTab: ['Ctrl Tab'],
  previousTab: ['Ctrl Shift Tab'],
  closeTab: ['Ctrl W'],
  reopenTab: ['Ctrl Shift T'],
  select: ['Space'],
  selectMany: ['Shift ↓', 'Shift ↑'],
  compare: ['Ctrl D'],
  nextMatch: ['N', 'F3'],
  previousMatch: ['Shift N', 'Shift F3'],
  find: ['Ctrl F'],
  back: [turningKeys(rightToLeft).back],
  forward: [turningKeys(rightToLeft).forward],
  panes: ['F6'],
  cite: ['Ctrl Shift C'],
  print: ['Ctrl P'],
  larger: ['Ctrl +'],
  smaller: ['Ctrl −'],
  normal: ['Ctrl 0'],
  open: ['Ctrl O'],
  packs: ['Ctrl Shift O'],
  escape: ['Esc'],
  timeline: ['Ctrl T'],
  settings: ['Ctrl ,'],
  help: ['F1', '?'],
});

/** What each key does. */
export function Shortcuts() {
  const { t, language } = useWords();
  const sheet = keysOf(directionOf(language) === 'rtl');
  return (
    <dl className={styles.keys}>
      {Object.entries(sheet).map(([name, keys]) => (
        <div key={name} className={styles.row}>
          <dt>{t(`keys.${name as keyof typeof sheet}`)}</dt>
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
