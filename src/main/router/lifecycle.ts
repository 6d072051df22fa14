// Opening the archive and keeping it open: the job worker opens it for writing, then the read worker for reading;
// one that dies is started again, a few times, and everyone is told how far things are.
import type { ArchiveState, JobKind, Notice, Reply } from '../../shared/contract.ts';
import { AppError, fromWireError, toWireError, type WireError } from '../../shared/errors.ts';
import type { Emit } from '../../shared/wire.ts';
import { type AbortFlag, abortFlag, raise } from './abort.ts';
import { createReadQueue, type Read } from './read-queue.ts';
import { restartBudget } from '../restarts.ts';
import { type Progress, startThread, type Thread, type ThreadOptions } from './thread.ts';

/** The data folder, and the folder of the archive that comes with the program. */
export interface ArchiveFolders {
  folder: string;
  bundledFolder: string;
}

/** What the job worker says of an archive that it opened. */
export interface OpenedArchive {
  notices: Notice[];
  /** True where the last session did not end properly. */
  afterCrash: boolean;
}

/** The files that the two threads start from. */
export interface ThreadFiles {
  read: string;
  jobs: string;
}

export interface LifecycleOptions {
  folders: ArchiveFolders;
  files: ThreadFiles;
  emit: Emit;
  /** How long one read may take before its thread is taken for hung, in milliseconds. */
  patienceMs?: number;
}

/** No read is planned to take more than a fifth of a second; a cold, slow disk may need longer. */
const PATIENCE_MS = 60_000;

const CHANGES_ARCHIVE: ReadonlySet<JobKind> = new Set(['import', 'rebuild', 'pack', 'remove']);

/** The two threads of an archive, opened at once by `start`. */
export class Lifecycle {
  readonly reads = createReadQueue((read, flag) => this.#read(read, flag));
  readonly #folders: ArchiveFolders;
  readonly #files: ThreadFiles;
  readonly #emit: Emit;
  readonly #patienceMs: number;
  readonly #mayRestart = restartBudget();
  #state: ArchiveState = { phase: 'opening', done: 0, total: null, error: null, notices: [] };
  #jobs: Thread | null = null;
  #reader: Thread | null = null;
  #closing = false;
  readonly #lookFlag = abortFlag();

  constructor({ folders, files, emit, patienceMs = PATIENCE_MS }: LifecycleOptions) {
    this.#folders = folders;
    this.#files = files;
    this.#emit = emit;
    this.#patienceMs = patienceMs;
  }

  get state(): ArchiveState {
    return this.#state;
  }

  /** Opens the archive; what comes of it is told by `archive.state`. */
  async start(): Promise<void> {
    this.#jobs = this.#thread(this.#files.jobs);
    const options = { onProgress: (step: Progress) => this.#tellStep(step) };
    const opened = await this.#jobs.call('open', {}, options);
    if (!opened.ok) return this.#refuse(opened.error);
    const { notices, afterCrash } = opened.value as OpenedArchive;
    this.#set({ notices: [...this.#state.notices, ...notices] });
    await this.#startReader();
    if (afterCrash) await this.#lookForDamage();
  }

  /** Throws still_opening, or why the archive could not be opened. */
  requireReady(): void {
    if (this.#state.phase === 'ready') return;
    throw this.#state.phase === 'failed' && this.#state.error
      ? fromWireError(this.#state.error)
      : new AppError('still_opening');
  }

  /** Runs a task in the job worker; never rejects. */
  runJob(method: string, input: unknown, options: ThreadOptions): Promise<Reply> {
    return ask(this.#jobs, method, input, options);
  }

  /** Shows the reader what a task changed, and then tells everyone. */
  async settle(kind: JobKind): Promise<void> {
    if (!CHANGES_ARCHIVE.has(kind)) return;
    const reply = await ask(this.#reader, 'refresh', {}, {});
    if (reply.ok) this.#emit('archive.changed', reply.value as { change: number });
  }

  /** Closes the files in order, then ends both threads. */
  async close(): Promise<void> {
    this.#closing = true;
    this.reads.refuse(toWireError(new AppError('archive_unavailable')));
    raise(this.#lookFlag);
    for (const thread of [this.#reader, this.#jobs]) {
      await ask(thread, 'close', {}, {});
      await thread?.end();
    }
  }

  async #startReader(): Promise<void> {
    this.#reader = this.#thread(this.#files.read);
    const ready = await this.#reader.call('open', {});
    if (!ready.ok) return this.#refuse(ready.error);
    this.#set({ phase: 'ready', done: 0, total: null, error: null });
    this.reads.release();
  }

  /** In the background: whoever reads or imports meanwhile does not wait for it. */
  async #lookForDamage(): Promise<void> {
    const looked = await ask(this.#jobs, 'checkAfterCrash', {}, { flag: this.#lookFlag });
    if (looked.ok || looked.error.code !== 'archive_damaged') return;
    const notice: Notice = { code: 'archive_damaged', detail: looked.error.detail };
    this.#set({ notices: [...this.#state.notices, notice] });
  }

  /** One read in the reader's thread; a thread that never answers is ended, which answers. */
  async #read(read: Read, flag: AbortFlag): Promise<Reply> {
    const reader = this.#reader;
    const patience = setTimeout(() => reader?.kill(), this.#patienceMs);
    const reply = await ask(reader, read.method, read.input, { flag });
    clearTimeout(patience);
    return reply;
  }

  #thread(file: string): Thread {
    const thread = startThread(file, this.#folders, () => void this.#afterDeath(thread));
    return thread;
  }

  async #afterDeath(dead: Thread): Promise<void> {
    if (this.#closing || (dead !== this.#jobs && dead !== this.#reader)) return;
    this.reads.hold();
    if (!this.#mayRestart()) return this.#refuse(toWireError(new AppError('archive_unavailable')));
    const error = toWireError(new AppError('archive_crashed'));
    this.#set({ phase: 'opening', done: 0, total: null, error });
    if (dead === this.#reader) return this.#startReader();
    // What a task left half-done is put right by opening, with nobody reading meanwhile.
    const reader = this.#reader;
    this.#reader = null;
    await reader?.end();
    await this.start();
  }

  #refuse(error: WireError): void {
    // A death is answered by starting again, not by giving up.
    if (this.#closing || error.code === 'archive_crashed') return;
    this.reads.refuse(error);
    this.#set({ phase: 'failed', error });
  }

  #tellStep({ phase, done, total }: Progress): void {
    // That the worker is done or has failed is its answer; ready is only who can read.
    if (isOpening(phase)) this.#set({ phase, done, total });
  }

  #set(change: Partial<ArchiveState>): void {
    this.#state = { ...this.#state, ...change };
    this.#emit('archive.state', this.#state);
  }
}

function isOpening(phase: string): phase is 'opening' | 'copying' | 'rebuilding' {
  return phase === 'opening' || phase === 'copying' || phase === 'rebuilding';
}

async function ask(
  thread: Thread | null,
  ...[method, input, options]: Parameters<Thread['call']>
): Promise<Reply> {
  if (thread) return thread.call(method, input, options);
  return { ok: false, error: toWireError(new AppError('archive_unavailable')) };
}
