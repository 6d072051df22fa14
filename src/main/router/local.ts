// The archive without a window: the same handlers, parsed and answered in this process, for the terminal and for tests.
import type { ArchiveState, Call, JobEnd, Method, Output, Parsed } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { aboutBundled } from '../archive/opening/bundled.ts';
import { localFiles } from '../archive/exchange/local-files.ts';
import { openArchive, type OpenArchive } from '../archive/opening/open-archive.ts';
import { aboutIndex } from '../archive/search/index-file.ts';
import { isInLedger } from '../archive/store/ledger.ts';
import { lastChange } from '../archive/store/records.ts';
import { restorePacks } from '../packs/import/restore.ts';
import { notebookState, openNotebook } from '../notebook/notebook.ts';
import { parseInput } from './answer.ts';
import { type JobContext, jobHandlers, readHandlers } from './handlers.ts';
import { isReadMethod, isWriteMethod, type JobMethod } from './methods.ts';
import { packWriteHandlers } from './pack-handlers.ts';
import { openReader, type Reader } from './reader.ts';

export interface LocalOptions {
  folder: string;
  bundledFolder: string;
  /** Told while the archive is opened for writing. */
  onState?: (state: ArchiveState) => void;
  signal?: AbortSignal | undefined;
}

export interface Local {
  /** Answers reads and `notebook.state`; all other methods are unknown here. */
  call: Call;
  /** Carries out a long task to its end; takes the folder for writing, or throws folder_in_use. */
  run: <M extends JobMethod>(
    method: M,
    input: unknown,
    context: Partial<JobContext>,
  ) => Promise<NonNullable<JobEnd['result']>>;
  /** The connections that reads use, for what no method gives, such as an export to standard output. */
  reader: () => Promise<Reader>;
  close: () => void;
}

/** The archive of a data folder; nothing is opened before it is needed. */
export function openLocally(options: LocalOptions): Local {
  let writer: OpenArchive | null = null;
  let reader: Reader | null = null;
  const toWrite = async () => (writer ??= await openArchive({ ...options, restore: restorePacks }));
  const toRead = async () => (reader ??= await readable(options, toWrite));
  const jobs = jobHandlers(() => writer as OpenArchive);
  const reads = readHandlers(() => reader as Reader);
  const writes = packWriteHandlers(() => writer as OpenArchive);

  const answer = async (method: Method, input: unknown, signal: AbortSignal) => {
    const parsed = parseInput(method, input);
    if (method === 'notebook.state') return withNotebook(await toWrite());
    if (isWriteMethod(method)) {
      await toWrite();
      return writes[method](parsed as never, { signal });
    }
    if (!isReadMethod(method)) throw new AppError('unknown_method', { method });
    await toRead();
    if (signal.aborted) throw new AppError('cancelled');
    return reads[method](parsed as never, { signal });
  };

  return {
    call: async (method, input, { signal = never() } = {}) =>
      (await answer(method, input, signal)) as Output<typeof method>,
    run: async (method, input, { signal = never(), onProgress = () => {}, path }) => {
      const parsed = parseInput(method, input);
      await toWrite();
      const result = await jobs[method](parsed as Parsed<never>, { signal, onProgress, path });
      reader?.close();
      reader = null;
      return result;
    },
    reader: toRead,
    close: () => [reader, writer].forEach((open) => open?.close()),
  };
}

const never = () => new AbortController().signal;

/** Why what is here cannot be put right now, though it may be read as it is. */
const CANNOT_WRITE: ReadonlySet<string> = new Set([
  'folder_in_use',
  'folder_unwritable',
  'disk_full',
]);

/**
 * Reading needs no leave from whoever writes. What is not there yet, damaged or not up to date is first put right, as
 * the window would do; where that cannot be, what is here is read as it is.
 */
async function readable(options: LocalOptions, toWrite: () => Promise<unknown>): Promise<Reader> {
  const found = tryReader(options.folder);
  if (found && isCurrent(found, options)) return found;
  // Nothing may read while a damaged file is set aside.
  found?.close();
  try {
    await toWrite();
  } catch (error) {
    const code = error instanceof AppError ? error.code : '';
    if (!found && code === 'folder_in_use') throw new AppError('still_opening');
    if (!found || !CANNOT_WRITE.has(code)) throw error;
  }
  return openReader(options.folder);
}

/** Null where there is nothing whole to read. */
function tryReader(folder: string): Reader | null {
  try {
    return openReader(folder);
  } catch (error) {
    if (error instanceof AppError && error.code === 'newer_data') throw error;
    return null;
  }
}

/** Whether the index knows every change, and the archive everything that was given to it. */
function isCurrent({ archive, index }: Reader, { folder, bundledFolder }: LocalOptions): boolean {
  if (aboutIndex(index).change !== lastChange(archive)) return false;
  const bundled = aboutBundled(bundledFolder);
  if (bundled && !isInLedger(archive, bundled.corpus)) return false;
  return localFiles(folder).every(({ hash }) => isInLedger(archive, hash));
}

function withNotebook({ folder }: OpenArchive) {
  const notebook = openNotebook(folder);
  try {
    return notebookState(notebook);
  } finally {
    notebook.close();
  }
}
