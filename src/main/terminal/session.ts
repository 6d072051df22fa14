// Opens the archive for one command: for reading beside a window that is open, for writing alone.
import { existsSync } from 'node:fs';
import type { ArchiveState, Notice } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { aboutBundled } from '../archive/bundled.ts';
import { liveIndex } from '../archive/index-files.ts';
import { localFiles } from '../archive/local-files.ts';
import { type OpenArchive, openArchive } from '../archive/opening.ts';
import { aboutIndex, openIndex } from '../archive/search/index-file.ts';
import { isInLedger } from '../archive/store/ledger.ts';
import { lastChange } from '../archive/store/records.ts';
import { openArchiveReader } from '../archive/store/schema.ts';
import { layout } from '../data-folder/layout.ts';
import type { Database } from '../sqlite/open.ts';
import { noticeText } from './notices.ts';
import { count, harmless } from './lines.ts';
import type { Terminal } from './terminal.ts';

/** The data folder, and the folder of the archive that comes with the program. */
export interface Place {
  folder: string;
  bundledFolder: string;
}

/** An archive open for reading only. */
export interface Reading {
  archive: Database;
  index: Database;
  close: () => void;
}

/** Why what is here cannot be put right now, though it may be read as it is. */
const CANNOT_WRITE = new Set<string>(['folder_in_use', 'folder_unwritable', 'disk_full']);

/**
 * Opens the archive for reading. Where it is not there yet, not up to date or damaged, it is first put right, as the
 * window would do; where that cannot be, because another Mahfuz is at it or nothing can be written, it is read as it is.
 */
export async function openReading(place: Place, terminal: Terminal): Promise<Reading> {
  const found = openAsItIs(place.folder);
  if (found && isCurrent(found, place)) return found;
  // Nothing may read while a damaged file is set aside.
  found?.close();
  try {
    (await openWriting(place, terminal)).close();
  } catch (error) {
    const code = error instanceof AppError ? error.code : '';
    if (!found && code === 'folder_in_use') throw new AppError('still_opening');
    if (!found || !CANNOT_WRITE.has(code)) throw error;
  }
  const ready = openAsItIs(place.folder);
  if (ready) return ready;
  throw new AppError('archive_unavailable');
}

/** Opens the archive for writing, with progress; throws `folder_in_use` where another Mahfuz has it. */
export async function openWriting(place: Place, terminal: Terminal): Promise<OpenArchive> {
  const opened = await openArchive({
    ...place,
    onState: (state) => terminal.progress(stateText(state)),
    signal: terminal.signal,
  });
  terminal.progress('');
  sayNotices(terminal, opened.notices);
  return opened;
}

/** Null where archive or index is missing, damaged or of another version. */
function openAsItIs(folder: string): Reading | null {
  const live = existsSync(layout(folder).archive) ? liveIndex(folder) : null;
  if (!live) return null;
  const open: Database[] = [];
  const close = () => {
    for (const db of open) db.close();
  };
  try {
    const archive = openArchiveReader(layout(folder).archive);
    open.push(archive);
    const index = openIndex(live.path, { readonly: true });
    open.push(index);
    return { archive, index, close };
  } catch (error) {
    close();
    const code = error instanceof AppError ? error.code : null;
    if (code === 'index_damaged' || code === 'archive_damaged') return null;
    throw error;
  }
}

/** Whether the index knows every change, and the archive everything that was given to it. */
function isCurrent({ archive, index }: Reading, { folder, bundledFolder }: Place): boolean {
  if (aboutIndex(index).change !== lastChange(archive)) return false;
  const bundled = aboutBundled(bundledFolder);
  if (bundled && !isInLedger(archive, bundled.corpus)) return false;
  return localFiles(folder).every(({ hash }) => isInLedger(archive, hash));
}

const PHASES = {
  opening: 'Opening the archive',
  copying: 'Preparing the archive',
  rebuilding: 'Making the search index',
  ready: '',
  failed: '',
};

function stateText({ phase, done, total }: ArchiveState): string {
  const steps = total ? ` ${count(done)} of ${count(total)}` : '';
  return PHASES[phase] && `${PHASES[phase]}…${steps}`;
}

/** Says what was found wrong while opening and put right. */
function sayNotices(terminal: Terminal, notices: Notice[]): void {
  for (const notice of notices) terminal.say(harmless(noticeText(notice)));
}
