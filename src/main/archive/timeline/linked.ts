// Which records belong together: the documents of an event, the events around one, all that names an organisation.
import type { EventRecord } from '../../../shared/record.ts';
import type { RecordRow } from '../../../shared/search.ts';
import type { Database } from '../../sqlite/open.ts';
import { recordNumber } from '../reading/view.ts';
import { incomingLinks } from '../store/incoming.ts';
import { type LinkRole, linkAddress } from '../store/links.ts';
import { recordByNumber, recordRow, type StoredRecord } from '../store/records.ts';

/** A linked document: the number of its record, and what it does there. */
export interface LinkedDocument {
  number: number;
  role: LinkRole;
}

const ABOUT: ReadonlySet<LinkRole> = new Set([
  'reports',
  'orders',
  'denies',
  'corrects',
  'demands',
  'analyses',
]);

/** More links to one record than this are not looked at. */
const MOST_LINKS = 10_000;

/** The documents here that are about an event, or that it lists, each once; what it says of itself counts first. */
export function documentsOfEvent(
  db: Database,
  event: EventRecord,
  shelf: string,
): LinkedDocument[] {
  const found = new Map<number, LinkRole>();
  for (const { record, role } of incoming(db, event.id, shelf)) {
    if (ABOUT.has(role) && !found.has(record)) found.set(record, role);
  }
  for (const number of numbersOf(db, event.documents, shelf)) {
    if (!found.has(number)) found.set(number, 'documents');
  }
  return Array.from(found, ([number, role]) => ({ number, role }));
}

const incoming = (db: Database, id: string, shelf: string) =>
  incomingLinks(db, { shelf, id, limit: MOST_LINKS });

function numbersOf(db: Database, links: readonly string[], shelf: string): number[] {
  return links.flatMap((written) => recordNumber(db, linkAddress(written, shelf)) ?? []);
}

/** The events that a record names as related, or that name it. */
export function eventsAround(db: Database, { record, shelf }: StoredRecord): RecordRow[] {
  const named = 'related' in record ? numbersOf(db, record.related, shelf) : [];
  const naming = incoming(db, record.id, shelf).filter(({ role }) => role === 'related');
  return eventRows(db, [...named, ...naming.map((link) => link.record)]);
}

/** The events that documents are about. */
export function eventsOfDocuments(db: Database, documents: readonly number[]): RecordRow[] {
  const events = documents.flatMap((number) => {
    const stored = recordByNumber(db, number);
    if (stored?.record.kind !== 'document') return [];
    return numbersOf(
      db,
      stored.record.about.map(({ event }) => event),
      stored.shelf,
    );
  });
  return eventRows(db, events);
}

/** The events and documents that name an organisation. */
export function recordsNaming(
  db: Database,
  { record, shelf }: StoredRecord,
): { events: RecordRow[]; documents: LinkedDocument[] } {
  const numbers = incoming(db, record.id, shelf)
    .filter(({ role }) => role === 'mentions')
    .map((link) => link.record);
  const documents = numbers.filter((number) => recordRow(db, number)?.kind === 'document');
  return {
    events: eventRows(db, numbers),
    documents: documents.map((number) => ({ number, role: 'mentions' })),
  };
}

function eventRows(db: Database, numbers: readonly number[]): RecordRow[] {
  const rows = Array.from(new Set(numbers), (number) => recordRow(db, number));
  return rows.filter((row) => row?.kind === 'event') as RecordRow[];
}
