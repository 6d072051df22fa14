// Values of facts: vocabulary entries, places, organisations, plain lines.
import type { ArchiveRecord, Place, VocabularyRef } from '../../../shared/record.ts';
import { wordKind } from '../../wording/rows.ts';
import styles from './FactValues.module.css';
import { useReading } from './ReadingContext.ts';
import { RecordLink } from './RecordLink.tsx';
import { Fact } from './Section.tsx';
import { entryName, type Named, placeName, type Vocabulary } from './vocabulary.ts';

function NamedItem({ named }: { named: Named }) {
  const { words } = useReading();
  return (
    <li>
      <bdi>{named.name}</bdi>{' '}
      {named.printed && (
        <span className={styles.printed}>
          <bdi>{words.t('record.printed', { text: named.printed })}</bdi>
        </span>
      )}
    </li>
  );
}

interface EntriesProps {
  label: string;
  vocabulary: Vocabulary;
  refs: VocabularyRef[];
}

/** Entries of a vocabulary, each with the wording of the source where it differs. */
export function EntriesFact({ label, vocabulary, refs }: EntriesProps) {
  const { view, words } = useReading();
  if (refs.length === 0) return null;
  return (
    <Fact label={label}>
      <ul className={styles.flow}>
        {refs.map((ref) => (
          <NamedItem key={ref.printed} named={entryName(view, vocabulary, ref, words)} />
        ))}
      </ul>
    </Fact>
  );
}

/** Where: each place with its reach. */
export function PlacesFact({ places }: { places: Place[] }) {
  const { view, words } = useReading();
  const named = places.map((place) => placeName(view, place, words)).filter(({ name }) => name);
  if (named.length === 0) return null;
  return (
    <Fact label={words.t('record.where')}>
      <ul className={styles.lines}>
        {named.map((place) => (
          <NamedItem key={place.name} named={place} />
        ))}
      </ul>
    </Fact>
  );
}

/** How well a record is supported, and what that means. */
export function ConfidenceWords({ level }: { level: 'high' | 'medium' | 'low' }) {
  const { t } = useReading().words;
  return (
    <span data-unmarked="words">
      {t(`confidence.${level}`)}: {t(`confidenceMeans.${level}`)}
    </span>
  );
}

type Mentions = Extract<ArchiveRecord, { kind: 'event' }>['mentions'];

/** Who is named, as printed, leading to the organisation. */
export function MentionsFact({ mentions }: { mentions: Mentions }) {
  const { view, words } = useReading();
  if (mentions.length === 0) return null;
  return (
    <Fact label={words.t('record.who')}>
      <ul className={styles.lines}>
        {mentions.map(({ id, printed, role }) => {
          const row = id === null ? undefined : view.linked[id];
          const own = !row || words.language === 'en';
          return (
            <li key={`${id} ${printed}`}>
              {row ? (
                <RecordLink row={row}>{own ? <bdi>{printed}</bdi> : undefined}</RecordLink>
              ) : (
                <bdi>{printed}</bdi>
              )}{' '}
              <span className={styles.printed} data-unmarked="words">
                {[role, row && wordKind(row, words)].filter(Boolean).join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
    </Fact>
  );
}

/** Plain lines, such as who ordered something, as the source words them. */
export function LinesFact({ label, lines }: { label: string; lines: (string | null)[] }) {
  const { view } = useReading();
  const said = lines.filter((line) => line !== null);
  if (said.length === 0) return null;
  return (
    <Fact label={label}>
      <ul className={styles.lines} lang={view.record.lang}>
        {said.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </Fact>
  );
}
