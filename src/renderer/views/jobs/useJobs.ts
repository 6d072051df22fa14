// Long tasks: starts them, follows their progress, keeps the report of the last one.
import { create } from 'zustand';
import type { Grant, JobEnd, JobKind, JobProgress } from '../../../shared/contract.ts';
import { client } from '../../client.ts';
import type { Query } from '../../history.ts';
import { questionOf } from '../search/query.ts';

interface Jobs {
  /** The task that runs, as far as it has said; there is one at a time. */
  running: JobProgress | null;
  /** How the last task ended, until it is dismissed. */
  ended: JobEnd | null;
  /** Why a task could not even begin. */
  refused: unknown;
  /** Starts a task of a kind; why it could not begin is kept in `refused`. */
  begin: (kind: JobKind, begin: () => Promise<{ job: string }>) => Promise<void>;
  importFile: (file: Grant) => Promise<void>;
  exportRecords: (name: string, query?: Query) => Promise<void>;
  exportSelected: (name: string, records: { shelf: string; id: string }[]) => Promise<void>;
  rebuild: () => Promise<void>;
  check: () => Promise<void>;
  cancel: () => void;
  dismiss: () => void;
}

export const useJobs = create<Jobs>()((set, get) => {
  const start = async (kind: JobKind, begin: () => Promise<{ job: string }>) => {
    set({ ended: null, refused: null });
    try {
      const { job } = await begin();
      // A short task may have ended before its number was known.
      if (get().ended?.job !== job) {
        set(({ running }) => ({
          running: running ?? { job, kind, phase: '', done: 0, total: null },
        }));
      }
    } catch (refused) {
      set({ refused });
    }
  };
  return {
    running: null,
    ended: null,
    refused: null,
    begin: start,
    importFile: ({ grant }) => start('import', () => client.call('archive.import', { grant })),
    exportRecords: async (name, query) => {
      const file = await client.grant('save', name);
      if (!file) return;
      // What the list shows, to the unfinished word, and nothing else.
      const input = { ...(query && questionOf(query)), grant: file.grant };
      await start('export', () => client.call('archive.export', input));
    },
    exportSelected: async (name, records) => {
      const file = await client.grant('save', name);
      if (!file) return;
      await start('export', () => client.call('archive.export', { grant: file.grant, records }));
    },
    rebuild: () => start('rebuild', () => client.call('archive.rebuildIndex', {})),
    check: () => start('check', () => client.call('archive.check', {})),
    cancel: () => {
      const { running } = get();
      if (running) void client.call('job.cancel', { job: running.job });
    },
    dismiss: () => set({ ended: null, refused: null }),
  };
});

/** Follows the tasks of the archive; called once, when the page starts. */
export function followJobs(): void {
  client.on('job.progress', (running) => useJobs.setState({ running }));
  client.on('job.end', (ended) => useJobs.setState({ running: null, ended }));
}
