// The head of a record page: kind, title, the facts in one line, the choice of language.
import { Fragment } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ArchiveRecord } from '../../../shared/record.ts';
import { TITLE_ID } from '../../focus.ts';
import { type Span, wordSpan } from '../../wording/dates.ts';
import { countryName, languageAttributes, languageName } from '../../wording/languages.ts';
import { wordValue } from '../../wording/rows.ts';
import { type Words, wordSeries } from '../../wording/words.ts';
import { useReading } from './ReadingContext.ts';
import styles from './RecordHeader.module.css';
import { type LanguageChoice, languagesOf, textsIn } from './readingLanguages.ts';
import { entryName } from './vocabulary.ts';

/** What kind of record this is, from the general to the particular. */
function kinds(record: ArchiveRecord, words: Words): string[] {
  const kind = words.t(`kind.${record.kind}`);
  if (record.kind === 'document') return [kind, wordValue('genre', record.genre, words)];
  if (record.kind === 'organisation') {
    return [kind, wordValue('organisationKind', record.organisation_kind, words)];
  }
  if (record.kind !== 'event') return [kind];
  const restricts = record.event_type === 'restriction' && record.restriction.type !== 'none';
  const type = restricts
    ? wordValue('restrictionType', record.restriction.type, words)
    : wordValue('eventType', record.event_type, words);
  return record.event_type === 'other' ? [kind] : [kind, type];
}

/** The time of an event or the publication of a document; null where the kind has none. */
export function spanOf(record: ArchiveRecord): Span | null {
  if (record.kind === 'document') return { date: record.published, end: null, status: null };
  if (record.kind !== 'event') return null;
  const { start, end, status, status_as_of } = record;
  return { date: start, end, status, statusAsOf: status_as_of };
}

function Dateline() {
  const { view, words } = useReading();
  const { record } = view;
  const span = spanOf(record);
  const countries = new Set(
    record.kind === 'organisation'
      ? [record.country]
      : record.kind === 'term'
        ? []
        : record.places.map(({ country }) => country),
  );
  const places = [...countries].flatMap((code) => (code ? [countryName(code, words)] : []));
  const services =
    record.kind === 'event'
      ? record.restriction.services
      : 'services' in record
        ? record.services
        : [];
  const names = services.map((ref) => entryName(view, 'services', ref, words).name);
  const parts = [
    span && wordSpan(span, words),
    wordSeries(places, words),
    wordSeries(names.slice(0, 4), words),
  ];
  return (
    <p className={styles.dateline}>
      {parts.filter(Boolean).map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ' · '}
          <bdi>{part}</bdi>
        </Fragment>
      ))}
    </p>
  );
}

interface RecordHeaderProps {
  choice: LanguageChoice;
  onChoose: (choice: LanguageChoice) => void;
}

/** Kicker, title and dateline; where the record has translations, the way to choose among them. */
export function RecordHeader({ choice, onChoose }: RecordHeaderProps) {
  const { view, shown, words } = useReading();
  const { record } = view;
  const [title, second] = textsIn(record, 'title', shown);
  return (
    <header className={styles.header}>
      <p className={styles.kicker} data-unmarked="">
        {kinds(record, words).join(' · ')}
      </p>
      <h1
        id={TITLE_ID}
        tabIndex={-1}
        className={styles.title}
        {...languageAttributes(title?.lang ?? record.lang)}
      >
        {title?.text}
      </h1>
      {second && (
        <p className={styles.second} {...languageAttributes(second.lang)}>
          {second.text}
        </p>
      )}
      <Dateline />
      <LanguageChooser languages={languagesOf(record)} choice={choice} onChoose={onChoose} />
    </header>
  );
}

function LanguageChooser(props: RecordHeaderProps & { languages: string[] }) {
  const { languages, choice, onChoose } = props;
  const { words } = useReading();
  if (languages.length < 2) return null;
  return (
    <ToggleButtonGroup
      aria-label={words.t('record.languages')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[choice]}
      onSelectionChange={([key]) => key !== undefined && onChoose(String(key))}
      className={styles.languages}
    >
      {[...languages, 'both'].map((lang) => (
        <ToggleButton key={lang} id={lang} className={styles.language}>
          {lang === 'both' ? words.t('record.beside') : languageName(lang, words)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
