// Long tasks: one at a time, each with a name to cancel it by, its progress, and its end told as events.
import { randomUUID } from 'node:crypto';
import type { JobEnd, JobKind, Reply } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { Emit } from '../../shared/wire.ts';
import { type AbortFlag, abortFlag, raise } from './abort.ts';
import type { Progress, ThreadOptions } from './thread.ts';

/** A long task about to start. */
export interface JobOrder {
  kind: JobKind;
  method: string;
  input: unknown;
  path?: string;
}

export interface JobDesk {
  /** Starts the task and names it; throws job_running where another has not ended. */
  start: (order: JobOrder) => { job: string };
  /** Does in the task's place what takes no time, and gives its answer; throws job_running where a task has not ended. */
  atOnce: (order: JobOrder) => Promise<Reply>;
  /** Asks the task to stop at its next safe point; false where it has ended or never was. */
  cancel: (job: string) => { cancelled: boolean };
  /** Asks whatever runs to stop, and waits until it has. */
  stop: () => Promise<void>;
}

interface JobDeskOptions {
  /** Runs the task in the job worker; never rejects. */
  run: (method: string, input: unknown, options: ThreadOptions) => Promise<Reply>;
  /** Done between a task and its end being told, so that whoever hears of the end sees what it changed. */
  settle: (kind: JobKind) => Promise<void>;
  emit: Emit;
}

/** A desk that runs one long task at a time. */
export function createJobDesk({ run, settle, emit }: JobDeskOptions): JobDesk {
  let current: { job: string; kind: JobKind; flag: AbortFlag; ended: Promise<void> } | null = null;

  const work = async (job: string, order: JobOrder, flag: AbortFlag) => {
    const { kind, method, input } = order;
    const onProgress = (progress: Progress) => emit('job.progress', { job, kind, ...progress });
    const options: ThreadOptions = { flag, onProgress };
    onProgress({ phase: '', done: 0, total: null });
    if (order.path !== undefined) options.path = order.path;
    const reply = await run(method, input, options);
    await settle(kind);
    current = null;
    const result = reply.ok ? (reply.value as JobEnd['result']) : null;
    emit('job.end', { job, kind, result, error: reply.ok ? null : reply.error });
  };

  const requireIdle = () => {
    if (current) throw new AppError('job_running', { kind: current.kind });
  };

  const workAtOnce = async ({ kind, method, input }: JobOrder): Promise<Reply> => {
    const reply = await run(method, input, {});
    await settle(kind);
    current = null;
    return reply;
  };

  return {
    start: (order) => {
      requireIdle();
      // Not a running number: the archive process may be started again while somebody remembers an old one.
      const job = randomUUID();
      const flag = abortFlag();
      current = { job, kind: order.kind, flag, ended: Promise.resolve() };
      current.ended = work(job, order, flag);
      return { job };
    },
    atOnce: (order) => {
      requireIdle();
      const done = workAtOnce(order);
      const ended = done.then(() => undefined);
      current = { job: '', kind: order.kind, flag: abortFlag(), ended };
      return done;
    },
    cancel: (job) => {
      if (current?.job !== job) return { cancelled: false };
      raise(current.flag);
      return { cancelled: true };
    },
    stop: async () => {
      if (!current) return;
      raise(current.flag);
      await current.ended;
    },
  };
}
