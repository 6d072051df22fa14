// The number is shown group by group, and each is said to be the same or different.
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import compare from './ComparePage.module.css';
import { GROUPS } from './digits.ts';
import type { Outcome } from './Decision.tsx';
import styles from './Packs.module.css';
import { counted, wordGroup } from './wording.ts';

interface TickedGroupsProps {
  digits: string[];
  onOutcome: (outcome: Outcome) => void;
}

/** One group at a time: hear it, show it, say whether it is the same. */
export function TickedGroups({ digits, onOutcome }: TickedGroupsProps) {
  const words = useWords();
  const { t } = words;
  const [at, setAt] = useState(0);
  const [shown, setShown] = useState(false);
  const [stopped, setStopped] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at > 0 || shown) place.current?.querySelector('button')?.focus();
  }, [at, shown]);
  const over = stopped || at === GROUPS;
  const same = () => {
    setAt(at + 1);
    setShown(false);
    if (at + 1 === GROUPS) onOutcome({ heard: digits.join('') });
  };
  const different = () => {
    setStopped(true);
    onOutcome('differs');
  };
  const n = wordNumber(at + 1, words);
  const total = wordNumber(GROUPS, words);
  return (
    <>
      <p className={styles.hint}>{t('packs.compare.tickHint')}</p>
      <ol className={compare.ticked} aria-hidden="true">
        {digits.map((_, index) => (
          <li key={index} data-done={index < at || undefined} data-now={index === at || undefined}>
            {index < at ? <Icon name="check" /> : wordNumber(index + 1, words)}
          </li>
        ))}
      </ol>
      {!over && (
        <div ref={place} className={compare.now}>
          <p className={compare.fieldLabel}>{t('packs.compare.group', { n, total })}</p>
          {shown ? (
            <>
              <p className={compare.big} dir="ltr" role="status">
                {wordGroup(digits[at] ?? '', words)}
              </p>
              <div className={styles.actions}>
                <Button onPress={same}>{t('packs.compare.same')}</Button>
                <Button onPress={different}>{t('packs.compare.different')}</Button>
              </div>
            </>
          ) : (
            <Button onPress={() => setShown(true)}>{t('packs.compare.show', { n })}</Button>
          )}
        </div>
      )}
      <p role="status" className={styles.hint}>
        {t('packs.compare.progress', { ...counted(at, words), total })}
      </p>
    </>
  );
}
