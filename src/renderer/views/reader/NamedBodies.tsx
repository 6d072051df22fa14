// What the pages of organisations and terms say: what they are called, what they are, and where they occur.
import type { OrganisationRecord, TermRecord } from '../../../shared/record.ts';
import type { RecordRow } from '../../../shared/search.ts';
import { Button } from '../../components/Button.tsx';
import { navigate } from '../../navigation.ts';
import { wordCivil } from '../../wording/dates.ts';
import { countryName, languageAttributes } from '../../wording/languages.ts';
import { wordValue } from '../../wording/rows.ts';
import { wordNumber } from '../../wording/words.ts';
import styles from './NamedBodies.module.css';
import { ProseSection } from './ProseSection.tsx';
import { useReading } from './ReadingContext.ts';
import { RecordList } from './RecordLink.tsx';
import { textsIn } from './readingLanguages.ts';
import { byYear, concerning } from './relations.ts';
import { Fact, Facts, Section } from './Section.tsx';
import { WebAddress } from './WebAddress.tsx';

/** An organisation: what it is, and all that concerns it by year. */
export function OrganisationBody({ record }: { record: OrganisationRecord }) {
  const { view, words } = useReading();
  const { t } = words;
  return (
    <>
      <ProseSection field="about" />
      <Facts title={t('record.facts')}>
        <NamesFact record={record} />
        <Fact label={t('record.kind')}>
          {wordValue('organisationKind', record.organisation_kind, words)}
        </Fact>
        <Fact label={t('record.country')}>
          {record.country && countryName(record.country, words)}
        </Fact>
        {record.url && (
          <Fact label={t('record.address')}>
            <WebAddress address={record.url} />
          </Fact>
        )}
      </Facts>
      <DatedList
        title={t('record.concerning')}
        rows={concerning(view)}
        more={view.incomingTotal - view.incoming.length}
      />
    </>
  );
}

/** A term: what it means, and where it is used. */
export function TermBody({ record }: { record: TermRecord }) {
  const { view, words } = useReading();
  return (
    <>
      <ProseSection field="definition" />
      <Facts title={words.t('record.facts')}>
        <NamesFact record={record} />
      </Facts>
      <DatedList
        title={words.t('record.usedIn')}
        rows={view.usedIn}
        more={view.usedInTotal - view.usedIn.length}
      />
    </>
  );
}

function NamesFact({ record }: { record: OrganisationRecord | TermRecord }) {
  const { shown, words } = useReading();
  const titles = textsIn(record, 'title', shown).map(({ text }) => text);
  const translated = Object.entries(record.translations).map(([lang, { title }]) => ({
    lang,
    title,
  }));
  const called = Object.entries(record.aliases).flatMap(([lang, titles]) =>
    titles.map((title) => ({ lang, title })),
  );
  const all = [{ lang: record.lang, title: record.title }, ...translated, ...called];
  const others = all.filter(({ title }) => !titles.includes(title));
  if (others.length === 0) return null;
  return (
    <Fact label={words.t('record.aliases')}>
      <ul className={styles.names}>
        {others.map(({ lang, title }) => (
          <li key={`${lang} ${title}`}>
            <bdi {...languageAttributes(lang)}>{title}</bdi>
          </li>
        ))}
      </ul>
    </Fact>
  );
}

interface DatedListProps {
  title: string;
  rows: RecordRow[];
  /** How many more there are than the page carries. */
  more: number;
}

/** Records under their years, newest first. */
function DatedList({ title, rows, more }: DatedListProps) {
  const { view, words } = useReading();
  const { ask } = navigate;
  const { t } = words;
  if (rows.length === 0) return null;
  const name = view.record.title;
  return (
    <Section title={title}>
      {byYear(rows).map(({ year, rows: ofYear }) => (
        <div key={year} className={styles.year}>
          <h3 className={styles.heading}>
            {year === '' ? t('date.undated') : wordCivil(year, words)}
          </h3>
          <RecordList rows={ofYear} />
        </div>
      ))}
      {more > 0 && (
        <p className={styles.more}>
          {t('record.more', { count: more, n: wordNumber(more, words) })}
          <Button onPress={() => ask({ text: `"${name}"`, unfinished: false, filters: {} })}>
            <bdi>{t('record.searchFor', { term: t('common.quoted', { text: name }) })}</bdi>
          </Button>
        </p>
      )}
    </Section>
  );
}
