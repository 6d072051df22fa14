// What a reader must know before trusting a record: withdrawn, corrected, in conflict, thinly supported.
import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { wordCivil } from '../../wording/dates.ts';
import styles from './Banners.module.css';
import { useReading } from './ReadingContext.ts';

interface BannerProps {
  title: string;
  children: ReactNode;
  /** What a reader can do about it. */
  action?: { name: string; onPress: () => void };
  /** Quiet banners inform, the others warn. */
  quiet?: boolean;
}

function Banner({ title, children, action, quiet }: BannerProps) {
  return (
    <div
      className={styles.banner}
      role="note"
      aria-label={title}
      data-unmarked="words"
      data-quiet={quiet || undefined}
    >
      <p>
        <strong className={styles.title}>{title}</strong> <bdi>{children}</bdi>
      </p>
      {action && <Button onPress={action.onPress}>{action.name}</Button>}
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
        <Banner title={t('banner.safety')} action={{ name: t('banner.reveal'), onPress: onReveal }}>
          {t('banner.safetyText', { ...why })}
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
        <Banner
          title={t('record.revision')}
          action={{
            name: t('record.readCurrent'),
            onPress: () => open({ id: record.id, shelf: view.shelf }),
          }}
        >
          {t('record.olderRevision', { revision, current })}
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
