// Opens the archive of a data folder for writing, and puts right what it finds wrong.
import { existsSync, rmSync } from 'node:fs';
import type { ArchiveState, Notice } from '../../../shared/contract.ts';
import { AppError, toWireError } from '../../../shared/errors.ts';
import { writeAtomically } from '../../data-folder/atomic.ts';
import { layout } from '../../data-folder/layout.ts';
import { acquireWriterLock } from '../../data-folder/lock.ts';
import { readyFolder } from '../../data-folder/ready.ts';
import { asFault, isDamage } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { copyBundled, mergeBundled } from './bundled.ts';
import {
  clearSuspicion,
  isSuspect,
  probeArchive,
  setAside,
  structuralFaults,
  suspectArchive,
} from './health.ts';
import { liveIndex, useNoIndex } from './index-files.ts';
import { localFiles, mergeUnfinished } from '../exchange/local-files.ts';
import { openTrueIndex } from './open-index.ts';
import { archiveProblems } from './soundness.ts';
import { countRecords } from '../store/records.ts';
import { openArchiveFile, openExistingArchive } from '../store/schema.ts';

export interface OpeningOptions {
  folder: string;
  /** Where the archive that comes with Mahfuz lies. */
  bundledFolder: string;
  onState?: (state: ArchiveState) => void;
  signal?: AbortSignal;
  /** Brings the archive and the files of publishers together; gives what could not be brought back. */
  restore?: Restore;
}

/** What another room does to the archive before it is used. */
export type Restore = (at: {
  folder: string;
  archive: Database;
  onProgress: (done: number, total: number) => void;
}) => Promise<Notice[]>;

/** An archive open for writing, the only one of its folder. */
export interface OpenArchive {
  folder: string;
  archive: Database;
  /** The search index in use; another one after a rebuild. */
  index: Database;
  /** What was found wrong and put right. */
  notices: Notice[];
  /** True where the last session did not end properly; `checkAfterCrash` then looks for damage. */
  afterCrash: boolean;
  /** Closes the files and frees the folder for another writer. */
  close: () => void;
}

type Phase = ArchiveState['phase'];

interface Opening extends OpeningOptions {
  notices: Notice[];
  say: (phase: Phase, done?: number, total?: number | null) => void;
}

/**
 * Opens the archive: copies the bundled one at the first start, replaces a damaged one from what is here, merges what
 * a newer Mahfuz brought and what a crash left unmerged, and makes the search index true. Tells each phase; throws the
 * AppError that is also in the state `failed`.
 */
export async function openArchive(options: OpeningOptions): Promise<OpenArchive> {
  const notices: Notice[] = [];
  const tell = (phase: Phase, done: number, total: number | null, error: unknown = null) =>
    options.onState?.({
      phase,
      done,
      total,
      error: error === null ? null : toWireError(error),
      notices: [...notices],
    });
  try {
    tell('opening', 0, null);
    const opened = await openWithLock({
      ...options,
      notices,
      say: (phase, done = 0, total = null) => tell(phase, done, total),
    });
    tell('ready', 0, null);
    return opened;
  } catch (error) {
    const fault = asFault(error);
    tell('failed', 0, null, fault);
    throw fault;
  }
}

async function openWithLock(opening: Opening): Promise<OpenArchive> {
  const { folder } = opening;
  readyFolder(folder);
  const lock = acquireWriterLock(folder);
  try {
    const afterCrash = existsSync(layout(folder).openMarker);
    const { archive, index } = await openTwice(opening);
    return opened({ folder, archive, index, notices: opening.notices, afterCrash }, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

// Damage that the quick look missed shows while the index is made true; the second time the whole archive is looked at.
async function openTwice(opening: Opening): Promise<Pick<OpenArchive, 'archive' | 'index'>> {
  try {
    return await openBoth(opening);
  } catch (error) {
    if (!isDamage(error)) throw error;
    suspectArchive(opening.folder);
    return openBoth(opening);
  }
}

async function openBoth(opening: Opening): Promise<Pick<OpenArchive, 'archive' | 'index'>> {
  const { folder, notices, say } = opening;
  const found = await openSound(opening);
  const { archive } = found;
  try {
    writeAtomically(layout(folder).openMarker, '');
    await bringUpToDate(archive, opening);
    notices.push(...noticeOf(found));
    const onProgress = (done: number, total: number) => say('rebuilding', done, total);
    return { archive, index: await openTrueIndex({ ...opening, archive, onProgress }) };
  } catch (error) {
    archive.close();
    throw error;
  }
}

function opened(parts: Omit<OpenArchive, 'close'>, release: () => void): OpenArchive {
  const open: OpenArchive = {
    ...parts,
    close: () => {
      open.index.close();
      open.archive.close();
      rmSync(layout(open.folder).openMarker, { force: true });
      release();
    },
  };
  return open;
}

interface Found {
  archive: Database;
  /** Where what stood there before was moved, null where it was gone; false where nothing was wrong. */
  replaced: string | null | false;
}

async function openSound({ folder, bundledFolder, say }: Opening): Promise<Found> {
  const { archive: path } = layout(folder);
  if (!existsSync(path)) {
    const lost = localFiles(folder).length > 0 || liveIndex(folder) !== null;
    say('copying');
    copyBundled(bundledFolder, folder, () => clearSuspicion(folder));
    return { archive: openArchiveFile(path), replaced: lost ? null : false };
  }
  const sound = await openIfSound(folder, say);
  if (sound) return { archive: sound, replaced: false };
  say('rebuilding');
  let aside = '';
  copyBundled(bundledFolder, folder, () => {
    aside = setAside(folder);
    clearSuspicion(folder);
  });
  return { archive: openArchiveFile(path), replaced: aside };
}

async function openIfSound(folder: string, say: Opening['say']): Promise<Database | null> {
  const { archive: path } = layout(folder);
  let archive: Database | null = null;
  try {
    archive = openExistingArchive(path);
    probeArchive(archive);
    if (!isSuspect(folder)) return archive;
    if (await isSound(archive, say)) {
      // Then it is the index that something is wrong with; building it costs no more than proving it.
      useNoIndex(folder);
      clearSuspicion(folder);
      return archive;
    }
  } catch (error) {
    archive?.close();
    if (!isDamage(error)) throw error;
    return null;
  }
  archive.close();
  return null;
}

async function isSound(archive: Database, say: Opening['say']): Promise<boolean> {
  const onProgress = (_phase: string, done: number, total: number | null) =>
    say('opening', done, total);
  const first = await archiveProblems({ archive, onProgress }).next();
  return first.done === true;
}

async function bringUpToDate(archive: Database, opening: Opening): Promise<void> {
  const { folder, bundledFolder, notices, say, restore } = opening;
  const step = (done: number, total: number) => say('copying', done, total);
  try {
    const upgraded = await mergeBundled(archive, bundledFolder, step);
    if (upgraded) notices.push({ code: 'archive_upgraded', detail: { revisions: upgraded } });
  } catch (error) {
    // What the reader has can be read all the same.
    if (!(error instanceof AppError) || error.code !== 'bundled_archive_missing') throw error;
    notices.push({ code: error.code, detail: error.detail });
  }
  const unfinished = await mergeUnfinished(archive, folder, step);
  notices.push(...unfinished.notices);
  const onProgress = (done: number, total: number) => say('rebuilding', done, total);
  if (restore) notices.push(...(await restore({ folder, archive, onProgress })));
}

function noticeOf({ archive, replaced }: Found): Notice[] {
  if (replaced === false) return [];
  const records = countRecords(archive);
  if (replaced === null) return [{ code: 'archive_rebuilt', detail: { records } }];
  return [{ code: 'archive_set_aside', detail: { aside: replaced, records } }];
}

/**
 * Looks for damage after a session that did not end properly, in steps between which other work goes on. Damage is
 * remembered, so that the next opening repairs it, and thrown as `archive_damaged` or `index_damaged`.
 */
export async function checkAfterCrash(
  { folder, archive, index }: OpenArchive,
  signal?: AbortSignal,
): Promise<void> {
  for (const [db, code] of [
    [archive, 'archive_damaged'],
    [index, 'index_damaged'],
  ] as const) {
    const faults = await structuralFaults(db, signal);
    if (faults.length === 0) continue;
    suspectArchive(folder);
    throw new AppError(code);
  }
}
