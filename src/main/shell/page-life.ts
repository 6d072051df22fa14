// Keeps the window from staying empty: a page whose process died, or hangs while it loads, is loaded again.
import { setTimeout as wait } from 'node:timers/promises';
import type { WebContents } from 'electron';
import { restartBudget } from '../restarts.ts';
import { PAGE_ADDRESS } from './addresses.ts';

/** A page takes about a second to load; a cold and busy machine is given this long. */
const LOADING_MS = 15_000;
/** Chromium must be done with the process that died: a page loaded before that takes the program down. */
const BEFORE_RETRY_MS = 200;

/** Loads the page, and again, a few times within a minute, whenever its process is lost; rejects when it cannot be loaded at all. */
export async function keepPage(contents: WebContents): Promise<void> {
  const mayRestart = restartBudget();
  endWhatHangs(contents);
  while (!(await loaded(contents, mayRestart)));
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && mayRestart()) contents.reload();
  });
}

async function loaded(contents: WebContents, mayRestart: () => boolean): Promise<boolean> {
  try {
    await contents.loadURL(PAGE_ADDRESS);
    return true;
  } catch (error) {
    if (!mayRestart()) throw error;
    await wait(BEFORE_RETRY_MS);
    return false;
  }
}

function endWhatHangs(contents: WebContents): void {
  let patience: NodeJS.Timeout | undefined;
  const stop = () => clearTimeout(patience);
  contents.on('did-start-loading', () => {
    stop();
    // It is killed, since what hangs does not end when asked to.
    patience = setTimeout(() => kill(contents.getOSProcessId()), LOADING_MS);
  });
  contents.on('did-stop-loading', stop);
  contents.on('render-process-gone', stop);
  contents.on('destroyed', stop);
}

function kill(pid: number): void {
  // 0: it has no process, and for the system that number would mean all of ours.
  if (pid === 0) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
