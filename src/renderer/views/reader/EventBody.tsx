// What an event's page says: summary, facts, disputes, figures, claims, documents, related events.
import type { EventRecord } from '../../../shared/record.ts';
import { wordSpan } from '../../wording/dates.ts';
import { wordValue } from '../../wording/rows.ts';
import { wordSeries } from '../../wording/words.ts';
import {
  ConfidenceWords,
  EntriesFact,
  LinesFact,
  MentionsFact,
  PlacesFact,
} from './FactValues.tsx';
import { spanOf } from './heading.ts';
import { Disputed, ProseSection } from './ProseSection.tsx';
import { useReading } from './ReadingContext.ts';
import { MissingLinks, RecordList } from './RecordLink.tsx';
import { documentsOf, missingLinks, relatedOf } from './relations.ts';
import { Fact, Facts, Section } from './Section.tsx';
import { Claims, Figures } from './Tables.tsx';
import { knownTrigger } from './vocabulary.ts';

/** Everything of an event but its head, sources and provenance. */
export function EventBody({ record }: { record: EventRecord }) {
  const { view, words } = useReading();
  const { t } = words;
  const documents = documentsOf(view);
  const rows = documents.map(({ row }) => row);
  const related = relatedOf(view, rows);
  const missing = missingLinks(view, [...record.documents, ...record.related]);
  return (
    <>
      <ProseSection field="summary" />
      <Disputed record={record} />
      <EventFacts record={record} />
      <Figures figures={record.figures} />
      <Claims claims={record.claims} />
      {documents.length > 0 && (
        <Section title={t('record.documents')}>
          <RecordList rows={rows} roles={documents} />
        </Section>
      )}
      {related.length + missing.length > 0 && (
        <Section title={t('record.related')}>
          <RecordList rows={related} />
          <MissingLinks links={missing} />
        </Section>
      )}
    </>
  );
}

function EventFacts({ record }: { record: EventRecord }) {
  const { view, words } = useReading();
  const { t } = words;
  const { restriction, status } = record;
  const span = spanOf(record);
  const restricts = restriction.type !== 'none';
  const what = [
    wordValue('restrictionType', restriction.type, words),
    restriction.extent && wordValue('extent', restriction.extent, words),
  ];
  return (
    <Facts title={t('record.facts')}>
      <Fact label={t('record.when')}>{span && wordSpan(span, words)}</Fact>
      <LinesFact label={t('record.recurrence')} lines={[record.recurrence]} />
      <PlacesFact places={record.places} />
      {restricts && (
        <Fact label={t('record.what')}>
          <span data-unmarked="words">{wordSeries(what, words)}</span>
        </Fact>
      )}
      <EntriesFact label={t('record.services')} vocabulary="services" refs={restriction.services} />
      <EntriesFact label={t('record.networks')} vocabulary="networks" refs={restriction.networks} />
      <LinesFact label={t('record.domains')} lines={restriction.domains} />
      <LinesFact label={t('record.method')} lines={[restriction.method]} />
      <LinesFact label={t('record.orderedBy')} lines={record.ordered_by} />
      <LinesFact label={t('record.reason')} lines={[record.official_reason]} />
      <EntriesFact
        label={t('record.trigger')}
        vocabulary="triggers"
        refs={knownTrigger(record.trigger)}
      />
      <EntriesFact label={t('record.legalBasis')} vocabulary="laws" refs={record.legal_basis} />
      {(status !== null || record.acknowledged !== 'unknown') && (
        <Fact label={t('record.acknowledged')}>
          <span data-unmarked="words">{t(`acknowledged.${record.acknowledged}`)}</span>
        </Fact>
      )}
      <MentionsFact mentions={record.mentions} />
      <Fact label={t('record.confidence')}>
        <ConfidenceWords level={record.confidence} />
      </Fact>
      {view.hidden && <Fact label={t('record.text')}>{t('banner.safety')}</Fact>}
    </Facts>
  );
}
