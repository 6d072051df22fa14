// Runs Electron to its end: one exit code, and nothing left running behind it.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';

/** Seconds that Electron gets to close by itself after it was asked to. */
const patience = 5;

/**
 * Runs the command and answers its exit code (128 + number for a signal). Ctrl-C, a closed terminal
 * and a termination are passed on, and what the command started ends with it. Each line it prints
 * goes through `spoken` first.
 */
export function runToEnd(
  command: string,
  args: string[],
  { env, spoken }: { env: NodeJS.ProcessEnv; spoken: (line: string) => string },
): Promise<number> {
  // A process group of its own (not on Windows), so that every process in it can be reached at the end.
  const grouped = process.platform !== 'win32';
  const child = spawn(command, args, {
    env,
    stdio: ['inherit', 'pipe', 'inherit'],
    detached: grouped,
  });
  createInterface(child.stdout).on('line', (line) => console.log(spoken(line)));
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(grouped ? -(child.pid as number) : (child.pid as number), signal);
    } catch {
      // It has ended already.
    }
  };
  const onSignal = () => {
    // Only the first process is asked: it ends the others in order, and would miss them otherwise.
    child.kill('SIGTERM');
    setTimeout(() => kill('SIGKILL'), patience * 1000).unref();
  };
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, onSignal);

  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // What Electron started may need a moment longer, to close its files.
    child.on('exit', () => setTimeout(() => kill('SIGKILL'), patience * 1000).unref());
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, onSignal);
      kill('SIGKILL');
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
