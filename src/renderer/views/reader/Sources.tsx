// The sources that a record rests on: what they are, how each was read, and what it supports.
import type { Source } from '../../../shared/record.ts';
import { wordCivil } from '../../wording/dates.ts';
import { wordValue } from '../../wording/rows.ts';
import { useReading } from './ReadingContext.ts';
import { Section } from './Section.tsx';
import styles from './Sources.module.css';
import { WebAddress } from './WebAddress.tsx';

/** All sources, numbered as the record lists them. */
export function Sources() {
  const { view, words } = useReading();
  return (
    <Section title={words.t('record.sources')}>
      <ol className={styles.sources}>
        {view.record.sources.map((source, index) => (
          <SourceItem key={index} source={source} />
        ))}
      </ol>
    </Section>
  );
}

function SourceItem({ source }: { source: Source }) {
  const { words } = useReading();
  const { t } = words;
  const { title, publisher, author, date } = source;
  const origin = [author, publisher, date && wordCivil(date, words)].filter(Boolean);
  return (
    <li className={styles.source}>
      <p>
        <bdi className={styles.title}>{title ?? t('record.sourceUntitled')}</bdi>
        {origin.map((part) => (
          <span key={part} className={styles.part}>
            {t('common.comma')}
            <bdi>{part}</bdi>
          </span>
        ))}{' '}
        <span className={styles.read} data-read={source.read} data-unmarked="words">
          {wordValue('read', source.read, words)}
        </span>
      </p>
      {source.supports && (
        <p className={styles.supports}>
          <bdi>{t('record.sourceSupports', { text: source.supports })}</bdi>
        </p>
      )}
      {source.url && (
        <p>
          <WebAddress address={source.url} />
        </p>
      )}
      {source.archived_url && (
        <p className={styles.supports}>
          {t('record.sourceArchived')} <WebAddress address={source.archived_url} />
        </p>
      )}
      {source.sha256 && (
        <p className={styles.supports}>
          {t('record.sourceHash')} <code className={styles.hash}>{source.sha256}</code>
        </p>
      )}
    </li>
  );
}
