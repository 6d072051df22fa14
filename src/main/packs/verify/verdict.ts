// What verification ends in: what may be trusted of a pack, what may not, and why.
import type { FileField, PackField, PublisherField, Revocation } from '../format/fields.ts';

/** The codes of everything that verification has to say; each is worded for people in both interface languages. */
export const NOTE_CODES = [
  // the pack
  'older-pack',
  'no-metadata',
  'incomplete',
  'key-history',
  // refused
  'unsigned',
  'mixed',
  'rollback',
  'too-large',
  'malformed',
  'newer-format',
  // the publisher
  'no-root',
  'root-rotated',
  'revoked',
  // its lists, compared with those seen before
  'delisted',
  'rewritten',
  'withdrawn',
  'equivocation',
  'history-forked',
  // dates, which decide nothing
  'expired',
  'clock',
] as const;
export type NoteCode = (typeof NOTE_CODES)[number];

/** One finding; the detail fills its sentence: role, version, got, need, since, file, files and the like. */
export interface Note {
  code: NoteCode;
  detail: Record<string, string | number | null>;
}

/** A metadata file as it was signed, byte by byte. */
export interface SignedFile {
  role: string;
  version: number;
  /** Its place in a pack, such as `metadata/3.targets.json`. */
  name: string;
  bytes: Uint8Array;
  /** The SHA-256 of the canonical JSON of its signed part: the same for every honest copy. */
  hash: string;
}

/** The lists that belong together: they are trusted all at once or not at all. */
export interface Lists {
  timestamp: SignedFile;
  snapshot: SignedFile;
  /** `targets`, the publisher's own list, first; then those it delegates to. */
  targets: SignedFile[];
}

/** What is trusted of a publisher before a pack is looked at; it comes from this computer's own archive. */
export interface Trusted {
  /** Of root version 1, in hexadecimal. */
  fingerprint: string;
  /** The bytes of the root files, versions 1, 2, ... without a gap. */
  roots: readonly Uint8Array[];
  /** The bytes of the newest lists; null until some were accepted. */
  lists: {
    timestamp: Uint8Array;
    snapshot: Uint8Array;
    targets: readonly { role: string; bytes: Uint8Array }[];
  } | null;
  /** Every list that was ever accepted: role -> version -> hash of its signed part. */
  history: Readonly<Record<string, Readonly<Record<number, string>>>>;
  /** The highest version of the publisher's own list that was ever seen properly signed; 0 for none. */
  seen: number;
}

/** A file that a trusted list has. */
export interface ListedFile {
  /** Whose list it is: `targets` for the publisher's own, else the name of the delegated role. */
  role: string;
  ns: string;
  /** `<ns>/<name>`, as the list has it. */
  path: string;
  /** Where it lies in a pack: `data/<ns>/<sha256>.<name>`. */
  place: string;
  sha256: string;
  /** Packed bytes. */
  length: number;
  custom: FileField;
}

/** What a publisher says of itself and its keys, in its newest root. */
export interface Publisher extends PublisherField {
  fingerprint: string;
  rootVersion: number;
  /** How many of how many keys must sign, for root, timestamp, snapshot and targets. */
  thresholds: Record<string, { keys: number; threshold: number }>;
  revocations: Revocation[];
}

/** Two signed files that should be one: kept, because they prove what happened. */
export interface Evidence {
  code: 'equivocation' | 'history-forked';
  role: string;
  version: number;
  /** What the archive holds of that version; null where only its hash is known. */
  held: Uint8Array | null;
  heldHash: string;
  /** What this pack brings; for a forked history, the newer list that names another hash. */
  given: Uint8Array;
  givenHash: string;
}

/**
 * `accepted`: the pack's lists are newer, or the first, and `lists` is to be committed. `same`: they are those held.
 * `older`: they are older than those held. `refused`: they are not to be trusted, and `cause` says why. In all cases
 * `files` are those of the newest trusted lists, so that payloads can be checked against them.
 */
export type Outcome = 'accepted' | 'same' | 'older' | 'refused';

export interface Verdict {
  outcome: Outcome;
  /** Why the lists were refused; one of the notes. */
  cause: Note | null;
  notes: Note[];
  /** Null where not even a first root could be trusted. */
  publisher: Publisher | null;
  /** Roots that are new: to be committed at once, whatever became of the lists. */
  roots: SignedFile[];
  /** The new lists: to be committed together. */
  lists: Lists | null;
  /** The publisher's own list as it is trusted now; null where there is none. */
  pack: (PackField & { version: number }) | null;
  /** Every file of the newest trusted lists. */
  files: ListedFile[];
  /** How the new lists differ from those held. */
  changes: {
    added: ListedFile[];
    /** Held before, and listed no more. */
    delisted: ListedFile[];
    /** As it was held before; the new list has another file by its path. */
    rewritten: ListedFile[];
    withdrawn: ListedFile[];
    /** Held from a list signed with a stolen key, and not listed by the new one: does not count, stays readable. */
    stolen: ListedFile[];
  };
  evidence: Evidence[];
  /** The version of the publisher's own list that is known to exist, although it may not have come whole. */
  seen: number;
}
