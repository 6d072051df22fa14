// Which records link to a record.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import type { LinkRole } from './links.ts';

/** One link to a record: the number of the record that links, and the field that the link stands in. */
export interface IncomingLink {
  record: number;
  role: LinkRole;
}

// A publisher in quarantine may not write itself onto the pages of others.
const SEEN = `(shelves.trust <> 'quarantined' OR shelves.key = links.target_shelf)`;

/** Links to an address, from the most recent record to the oldest, undated ones last, at most `limit`. */
export function incomingLinks(
  db: Database,
  { shelf, id, limit }: { shelf: string; id: string; limit: number },
): IncomingLink[] {
  return statement<[string, string, number], IncomingLink>(
    db,
    `SELECT links.record, links.role
     FROM links
     JOIN records ON records.number = links.record
     JOIN shelves ON shelves.number = records.shelf
     WHERE links.target_id = ? AND links.target_shelf = ? AND ${SEEN}
     ORDER BY records.day_to DESC NULLS LAST, records.number DESC, links.role
     LIMIT ?`,
  ).all(id, shelf, limit);
}

/** How many links to an address there are. */
export function countIncomingLinks(db: Database, address: { shelf: string; id: string }): number {
  const row = statement<[string, string], { links: number }>(
    db,
    `SELECT count(*) AS links
     FROM links
     JOIN records ON records.number = links.record
     JOIN shelves ON shelves.number = records.shelf
     WHERE links.target_id = ? AND links.target_shelf = ? AND ${SEEN}`,
  ).get(address.id, address.shelf);
  return row?.links ?? 0;
}
