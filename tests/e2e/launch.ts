// Starts the reader as a launcher does, without a debugger and its switches.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The command that starts the reader with arguments, for whoever starts it in a way of their own. */
export function commandTo(...args: string[]): [command: string, args: string[]] {
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  return [electron, [root, ...args, '--disable-gpu', '--log-level=3']];
}

/** Runs the reader to its end. */
export function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(...commandTo(...args));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => {
      output += data.toString();
    });
  }
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
