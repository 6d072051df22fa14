// What was copied and verified, and that the drive may be taken out.
import type { ShareReport } from '../../../shared/pack.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useWords } from '../../wording/useWords.ts';
import { wordBytes } from '../../wording/words.ts';
import cards from './Card.module.css';
import styles from './Packs.module.css';
import { usePacks } from './usePacks.ts';
import { counted } from './wording.ts';

/** The report of a copy; it appears only after every byte was read back. */
export function ShareDone({ report }: { report: ShareReport }) {
  const words = useWords();
  const { t } = words;
  const { name, files, records, bytes, noRoom } = report;
  return (
    <section className={cards.card} role="status" aria-label={t('packs.share.done')}>
      <h2 className={cards.doneTitle}>
        <Icon name="check" />
        {t('packs.share.safe')}
      </h2>
      <p>{t('packs.share.safeText', { name })}</p>
      <p>
        {t('packs.share.report', {
          files: t('packs.files', counted(files, words)),
          records: t('packs.records', counted(records, words)),
          size: wordBytes(bytes, words),
        })}
      </p>
      {noRoom > 0 && (
        <p className={styles.grave}>{t('packs.share.noRoom', counted(noRoom, words))}</p>
      )}
      <div className={styles.actions}>
        <Button onPress={() => usePacks.setState({ shared: null })}>
          {t('packs.share.again')}
        </Button>
      </div>
    </section>
  );
}
