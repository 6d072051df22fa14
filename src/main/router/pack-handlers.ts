// Binds the contract's methods about packs and publishers to their room.
import type { Handlers } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { OpenArchive } from '../archive/opening/open-archive.ts';
import { findPack } from '../packs/import/find-pack.ts';
import { importPack } from '../packs/import/import-pack.ts';
import { inspectPack } from '../packs/import/inspect.ts';
import { exportLedger } from '../packs/ledger/export.ts';
import { listPublishers, publisherLedger } from '../packs/ledger/ledger.ts';
import {
  type RemovalWork,
  removeFiles,
  removePublisher,
  removeRecord,
  undoImport,
} from '../packs/removal/remove.ts';
import { planShare } from '../packs/share/plan.ts';
import { sharePack } from '../packs/share/share.ts';
import { quarantinePublisher, trustPublisher } from '../packs/trust/decide.ts';
import type { JobContext, JobHandlers, WriteHandlers } from './handlers.ts';
import type { ReadMethod } from './methods.ts';
import type { Reader } from './reader.ts';

type PackRead = Extract<ReadMethod, `pack.${string}` | `publisher.${string}`>;

/** Handlers of what only reads. */
export function packReadHandlers(reader: () => Reader) {
  return {
    'publisher.list': () => listPublishers(reader().archive),
    'publisher.ledger': ({ publisher }) => publisherLedger(reader().archive, publisher),
    'pack.planShare': (choice) => planShare(reader().archive, choice),
  } satisfies Pick<Handlers, PackRead>;
}

/** How many packs that were looked at are remembered; the oldest give way. */
const MOST_INSPECTED = 50;

/** Handlers of what takes long, over the archive that is open for writing. */
export function packJobHandlers(open: () => OpenArchive) {
  // What was looked at may be imported by its name only: the page never learns a path.
  const inspected = new Map<string, { path: string; expected: string | null }>();
  return {
    'pack.inspect': async (_input, { path, signal, onProgress }) => {
      const at = findPack(grantedPath(path));
      const found = await inspectPack({
        ...open(),
        path: at,
        signal,
        onProgress: told(onProgress),
      });
      const expected = found.publisher?.fingerprint ?? null;
      inspected.set(found.inspection, { path: at, expected });
      if (inspected.size > MOST_INSPECTED) inspected.delete([...inspected.keys()][0] as string);
      return found;
    },
    'pack.import': async ({ inspection }, { signal, onProgress }) => {
      const found = inspected.get(inspection);
      if (!found) throw new AppError('inspection_gone');
      return importPack({ ...open(), ...found, signal, onProgress: told(onProgress) });
    },
    'pack.undo': (input, context) => undoImport(removal(open, context), input),
    'pack.remove': (input, context) => removeFiles(removal(open, context), input),
    'pack.share': ({ grant: _grant, ...choice }, { path, signal, onProgress }) =>
      sharePack({
        ...open(),
        choice,
        target: grantedPath(path),
        signal,
        onProgress: told(onProgress),
      }),
    'publisher.remove': ({ publisher }, context) =>
      removePublisher(removal(open, context), publisher),
    'publisher.exportLedger': ({ publisher, language }, { path }) =>
      exportLedger({ archive: open().archive, publisher, language, path: grantedPath(path) }),
    'record.remove': (input, context) => removeRecord(removal(open, context), input),
  } satisfies Pick<JobHandlers, PackJob>;
}

type PackJob = Extract<
  keyof JobHandlers,
  `pack.${string}` | `publisher.${string}` | `record.${string}`
>;

/** Handlers of what changes the archive at once. */
export function packWriteHandlers(open: () => OpenArchive): WriteHandlers {
  return {
    'publisher.trust': (input) => trustPublisher({ ...open(), ...input }),
    'publisher.quarantine': (input) => quarantinePublisher({ ...open(), ...input }),
  };
}

function removal(open: () => OpenArchive, { signal, onProgress }: JobContext): RemovalWork {
  return { open: open(), signal, onProgress: told(onProgress) };
}

function told(onProgress: JobContext['onProgress']) {
  return (phase: string, done: number, total: number | null) => onProgress({ phase, done, total });
}

function grantedPath(path: string | undefined): string {
  if (path === undefined) throw new AppError('file_not_granted');
  return path;
}
