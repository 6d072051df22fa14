// The archive process as the app starts it where it forks: built, in a process of its own, asked by messages.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import type { Input, Method, Output } from '../src/shared/contract.ts';
import { fromWireError } from '../src/shared/errors.ts';
import type { FromArchive } from '../src/shared/wire.ts';

const DOOR = join(import.meta.dirname, '..', 'out', 'main', 'archive-process.js');

export interface ArchiveProcess {
  call: <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
  /** Resolves when a long task has ended. */
  run: (method: 'archive.rebuildIndex') => Promise<void>;
  /** Bytes of memory that the process holds, and held at most, its threads included; of Linux only, else 0. */
  memory: () => { now: number; most: number };
  close: () => Promise<void>;
}

/** Starts the archive process on a data folder and waits until it can be read. */
export async function startArchive(folder: string, bundledFolder: string): Promise<ArchiveProcess> {
  if (!existsSync(DOOR)) throw new Error('the app is not built: run npm run build first');
  const child = fork(DOOR, [folder, bundledFolder], {
    serialization: 'advanced',
    stdio: 'inherit',
  });
  const pending = new Map<
    number,
    (reply: Extract<FromArchive, { type: 'reply' }>['reply']) => void
  >();
  await new Promise<void>((ready, failed) => {
    child.on('message', (message: FromArchive) => {
      if (message.type === 'reply') {
        pending.get(message.id)?.(message.reply);
        pending.delete(message.id);
      } else if (message.type === 'event' && message.event === 'archive.state') {
        if (message.payload.phase === 'ready') ready();
        if (message.payload.error) failed(fromWireError(message.payload.error));
      }
    });
    child.once('exit', (code) => failed(new Error(`the archive process ended with ${code}`)));
  });
  let last = 0;
  const jobEnded = () =>
    new Promise<void>((ended) => {
      const hear = (message: FromArchive) => {
        if (message.type !== 'event' || message.event !== 'job.end') return;
        child.off('message', hear);
        ended();
      };
      child.on('message', hear);
    });
  const process: ArchiveProcess = {
    run: async (method) => {
      const ended = jobEnded();
      await process.call(method, {});
      await ended;
    },
    call: async (method, input) => {
      const id = ++last;
      const reply = await new Promise<Extract<FromArchive, { type: 'reply' }>['reply']>(
        (resolve) => {
          pending.set(id, resolve);
          child.send({ type: 'call', id, caller: 1, method, input });
        },
      );
      if (!reply.ok) throw fromWireError(reply.error);
      return reply.value as Output<typeof method>;
    },
    memory: () => memoryOf(child),
    close: () =>
      new Promise((closed) => {
        child.once('exit', () => closed());
        child.send({ type: 'close' });
      }),
  };
  return process;
}

function memoryOf({ pid }: ChildProcess): { now: number; most: number } {
  if (platform() !== 'linux') return { now: 0, most: 0 };
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const bytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) * 1024;
  return { now: bytes('VmRSS'), most: bytes('VmHWM') };
}
