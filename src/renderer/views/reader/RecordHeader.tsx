// The head of a record page: kind, title, the facts in one line, the choice of language.
import { Fragment } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { TITLE_ID } from '../../focus.ts';
import { wordSecondCalendar } from '../../wording/calendars.ts';
import { wordSpan } from '../../wording/dates.ts';
import { countryName, languageAttributes, languageName } from '../../wording/languages.ts';
import { wordSeries } from '../../wording/words.ts';
import { useSettings } from '../settings/useSettings.ts';
import { spanOf, wordKinds } from './heading.ts';
import { useReading } from './ReadingContext.ts';
import styles from './RecordHeader.module.css';
import { type LanguageChoice, languagesOf, textsIn } from './readingLanguages.ts';
import { entryName } from './vocabulary.ts';

function Dateline() {
  const { view, words } = useReading();
  const calendar = useSettings()?.calendar ?? 'none';
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
  const second = span && wordSecondCalendar(span, calendar, words);
  return (
    <>
      <p className={styles.dateline}>
        {parts.filter(Boolean).map((part, index) => (
          <Fragment key={part}>
            {index > 0 && ' · '}
            <bdi>{part}</bdi>
          </Fragment>
        ))}
      </p>
      {second && (
        <p className={styles.calendar} data-unmarked="">
          <bdi>{second}</bdi>
        </p>
      )}
    </>
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
        {wordKinds(record, words).join(' · ')}
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
