// Starts the reader as a launcher does, without a debugger and its switches.
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The command that starts the reader with arguments, for whoever starts it in a way of their own. */
export function commandTo(...args: string[]): [command: string, args: string[]] {
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  return [electron, [root, ...args, '--disable-gpu', '--log-level=3']];
}

export interface Ended {
  code: number | null;
  output: string;
}

/** Runs the reader to its end. */
export function run(...args: string[]): Promise<Ended> {
  return toEnd(spawn(...commandTo(...args)));
}

/** Gathers what a started reader says until its end. */
export function toEnd(child: ChildProcess): Promise<Ended> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => {
      output += data.toString();
    });
  }
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
