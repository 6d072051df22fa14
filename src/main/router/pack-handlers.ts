// Binds the contract's methods about packs and publishers to their room.
import { AppError } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { OpenArchive } from '../archive/opening/open-archive.ts';
import type { JobHandlers, WriteHandlers } from './handlers.ts';
import type { Reader } from './reader.ts';

const notYet = (method: string) => (): never => {
  throw new AppError('unknown_method', { method });
};

/** Handlers of what only reads. */
export function packReadHandlers(_reader: () => Reader) {
  return {
    'publisher.list': notYet('publisher.list'),
    'publisher.ledger': notYet('publisher.ledger'),
    'pack.planShare': notYet('pack.planShare'),
  } satisfies Partial<Handlers>;
}

/** Handlers of what takes long, over the archive that is open for writing. */
export function packJobHandlers(_open: () => OpenArchive) {
  return {
    'pack.inspect': notYet('pack.inspect'),
    'pack.import': notYet('pack.import'),
    'pack.undo': notYet('pack.undo'),
    'pack.remove': notYet('pack.remove'),
    'pack.share': notYet('pack.share'),
    'publisher.remove': notYet('publisher.remove'),
    'publisher.exportLedger': notYet('publisher.exportLedger'),
    'record.remove': notYet('record.remove'),
  } satisfies Partial<JobHandlers>;
}

/** Handlers of what changes the archive at once. */
export function packWriteHandlers(_open: () => OpenArchive): WriteHandlers {
  return {
    'publisher.trust': notYet('publisher.trust'),
    'publisher.quarantine': notYet('publisher.quarantine'),
  };
}
