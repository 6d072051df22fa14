// The archive without a window: the same handlers, parsed and answered in this process, for the terminal and for tests.
import type { ArchiveState, Call, JobEnd, Method, Output, Parsed } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { openArchive, type OpenArchive } from '../archive/opening.ts';
import { aboutIndex } from '../archive/search/index-file.ts';
import { lastChange } from '../archive/store/records.ts';
import { notebookState, openNotebook } from '../notebook/notebook.ts';
import { parseInput } from './answer.ts';
import { type JobContext, jobHandlers, readHandlers } from './handlers.ts';
import { isReadMethod, type JobMethod } from './methods.ts';
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
  close: () => void;
}

/** The archive of a data folder; nothing is opened before it is needed. */
export function openLocally(options: LocalOptions): Local {
  let writer: OpenArchive | null = null;
  let reader: Reader | null = null;
  const toWrite = async () => (writer ??= await openArchive(options));
  const toRead = async () =>
    (reader ??= tryReader(options.folder) ?? (await madeReadable(toWrite)));
  const jobs = jobHandlers(() => writer as OpenArchive);
  const reads = readHandlers(() => reader as Reader);

  const answer = async (method: Method, input: unknown, signal: AbortSignal) => {
    const parsed = parseInput(method, input);
    if (method === 'notebook.state') return withNotebook(await toWrite());
    if (!isReadMethod(method)) throw new AppError('unknown_method', { method });
    await toRead();
    signal.throwIfAborted();
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
    close: () => [reader, writer].forEach((open) => open?.close()),
  };
}

const never = () => new AbortController().signal;

/** Reading needs no leave from whoever writes; null where there is nothing whole to read yet. */
function tryReader(folder: string): Reader | null {
  let found: Reader | null = null;
  try {
    found = openReader(folder);
    if (aboutIndex(found.index).change === lastChange(found.archive)) return found;
  } catch (error) {
    if (error instanceof AppError && error.code === 'newer_data') throw error;
  }
  found?.close();
  return null;
}

async function madeReadable(toWrite: () => Promise<OpenArchive>): Promise<Reader> {
  return openReader((await toWrite()).folder);
}

function withNotebook({ folder }: OpenArchive) {
  const notebook = openNotebook(folder);
  try {
    return notebookState(notebook);
  } finally {
    notebook.close();
  }
}
