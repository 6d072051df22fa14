// What a reader must know before trusting a record: withdrawn, corrected, in conflict, thinly supported.
import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { wordCivil } from '../../wording/dates.ts';
import styles from './Banners.module.css';
import { useReading } from './ReadingContext.ts';

interface BannerProps {
  title: string;
  children: ReactNode;
  /** Quiet banners inform, the others warn. */
  quiet?: boolean;
}

function Banner({ title, children, quiet }: BannerProps) {
  return (
    <div
      className={styles.banner}
      role="note"
      aria-label={title}
      data-unmarked="words"
      data-quiet={quiet || undefined}
    >
      <strong className={styles.title}>{title}</strong> <bdi>{children}</bdi>
    </div>
  );
}

/** All warnings that apply, gravest first. */
export function Banners({ onReveal }: { onReveal: () => void }) {
  const { view, words, open } = useReading();
  const { t } = words;
  const { record, hidden, conflict, revisions } = view;
  const { withdrawn, correction, revision, sources } = record;
  const current = revisions.find((row) => row.current)?.revision;
  const confidence = 'confidence' in record ? record.confidence : null;
  const why = withdrawn && { date: wordCivil(withdrawn.at, words), why: withdrawn.why };
  return (
    <div className={styles.banners}>
      {withdrawn?.safety && hidden && (
        <Banner title={t('banner.safety')}>
          {t('banner.safetyText', { ...why })}
          <Button onPress={onReveal}>{t('banner.reveal')}</Button>
        </Banner>
      )}
      {withdrawn?.safety && !hidden && (
        <Banner title={t('banner.safety')}>{t('banner.revealed')}</Banner>
      )}
      {withdrawn && !withdrawn.safety && (
        <Banner title={t('banner.retracted')}>{t('banner.retractedText', { ...why })}</Banner>
      )}
      {conflict && <Banner title={t('banner.conflict')}>{t('banner.conflictText')}</Banner>}
      {current !== undefined && current !== revision && (
        <Banner title={t('record.revision')}>
          {t('record.olderRevision', { revision, current })}
          <Button onPress={() => open({ id: record.id, shelf: view.shelf })}>
            {t('record.readCurrent')}
          </Button>
        </Banner>
      )}
      {correction && (
        <Banner title={t('banner.correction')}>
          {t('banner.correctionText', { revision, text: correction })}
        </Banner>
      )}
      {confidence === 'low' && (
        <Banner title={t('banner.lowConfidence')}>{t('banner.lowConfidenceText')}</Banner>
      )}
      {sources.length === 1 && (
        <Banner title={t('banner.oneSource')} quiet>
          {t('banner.oneSourceText')}
        </Banner>
      )}
    </div>
  );
}
