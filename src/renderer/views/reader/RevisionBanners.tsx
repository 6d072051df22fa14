// What a reader must know about where a text comes from and how it stands to the record's other revisions.
import { navigate } from '../../navigation.ts';
import { useQuarantined } from '../packs/useQuarantine.ts';
import { publisherName } from '../packs/wording.ts';
import { Banner } from './Banner.tsx';
import { conflicting, previousOf } from './changes/compare.ts';
import { useReading } from './ReadingContext.ts';

/** A publisher in quarantine, a stolen key, a list that no longer has the text. */
export function ShelfBanners() {
  const { view, words } = useReading();
  const { t } = words;
  const { showPacks } = navigate;
  const { shelf, hash, revisions } = view;
  const publisher = useQuarantined(shelf);
  const standing = revisions.find((row) => row.hash === hash)?.standing;
  return (
    <>
      {publisher && (
        <Banner
          title={t('packs.shelf.banner')}
          actions={[
            {
              name: t('packs.done.publisher'),
              onPress: () => showPacks({ show: 'publisher', fingerprint: shelf }),
            },
          ]}
        >
          {t('packs.shelf.bannerText', { name: publisherName(publisher, words).text })}
        </Banner>
      )}
      {standing === 'stolen' && (
        <Banner title={t('packs.shelf.stolen')}>{t('packs.shelf.stolenText')}</Banner>
      )}
      {standing === 'delisted' && (
        <Banner title={t('packs.shelf.delisted')}>{t('packs.shelf.delistedText')}</Banner>
      )}
    </>
  );
}

/** Two texts of one revision, an older revision, a correction; each leads to what differs. */
export function RevisionBanners() {
  const { view, words, open } = useReading();
  const { t } = words;
  const { record, shelf, hash, conflict, revisions } = view;
  const { showChanges } = navigate;
  const { correction, revision, id } = record;
  const current = revisions.find((row) => row.current);
  const previous = previousOf(revisions, hash);
  const both = conflicting(revisions);
  const compare = (name: string, from: { hash: string }, to: { hash: string }) => ({
    name,
    onPress: () => showChanges({ address: { id, shelf }, from: from.hash, to: to.hash }),
  });
  return (
    <>
      {conflict && (
        <Banner
          title={t('banner.conflict')}
          actions={[both && compare(t('changes.seeBoth'), ...both)]}
        >
          {t('banner.conflictText')}
        </Banner>
      )}
      {current && current.hash !== hash && (
        <Banner
          title={t('record.revision')}
          actions={[
            { name: t('record.readCurrent'), onPress: () => open({ id, shelf }) },
            compare(t('changes.seeSince'), { hash }, current),
          ]}
        >
          {t('record.olderRevision', { revision, current: current.revision })}
        </Banner>
      )}
      {correction && (
        <Banner
          title={t('banner.correction')}
          actions={[previous && compare(t('changes.see'), previous, { hash })]}
        >
          {t('banner.correctionText', { revision, text: correction })}
        </Banner>
      )}
    </>
  );
}
