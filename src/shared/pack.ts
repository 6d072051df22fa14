// Signed packs as the page and the terminal see them: what a pack holds before it is imported, the publishers on this
// computer, the ledger of each, and what can be done with them.
import { z } from 'zod';
import type { ErrorDetail } from './errors.ts';
import { gives } from './gives.ts';
import { isCivilDate, recordId } from './record.ts';

const token = z.string().max(64);
const grant = z.string().max(64);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A publisher's identity: the SHA-256 of the signed part of its first root, hexadecimal; also the key of its shelf. */
const fingerprint = sha256;
const civilDate = z
  .string()
  .refine(isCivilDate, { error: 'not a date of the form YYYY, YYYY-MM or YYYY-MM-DD' });

/** Everything that a pack, a publisher or the clock can give cause to say; severity is the note's own. */
export const PACK_NOTES = [
  // about the list on the stick
  'older-pack',
  'no-metadata',
  'incomplete',
  'expired',
  'root-rotated',
  'revoked',
  'newer-list-known',
  'clock',
  // refusals: nothing of the list is taken
  'unsigned',
  'mixed',
  'rollback',
  'no-root',
  'key-history',
  'too-large',
  'malformed',
  'newer-format',
  'crashed-before',
  // about files
  'damaged',
  'missing',
  'bad-records',
  'needs-newer-reader',
  'not-delegated',
  // about what the publisher did
  'delisted',
  'rewritten',
  'withdrawn',
  'stolen-key',
  'equivocation',
  'history-forked',
  // about the name
  'resembles',
] as const;
export type PackNoteCode = (typeof PACK_NOTES)[number];

/** One thing to be said; `detail` fills its sentence. */
export interface PackNote {
  code: PackNoteCode;
  /** refusal: nothing was or will be taken; warning: look twice; info: good to know. */
  severity: 'refusal' | 'warning' | 'info';
  detail: ErrorDetail;
}

/** quarantined: imported, yet in no search unless its shelf is asked for; unknown: nothing of it is here. */
export type PublisherStatus = 'trusted' | 'quarantined' | 'unknown';

/** Who a publisher is. All texts are what the publisher says of itself, and are marked so until it is trusted. */
export interface PublisherIdentity {
  fingerprint: string;
  /** The fingerprint as eight groups of five decimal digits, in ASCII digits. */
  digits: string[];
  status: PublisherStatus;
  /** Names by language. */
  names: Record<string, string>;
  about: string;
  contact: string;
  /** Version of the newest root, and how many holders must agree to change keys. */
  rootVersion: number;
  rootThreshold: number;
  rootKeys: number;
  /** How many keys sign the lists. */
  listThreshold: number;
  listKeys: number;
  /** Publishers here whose name is hard to tell from this one's. */
  resembles: { fingerprint: string; digits: string[]; names: Record<string, string> }[];
}

/** What the files of a pack or a publisher are. */
export interface FileCounts {
  /** In the newest trusted list. */
  listed: number;
  /** On the stick, or held by this computer. */
  here: number;
  /** On the stick and not yet held. */
  fresh: number;
  missing: number;
  damaged: number;
}

/** How the records of the fresh files stand to what is here. */
export interface RecordCounts {
  /** Records that are not here yet. */
  added: number;
  /** New revisions of records that are here. */
  changed: number;
  withdrawn: number;
  withdrawnForSafety: number;
  /** Revisions that are here already. */
  known: number;
}

/** What a pack is, told before anything changes. */
export interface PackInspection {
  /** Names this inspection for `pack.import`; it is forgotten when the program ends. */
  inspection: string;
  /** The name of the file or folder, without where it lies. */
  name: string;
  /** False where nothing can be imported; the refusals among the notes say why. */
  importable: boolean;
  notes: PackNote[];
  /** Null where not even the first root could be read. */
  publisher: PublisherIdentity | null;
  list: {
    /** The version of the list on the stick, and of the newest one known here; null where there is none. */
    version: number | null;
    known: number | null;
    /** What the publisher says. */
    issued: string | null;
    nextExpected: string | null;
  };
  files: FileCounts;
  /** Lines of the fresh files, as the list says. */
  listedRecords: number;
  /** Null where the fresh files are too large to be looked through first. */
  records: RecordCounts | null;
  /** Titles of some records of the fresh files, for a look. */
  sample: { id: string; title: string; lang: string; change: 'added' | 'changed' | 'withdrawn' }[];
  /** Bytes of the fresh files, what importing needs at most, and what is free; null where that cannot be known. */
  bytes: { fresh: number; needed: number; free: number | null };
}

/** What an import did. */
export interface PackImportReport {
  publisher: string;
  status: PublisherStatus;
  /** Names the import for `pack.undo`; null where nothing was new. */
  import: number | null;
  notes: PackNote[];
  files: { merged: number; known: number; missing: number; damaged: number; refused: number };
  records: { added: number; updated: number; older: number; known: number; withdrawn: number };
  /** True where it was cancelled: what was finished before stays, and importing again goes on. */
  cancelled: boolean;
}

/** A publisher in the list of those that are on this computer. */
export interface PublisherRow extends PublisherIdentity {
  records: number;
  files: FileCounts;
  bytes: number;
  listVersion: number;
  issued: string | null;
  warnings: PackNote[];
}

/** One file that the publisher issued. */
export interface LedgerFile {
  hash: string;
  path: string;
  /** The version of the list that first had it. */
  since: number;
  kind: string;
  bytes: number;
  records: number;
  covers: [from: string, to: string] | null;
  /** partial: records were removed from it here, so that it can no longer be passed on. */
  state: 'held' | 'missing' | 'damaged' | 'partial';
  listed: boolean;
  /** Taken back by the publisher as a whole: it gives the file to nobody any more. */
  withdrawn: boolean;
  sensitive: boolean;
  /** First listed when a key was stolen, and not listed again by its successor. */
  stolenKey: boolean;
  /** Who signed the entry: `targets`, or the role of a delegate. */
  role: string;
}

/** Plain facts about a publisher; nothing in it tells when, from where or by whom anything came here. */
export interface PublisherLedger {
  publisher: PublisherIdentity;
  list: {
    version: number;
    issued: string | null;
    nextExpected: string | null;
    /** The highest version that was ever seen, even where its list could not be taken. */
    seen: number;
  };
  files: FileCounts & { delisted: number; partial: number };
  records: {
    current: number;
    revisions: number;
    withdrawn: number;
    stolenKey: number;
    delisted: number;
  };
  entries: LedgerFile[];
  /** The key history: every version of the root that is known. */
  keys: { version: number; signed: number; threshold: number; keys: number }[];
  revoked: { key: string; role: string; fromVersion: number; at: string | null; why: string }[];
  /** Delegates, with the namespaces that they may speak for. */
  delegates: { role: string; namespaces: string[]; version: number }[];
  /** Earlier lists that are known, and evidence that cannot be explained away. */
  lists: { role: string; version: number; hash: string; issued: string | null }[];
  evidence: { code: PackNoteCode; role: string; version: number; hashes: string[] }[];
  imports: {
    import: number;
    listVersion: number;
    files: number;
    revisions: number;
    /** The first one brought the publisher here: undoing it removes the publisher. */
    first: boolean;
  }[];
  notes: PackNote[];
}

/** What a removal did, and what it cannot do. */
export interface RemovalReport {
  records: number;
  revisions: number;
  files: number;
  bytes: number;
  notes: RemovalNote[];
}
/**
 * flash-may-keep: memory cards and sticks may keep deleted bytes; comes-back: a later pack of the publisher brings it
 * back; partial-files: files can no longer be passed on whole; bundled-comes-back: a newer Mahfuz brings it again;
 * list-stays: what the publisher's list says stays known, so that nobody can play an older one.
 */
export const REMOVAL_NOTES = [
  'flash-may-keep',
  'comes-back',
  'partial-files',
  'bundled-comes-back',
  'list-stays',
] as const;
export type RemovalNote = (typeof REMOVAL_NOTES)[number];

/** What of a publisher's files is passed on. */
export const shareChoice = z.object({
  publisher: fingerprint,
  /** Files whose dates overlap these, both included; files without dates always go along. */
  from: civilDate.optional(),
  to: civilDate.optional(),
  /** Leaves out the oldest files until the rest fits on the drive. */
  whatFits: z.boolean().default(false),
  /** Also files that hold what was withdrawn for safety, or that the publisher marked as sensitive. */
  sensitive: z.boolean().default(false),
  form: z.enum(['folder', 'pack']).default('folder'),
});
export type ShareChoice = z.infer<typeof shareChoice>;

/** What a choice would copy. */
export interface SharePlan {
  files: number;
  bytes: number;
  records: number;
  /** Left out: sensitive, outside the dates, not held or not whole. */
  leftOut: { sensitive: number; dates: number; notHeld: number };
  /** The dates that the chosen files cover. */
  covers: [from: string, to: string] | null;
}

/** What was copied; every byte was read again and verified. */
export interface ShareReport extends SharePlan {
  /** The name of what was written in the chosen folder. */
  name: string;
  /** What was left out because there was no room. */
  noRoom: number;
}

export type LedgerExport = { bytes: number };

const publisher = z.object({ publisher: fingerprint });

/** The calls about packs and publishers. */
export const packMethods = {
  /** A job (`inspect`): ends with a PackInspection. Changes nothing. */
  'pack.inspect': { input: z.object({ grant }), output: gives<{ job: string }>(), grant: 'open' },
  /** A job (`pack`): ends with a PackImportReport. */
  'pack.import': { input: z.object({ inspection: token }), output: gives<{ job: string }>() },
  /** A job (`remove`): takes back an import as a whole; ends with a RemovalReport. */
  'pack.undo': {
    input: publisher.extend({ import: z.number().int().min(1) }),
    output: gives<{ job: string }>(),
  },
  /** A job (`remove`): drops files of a publisher with the records that no other file carries. */
  'pack.remove': {
    input: publisher.extend({ files: z.array(sha256).min(1).max(10_000) }),
    output: gives<{ job: string }>(),
  },
  /** What `pack.share` would copy. */
  'pack.planShare': { input: shareChoice, output: gives<SharePlan>() },
  /** A job (`share`): ends with a ShareReport. The grant is that of a folder to write into. */
  'pack.share': {
    input: shareChoice.extend({ grant }),
    output: gives<{ job: string }>(),
    grant: 'save-folder',
  },
  'publisher.list': { input: z.object({}).default({}), output: gives<PublisherRow[]>() },
  'publisher.ledger': { input: publisher, output: gives<PublisherLedger>() },
  /**
   * Makes a quarantined publisher a trusted one. `number` is the fingerprint as it was heard from the publisher by
   * another way: its 40 digits in any digits and spacing; throws fingerprint_differs where it is not this publisher's.
   */
  'publisher.trust': {
    input: publisher.extend({ number: z.string().max(200) }),
    output: gives<PublisherIdentity>(),
  },
  /** Puts a trusted publisher back into quarantine. */
  'publisher.quarantine': { input: publisher, output: gives<PublisherIdentity>() },
  /** A job (`remove`): removes a publisher with everything it brought; ends with a RemovalReport. */
  'publisher.remove': { input: publisher, output: gives<{ job: string }>() },
  /** Writes the ledger as a text file in the language asked for. */
  'publisher.exportLedger': {
    input: publisher.extend({ grant, language: z.enum(['en', 'ur']).default('en') }),
    output: gives<{ job: string }>(),
    grant: 'save',
  },
  /** A job (`remove`): removes one record with all its revisions; ends with a RemovalReport. */
  'record.remove': {
    input: z.object({ shelf: z.string().max(100), id: recordId }),
    output: gives<{ job: string }>(),
  },
} as const;
