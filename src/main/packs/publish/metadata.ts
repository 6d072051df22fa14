// The signed parts of the four kinds of metadata, as this program writes them.
import { createHash } from 'node:crypto';
import {
  type FileField,
  type PackField,
  PACK_FORMAT,
  type PublisherField,
  type Revocation,
} from '../format/fields.ts';
import { signedHash } from '../format/fingerprint.ts';
import type { Raw } from '../verify/envelope.ts';
import { keyIdOf, type PublicKey } from './keys.ts';

const SPEC_VERSION = '1.0.33';
const DAY_MS = 86_400_000;

/** Days until a list's date: a promise of when the next one comes, which stops nobody from reading. */
export const DAYS = { root: 3650, timestamp: 180, snapshot: 730, targets: 730 } as const;

export const ROLES = ['root', 'timestamp', 'snapshot', 'targets'] as const;
export type TopRole = (typeof ROLES)[number];

/** A moment as TUF writes it: UTC, to the second. */
export function instant(date: Date, days = 0): string {
  const at = new Date(date.getTime() + days * DAY_MS);
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** Who may sign a role. */
export interface RoleKeys {
  keys: readonly PublicKey[];
  threshold: number;
}

interface RootContent {
  version: number;
  now: Date;
  roles: Readonly<Record<TopRole, RoleKeys>>;
  publisher: PublisherField;
  revoked: readonly Revocation[];
}

/** The signed part of a root. */
export function rootPart({ version, now, roles, publisher, revoked }: RootContent): Raw {
  const keys = ROLES.flatMap((role) => roles[role].keys);
  return {
    _type: 'root',
    spec_version: SPEC_VERSION,
    version,
    expires: instant(now, DAYS.root),
    consistent_snapshot: true,
    keys: Object.fromEntries(keys.map((key) => [keyIdOf(key), key])),
    roles: Object.fromEntries(
      ROLES.map((role) => [
        role,
        { keyids: roles[role].keys.map(keyIdOf), threshold: roles[role].threshold },
      ]),
    ),
    'x-publisher': publisher,
    'x-revoked': revoked,
  };
}

/** A delegation of whole namespaces to another's list. */
export interface Delegated extends RoleKeys {
  name: string;
  /** Empty where the publisher no longer vouches for it: the list stays, so that nobody takes its absence for a trick. */
  namespaces: readonly string[];
}

/** One file of a list. */
export interface Listed {
  path: string;
  length: number;
  sha256: string;
  custom: FileField;
}

interface TargetsContent {
  version: number;
  now: Date;
  files: readonly Listed[];
  delegated: readonly Delegated[];
  /** The signed part of the version before; null for the first. */
  before: Raw | null;
}

/** The signed part of a list of files; it remembers the hash of every earlier one. */
export function targetsPart({ version, now, files, delegated, before }: TargetsContent): Raw {
  const pack: PackField = {
    format: PACK_FORMAT,
    issued: instant(now),
    next_expected: instant(now, DAYS.timestamp),
  };
  return {
    _type: 'targets',
    spec_version: SPEC_VERSION,
    version,
    expires: instant(now, DAYS.targets),
    targets: Object.fromEntries(
      files.map(({ path, length, sha256, custom }) => [
        path,
        { length, hashes: { sha256 }, custom },
      ]),
    ),
    ...(delegated.length > 0 && { delegations: delegationsPart(delegated) }),
    'x-pack': pack,
    'x-history': {
      ...(before?.['x-history'] as Record<string, string> | undefined),
      ...(before && { [String(before.version)]: signedHash(before) }),
    },
  };
}

function delegationsPart(delegated: readonly Delegated[]): Raw {
  return {
    keys: Object.fromEntries(
      delegated.flatMap(({ keys }) => keys.map((key) => [keyIdOf(key), key])),
    ),
    roles: delegated.map(({ name, namespaces, keys, threshold }) => ({
      name,
      keyids: keys.map(keyIdOf),
      threshold,
      terminating: true,
      paths: namespaces.map((ns) => `${ns}/*`),
    })),
  };
}

/** A metadata file that another one names. */
export interface Named {
  /** Its name there, such as `targets.json`. */
  name: string;
  version: number;
  bytes: Uint8Array;
}

function metaOf(named: readonly Named[]): Raw {
  return Object.fromEntries(
    named.map(({ name, version, bytes }) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return [name, { version, length: bytes.length, hashes: { sha256 } }];
    }),
  );
}

interface NamingContent {
  version: number;
  now: Date;
  named: readonly Named[];
}

/** The signed part of a snapshot of lists. */
export function snapshotPart({ version, now, named }: NamingContent): Raw {
  return {
    _type: 'snapshot',
    spec_version: SPEC_VERSION,
    version,
    expires: instant(now, DAYS.snapshot),
    meta: metaOf(named),
  };
}

/** The signed part of a timestamp of a snapshot. */
export function timestampPart({ version, now, named }: NamingContent): Raw {
  return {
    _type: 'timestamp',
    spec_version: SPEC_VERSION,
    version,
    expires: instant(now, DAYS.timestamp),
    meta: metaOf(named),
  };
}
