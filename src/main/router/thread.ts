// A worker thread as the desk sees it: calls with answers, progress on the way, and one plain word when it dies.
import { Worker } from 'node:worker_threads';
import type { Reply } from '../../shared/contract.ts';
import { AppError, toWireError } from '../../shared/errors.ts';
import { type AbortFlag, abortFlag } from './abort.ts';

/** JavaScript is stopped at once; SQLite in the middle of a statement is not. */
const KILLING_MS = 10_000;

/**
 * MB of memory for what a thread has just made. V8 would take several times that for long tasks, whose records are
 * garbage at once, and give none of it back.
 */
const YOUNG_MB = 16;

/** What a thread is asked. */
export interface ThreadCall {
  id: number;
  method: string;
  input: unknown;
  path?: string;
  flag: AbortFlag;
}

/** How far a long task is; `total` is null where it cannot be known. */
export interface Progress {
  phase: string;
  done: number;
  total: number | null;
}

/** What a thread answers. */
export type FromThread = { id: number; reply: Reply } | { id: number; progress: Progress };

export interface ThreadOptions {
  path?: string;
  flag?: AbortFlag;
  onProgress?: (progress: Progress) => void;
}

export interface Thread {
  /** Never rejects: a thread that dies answers everything it was asked with archive_crashed. */
  call: (method: string, input: unknown, options?: ThreadOptions) => Promise<Reply>;
  /** Ends a thread that hangs, as if it had died; where even that hangs, the process is given up for a new one. */
  kill: () => void;
  /** Ends the thread; what it was asked is answered with archive_unavailable. */
  end: () => Promise<void>;
}

interface Waiting {
  resolve: (reply: Reply) => void;
  onProgress?: (progress: Progress) => void;
}

/** Starts the thread at `path`; `onDeath` is told once if it ends without having been asked to. */
export function startThread(path: string, data: unknown, onDeath: () => void): Thread {
  const worker = new Worker(path, {
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let over: AppError | null = null;

  const stop = (error: AppError) => {
    if (over) return;
    over = error;
    for (const { resolve } of waiting.values()) resolve({ ok: false, error: toWireError(error) });
    waiting.clear();
    if (error.code === 'archive_crashed') onDeath();
  };

  worker.on('message', (message: FromThread) => {
    const asked = waiting.get(message.id);
    if (!asked) return;
    if ('progress' in message) return asked.onProgress?.(message.progress);
    waiting.delete(message.id);
    asked.resolve(message.reply);
  });
  // The message is not logged: it may quote what was being read.
  worker.on('error', (error) => console.error(`mahfuz: a thread ended by ${error.name}`));
  worker.on('exit', () => stop(new AppError('archive_crashed')));

  return {
    call: (method, input, { path: file, flag = abortFlag(), onProgress } = {}) =>
      new Promise((resolve) => {
        if (over) return resolve({ ok: false, error: toWireError(over) });
        last += 1;
        waiting.set(last, { resolve, onProgress });
        const call: ThreadCall = { id: last, method, input, flag };
        worker.postMessage(file === undefined ? call : { ...call, path: file });
      }),
    kill: () => {
      const patience = setTimeout(() => process.exit(1), KILLING_MS).unref();
      void worker.terminate().then(() => clearTimeout(patience));
    },
    end: async () => {
      stop(new AppError('archive_unavailable'));
      await worker.terminate();
    },
  };
}
