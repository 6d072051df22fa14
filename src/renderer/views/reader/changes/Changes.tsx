// The page of two revisions: which two, what the publisher says about it, and every field that differs.
import { useMemo } from 'react';
import { Button } from '../../../components/Button.tsx';
import { TITLE_ID } from '../../../focus.ts';
import type { ChangesPage } from '../../../history.ts';
import { navigate } from '../../../navigation.ts';
import { languageAttributes } from '../../../wording/languages.ts';
import { useWords } from '../../../wording/useWords.ts';
import { wordNumber, wordSeries } from '../../../wording/words.ts';
import headerStyles from '../RecordHeader.module.css';
import pageStyles from '../RecordPage.module.css';
import { textsIn } from '../readingLanguages.ts';
import { Section } from '../Section.tsx';
import styles from './Changes.module.css';
import { ChangedBlocks } from './ChangedBlocks.tsx';
import { compareRevisions } from './compare.ts';
import { RevisionChoice } from './RevisionChoice.tsx';
import type { TwoRevisions } from './useRevisions.ts';

interface ChangesProps {
  page: ChangesPage;
  both: TwoRevisions;
}

/** Everything that differs between two revisions, in the order of the newer. */
export function Changes({ page, both }: ChangesProps) {
  const words = useWords();
  const { t } = words;
  const { open } = navigate;
  const { before, after } = both;
  const changes = useMemo(() => compareRevisions(before, after, words), [before, after, words]);
  const [title] = textsIn(after.record, 'title', [words.language]);
  const labels = changes.map(({ label }) => label);
  return (
    <article className={pageStyles.record} aria-labelledby={TITLE_ID}>
      <header className={headerStyles.header}>
        <p className={headerStyles.kicker}>{t('changes.title')}</p>
        <h1
          id={TITLE_ID}
          tabIndex={-1}
          className={headerStyles.title}
          {...languageAttributes(title?.lang ?? after.record.lang)}
        >
          {title?.text}
        </h1>
        <RevisionChoice page={page} rows={after.revisions} />
        <div className={styles.back}>
          <Button
            look="quiet"
            onPress={() => open({ id: after.record.id, shelf: after.shelf, hash: page.to })}
          >
            {t('changes.showRecord')}
          </Button>
        </div>
      </header>
      <Said {...both} />
      <div className={styles.summary} role="status">
        {changes.length === 0 ? (
          <p>{t('changes.none')}</p>
        ) : (
          <p>
            {t('changes.parts', { count: changes.length, n: wordNumber(changes.length, words) })}{' '}
            {wordSeries(labels, words)}
          </p>
        )}
      </div>
      {changes.length > 0 && <Legend />}
      {changes.map((change) => (
        <Section key={change.key} title={change.label}>
          {change.hidden && <p className={styles.note}>{t('changes.hiddenValue')}</p>}
          <ChangedBlocks change={change} />
        </Section>
      ))}
    </article>
  );
}

/** What stands beside the texts: the publisher's own reason, a conflict, a withdrawal. */
function Said({ before, after }: TwoRevisions) {
  const { t } = useWords();
  const { record } = after;
  const conflict = before.record.revision === record.revision && before.hash !== after.hash;
  const reason = record.correction ?? record.withdrawn?.why ?? null;
  return (
    <div className={styles.said}>
      {conflict && (
        <p className={styles.warning} role="note">
          {t('changes.conflict', { revision: record.revision })}
        </p>
      )}
      {after.hidden && (
        <p className={styles.warning} role="note">
          {t('changes.withheld')}
        </p>
      )}
      {!conflict && (
        <p className={styles.reason}>
          {reason === null ? (
            t('changes.noReason', { revision: record.revision })
          ) : (
            <>
              <strong>{t('changes.says')}</strong> <bdi>{reason}</bdi>
            </>
          )}
        </p>
      )}
    </div>
  );
}

function Legend() {
  const { t } = useWords();
  return (
    <p className={styles.legend} aria-hidden="true">
      <del className={styles.removed}>{t('changes.removed')}</del>{' '}
      <ins className={styles.added}>{t('changes.added')}</ins>
    </p>
  );
}
