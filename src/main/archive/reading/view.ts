// Opens a record: itself, its text as safe trees, what it links to, and everything that points to it.
import { AppError } from '../../../shared/errors.ts';
import {
  type Body,
  MAX_INCOMING,
  type RecordView,
  type RevisionRow,
} from '../../../shared/reading.ts';
import type { ArchiveRecord } from '../../../shared/record.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { countIncomingLinks, incomingLinks } from '../store/incoming.ts';
import { linkAddress, writtenLinks } from '../store/links.ts';
import {
  type RecordAddress,
  recordByAddress,
  recordRow,
  recordWithHash,
  revisionsOf,
  type StoredRecord,
} from '../store/records.ts';
import { shelves } from '../store/shelves.ts';
import { vocabularyNames } from '../vocabulary.ts';
import { body } from './body.ts';
import { isWithheld, withoutText } from './withheld.ts';

/** A record, and which of its revisions. */
export interface RevisionAddress extends RecordAddress {
  /** An older revision instead of the current one. */
  revision?: number | undefined;
  /** A revision by its SHA-256, hexadecimal; it decides alone. */
  hash?: string | undefined;
}

/** What is to be opened, and how. */
export interface Opening extends RevisionAddress {
  /** Knowingly shows what was withdrawn for safety. */
  reveal?: boolean;
}

interface Asked {
  current: StoredRecord;
  rows: RevisionRow[];
  /** The record as it was in the revision that is asked for, and the SHA-256 of that. */
  record: ArchiveRecord;
  hash: string;
}

/** The revision that is asked for and those beside it; `not_found` where it is not here. */
export function revisionAsked(db: Database, address: RevisionAddress): Asked {
  const current = recordByAddress(db, address);
  if (!current) throw new AppError('not_found', { id: address.id });
  const rows = revisionsOf(db, current.number);
  const { hash } = rowAsked(rows, current, address);
  return {
    current,
    rows,
    hash,
    record: recordWithHash(db, current.number, hash) ?? current.record,
  };
}

/** Finds the records whose text uses a term's names, most recent first. */
export type FindUses = (term: StoredRecord) => Pick<RecordView, 'usedIn' | 'usedInTotal'>;

/** All that a reader is shown of one record; an address or a revision that is not here is `not_found`. */
export function recordView(db: Database, opening: Opening, findUses: FindUses): RecordView {
  const { current, rows, hash, record: asked } = revisionAsked(db, opening);
  const { shelf } = current;
  // An older revision still has the text that a later one withdrew, so the current one decides for all.
  const hidden = (isWithheld(current.record) || isWithheld(asked)) && !opening.reveal;
  const record = hidden ? withoutText(asked) : asked;
  const revisions = rows.map((row) => (hidden ? { ...row, correction: null } : row));
  return {
    shelf,
    shelfName: shelves(db).find(({ key }) => key === shelf)?.name ?? shelf,
    record,
    hash,
    bodies: bodiesOf(record),
    linked: linkedRows(db, record, shelf),
    ...incoming(db, { shelf, id: record.id }),
    ...(record.kind === 'term' && !hidden ? findUses(current) : { usedIn: [], usedInTotal: 0 }),
    vocabulary: vocabularyNames(record),
    revisions,
    conflict: new Set(revisions.map(({ revision }) => revision)).size < revisions.length,
    hidden,
  };
}

// Of two texts with the revision number that is asked for, the one that wins is shown.
function rowAsked(
  rows: RevisionRow[],
  { record }: StoredRecord,
  { revision, hash }: RevisionAddress,
): RevisionRow {
  if (hash !== undefined) {
    const row = rows.find((known) => known.hash === hash);
    if (!row) throw new AppError('not_found', { id: `${record.id}, ${hash},` });
    return row;
  }
  const wanted = revision ?? record.revision;
  const candidates = rows.filter((row) => row.revision === wanted);
  const row = candidates.find(({ current }) => current) ?? candidates[0];
  if (!row) throw new AppError('not_found', { id: `${record.id}, revision ${wanted},` });
  return row;
}

function bodiesOf(record: ArchiveRecord): Record<string, Body> {
  if (record.kind !== 'document') return {};
  const texts = Object.entries(record.translations).map(
    ([lang, translation]) => [lang, translation.body] as const,
  );
  return Object.fromEntries(
    [[record.lang, record.body] as const, ...texts]
      .filter((entry): entry is [string, string] => Boolean(entry[1]))
      .map(([lang, text]) => [lang, body(text)]),
  );
}

/** The number of the record at an exact address; null where it is not here. */
export function recordNumber(
  db: Database,
  { shelf, id }: { shelf: string; id: string },
): number | null {
  const row = statement<[string, string], { number: number }>(
    db,
    `SELECT records.number
     FROM records
     JOIN shelves ON shelves.number = records.shelf
     WHERE records.id = ? AND shelves.key = ?`,
  ).get(id, shelf);
  return row?.number ?? null;
}

function linkedRows(db: Database, record: ArchiveRecord, shelf: string): RecordView['linked'] {
  const linked: RecordView['linked'] = {};
  for (const [, written] of writtenLinks(record)) {
    const number = recordNumber(db, linkAddress(written, shelf));
    const row = number === null ? null : recordRow(db, number);
    if (row) linked[written] = row;
  }
  return linked;
}

function incoming(db: Database, address: { shelf: string; id: string }) {
  const links = incomingLinks(db, { ...address, limit: MAX_INCOMING });
  return {
    incoming: links.flatMap(({ record, role }) => {
      const row = recordRow(db, record);
      return row ? [{ role, row }] : [];
    }),
    incomingTotal: countIncomingLinks(db, address),
  };
}
