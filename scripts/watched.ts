// Runs a command that fetches something, and gives up on it when nothing arrives any more.
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How a watched command ended: its exit code (null if it was stopped) and its last words. */
export type WatchedEnd = { code: number | null; stalled: boolean; output: string };

export type WatchedCommand = {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Folders that grow while the command makes progress. */
  growing: string[];
  /** Seconds without any growth after which the command is stopped. */
  patience: number;
};

/** Runs the command to its end, or stops it after `patience` seconds in which no folder grew. */
export function runWatched(what: WatchedCommand): Promise<WatchedEnd> {
  return new Promise((resolve) => {
    const child = spawn(what.command, what.args, {
      env: what.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let stalled = false;
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);

    let size = totalSize(what.growing);
    let lastGrowth = performance.now();
    const watch = setInterval(() => {
      const now = totalSize(what.growing);
      if (now !== size) lastGrowth = performance.now();
      size = now;
      if (performance.now() - lastGrowth < what.patience * 1000) return;
      stalled = true;
      child.kill('SIGKILL');
    }, 500);

    const end = (code: number | null) => {
      clearInterval(watch);
      resolve({ code, stalled, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(null);
    });
    child.on('close', end);
  });
}

/** Bytes of all files under the folders; what vanishes while being counted counts nothing. */
function totalSize(folders: string[]): number {
  let bytes = 0;
  for (const folder of folders) {
    for (const name of namesIn(folder)) {
      bytes += statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
    }
  }
  return bytes;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true }) as string[];
  } catch {
    return [];
  }
}
