// The archive process as the rest of the shell sees it: calls are numbered, forwarded and answered, whatever happens
// to the process; it is started again when it dies, a few times, and everyone is told.
import type { ArchiveState, EventName, Events, JobProgress, Reply } from '../../shared/contract.ts';
import { AppError, type ErrorCode, toWireError } from '../../shared/errors.ts';
import type { Emit, FromArchive } from '../../shared/wire.ts';
import { restartBudget } from '../restarts.ts';
import type { ArchiveProcess, Launch } from './archive-launch.ts';

/** A call of a window; `id` is the window's own number for it. */
export interface HostCall {
  caller: number;
  id: number;
  method: string;
  input: unknown;
  path?: string;
}

interface Pending {
  caller: number;
  id: number;
  answer: (reply: Reply) => void;
}

interface HostOptions {
  launch: (handlers: Pick<Launch, 'onMessage' | 'onExit'>) => ArchiveProcess;
  emit: Emit;
}

/** How long the archive gets to close its files when the program ends; the launcher waits a second longer. */
const CLOSING_MS = 4_000;

const OPENING: ArchiveState = { phase: 'opening', done: 0, total: null, error: null, notices: [] };

export class ArchiveHost {
  readonly #options: HostOptions;
  readonly #mayRestart = restartBudget();
  readonly #pending = new Map<number, Pending>();
  #process: ArchiveProcess | null = null;
  #state: ArchiveState = OPENING;
  #runtime = '';
  #last = 0;
  /** The long task that runs, as it last said of itself. */
  #job: JobProgress | null = null;
  #closed: (() => void) | null = null;

  constructor(options: HostOptions) {
    this.#options = options;
    this.#start();
  }

  /** What the archive runs on, such as `Node 24.21.0`; empty until it has said so. */
  get runtime(): string {
    return this.#runtime;
  }

  /** What the archive last said that it is doing. */
  get state(): ArchiveState {
    return this.#state;
  }

  /** The process's number, for tests of its death. */
  get pid(): number | undefined {
    return this.#process?.pid();
  }

  /** Passes a call on; it is answered in any case, if only with the news that the process died. */
  call({ caller, id, ...what }: HostCall): Promise<Reply> {
    return new Promise((answer) => {
      if (!this.#process) return answer(this.#answerAlone(what.method));
      this.#last += 1;
      this.#pending.set(this.#last, { caller, id, answer });
      this.#process.send({ type: 'call', id: this.#last, caller, ...what });
    });
  }

  /** Gives up a call of a window, or all of them where its page has gone. */
  cancel(caller: number, id?: number): void {
    for (const [number, pending] of this.#pending) {
      if (pending.caller !== caller || (id !== undefined && pending.id !== id)) continue;
      this.#process?.send({ type: 'cancel', id: number });
    }
  }

  /** Lets the archive finish what must be finished and close its files; ends it if that takes too long. */
  async close(): Promise<void> {
    const process = this.#process;
    if (!process) return;
    const closed = new Promise<void>((resolve) => {
      this.#closed = resolve;
    });
    process.send({ type: 'close' });
    const patience = setTimeout(() => process.kill(), CLOSING_MS);
    await closed;
    clearTimeout(patience);
  }

  #start(): void {
    this.#process = this.#options.launch({
      onMessage: (message) => this.#receive(message),
      onExit: () => this.#exited(),
    });
  }

  #receive(message: FromArchive): void {
    if (message.type === 'started') {
      this.#runtime = message.runtime;
    } else if (message.type === 'event') {
      this.#tell(message.event, message.payload);
    } else {
      this.#pending.get(message.id)?.answer(message.reply);
      this.#pending.delete(message.id);
    }
  }

  #exited(): void {
    this.#process = null;
    for (const { answer } of this.#pending.values()) answer(failure('archive_crashed'));
    this.#pending.clear();
    this.#endJob();
    if (this.#closed) return this.#closed();
    if (this.#mayRestart()) {
      this.#tell('archive.state', { ...OPENING, error: failure('archive_crashed').error });
      this.#start();
    } else {
      const { error } = failure('archive_unavailable');
      this.#tell('archive.state', { ...OPENING, phase: 'failed', error });
    }
  }

  /** A task that died with its process has an end like any other. */
  #endJob(): void {
    if (!this.#job) return;
    const { job, kind } = this.#job;
    this.#tell('job.end', { job, kind, result: null, error: failure('archive_crashed').error });
  }

  #tell<E extends EventName>(event: E, payload: Events[E]): void {
    if (event === 'archive.state') this.#state = payload as ArchiveState;
    if (event === 'job.progress') this.#job = payload as JobProgress;
    if (event === 'job.end') this.#job = null;
    this.#options.emit(event, payload);
  }

  #answerAlone(method: string): Reply {
    return method === 'archive.state'
      ? { ok: true, value: this.#state }
      : failure('archive_unavailable');
  }
}

function failure(code: ErrorCode): { ok: false; error: ReturnType<typeof toWireError> } {
  return { ok: false, error: toWireError(new AppError(code)) };
}
