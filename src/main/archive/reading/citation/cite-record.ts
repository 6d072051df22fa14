// Cites a record of the archive in the revision that is read.
import type { Database } from '../../../sqlite/open.ts';
import { revisionHash } from '../../store/codec.ts';
import { shelves } from '../../store/shelves.ts';
import { type RevisionAddress, revisionAsked } from '../view.ts';
import { isWithheld } from '../withheld.ts';
import { type CitationStyle, cite } from './cite.ts';

/** The citation of the revision at an address, without one the current; `not_found` where there is none. */
export function citeRecord(db: Database, address: RevisionAddress, style: CitationStyle): string {
  const { current, record: asked } = revisionAsked(db, address);
  const { shelf } = current;
  // An older revision still says what a later one withdrew for safety.
  const record = isWithheld(current.record) ? current.record : asked;
  const shelfName = shelves(db).find(({ key }) => key === shelf)?.name ?? shelf;
  return cite({ record, shelf, shelfName, hash: revisionHash(record).toString('hex') }, style);
}
