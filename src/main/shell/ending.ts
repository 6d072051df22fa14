// Ends the program in order: the window, then the archive's files, then what Chromium wrote.
import { app } from 'electron';
import type { ArchiveHost } from './archive-host.ts';
import { wipeAtEnd } from './transient.ts';

let exitCode = 0;

/** Says a last sentence and ends the program with a code. */
export function endProgram(code: 0 | 1, sentence: string): void {
  (code === 0 ? console.log : console.error)(sentence);
  exitCode = code;
  app.quit();
}

/** Sees to it that the program, however it is told to end, closes the archive first and leaves no traces. */
export function endInOrder(archive: ArchiveHost, traces: string): void {
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void archive.close().then(() => app.exit(exitCode));
  });
  app.on('quit', () => wipeAtEnd(traces));
  // Electron would show a box and wait for a click, with nobody there to click; the window goes on.
  process.on('uncaughtException', (error) => console.error(`mahfuz: window: ${error.stack}`));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => app.quit());
}
