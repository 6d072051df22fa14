// Chooses which two revisions of a record are compared.
import type { RevisionRow } from '../../../../shared/reading.ts';
import { type Choice, Pulldown } from '../../../components/Pulldown.tsx';
import type { ChangesPage } from '../../../history.ts';
import { navigate } from '../../../navigation.ts';
import { wordCivil } from '../../../wording/dates.ts';
import { useWords } from '../../../wording/useWords.ts';
import { wordNumber } from '../../../wording/words.ts';
import styles from './Changes.module.css';

/** How many signs of a hash tell two texts of one revision apart to a person. */
const SHORT_HASH = 8;

/** Two lists of revisions; choosing shows them in the place of the present ones. */
export function RevisionChoice({ page, rows }: { page: ChangesPage; rows: RevisionRow[] }) {
  const words = useWords();
  const { t } = words;
  const { showChanges } = navigate;
  const { address, from, to } = page;
  const choices = rows.map((row): Choice<string> => {
    const { hash, revision, updated, current } = row;
    const name = t(current ? 'changes.revisionCurrent' : 'changes.revision', {
      revision: wordNumber(revision, words),
      date: wordCivil(updated, words, 'short'),
    });
    const twin = rows.some((other) => other.revision === revision && other.hash !== hash);
    return { key: hash, name, note: twin ? hash.slice(0, SHORT_HASH) : undefined };
  });
  const choose = (change: { from?: string; to?: string }) =>
    showChanges({ address, from, to, ...change }, true);
  return (
    <div className={styles.choice}>
      <span className={styles.choiceLabel}>{t('changes.from')}</span>
      <Pulldown
        label={t('changes.from')}
        choices={choices}
        chosen={from}
        disabledKeys={[to]}
        onChoose={(hash) => choose({ from: hash })}
      />
      <span className={styles.choiceLabel}>{t('changes.to')}</span>
      <Pulldown
        label={t('changes.to')}
        choices={choices}
        chosen={to}
        disabledKeys={[from]}
        onChoose={(hash) => choose({ to: hash })}
      />
    </div>
  );
}
