// What a reader must know before trusting a record: from whom, withdrawn, corrected, in conflict, thinly supported.
import { wordCivil } from '../../wording/dates.ts';
import { Banner } from './Banner.tsx';
import styles from './Banners.module.css';
import { useReading } from './ReadingContext.ts';
import { RevisionBanners, ShelfBanners } from './RevisionBanners.tsx';

/** All warnings that apply, gravest first. */
export function Banners({ onReveal }: { onReveal: () => void }) {
  const { view, words } = useReading();
  const { t } = words;
  const { record, hidden } = view;
  const { withdrawn, sources } = record;
  const confidence = 'confidence' in record ? record.confidence : null;
  const why = withdrawn && { date: wordCivil(withdrawn.at, words), why: withdrawn.why };
  return (
    <div className={styles.banners}>
      {withdrawn?.safety && hidden && (
        <Banner
          title={t('banner.safety')}
          actions={[{ name: t('banner.reveal'), onPress: onReveal }]}
        >
          {t('banner.safetyText', { ...why })}
        </Banner>
      )}
      {withdrawn?.safety && !hidden && (
        <Banner title={t('banner.safety')}>{t('banner.revealed')}</Banner>
      )}
      <ShelfBanners />
      {withdrawn && !withdrawn.safety && (
        <Banner title={t('banner.retracted')}>{t('banner.retractedText', { ...why })}</Banner>
      )}
      <RevisionBanners />
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
