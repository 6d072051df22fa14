// What the desk asks of the job worker: opening the archive for writing, the long tasks, and closing.
import { AppError } from '../../shared/errors.ts';
import { checkAfterCrash, openArchive, type OpenArchive } from '../archive/opening/open-archive.ts';
import { restorePacks } from '../packs/import/restore.ts';
import { jobHandlers } from './handlers.ts';
import type { ArchiveFolders, OpenedArchive } from './lifecycle.ts';
import { packWriteHandlers } from './pack-handlers.ts';
import type { ThreadContext, ThreadMethods } from './serve.ts';

/** The job worker's methods on a data folder. */
export function jobMethods(folders: ArchiveFolders): ThreadMethods {
  let opened: OpenArchive | null = null;
  const current = () => {
    if (!opened) throw new AppError('still_opening');
    return opened;
  };
  return {
    ...jobHandlers(current),
    ...(packWriteHandlers(current) as ThreadMethods),
    open: async (
      _input: unknown,
      { signal, onProgress }: ThreadContext,
    ): Promise<OpenedArchive> => {
      opened = await openArchive({
        ...folders,
        restore: restorePacks,
        signal,
        onState: ({ phase, done, total }) => onProgress({ phase, done, total }),
      });
      return { notices: opened.notices, afterCrash: opened.afterCrash };
    },
    checkAfterCrash: (_input: unknown, { signal }: ThreadContext) =>
      checkAfterCrash(current(), signal),
    close: () => {
      opened?.close();
      opened = null;
    },
  };
}
