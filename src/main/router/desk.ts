// The front desk of the archive process: every call comes in here, and goes on to whoever answers it.
import { contract, type Reply } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { CallMessage } from '../../shared/wire.ts';
import { answerWith, asReply, parseInput } from './answer.ts';
import { deskHandlers } from './desk-handlers.ts';
import { createJobDesk } from './jobs.ts';
import { Lifecycle, type LifecycleOptions } from './lifecycle.ts';
import {
  isDeskMethod,
  isJobMethod,
  isReadMethod,
  isWriteMethod,
  JOB_KINDS,
  type JobMethod,
  type WriteMethod,
} from './methods.ts';

export interface Desk {
  /** Answers a call; never rejects. */
  call: (message: CallMessage) => Promise<Reply>;
  /** Gives up the read with this number. */
  cancel: (id: number) => void;
  /** Stops what runs at its next safe point, and closes every file. */
  close: () => Promise<void>;
}

/** Opens the archive and answers calls: reads wait until it is open, `archive.state` does not. */
export function createDesk(options: LifecycleOptions): Desk {
  const { folders, emit } = options;
  const lifecycle = new Lifecycle(options);
  const jobs = createJobDesk({
    run: (method, input, options) => lifecycle.runJob(method, input, options),
    settle: (kind) => lifecycle.settle(kind),
    emit,
  });
  const own = deskHandlers({ folder: folders.folder, lifecycle, jobs });
  const answerOwn = answerWith(own.handlers);
  void lifecycle.start();

  const startJob = (method: JobMethod, input: unknown, path?: string) => {
    if ('grant' in contract[method] && path === undefined) throw new AppError('file_not_granted');
    lifecycle.requireReady();
    return jobs.start({ kind: JOB_KINDS[method], method, input, path });
  };

  const write = async (method: WriteMethod, input: unknown): Promise<Reply> => {
    const asked = await asReply(method, () => {
      lifecycle.requireReady();
      return { answer: jobs.atOnce({ kind: 'pack', method, input }) };
    });
    return asked.ok ? asked.value.answer : asked;
  };

  const call = async ({ method, caller, id, input: raw, path }: CallMessage): Promise<Reply> => {
    if (isDeskMethod(method)) return answerOwn(method, raw);
    const parsed = await asReply(method, () => parseInput(method, raw));
    if (!parsed.ok) return parsed;
    const input = parsed.value;
    if (isReadMethod(method)) return lifecycle.reads.ask({ caller, id, method, input });
    if (isJobMethod(method)) return asReply(method, () => startJob(method, input, path));
    if (isWriteMethod(method)) return write(method, input);
    return asReply(method, () => {
      throw new AppError('unknown_method', { method });
    });
  };

  return {
    call,
    cancel: (id) => void lifecycle.reads.cancel(id),
    close: async () => {
      await jobs.stop();
      own.close();
      await lifecycle.close();
    },
  };
}
