// Who answers which method of the archive: the read worker, the job worker, or the desk itself.
import type { ArchiveMethod, JobKind } from '../../shared/contract.ts';

const READ_METHODS = {
  'archive.stats': true,
  'archive.search': true,
  'archive.facets': true,
  'archive.nearest': true,
  'archive.suggest': true,
  'archive.record': true,
  'archive.mark': true,
  'archive.cite': true,
  'timeline.density': true,
  'timeline.spans': true,
  'timeline.events': true,
  'timeline.step': true,
  'timeline.chain': true,
  'timeline.figures': true,
  'publisher.list': true,
  'publisher.ledger': true,
  'pack.planShare': true,
} as const satisfies Partial<Record<ArchiveMethod, true>>;

/** What kind of job a method starts; its answer only names the job. */
export const JOB_KINDS = {
  'archive.import': 'import',
  'archive.export': 'export',
  'timeline.export': 'export',
  'archive.rebuildIndex': 'rebuild',
  'archive.check': 'check',
  'pack.inspect': 'inspect',
  'pack.import': 'pack',
  'pack.undo': 'remove',
  'pack.remove': 'remove',
  'pack.share': 'share',
  'publisher.remove': 'remove',
  'publisher.exportLedger': 'export',
  'record.remove': 'remove',
} as const satisfies Partial<Record<ArchiveMethod, JobKind>>;

/** What changes the archive and is done at once: the job worker answers it while no job runs. */
const WRITE_METHODS = {
  'publisher.trust': true,
  'publisher.quarantine': true,
} as const satisfies Partial<Record<ArchiveMethod, true>>;

export type ReadMethod = keyof typeof READ_METHODS;
export type WriteMethod = keyof typeof WRITE_METHODS;
export type JobMethod = keyof typeof JOB_KINDS;
export type DeskMethod = Exclude<ArchiveMethod, ReadMethod | JobMethod | WriteMethod>;

// Written out, so that a method that is new in the contract and handled by nobody does not compile.
const DESK_METHODS: Record<DeskMethod, true> = {
  'archive.state': true,
  'job.cancel': true,
  'notebook.state': true,
};

/** Tells whether the read worker answers a method. */
export function isReadMethod(method: string): method is ReadMethod {
  return Object.hasOwn(READ_METHODS, method);
}

/** Tells whether a method starts a job. */
export function isJobMethod(method: string): method is JobMethod {
  return Object.hasOwn(JOB_KINDS, method);
}

/** Tells whether a method changes the archive and is answered at once. */
export function isWriteMethod(method: string): method is WriteMethod {
  return Object.hasOwn(WRITE_METHODS, method);
}

/** Tells whether the desk answers a method itself. */
export function isDeskMethod(method: string): method is DeskMethod {
  return Object.hasOwn(DESK_METHODS, method);
}
