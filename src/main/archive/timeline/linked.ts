// Which documents tell of an event, from either side of the link.
import type { EventRecord } from '../../../shared/record.ts';
import type { Database } from '../../sqlite/open.ts';
import { recordNumber } from '../reading/view.ts';
import { incomingLinks } from '../store/incoming.ts';
import { type LinkRole, linkAddress } from '../store/links.ts';

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

/** More links to one event than this are not looked at. */
const MOST_LINKS = 10_000;

/** The documents here that are about an event, or that it lists, each once; what it says of itself counts first. */
export function documentsOfEvent(
  db: Database,
  event: EventRecord,
  shelf: string,
): LinkedDocument[] {
  const found = new Map<number, LinkRole>();
  for (const link of incomingLinks(db, { shelf, id: event.id, limit: MOST_LINKS })) {
    if (ABOUT.has(link.role) && !found.has(link.record)) found.set(link.record, link.role);
  }
  for (const written of event.documents) {
    const number = recordNumber(db, linkAddress(written, shelf));
    if (number !== null && !found.has(number)) found.set(number, 'documents');
  }
  return Array.from(found, ([number, role]) => ({ number, role }));
}
