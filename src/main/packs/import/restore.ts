// Done whenever the archive is opened: the folder `packs/` and the archive are made to agree, and an archive that was
// lost gets back from the folder what publishers signed.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import type { Notice } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { type FileRow, filesOf, setState } from '../../archive/store/files.ts';
import { putArrival } from '../../archive/store/merge.ts';
import { type Shelf, setShelfStatus, shelfByKey } from '../../archive/store/shelves.ts';
import type { Database } from '../../sqlite/open.ts';
import { type Container, openContainer } from '../container/container.ts';
import { payloadName, payloadParts } from '../format/names.ts';
import { keptLines } from '../removal/partial.ts';
import {
  type PublisherFolder,
  publisherFolder,
  publisherFolders,
  readDecision,
  writeDecision,
} from '../trust/publisher-folder.ts';
import type { Verdict } from '../verify/verdict.ts';
import { verifyPack } from '../verify/verify-pack.ts';
import { beginAttempt, crashedBefore, endAttempt, noteCrash } from './attempt.ts';
import { commitLists, rememberDecision } from './commit-lists.ts';
import { keptLists, learnEarlier } from './earlier-lists.ts';
import { listedFile, standingOf } from './file-row.ts';
import { mergeFile } from './merge-file.ts';
import { fileSource } from './stage.ts';

interface Restoring {
  folder: string;
  archive: Database;
  /** Told with files done and to do. */
  onProgress?: (done: number, total: number) => void;
}

/** Brings the archive and `packs/` together; gives what could not be brought back. */
export async function restorePacks(work: Restoring): Promise<Notice[]> {
  const { folder, archive } = work;
  const notices: Notice[] = [];
  noteCrash(folder);
  for (const key of publisherFolders(folder)) {
    const at = publisherFolder(folder, key);
    const shelf = shelfByKey(archive, key);
    const decision = readDecision(at);
    // Without a decision it was never taken over whole, or was about to be removed.
    if (!shelf && !decision) rmSync(at.root, { recursive: true, force: true });
    else if (!shelf) notices.push(...(await replay(work, key)));
    else {
      rememberDecision(archive, at, key);
      sweep(archive, at, shelf);
    }
  }
  return notices;
}

/** Deletes payloads that the archive does not hold: left by an import that was cut short, or by a removal. */
function sweep(archive: Database, at: PublisherFolder, shelf: Shelf): void {
  const rows = filesOf(archive, shelf.number);
  const kept = new Set(
    rows.filter(({ state }) => state === 'held').map(({ path, hash }) => payloadName(path, hash)),
  );
  const partial = new Set(rows.filter(({ state }) => state === 'partial').map(({ hash }) => hash));
  for (const place of payloadsOf(at)) {
    if (!kept.has(place)) rmSync(at.file(place));
  }
  for (const name of namesIn(join(at.root, 'partial'))) {
    if (!partial.has(name.slice(0, 64))) rmSync(join(at.root, 'partial', name));
  }
}

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

function payloadsOf(at: PublisherFolder): string[] {
  return namesIn(at.file('data')).flatMap((ns) =>
    namesIn(at.file(`data/${ns}`))
      .map((name) => `data/${ns}/${name}`)
      .filter((place) => payloadParts(place) !== null),
  );
}

async function replay(work: Restoring, key: string): Promise<Notice[]> {
  const at = publisherFolder(work.folder, key);
  const pack = await openContainer(at.root);
  try {
    const verdict = await verifyPack(pack, null);
    if (verdict.publisher?.fingerprint !== key || verdict.outcome !== 'accepted') {
      return [{ code: 'pack_refused', detail: { cause: verdict.cause?.code ?? 'no-root' } }];
    }
    return await replayVerified(work, { pack, verdict, key });
  } finally {
    await pack.close();
  }
}

interface Replaying {
  pack: Container;
  verdict: Verdict;
  key: string;
}

async function replayVerified(
  work: Restoring,
  { pack, verdict, key }: Replaying,
): Promise<Notice[]> {
  const { archive, folder } = work;
  const at = publisherFolder(folder, key);
  const decision = readDecision(at) ?? 'quarantined';
  const { shelf } = commitLists(work, verdict);
  setShelfStatus(archive, key, decision);
  writeDecision(at, decision);
  const revocations = verdict.publisher?.revocations ?? [];
  const earlier = await keptLists(pack);
  learnEarlier({ archive, shelf, at, revocations }, earlier);
  const notices: Notice[] = [];
  const rows = filesOf(archive, shelf);
  const crashed = crashedBefore(folder);
  for (const [done, row] of rows.entries()) {
    work.onProgress?.(done, rows.length);
    if (crashed.has(row.hash)) continue;
    const fault = await replayFile(work, { at, key, row });
    if (fault) notices.push(fault);
    await pause();
  }
  return notices;
}

interface OneFile {
  at: PublisherFolder;
  key: string;
  row: FileRow;
}

async function replayFile(
  { archive, folder }: Restoring,
  { at, key, row }: OneFile,
): Promise<Notice | null> {
  const file = listedFile(row);
  beginAttempt(folder, file.sha256);
  try {
    if (existsSync(at.partial(file.sha256))) {
      await replayPartial(archive, { at, key, row });
    } else if (existsSync(at.file(file.place))) {
      const source = fileSource(at.file(file.place), file);
      const standing = standingOf(row);
      await mergeFile({ archive, key, file, row: row.number, source, standing, by: null });
    }
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('payload_')) throw error;
    setState(archive, row.number, { state: 'damaged', by: null });
    return { code: error.code, detail: error.detail };
  } finally {
    endAttempt(folder);
  }
}

async function replayPartial(archive: Database, { at, key, row }: OneFile): Promise<void> {
  const standing = standingOf(row);
  archive.exec('BEGIN IMMEDIATE');
  try {
    for await (const { record } of keptLines(at, row)) {
      if (record) putArrival(archive, { shelf: key, record, file: row.number, standing });
    }
    setState(archive, row.number, { state: 'partial', by: null });
    archive.exec('COMMIT');
  } catch (error) {
    if (archive.inTransaction) archive.exec('ROLLBACK');
    throw error;
  }
}
