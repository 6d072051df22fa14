// Shows how far a long task is, on one line that is taken away again.
import type { JobContext } from '../router/handlers.ts';
import { count } from './lines.ts';
import type { Terminal } from './terminal.ts';

const PHASES: Record<string, string> = {
  reading: 'Checking the file',
  merging: 'Adding records',
  indexing: 'Indexing',
  writing: 'Writing records',
  verifying: 'Checking signatures',
  checking: 'Checking files',
  removing: 'Removing',
  copying: 'Copying',
  rereading: 'Reading the copy again',
  structure: 'Checking the archive file',
  revisions: 'Checking revisions',
  records: 'Checking records',
  files: 'Checking imported files',
  index: 'Checking the search index',
};

/** Runs a task while its progress is shown, and clears the line when it ends, however it ends. */
export async function withProgress<T>(
  terminal: Terminal,
  run: (onProgress: JobContext['onProgress']) => Promise<T>,
): Promise<T> {
  try {
    return await run(({ phase, done, total }) => {
      const share = total ? ` ${Math.floor((100 * done) / total)}%` : done ? ` ${count(done)}` : '';
      terminal.progress(`${PHASES[phase] ?? 'Working'}…${share}`);
    });
  } finally {
    terminal.progress('');
  }
}
