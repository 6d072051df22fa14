// The client workflow of the TUF specification (1.0.33), sections 5.4 to 5.6: timestamp, snapshot, lists.
import type { MetaFile, Root, Snapshot, Targets, Timestamp } from '@tufjs/models';
import { LIMITS } from '../format/limits.ts';
import { metadataName, TIMESTAMP } from '../format/names.ts';
import {
  type Accepted,
  accepted,
  checkDate,
  type MetadataSource,
  opened,
  type Policy,
} from './policy.ts';
import { orMalformed, Refusal } from './refusal.ts';
import { checkSignatures } from './signatures.ts';
import {
  type Delegations,
  delegatedSigners,
  readSnapshot,
  readTargets,
  readTimestamp,
  signersOf,
} from './typed.ts';

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
