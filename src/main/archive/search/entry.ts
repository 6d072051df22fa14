// What the index holds of one record, and the hash by which the two can be compared.
import { createHash } from 'node:crypto';
import { JOINT, segmented } from '../../language/words.ts';
import type { ArchiveRecord } from '../../../shared/record.ts';
import { civilSpan, type DaySpan, daySpan, recordDates } from '../dates.ts';
import type { StoredRecord } from '../store/records.ts';
import { type FacetValues, facetValues } from './facet-values.ts';
import { recordTags } from './tags.ts';
import { INDEX_COLUMNS, type IndexColumn, namesOf, searchedTexts } from './texts.ts';

/** The days since 1970-01-01 that a record may cover; all null where it is undated. */
export interface EntryDays {
  day_from: number | null;
  starts_by: number | null;
  ends_after: number | null;
  day_to: number | null;
}

/** Everything that the index holds of a record. */
export interface IndexEntry extends EntryDays, FacetValues {
  record: number;
  kind: string;
  shelf: string;
  /** The terms of each column. */
  terms: Record<IndexColumn, string>;
  names: { lang: string; name: string }[];
  /** The first half of a SHA-256 over all of the above but the record's number. */
  hash: Buffer;
}

// Stands between two texts of a column; no word is written so, and no phrase reaches over it.
const GAP = ` ${JOINT} `;

/** Makes a record's entry; the same record always gives the same. */
export function indexEntry({ number, shelf, record }: StoredRecord): IndexEntry {
  const tags = recordTags(record, shelf);
  const columns: Lists = { title: [], body: [], names: [], sources: [], tags };
  for (const { column, text } of searchedTexts(record)) {
    const terms = segmented(text);
    if (terms !== '') columns[column].push(terms);
  }
  const content = {
    kind: record.kind,
    shelf,
    ...facetValues(record, shelf),
    ...entryDays(record),
    terms: joined(columns),
    names: namesOf(record),
  };
  return { record: number, ...content, hash: hashOf(content) };
}

type Lists = Record<IndexColumn, string[]>;

function joined(columns: Lists): IndexEntry['terms'] {
  const terms = { title: '', body: '', names: '', sources: '', tags: '' };
  for (const column of INDEX_COLUMNS) terms[column] = columns[column].join(GAP);
  return terms;
}

function entryDays(record: ArchiveRecord): EntryDays {
  const { date, end } = recordDates(record);
  if (!date) return { day_from: null, starts_by: null, ends_after: null, day_to: null };
  const first = daySpan(date);
  const last = end ? daySpan(end) : (runningUntil(record, first) ?? first);
  return {
    day_from: Math.min(first.from, last.from),
    starts_by: first.to,
    ends_after: last.from,
    day_to: Math.max(first.to, last.to),
  };
}

// A missing end is not "ongoing"; but what is said to be running as of a day was so on every day up to it.
function runningUntil(record: ArchiveRecord, first: DaySpan): DaySpan | null {
  if (record.kind !== 'event' || record.status !== 'ongoing') return null;
  const asOf = record.status_as_of === null ? null : civilSpan(record.status_as_of);
  return asOf && asOf.from >= first.from ? asOf : null;
}

function hashOf(content: Omit<IndexEntry, 'record' | 'hash'>): Buffer {
  return createHash('sha256').update(JSON.stringify(content)).digest().subarray(0, 16);
}
