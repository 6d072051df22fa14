// Real second processes for tests: the same code, in a Node of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

export interface Child {
  process: ChildProcess;
  /** The next line that it writes; null at its end. */
  line: () => Promise<string | null>;
  /** How it ended: its exit code, or null where a signal ended it. */
  ended: Promise<number | null>;
}

/** Runs a TypeScript file in another Node; it is killed when the test is over. */
export function runChild(file: string, ...given: string[]): Child {
  const child = spawn(process.execPath, [file, ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const lines = linesOf(child);
  return {
    process: child,
    line: async () => {
      const next = await lines.next();
      return next.done ? null : next.value;
    },
    ended,
  };
}

async function* linesOf(child: ChildProcess): AsyncGenerator<string> {
  let rest = '';
  if (!child.stdout) return;
  for await (const chunk of child.stdout) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
