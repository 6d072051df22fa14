// A story along time: from an event its statements, hearings, orders and end; from an organisation all that names it.
import { AppError } from '../../../shared/errors.ts';
import type { RecordRow } from '../../../shared/search.ts';
import type { Chain, ChainStep } from '../../../shared/timeline.ts';
import type { Database } from '../../sqlite/open.ts';
import { isWithheld } from '../reading/withheld.ts';
import type { Searched } from '../search/question.ts';
import {
  type RecordAddress,
  recordByAddress,
  recordByNumber,
  recordRow,
  type StoredRecord,
} from '../store/records.ts';
import { inStepOrder, shortened, stepOf } from './chain-steps.ts';
import { stretchOf } from './civil.ts';
import { isRestriction } from './events.ts';
import {
  documentsOfEvent,
  eventsAround,
  eventsOfDocuments,
  type LinkedDocument,
  recordsNaming,
} from './linked.ts';

/** More steps than a reader goes through. */
const MOST_STEPS = 500;

/** The story that a record is part of, the earliest step first; `not_found` where it is not here. */
export function chainOf({ archive }: Searched, address: RecordAddress): Chain {
  const asked = recordByAddress(archive, address);
  if (!asked) throw new AppError('not_found', { id: address.id });
  const subject = subjectOf(archive, asked);
  const row = recordRow(archive, subject.number);
  if (!row) throw new AppError('not_found', { id: address.id });
  const steps = stepsOf(archive, subject)
    .map((step): ChainStep => ({ ...step, asked: isSame(step.row, asked) }))
    .sort(inStepOrder);
  const more = Math.max(0, steps.length - MOST_STEPS);
  return { subject: row, steps: steps.slice(0, MOST_STEPS).map(shortened), more };
}

const isSame = ({ shelf, id }: RecordRow, other: StoredRecord) =>
  shelf === other.shelf && id === other.record.id;

/** The restriction that an event or a document belongs to; the record itself where it is one, or there is none. */
function subjectOf(db: Database, asked: StoredRecord): StoredRecord {
  const { record, shelf, number } = asked;
  if (isWithheld(record)) return asked;
  if (record.kind === 'document') {
    const events = [...eventsOfDocuments(db, [number]), ...eventsAround(db, asked)];
    const date = record.published && stretchOf(record.published).from;
    const nearest = nearestRestriction(events, date ?? 0) ?? events[0];
    return (nearest && recordByAddress(db, nearest)) ?? asked;
  }
  if (record.kind !== 'event' || record.event_type === 'restriction') return asked;
  const documents = documentsOfEvent(db, record, shelf).map((one) => one.number);
  const events = [...eventsAround(db, asked), ...eventsOfDocuments(db, documents)];
  // What ends a restriction began after it; the same day may have brought another.
  const ends = record.event_type === 'restoration' ? 1 : 0;
  const nearest = nearestRestriction(events, stretchOf(record.start).from - ends);
  return (nearest && recordByAddress(db, nearest)) ?? asked;
}

const restricts = ({ subtype }: RecordRow) => subtype !== null && isRestriction(subtype);

/**
 * Of restrictions the one that was known to be in force at a minute and began last; where none was, the one that
 * began last before; where none did, the one that began first.
 */
function nearestRestriction(events: readonly RecordRow[], minute: number): RecordRow | undefined {
  const begun = events
    .filter(restricts)
    .flatMap((row) => (row.date ? [{ row, from: stretchOf(row.date).from }] : []))
    .sort((a, b) => a.from - b.from);
  const before = begun.filter(({ from }) => from <= minute);
  const inForce = before.filter(({ row }) => row.end && stretchOf(row.end).to > minute);
  return (inForce.at(-1) ?? before.at(-1) ?? begun[0])?.row;
}

type Step = Omit<ChainStep, 'asked'>;

function stepsOf(db: Database, subject: StoredRecord): Step[] {
  const { record, shelf } = subject;
  if (isWithheld(record)) return [stepOf(db, subject)].filter((step) => step !== null);
  if (record.kind === 'organisation') {
    const { events, documents } = recordsNaming(db, subject);
    return withOwnSteps(db, eventSteps(db, events), documents);
  }
  const own = record.kind === 'event' ? documentsOfEvent(db, record, shelf) : [];
  const numbers = own.map((one) => one.number);
  // Other restrictions that a document speaks of as well are other stories.
  const told = eventsOfDocuments(db, numbers).filter((row) => !restricts(row));
  const around = [...eventsAround(db, subject), ...told].filter((row) => !isSame(row, subject));
  const others = withOwnSteps(db, eventSteps(db, around), own);
  const first = stepOf(db, subject);
  // Its documents are steps, or parts of steps, of their own.
  return first ? [{ ...first, documents: [], moreDocuments: 0 }, ...others] : others;
}

function eventSteps(db: Database, events: readonly RecordRow[]): Step[] {
  const different = new Map(events.map((row) => [`${row.shelf}/${row.id}`, row]));
  return Array.from(different.values()).flatMap((row) => {
    const stored = recordByAddress(db, row);
    return (stored && stepOf(db, stored)) ?? [];
  });
}

/** A document that no event of the story has among its documents is a step by itself. */
function withOwnSteps(db: Database, steps: Step[], documents: readonly LinkedDocument[]): Step[] {
  const listed = new Set(
    steps.flatMap((step) => step.documents.map(({ row }) => `${row.shelf}/${row.id}`)),
  );
  const alone = documents.flatMap(({ number }) => {
    const stored = recordByNumber(db, number);
    if (!stored || listed.has(`${stored.shelf}/${stored.record.id}`)) return [];
    return stepOf(db, stored) ?? [];
  });
  return [...steps, ...alone];
}
