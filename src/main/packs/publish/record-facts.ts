// What a list says of the records in a file, and which records go into files of their own.
import type { ArchiveRecord } from '../../../shared/record.ts';

/** Whether a record could endanger somebody: testimony, and what was withdrawn for safety. */
export function isSensitive(record: ArchiveRecord): boolean {
  if (record.withdrawn?.safety) return true;
  return record.kind === 'document' && record.genre === 'testimony';
}

/** The languages that a record has texts in. */
export function languagesOf({ lang, translations }: ArchiveRecord): string[] {
  return [lang, ...Object.keys(translations)];
}

/** The civil dates that a record tells of, as precisely as they are known. */
export function datesOf(record: ArchiveRecord): string[] {
  const dates =
    record.kind === 'event'
      ? [record.start, record.end]
      : record.kind === 'document'
        ? [record.published]
        : [];
  return dates.flatMap((date) => (date ? [date.value.slice(0, 10)] : []));
}
