// Removes what came here, really: its rows overwritten, its words out of the index, its files deleted.
import { rmSync } from 'node:fs';
import { setImmediate as pause } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { RemovalNote, RemovalReport } from '../../../shared/pack.ts';
import { dropLocal } from '../../archive/exchange/local-removal.ts';
import type { OpenArchive } from '../../archive/opening/open-archive.ts';
import { buildIndex } from '../../archive/opening/open-index.ts';
import { catchUp } from '../../archive/search/indexer.ts';
import {
  type FileRow,
  filesOf,
  filesOfImport,
  importsOf,
  removeImport,
  setState,
} from '../../archive/store/files.ts';
import { attachedTo, recordByAddress } from '../../archive/store/records.ts';
import {
  carriersOf,
  dropCarried,
  dropRecord,
  dropShelf,
  recordsOfShelf,
} from '../../archive/store/removal.ts';
import { type Shelf, shelfByKey } from '../../archive/store/shelves.ts';
import { asFault } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { payloadName } from '../format/names.ts';
import { rememberDecision } from '../import/commit-lists.ts';
import { customOf } from '../import/file-row.ts';
import type { OnProgress } from '../import/work.ts';
import { deletePayload, publisherFolder } from '../trust/publisher-folder.ts';
import { isKept, withoutRecord } from './partial.ts';

export interface RemovalWork {
  open: OpenArchive;
  signal?: AbortSignal | undefined;
  onProgress?: OnProgress | undefined;
}

const nothing = (): RemovalReport => ({ records: 0, revisions: 0, files: 0, bytes: 0, notes: [] });

/** Takes back an import as a whole; what it told of lists and keys stays known. Throws `import_unknown`. */
export async function undoImport(
  work: RemovalWork,
  { publisher, import: number }: { publisher: string; import: number },
): Promise<RemovalReport> {
  const { archive } = work.open;
  const shelf = requireShelf(archive, publisher);
  const found = importsOf(archive, shelf.number).find((one) => one.number === number);
  if (!found) throw new AppError('import_unknown');
  if (found.is_first) return removePublisher(work, publisher);
  const files = filesOfImport(archive, number);
  return finished(work, ['comes-back', 'list-stays'], () =>
    dropFiles(work, { shelf, files, after: () => removeImport(archive, number) }),
  );
}

/** Drops files of a publisher with the records that no other file carries; throws `not_found` for a hash it has not. */
export async function removeFiles(
  work: RemovalWork,
  { publisher, files: hashes }: { publisher: string; files: readonly string[] },
): Promise<RemovalReport> {
  const { archive } = work.open;
  const shelf = requireShelf(archive, publisher);
  const rows = new Map(filesOf(archive, shelf.number).map((row) => [row.hash, row]));
  const files = hashes.map((hash) => {
    const row = rows.get(hash);
    if (!row) throw new AppError('not_found', { id: hash });
    return row;
  });
  return finished(work, ['comes-back', 'list-stays'], () => dropFiles(work, { shelf, files }));
}

interface Dropping {
  shelf: Shelf;
  files: readonly FileRow[];
  after?: () => void;
}

async function dropFiles(
  { open, signal, onProgress }: RemovalWork,
  { shelf, files, after }: Dropping,
): Promise<RemovalReport> {
  const { archive, folder } = open;
  const report = nothing();
  await inTransaction(archive, async () => {
    for (const [done, file] of files.entries()) {
      onProgress?.('removing', done, files.length);
      const { records, revisions } = dropCarried(archive, file.number);
      setState(archive, file.number, { state: 'missing', by: null });
      report.records += records;
      report.revisions += revisions;
      if (signal?.aborted) throw new AppError('cancelled');
      await pause();
    }
    after?.();
  });
  const at = publisherFolder(folder, shelf.key);
  for (const { path, hash } of files) report.bytes += deletePayload(at, payloadName(path, hash));
  return { ...report, files: files.length };
}

const RECORDS_AT_ONCE = 200;

/** Removes a publisher with everything it brought, what it signed too; throws `publisher_unknown`. */
export async function removePublisher(
  work: RemovalWork,
  publisher: string,
): Promise<RemovalReport> {
  const { archive, folder } = work.open;
  const shelf = requireShelf(archive, publisher);
  const at = publisherFolder(folder, publisher);
  return finished(work, ['comes-back'], async () => {
    const report = nothing();
    const files = filesOf(archive, shelf.number);
    // Without it the folder counts as left over, should this be cut short after the commit.
    rmSync(at.trust, { force: true });
    const remove = inTransaction(archive, async () => {
      const records = recordsOfShelf(archive, shelf.number);
      for (const [done, number] of records.entries()) {
        report.revisions += dropRecord(archive, number, shelf.key).revisions;
        if (done % RECORDS_AT_ONCE !== 0) continue;
        work.onProgress?.('removing', done, records.length);
        if (work.signal?.aborted) throw new AppError('cancelled');
        await pause();
      }
      report.records = records.length;
      dropShelf(archive, shelf.number);
    });
    await remove.catch((error: unknown) => {
      rememberDecision(archive, at, publisher);
      throw error;
    });
    for (const { path, hash } of files) report.bytes += deletePayload(at, payloadName(path, hash));
    rmSync(at.root, { recursive: true, force: true });
    return { ...report, files: files.filter(({ state }) => state !== 'missing').length };
  });
}

/** Removes one record with all its revisions, on whatever shelf it stands; throws `not_found`. */
export async function removeRecord(
  work: RemovalWork,
  { shelf: key, id }: { shelf: string; id: string },
): Promise<RemovalReport> {
  const { archive, folder } = work.open;
  const found = recordByAddress(archive, { id, shelf: key });
  const shelf = shelfByKey(archive, key);
  if (!found || !shelf) throw new AppError('not_found', { id });
  if (shelf.status === 'local') {
    return finished(work, [], async () => ({
      ...nothing(),
      ...(await dropLocal({ archive, folder, record: found.number, id })),
    }));
  }
  const notes: RemovalNote[] =
    shelf.status === 'bundled' ? ['bundled-comes-back'] : ['comes-back', 'partial-files'];
  return finished(work, notes, () => dropFromFiles(work, { shelf, number: found.number, id }));
}

// What only pictures this record: it goes too, and is not taken again.
function mediaOf(archive: Database, shelf: Shelf, record: number): FileRow[] {
  const attached = new Set(attachedTo(archive, record));
  return filesOf(archive, shelf.number).filter(
    (file) => customOf(file).kind === 'media' && attached.has(file.hash),
  );
}

// First what is left of each file, safe on the disk; then the archive; then the whole files go.
async function dropFromFiles(
  { open, signal }: RemovalWork,
  { shelf, number, id }: { shelf: Shelf; number: number; id: string },
): Promise<RemovalReport> {
  const { archive, folder } = open;
  const at = publisherFolder(folder, shelf.key);
  const carrying = new Set(carriersOf(archive, number));
  const carriers = filesOf(archive, shelf.number).filter((file) => carrying.has(file.number));
  const files: FileRow[] = [];
  const lost: FileRow[] = [];
  for (const file of carriers) {
    const isWhole = await isKept(at, { file, signal });
    if (isWhole) await withoutRecord(at, { file, id, signal });
    (isWhole ? files : lost).push(file);
  }
  const media = mediaOf(archive, shelf, number);
  const report = nothing();
  await inTransaction(archive, async () => {
    Object.assign(report, dropRecord(archive, number, shelf.key));
    for (const file of [...files, ...media]) {
      setState(archive, file.number, { state: 'partial', by: file.import });
    }
    // Nothing is left of these that could be kept without the record.
    for (const file of lost) {
      setState(archive, file.number, { state: 'damaged', by: file.import });
    }
  });
  for (const { hash } of lost) rmSync(at.partial(hash), { force: true });
  for (const { path, hash } of [...carriers, ...media]) {
    rmSync(at.file(payloadName(path, hash)), { force: true });
  }
  const { records, revisions } = report;
  return { ...nothing(), records, revisions, files: carriers.length + media.length };
}

/** Ends a removal: the index is made anew without what is gone, and logs that may still hold it are emptied. */
async function finished(
  { open, signal, onProgress }: RemovalWork,
  notes: readonly RemovalNote[],
  remove: () => Promise<RemovalReport>,
): Promise<RemovalReport> {
  try {
    const report = await remove();
    await forgetInIndex({ open, signal, onProgress });
    for (const db of [open.archive, open.index]) db.pragma('wal_checkpoint(TRUNCATE)');
    return { ...report, notes: [...notes, 'flash-may-keep'] };
  } catch (error) {
    throw asFault(error);
  }
}

/**
 * An index that only deletes keeps words of what is gone in lists and free pages; one that is made anew has none. Where
 * that is cancelled, what is gone is at least found no more.
 */
async function forgetInIndex({ open, signal, onProgress }: RemovalWork): Promise<void> {
  const { index, archive, folder } = open;
  try {
    const fresh = await buildIndex({
      folder,
      archive,
      signal,
      onProgress: (done, total) => onProgress?.('indexing', done, total),
    });
    index.close();
    open.index = fresh;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'cancelled') throw error;
    await catchUp(index, archive);
  }
}

async function inTransaction(archive: Database, work: () => Promise<void>): Promise<void> {
  archive.exec('BEGIN IMMEDIATE');
  try {
    await work();
    archive.exec('COMMIT');
  } catch (error) {
    if (archive.inTransaction) archive.exec('ROLLBACK');
    throw error;
  }
}

function requireShelf(archive: Database, publisher: string): Shelf {
  const shelf = shelfByKey(archive, publisher);
  const isPublisher = shelf?.status === 'trusted' || shelf?.status === 'quarantined';
  if (!shelf || !isPublisher) throw new AppError('publisher_unknown');
  return shelf;
}
