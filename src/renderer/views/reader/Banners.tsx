// What a reader must know before trusting a record: withdrawn, corrected, in conflict, thinly supported.
import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { useNavigation } from '../../navigation.ts';
import { wordCivil } from '../../wording/dates.ts';
import styles from './Banners.module.css';
import { conflicting, previousOf } from './changes/compare.ts';
import { useReading } from './ReadingContext.ts';

interface Action {
  name: string;
  onPress: () => void;
}

interface BannerProps {
  title: string;
  children: ReactNode;
  /** What a reader can do about it. */
  action?: Action | null;
  second?: Action | null;
  /** Quiet banners inform, the others warn. */
  quiet?: boolean;
}

function Banner({ title, children, action, second, quiet }: BannerProps) {
  const actions = [action, second].filter((one) => one !== null && one !== undefined);
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
      {actions.length > 0 && (
        <p className={styles.actions}>
          {actions.map(({ name, onPress }) => (
            <Button key={name} onPress={onPress}>
              {name}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}

/** All warnings that apply, gravest first. */
export function Banners({ onReveal }: { onReveal: () => void }) {
  const { view, words, open } = useReading();
  const { t } = words;
  const { record, hash, hidden, conflict, revisions } = view;
  const showChanges = useNavigation((state) => state.showChanges);
  const { withdrawn, correction, revision, sources } = record;
  const currentRow = revisions.find((row) => row.current);
  const current = currentRow?.revision;
  const previous = previousOf(revisions, hash);
  const both = conflicting(revisions);
  const compare = (from: { hash: string }, to: { hash: string }) =>
    showChanges({
      address: { id: record.id, shelf: view.shelf },
      from: from.hash,
      to: to.hash,
    });
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
      {conflict && (
        <Banner
          title={t('banner.conflict')}
          action={both && { name: t('changes.seeBoth'), onPress: () => compare(...both) }}
        >
          {t('banner.conflictText')}
        </Banner>
      )}
      {current !== undefined && current !== revision && (
        <Banner
          title={t('record.revision')}
          action={{
            name: t('record.readCurrent'),
            onPress: () => open({ id: record.id, shelf: view.shelf }),
          }}
          second={
            currentRow && {
              name: t('changes.seeSince'),
              onPress: () => compare({ hash }, currentRow),
            }
          }
        >
          {t('record.olderRevision', { revision, current })}
        </Banner>
      )}
      {correction && (
        <Banner
          title={t('banner.correction')}
          action={
            previous && {
              name: t('changes.see'),
              onPress: () => compare(previous, { hash }),
            }
          }
        >
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
