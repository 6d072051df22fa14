// Writes records to an NDJSON file that any Mahfuz can import.
import { setImmediate as pause } from 'node:timers/promises';
import type { ExportReport } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { type ArchiveRecord, recordId } from '../../../shared/record.ts';
import type { Database } from '../../sqlite/open.ts';
import {
  countRecords,
  currentRecords,
  recordByNumber,
  type StoredRecord,
} from '../store/records.ts';
import { LOCAL_SHELF } from '../store/schema.ts';
import { quarantinedShelves } from '../store/shelves.ts';
import { writeWhole } from './whole-file.ts';

export interface ExportOptions {
  archive: Database;
  /** Where to write; an existing file is replaced only where `replace` is set. */
  path: string;
  replace?: boolean;
  /** Numbers of the records to export, in this order; all records without it. */
  numbers?: readonly number[] | undefined;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

const STEP = 500;

/**
 * Writes the current revision of records, one a line, as a whole file or none. What was withdrawn for safety is left
 * out and counted. Throws `file_exists`, `file_unwritable`, `disk_full` or `cancelled`.
 */
export async function exportRecords(options: ExportOptions): Promise<ExportReport> {
  return writeWhole(options, async (add) => {
    const report: ExportReport = { records: 0, bytes: 0, withheld: 0 };
    for await (const line of exportedLines(options)) {
      if (line === null) report.withheld += 1;
      else {
        report.bytes += add(line);
        report.records += 1;
      }
    }
    return report;
  });
}

/**
 * Gives the lines of an export, each with its line feed; null for a record that is left out because it was withdrawn
 * for safety. Lets other work go on between steps; throws `cancelled`.
 */
export async function* exportedLines({
  archive,
  numbers,
  signal,
  onProgress,
}: Omit<ExportOptions, 'path' | 'replace'>): AsyncGenerator<string | null> {
  const total = numbers?.length ?? countRecords(archive);
  let done = 0;
  for (const stored of numbers ? recordsOf(archive, numbers) : recordsOutside(archive)) {
    const withheld = stored.record.withdrawn?.safety;
    yield withheld ? null : `${JSON.stringify(forExport(stored))}\n`;
    done += 1;
    if (done % STEP !== 0) continue;
    onProgress?.(done, total);
    await pause();
    if (signal?.aborted) throw new AppError('cancelled');
  }
}

// Asked for everything, one means what every search finds: nobody vouches for what is in quarantine.
function* recordsOutside(archive: Database): Generator<StoredRecord> {
  const quarantined = new Set(quarantinedShelves(archive));
  for (const stored of currentRecords(archive)) if (!quarantined.has(stored.shelf)) yield stored;
}

function* recordsOf(archive: Database, numbers: readonly number[]): Generator<StoredRecord> {
  for (const number of numbers) {
    const found = recordByNumber(archive, number);
    if (found) yield found;
  }
}

/** What stands before the namespace of the reader's own records once they leave this archive. */
const LOCAL_PREFIX = 'local-';

// The reader's own records take a namespace of their own, so that elsewhere they cannot pass for someone else's.
function forExport({ shelf, record }: StoredRecord): ArchiveRecord {
  if (shelf !== LOCAL_SHELF) return record;
  const renamed = (link: string) => (link.includes(':') ? link : localId(link));
  const own = { ...record, id: localId(record.id) };
  if (own.kind !== 'document' && own.kind !== 'event') return own;
  own.related = own.related.map(renamed);
  own.mentions = own.mentions.map((one) => ({ ...one, id: one.id && renamed(one.id) }));
  if (own.kind === 'document') {
    own.about = own.about.map((one) => ({ ...one, event: renamed(one.event) }));
  } else {
    own.documents = own.documents.map(renamed);
    own.claims = own.claims.map((one) => ({
      ...one,
      document: one.document && renamed(one.document),
    }));
  }
  return own;
}

function localId(id: string): string {
  const renamed = id.startsWith(LOCAL_PREFIX) ? id : `${LOCAL_PREFIX}${id}`;
  return recordId.safeParse(renamed).success ? renamed : id;
}
