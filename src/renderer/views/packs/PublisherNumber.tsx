// A publisher's number: eight groups of five digits, and the same as a QR code.
import { useMemo } from 'react';
import { encode } from 'uqr';
import { Button } from '../../components/Button.tsx';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import { copyText } from '../reader/useRecord.ts';
import styles from './PublisherNumber.module.css';
import { wordGroup } from './wording.ts';

interface NumberGroupsProps {
  digits: string[];
  /** A number to compare it with: groups that differ stand out. */
  beside?: string[];
}

/** The groups in reading order, each numbered; digits run from left to right in every language. */
export function NumberGroups({ digits, beside }: NumberGroupsProps) {
  const words = useWords();
  const { t } = words;
  return (
    <ol className={styles.groups} dir="ltr" aria-label={t('packs.number.label')}>
      {digits.map((group, index) => (
        <li
          key={index}
          className={styles.group}
          data-differs={beside !== undefined && beside[index] !== group ? true : undefined}
        >
          <span className={styles.ordinal} aria-hidden="true">
            {wordNumber(index + 1, words)}
          </span>
          <span className={styles.digits}>{wordGroup(group, words)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Empty signs around a QR code, which readers of such codes need. */
const QUIET = 4;

/** One path of horizontal runs, a unit a sign. */
function pathOf(signs: boolean[][]): string {
  return signs
    .flatMap((row, y) => {
      const runs: string[] = [];
      let from = -1;
      [...row, false].forEach((dark, x) => {
        if (dark && from < 0) from = x;
        if (!dark && from >= 0) {
          runs.push(`M${from} ${y}h${x - from}v1H${from}z`);
          from = -1;
        }
      });
      return runs;
    })
    .join('');
}

/** The number as a QR code, dark on white in every appearance. */
function QrCode({ digits }: { digits: string[] }) {
  const { t } = useWords();
  const text = digits.join(' ');
  const { size, path } = useMemo(() => {
    const { data, size: wide } = encode(text, { ecc: 'M', border: QUIET });
    return { size: wide, path: pathOf(data) };
  }, [text]);
  return (
    <figure className={styles.code}>
      <svg role="img" aria-label={t('packs.number.qr')} viewBox={`0 0 ${size} ${size}`}>
        <rect width={size} height={size} className={styles.light} />
        <path d={path} className={styles.dark} />
      </svg>
      <figcaption className={styles.hint}>{t('packs.number.qrHint')}</figcaption>
    </figure>
  );
}

/** The whole number, with its QR code and a way to copy it. */
export function PublisherNumber({ digits }: { digits: string[] }) {
  const { t } = useWords();
  return (
    <div className={styles.number}>
      <div className={styles.written}>
        <NumberGroups digits={digits} />
        <p className={styles.hint}>{t('packs.number.why')}</p>
        <Button
          look="quiet"
          onPress={() => void copyText(digits.join(' '), t('packs.number.copied'))}
        >
          {t('packs.number.copy')}
        </Button>
      </div>
      <QrCode digits={digits} />
    </div>
  );
}
