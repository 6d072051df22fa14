// The client workflow of the TUF specification (1.0.33, section 5), step by step, over files that may come from anywhere.
import type { MetaFile, Root, Snapshot, Targets, Timestamp } from '@tufjs/models';
import { LIMITS } from '../format/limits.ts';
import { metadataName, TIMESTAMP } from '../format/names.ts';
import { type Envelope, openEnvelope } from './envelope.ts';
import { orMalformed, Refusal } from './refusal.ts';
import { checkSignatures, countSigners } from './signatures.ts';
import {
  type Delegations,
  delegatedSigners,
  readRoot,
  readSnapshot,
  readTargets,
  readTimestamp,
  signersOf,
} from './typed.ts';
import type { SignedFile } from './verdict.ts';

/** A metadata file that was found to be signed, with what it says. */
export interface Accepted<T> extends SignedFile {
  signed: Envelope['signed'];
  /** The ids of the keys that it says signed it. */
  signedBy: string[];
  typed: T;
}

/** Where metadata comes from: a pack, or for the conformance suite a server. Null where a file is not there. */
export interface MetadataSource {
  read: (name: string, maxBytes: number) => Promise<Uint8Array | null>;
}

/** The two ways to walk: packs by hand, or strictly as the specification has it for a server. */
export interface Policy {
  /** A list past its date is refused then (§5.3.10, §5.4.4, §5.5.6, §5.6.6); null: no clock decides anything. */
  expiredAt: Date | null;
  /** Only what the format of packs allows: consistent snapshots, length and hash for every file, ASCII field names. */
  packRules: boolean;
  /** Told of each file as it is accepted, before the next is looked at (§5.3.8, §5.4.5, §5.5.7, §5.6.7). */
  onAccepted: (file: SignedFile) => void;
}

/** The policy for packs carried by hand: all or nothing, and no clock. */
export const PACK_POLICY: Policy = { expiredAt: null, packRules: true, onAccepted: () => {} };

type Type = Parameters<typeof openEnvelope>[1]['type'];

/** Takes a file apart as the policy asks. */
export function opened(bytes: Uint8Array, role: string, policy: Policy): Envelope {
  const top = role === 'root' || role === 'timestamp' || role === 'snapshot';
  return openEnvelope(bytes, {
    role,
    type: top ? (role as Type) : 'targets',
    asciiKeys: policy.packRules,
  });
}

export function accepted<T>(envelope: Envelope, name: string, typed: T): Accepted<T> {
  const { role, version, bytes, hash, signed, signatures } = envelope;
  return { role, version, name, bytes, hash, signed, signedBy: [...signatures.keys()], typed };
}

/** §5.2: a root that is trusted already, or the first root of a publisher nobody knows, which must have signed itself. */
export function firstRoot(bytes: Uint8Array, policy: Policy): Accepted<Root> {
  const envelope = opened(bytes, 'root', policy);
  const root = readRoot(envelope);
  checkSignatures(envelope, signersOf(root, 'root'));
  return rootWithin(envelope, root, policy);
}

/** §5.3.3 to §5.3.7: a root that follows another. */
export function nextRoot(bytes: Uint8Array, before: Root, policy: Policy): Accepted<Root> {
  const envelope = opened(bytes, 'root', policy);
  // §5.3.4: signed by a threshold of the keys of the root before ...
  checkSignatures(envelope, signersOf(before, 'root'));
  const root = readRoot(envelope);
  // ... and by a threshold of its own keys.
  checkSignatures(envelope, signersOf(root, 'root'));
  // §5.3.5: exactly the next version, or it is an old root under a new name.
  if (envelope.version !== before.version + 1) {
    throw new Refusal('rollback', {
      role: 'root',
      version: envelope.version,
      held: before.version,
    });
  }
  return rootWithin(envelope, root, policy);
}

function rootWithin(envelope: Envelope, root: Root, policy: Policy): Accepted<Root> {
  if (policy.packRules && !root.consistentSnapshot)
    throw new Refusal('malformed', { role: 'root' });
  return accepted(envelope, metadataName('root', envelope.version), root);
}

/** How many holders of the keys before signed a root, of how many. */
export function holdersOf(bytes: Uint8Array, before: Root): { signed: number; holders: number } {
  const envelope = opened(bytes, 'root', PACK_POLICY);
  const signers = signersOf(before, 'root');
  if (!signers) return { signed: 0, holders: 0 };
  return { signed: countSigners(envelope, signers), holders: signers.keyIDs.length };
}

/** §5.3: every later root that the source has, one after the other; each is told to the policy as it is accepted. */
export async function updateRoot(
  source: MetadataSource,
  trusted: Accepted<Root>,
  policy: Policy,
): Promise<void> {
  let root = trusted.typed;
  // §5.3.2: a bound on how many are fetched.
  for (let more = 0; more < LIMITS.roots; more += 1) {
    const name = metadataName('root', root.version + 1);
    const bytes = await source.read(name, LIMITS.rootBytes);
    if (!bytes) break;
    const next = nextRoot(bytes, root, policy);
    policy.onAccepted(next);
    root = next.typed;
  }
  // §5.3.10: only the last root's date counts.
  checkDate(root, 'root', policy);
}

/** §5.4.1 and §5.4.2: a timestamp that the root's keys signed. */
export function readSignedTimestamp(
  bytes: Uint8Array,
  root: Root,
  policy: Policy,
): Accepted<Timestamp> {
  const envelope = opened(bytes, 'timestamp', policy);
  checkSignatures(envelope, signersOf(root, 'timestamp'));
  const timestamp = readTimestamp(envelope);
  checkMeta(timestamp.snapshotMeta, 'timestamp', policy);
  return accepted(envelope, TIMESTAMP, timestamp);
}

/** §5.4.3: whether it is the one held (true) or newer (false); older is `older-pack`, an older snapshot `rollback`. */
export function isHeldTimestamp(given: Accepted<Timestamp>, held: Accepted<Timestamp>): boolean {
  const { version } = given;
  // §5.4.3.1
  if (version < held.version) {
    throw new Refusal('older-pack', { version, held: held.version });
  }
  if (version === held.version) return true;
  // §5.4.3.2
  checkNotLower('snapshot', given.typed.snapshotMeta.version, held.typed.snapshotMeta.version);
  return false;
}

/** §5.5: the snapshot that a timestamp names. */
export async function fetchSnapshot(
  source: MetadataSource,
  { root, timestamp, policy }: { root: Root; timestamp: Timestamp; policy: Policy },
): Promise<Accepted<Snapshot>> {
  const meta = timestamp.snapshotMeta;
  // §5.5.1
  const name = versionedName('snapshot', meta.version, root);
  const bytes = await source.read(name, LIMITS.snapshotBytes);
  if (!bytes) throw new Refusal('incomplete', { role: 'snapshot' });
  checkBytes(meta, bytes, 'snapshot');
  return acceptSnapshot(bytes, { root, timestamp, policy, name });
}

/** §5.5.2 to §5.5.4 over bytes that are here already; a snapshot that is trusted need not be the newest. */
export function acceptSnapshot(
  bytes: Uint8Array,
  at: { root: Root; timestamp: Timestamp | null; policy: Policy; name: string },
): Accepted<Snapshot> {
  const envelope = opened(bytes, 'snapshot', at.policy);
  // §5.5.3
  checkSignatures(envelope, signersOf(at.root, 'snapshot'));
  const snapshot = readSnapshot(envelope);
  for (const meta of Object.values(snapshot.meta)) checkMeta(meta, 'snapshot', at.policy);
  // §5.5.4
  const wanted = at.timestamp?.snapshotMeta.version ?? envelope.version;
  if (envelope.version !== wanted) {
    throw new Refusal('mixed', { role: 'snapshot', version: envelope.version, wanted });
  }
  return accepted(envelope, at.name, snapshot);
}

/** §5.5.5: no list may be taken out of a snapshot, nor become older; and §5.5.6. */
export function checkSnapshot(given: Snapshot, held: Snapshot | null, policy: Policy): void {
  for (const [name, before] of Object.entries(held?.meta ?? {})) {
    const role = name.replace(/\.json$/, '');
    const now = Object.hasOwn(given.meta, name) ? given.meta[name] : undefined;
    if (!now) throw new Refusal('rollback', { role });
    checkNotLower(role, now.version, before.version);
  }
  checkDate(given, 'snapshot', policy);
}

/** Which list is wanted, and on whose word. */
export interface Wanted {
  role: string;
  root: Root;
  snapshot: Snapshot;
  /** The list that delegates to it; null for the publisher's own. */
  parent: Delegations | null;
}

/** §5.6: one list that a snapshot names. */
export async function fetchTargets(
  source: MetadataSource,
  wanted: Wanted,
  policy: Policy,
): Promise<Accepted<Targets>> {
  const meta = metaOf(wanted);
  // §5.6.1
  const name = versionedName(wanted.role, meta.version, wanted.root);
  const bytes = await source.read(name, LIMITS.targetsBytes);
  if (!bytes) throw new Refusal('incomplete', { role: wanted.role });
  return acceptTargets(bytes, wanted, policy);
}

/** §5.6.2 to §5.6.6 over bytes that are here already. */
export function acceptTargets(
  bytes: Uint8Array,
  wanted: Wanted,
  policy: Policy,
): Accepted<Targets> {
  const { role, root, parent } = wanted;
  const meta = metaOf(wanted);
  // §5.6.2
  checkBytes(meta, bytes, role);
  const envelope = opened(bytes, role, policy);
  // §5.6.3
  checkSignatures(envelope, parent ? delegatedSigners(parent, role) : signersOf(root, role));
  // §5.6.4
  if (envelope.version !== meta.version) {
    throw new Refusal('mixed', { role, version: envelope.version, wanted: meta.version });
  }
  const targets = readTargets(envelope);
  // §5.6.6
  checkDate(targets, role, policy);
  return accepted(envelope, versionedName(role, meta.version, root), targets);
}

function metaOf({ role, snapshot }: Wanted): MetaFile {
  const name = `${role}.json`;
  const meta = Object.hasOwn(snapshot.meta, name) ? snapshot.meta[name] : undefined;
  if (!meta) throw new Refusal('mixed', { role });
  return meta;
}

/** §5.3.10, §5.4.4, §5.5.6, §5.6.6: the freeze attack, where a clock may decide. */
export function checkDate(
  { expires }: { expires: string },
  role: string,
  { expiredAt }: Policy,
): void {
  if (expiredAt && expiredAt >= new Date(expires)) {
    throw new Refusal('expired', { role, since: expires });
  }
}

function checkNotLower(role: string, version: number, held: number): void {
  if (version < held) throw new Refusal('rollback', { role, version, held });
}

// §5.5.2 and §5.6.2
function checkBytes(meta: MetaFile, bytes: Uint8Array, role: string): void {
  try {
    meta.verify(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (cause) {
    throw new Refusal('mixed', { role }, { cause });
  }
}

// A length or hash may be left out in TUF, but not in a pack: without them parts could be swapped.
function checkMeta(meta: MetaFile, role: string, { packRules }: Policy): void {
  orMalformed(role, () => {
    if (packRules && (meta.length === undefined || !meta.hashes?.sha256)) {
      throw new Refusal('malformed', { role });
    }
  });
}

function versionedName(role: string, version: number, root: Root): string {
  return root.consistentSnapshot ? metadataName(role, version) : `metadata/${role}.json`;
}
