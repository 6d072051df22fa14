// Cites a record of the archive in its current revision.
import { AppError } from '../../../../shared/errors.ts';
import type { Database } from '../../../sqlite/open.ts';
import { revisionHash } from '../../store/codec.ts';
import { type RecordAddress, recordByAddress } from '../../store/records.ts';
import { shelves } from '../../store/shelves.ts';
import { type CitationStyle, cite } from './cite.ts';

/** The citation of the record at an address; `not_found` where there is none. */
export function citeRecord(db: Database, address: RecordAddress, style: CitationStyle): string {
  const found = recordByAddress(db, address);
  if (!found) throw new AppError('not_found', { id: address.id });
  const { record, shelf } = found;
  const shelfName = shelves(db).find(({ key }) => key === shelf)?.name ?? shelf;
  return cite({ record, shelf, shelfName, hash: revisionHash(record).toString('hex') }, style);
}
