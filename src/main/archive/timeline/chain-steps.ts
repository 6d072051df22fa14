// One step of a story: an event with its documents, or a document that stands for itself.
import type { ArchiveRecord, DocumentRecord, EventRecord } from '../../../shared/record.ts';
import type { RecordRow } from '../../../shared/search.ts';
import type { ChainRole, ChainStep } from '../../../shared/timeline.ts';
import type { Database } from '../../sqlite/open.ts';
import { isWithheld } from '../reading/withheld.ts';
import { recordByNumber, recordRow, type StoredRecord } from '../store/records.ts';
import { edgeOf, endingOf } from './cards.ts';
import { documentsOfEvent, type LinkedDocument } from './linked.ts';

const MOST_DOCUMENTS = 50;

type Step = Omit<ChainStep, 'asked'>;

/** The step that an event or a document makes; null where the record is not here. */
export function stepOf(db: Database, { number, record, shelf }: StoredRecord): Step | null {
  const row = recordRow(db, number);
  if (!row) return null;
  const none = { documents: [], moreDocuments: 0 };
  if (record.kind === 'document') {
    const start = record.published && edgeOf(record.published);
    return { role: documentRole(record), row, start, end: null, ...none };
  }
  if (record.kind !== 'event') return { role: 'document', row, start: null, end: null, ...none };
  const documents = isWithheld(record) ? [] : documentsOfEvent(db, record, shelf);
  return {
    role: eventRole(db, record, documents),
    row,
    start: edgeOf(record.start),
    end: eventEnd(record),
    documents: listed(db, documents),
    moreDocuments: 0,
  };
}

function eventEnd(event: EventRecord): Step['end'] {
  if (event.event_type === 'restriction') return endingOf(event);
  return event.end && edgeOf(event.end);
}

/** What a court did is an order where a document of it orders something of any event; else it was asked, or heard. */
function eventRole(
  db: Database,
  { event_type: type }: EventRecord,
  documents: readonly LinkedDocument[],
): ChainRole {
  if (type !== 'court') return type;
  return documents.some(({ number }) => isOrder(recordByNumber(db, number)?.record))
    ? 'order'
    : type;
}

const isOrder = (record: ArchiveRecord | undefined) =>
  record?.kind === 'document' && record.about.some(({ role }) => role === 'orders');

const GENRES: Partial<Record<DocumentRecord['genre'], ChainRole>> = {
  statement: 'statement',
  court_order: 'court',
  law: 'legislation',
  report: 'report',
};

function documentRole(document: DocumentRecord): ChainRole {
  const role = GENRES[document.genre] ?? 'document';
  return role === 'court' && isOrder(document) ? 'order' : role;
}

function listed(db: Database, documents: readonly LinkedDocument[]): Step['documents'] {
  return documents
    .flatMap(({ number, role }) => {
      const row = recordRow(db, number);
      return row ? [{ row, role }] : [];
    })
    .sort((a, b) => startOf(a.row) - startOf(b.row));
}

// The last there is, for those without a date: two infinities have no difference.
const startOf = ({ date }: RecordRow) => (date ? edgeOf(date).from : Number.MAX_SAFE_INTEGER);

/** A step with no more documents than are listed. */
export function shortened(step: ChainStep): ChainStep {
  const { documents } = step;
  const moreDocuments = Math.max(0, documents.length - MOST_DOCUMENTS);
  return { ...step, documents: documents.slice(0, MOST_DOCUMENTS), moreDocuments };
}

/** The order of a story: the earliest first, what has no date last. */
export function inStepOrder(a: Step, b: Step): number {
  const [one, other] = [a.start?.from ?? Infinity, b.start?.from ?? Infinity];
  if (one !== other) return one < other ? -1 : 1;
  // What restricts comes before what is said of it on the same day.
  return Number(b.role === 'restriction') - Number(a.role === 'restriction');
}
