// What the head of a record says: its kind and its time (pure).
import type { ArchiveRecord } from '../../../shared/record.ts';
import type { Span } from '../../wording/dates.ts';
import { wordValue } from '../../wording/rows.ts';
import type { Words } from '../../wording/words.ts';

/** What kind of record this is, from the general to the particular. */
export function wordKinds(record: ArchiveRecord, words: Words): string[] {
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
