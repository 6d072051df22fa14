// The archive process as the app starts it where it forks: built, in a process of its own, asked by messages.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import type { Input, JobEnd, Method, Output } from '../src/shared/contract.ts';
import { fromWireError } from '../src/shared/errors.ts';
import type { FromArchive } from '../src/shared/wire.ts';

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'out', 'main', 'archive-process.js');
/** The process as it was built, or from its sources where it was not. */
const DOOR = existsSync(BUILT) ? BUILT : join(ROOT, 'src', 'main', 'archive-process.ts');

export interface ArchiveProcess {
  call: <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
  /** Resolves when a long task has ended. */
  run: (method: 'archive.rebuildIndex') => Promise<void>;
  /** Starts a long task, on a file where it needs one, and gives its end. */
  work: <M extends Method>(method: M, input: Input<M>, path?: string) => Promise<JobEnd>;
  /** Bytes of memory that the process holds, and held at most, its threads included; of Linux only, else 0. */
  memory: () => { now: number; most: number };
  close: () => Promise<void>;
}

/** Starts the archive process on a data folder and waits until it can be read. */
export async function startArchive(folder: string, bundledFolder: string): Promise<ArchiveProcess> {
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
  const ask = async (method: string, input: unknown, path?: string): Promise<unknown> => {
    const id = ++last;
    const reply = await new Promise<Extract<FromArchive, { type: 'reply' }>['reply']>((resolve) => {
      pending.set(id, resolve);
      child.send({ type: 'call', id, caller: 1, method, input, path });
    });
    if (!reply.ok) throw fromWireError(reply.error);
    return reply.value;
  };
  const ended = () =>
    new Promise<JobEnd>((resolve) => {
      const hear = (message: FromArchive) => {
        if (message.type !== 'event' || message.event !== 'job.end') return;
        child.off('message', hear);
        resolve(message.payload);
      };
      child.on('message', hear);
    });
  const process: ArchiveProcess = {
    work: async (method, input, path) => {
      const end = ended();
      await ask(method, input, path);
      return end;
    },
    run: async (method) => {
      const end = ended();
      await ask(method, {});
      await end;
    },
    call: async (method, input) => (await ask(method, input)) as Output<typeof method>,
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
