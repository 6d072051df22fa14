// Which of the records that are linked with one a reader is likeliest to compare it with (pure).
import type { RecordView } from '../../../shared/reading.ts';
import type { RecordRow } from '../../../shared/search.ts';

/** More would be no menu but a list. */
const MOST = 7;

/** Linked records, those of the same kind first, then what tells of the same; organisations only beside organisations. */
export function comparableWith({ record, shelf, linked, incoming }: RecordView): RecordRow[] {
  const all = [...Object.values(linked), ...incoming.map(({ row }) => row)];
  const once = new Map(all.map((row) => [`${row.shelf} ${row.id}`, row]));
  once.delete(`${shelf} ${record.id}`);
  const rows = [...once.values()];
  const alike = rows.filter(({ kind }) => kind === record.kind);
  const told = rows.filter(
    ({ kind }) => kind !== record.kind && (kind === 'event' || kind === 'document'),
  );
  return [...alike, ...(record.kind === 'organisation' ? [] : told)].slice(0, MOST);
}
