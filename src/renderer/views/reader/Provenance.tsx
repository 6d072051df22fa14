// Where a record comes from and how it came to read as it does.

import { Button } from '../../components/Button.tsx';
import { navigate } from '../../navigation.ts';
import { wordCivil } from '../../wording/dates.ts';
import { wordShelf } from '../../wording/rows.ts';
import { wordBytes, wordNumber } from '../../wording/words.ts';
import { RemoveRecord } from '../packs/RemoveRecord.tsx';
import styles from './Provenance.module.css';
import { useReading } from './ReadingContext.ts';
import { Section } from './Section.tsx';

/** Shelf, identifier, revisions and rights, for whoever must cite or compare. */
export function Provenance() {
  const { view, words, open } = useReading();
  const { t } = words;
  const { record, revisions, shelf, shelfName } = view;
  const line = (revision: number, updated: string) =>
    t('record.revisionLine', {
      revision: wordNumber(revision, words),
      date: wordCivil(updated, words),
    });
  const others = revisions.filter(({ hash }) => hash !== view.hash);
  const { showChanges } = navigate;
  return (
    <Section title={t('record.provenance')}>
      <dl className={styles.list} data-unmarked="words">
        <dt>{t('record.shelf')}</dt>
        <dd>
          <bdi>{wordShelf(shelf, shelfName, words)}</bdi>
        </dd>
        <dt>{t('record.id')}</dt>
        <dd>
          <code className={styles.code}>{record.id}</code>
        </dd>
        <dt>{t('record.revision')}</dt>
        <dd>{line(record.revision, record.updated)}</dd>
        {others.length > 0 && <dt>{t('record.revisions')}</dt>}
        {others.map(({ hash, revision, updated, correction }) => (
          <dd key={hash} className={styles.revision}>
            <Button look="quiet" onPress={() => open({ id: record.id, shelf, hash })}>
              {line(revision, updated)}
            </Button>
            <Button
              look="quiet"
              onPress={() =>
                showChanges(
                  revision > record.revision
                    ? { address: { id: record.id, shelf }, from: view.hash, to: hash }
                    : { address: { id: record.id, shelf }, from: hash, to: view.hash },
                )
              }
            >
              {t('changes.compare')}
            </Button>
            {correction && <bdi>{correction}</bdi>}
          </dd>
        ))}
        <dt>{t('record.rights')}</dt>
        <dd>
          <bdi>{record.rights}</bdi>
        </dd>
        {record.attachments.length > 0 && <dt>{t('record.attachments')}</dt>}
        {record.attachments.map(({ sha256, title, media_type, bytes }) => (
          <dd key={sha256}>
            <bdi>{title}</bdi> ({media_type}, {wordBytes(bytes, words)})
          </dd>
        ))}
      </dl>
      <div className={styles.actions} data-screen-only data-unmarked="">
        <RemoveRecord shelf={shelf} id={record.id} />
      </div>
      <p className={styles.footer} data-print-only>
        {t('print.footer', { id: record.id, revision: record.revision })}
      </p>
    </Section>
  );
}
