// The number is typed as it is heard; what the pack's own number is stays unseen meanwhile.
import { useState } from 'react';
import { Icon } from '../../components/Icon.tsx';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import compare from './ComparePage.module.css';
import { GROUP_DIGITS, GROUPS, heard, typedGroups } from './digits.ts';
import type { Outcome } from './Decision.tsx';
import styles from './Packs.module.css';
import { counted, wordGroup } from './wording.ts';

interface TypedGroupsProps {
  digits: string[];
  onOutcome: (outcome: Outcome) => void;
}

const fieldId = (group: number) => `heard-${group}`;

/** Eight fields of five digits; each whole group is compared at once, and the next field takes the focus. */
export function TypedGroups({ digits, onOutcome }: TypedGroupsProps) {
  const words = useWords();
  const { t } = words;
  const [typed, setTyped] = useState(() => Array.from({ length: GROUPS }, () => ''));
  const states = typed.map((group, index) => heard(group, digits[index] ?? ''));
  const matching = states.filter((state) => state === 'matches').length;
  const total = wordNumber(GROUPS, words);
  const type = (at: number, text: string) => {
    const next = typedGroups(typed, at, text);
    setTyped(next);
    const compared = next.map((group, index) => heard(group, digits[index] ?? ''));
    if (compared.includes('differs')) onOutcome('differs');
    else if (compared.every((state) => state === 'matches')) onOutcome({ heard: next.join('') });
    else onOutcome(null);
    const open = compared.indexOf('open');
    const whole = next[at]?.length === GROUP_DIGITS && typed[at]?.length !== GROUP_DIGITS;
    if (whole && compared[at] === 'matches' && open >= 0) {
      document.getElementById(fieldId(open))?.focus();
    }
  };
  return (
    <>
      <p className={styles.hint}>{t('packs.compare.typeHint')}</p>
      <ol className={compare.fields} dir="ltr">
        {typed.map((group, index) => (
          <li key={index} className={compare.field} data-state={states[index]}>
            <label htmlFor={fieldId(index)} className={compare.fieldLabel}>
              {wordNumber(index + 1, words)}
              <span className={styles.unseen}>
                {t('packs.compare.group', { n: wordNumber(index + 1, words), total })}
              </span>
            </label>
            <input
              id={fieldId(index)}
              className={compare.input}
              dir="ltr"
              inputMode="numeric"
              autoComplete="off"
              spellCheck={false}
              value={wordGroup(group, words)}
              aria-invalid={states[index] === 'differs'}
              aria-describedby={`${fieldId(index)}-state`}
              onChange={(event) => type(index, event.target.value)}
            />
            <span id={`${fieldId(index)}-state`} className={compare.verdict}>
              {states[index] !== 'open' && (
                <Icon name={states[index] === 'matches' ? 'check' : 'warning'} />
              )}
              {states[index] !== 'open' && t(`packs.compare.${states[index] ?? 'open'}`)}
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className={styles.hint}>
        {t('packs.compare.progress', { ...counted(matching, words), total })}
      </p>
    </>
  );
}
