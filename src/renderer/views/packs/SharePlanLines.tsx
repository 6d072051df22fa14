// What a choice would copy, and what it leaves out.
import type { SharePlan } from '../../../shared/pack.ts';
import { wordCivil } from '../../wording/dates.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordBytes } from '../../wording/words.ts';
import formStyles from './ShareForm.module.css';
import styles from './Packs.module.css';
import { counted } from './wording.ts';

/** The plan in lines that follow every change of the choice. */
export function SharePlanLines({ plan }: { plan: SharePlan | undefined }) {
  const words = useWords();
  const { t } = words;
  if (!plan) return <div className={formStyles.plan} role="status" />;
  const { files, records, bytes, covers, leftOut } = plan;
  return (
    <div className={formStyles.plan} role="status">
      <p className={styles.first}>
        {files === 0
          ? t('packs.share.planNothing')
          : t('packs.share.plan', {
              files: t('packs.files', counted(files, words)),
              records: t('packs.records', counted(records, words)),
              size: wordBytes(bytes, words),
            })}
      </p>
      {covers && (
        <p className={styles.hint}>
          {t('packs.share.planCovers', {
            from: wordCivil(covers[0], words),
            to: wordCivil(covers[1], words),
          })}
        </p>
      )}
      {leftOut.sensitive > 0 && (
        <p>{t('packs.share.leftSensitive', counted(leftOut.sensitive, words))}</p>
      )}
      {leftOut.dates > 0 && <p>{t('packs.share.leftDates', counted(leftOut.dates, words))}</p>}
      {leftOut.notHeld > 0 && (
        <p>{t('packs.share.leftNotHeld', counted(leftOut.notHeld, words))}</p>
      )}
    </div>
  );
}
