// What the desk answers itself: how far the archive is, the jobs, and the notebook, which is in this thread's hands.
import type { Handlers } from '../../shared/contract.ts';
import { notebookState, openNotebook } from '../notebook/notebook.ts';
import type { Database } from '../sqlite/open.ts';
import type { JobDesk } from './jobs.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { DeskMethod } from './methods.ts';

interface DeskRooms {
  folder: string;
  lifecycle: Lifecycle;
  jobs: JobDesk;
}

/** The desk's own handlers, and how to close what they opened. */
export function deskHandlers({ folder, lifecycle, jobs }: DeskRooms): {
  handlers: Handlers<DeskMethod>;
  close: () => void;
} {
  let notebook: Database | null = null;
  return {
    handlers: {
      'archive.state': () => lifecycle.state,
      'job.cancel': ({ job }) => jobs.cancel(job),
      'notebook.state': () => {
        // Before, nobody knows that this is the only program that writes in the folder.
        lifecycle.requireReady();
        notebook ??= openNotebook(folder);
        return notebookState(notebook);
      },
    },
    close: () => notebook?.close(),
  };
}
