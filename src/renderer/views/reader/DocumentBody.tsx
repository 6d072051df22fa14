// What a document's page says: what kind of text it is, the text, who made it, and what it is about.
import type { DocumentRecord } from '../../../shared/record.ts';
import { wordDate } from '../../wording/dates.ts';
import styles from './DocumentBody.module.css';
import {
  ConfidenceWords,
  EntriesFact,
  LinesFact,
  MentionsFact,
  PlacesFact,
} from './FactValues.tsx';
import { BodyProse } from './Prose.tsx';
import { Disputed } from './ProseSection.tsx';
import { useReading } from './ReadingContext.ts';
import { MissingLinks, RecordList } from './RecordLink.tsx';
import { eventsOf, missingLinks, relatedOf } from './relations.ts';
import { Fact, Facts, Section } from './Section.tsx';
import { Signatories } from './Signatories.tsx';
import { Figures } from './Tables.tsx';
import { knownTrigger } from './vocabulary.ts';

/** Everything of a document but its head, sources and provenance. */
export function DocumentBody({ record }: { record: DocumentRecord }) {
  const { view, words } = useReading();
  const { t } = words;
  const asWritten = Object.values(view.bodies).some(({ plain }) => plain);
  const events = eventsOf(view);
  const rows = events.map(({ row }) => row);
  const related = relatedOf(view, rows);
  const missing = missingLinks(view, [
    ...record.about.map(({ event }) => event),
    ...record.related,
  ]);
  return (
    <>
      {!view.hidden && (
        <div className={styles.text}>
          <p className={styles.textKind} data-unmarked="">
            {t(`textKind.${record.text_kind}`)} {asWritten && t('textKind.asWritten')}
          </p>
          <BodyProse />
        </div>
      )}
      <Disputed record={record} />
      {record.demands.length > 0 && (
        <Section title={t('record.demands')}>
          <ol className={styles.demands} lang={record.lang}>
            {record.demands.map((demand) => (
              <li key={demand} dir="auto">
                {demand}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <DocumentFacts record={record} />
      <Figures figures={record.figures} />
      {events.length > 0 && (
        <Section title={t('record.events')}>
          <RecordList rows={rows} roles={events} />
        </Section>
      )}
      {related.length + missing.length > 0 && (
        <Section title={t('record.related')}>
          <RecordList rows={related} />
          <MissingLinks links={missing} />
        </Section>
      )}
      <Signatories names={record.signatories} />
    </>
  );
}

function DocumentFacts({ record }: { record: DocumentRecord }) {
  const { words } = useReading();
  const { t } = words;
  const { published, confidence } = record;
  return (
    <Facts title={t('record.facts')}>
      <Fact label={t('record.published')}>
        {published ? wordDate(published, words) : t('record.undated')}
      </Fact>
      <LinesFact label={t('record.authors')} lines={record.authors} />
      <PlacesFact places={record.places} />
      <EntriesFact label={t('record.services')} vocabulary="services" refs={record.services} />
      <EntriesFact label={t('record.networks')} vocabulary="networks" refs={record.networks} />
      <EntriesFact label={t('record.legalBasis')} vocabulary="laws" refs={record.legal_basis} />
      <EntriesFact
        label={t('record.trigger')}
        vocabulary="triggers"
        refs={knownTrigger(record.trigger)}
      />
      <LinesFact label={t('record.topics')} lines={record.topics} />
      <MentionsFact mentions={record.mentions} />
      {confidence && (
        <Fact label={t('record.confidence')}>
          <ConfidenceWords level={confidence} />
        </Fact>
      )}
    </Facts>
  );
}
