// Reads what was found to be signed into the types of @tufjs/models.
import { MetaFile, Root, Snapshot, Targets, Timestamp } from '@tufjs/models';
import { LIMITS } from '../format/limits.ts';
import { type Envelope, isObject, isVersion, type Raw } from './envelope.ts';
import { orMalformed, Refusal } from './refusal.ts';
import type { Signers } from './signatures.ts';

type Json = Parameters<typeof Root.fromJSON>[0];
export type Delegations = NonNullable<Targets['delegations']>;

/** A root whose numbers are within bounds; it may still be signed by nobody. */
export function readRoot({ signed, role }: Envelope): Root {
  return orMalformed(role, () => {
    boundNumber(signed.keys, role, 4 * LIMITS.keysPerRole);
    const root = Root.fromJSON(signed as Json);
    for (const each of Object.values(root.roles)) boundThreshold(each, role);
    return root;
  });
}

export function readTimestamp({ signed, role }: Envelope): Timestamp {
  return orMalformed(role, () => {
    // The library would take a missing part for "version 1".
    if (!isObject(signed.meta)) throw new Refusal('malformed', { role });
    const timestamp = Timestamp.fromJSON(signed as Json);
    if (!isVersion(timestamp.snapshotMeta.version)) throw new Refusal('malformed', { role });
    return timestamp;
  });
}

export function readSnapshot({ signed, role }: Envelope): Snapshot {
  return orMalformed(role, () => {
    if (!isObject(signed.meta)) throw new Refusal('malformed', { role });
    // The library copies all entries once for each: they are read one by one instead.
    const snapshot = Snapshot.fromJSON({ ...signed, meta: {} } as Json);
    for (const [name, entry] of Object.entries(signed.meta)) {
      const meta = MetaFile.fromJSON(entry as Json);
      if (!isVersion(meta.version)) throw new Refusal('malformed', { role });
      snapshot.meta[name] = meta;
    }
    return snapshot;
  });
}

/** What a list says apart from its files: they are read one by one, because the library copies all for each. */
export function readTargets({ signed, role }: Envelope): Targets {
  return orMalformed(role, () => {
    const raw = signed.delegations;
    if (raw !== undefined) boundDelegations(raw, role);
    if (!isObject(signed.targets)) throw new Refusal('malformed', { role });
    return Targets.fromJSON({ ...signed, targets: {} } as Json);
  });
}

function boundDelegations(raw: unknown, role: string): void {
  if (!isObject(raw)) throw new Refusal('malformed', { role });
  boundNumber(raw.keys, role, LIMITS.roles * 4);
  if (raw.roles !== undefined) boundNumber(raw.roles, role, LIMITS.roles);
}

function boundNumber(value: unknown, role: string, most: number): void {
  const things = Array.isArray(value) ? value : Object.keys((value ?? {}) as Raw);
  if (things.length > most) throw new Refusal('too-large', { role });
}

function boundThreshold({ threshold }: { threshold: number }, role: string): void {
  if (!isVersion(threshold)) throw new Refusal('malformed', { role });
}

/** Who may sign one of the four roles. */
export function signersOf(root: Root, role: string): Signers | null {
  const found = Object.hasOwn(root.roles, role) ? root.roles[role] : undefined;
  return found ? { keys: root.keys, keyIDs: found.keyIDs, threshold: found.threshold } : null;
}

/** Who may sign a list that another list delegates to. */
export function delegatedSigners(delegations: Delegations, role: string): Signers | null {
  const { roles, succinctRoles, keys } = delegations;
  const named = roles && Object.hasOwn(roles, role) ? roles[role] : undefined;
  const found = named ?? (succinctRoles?.isDelegatedRole(role) ? succinctRoles : undefined);
  return found ? { keys, keyIDs: found.keyIDs, threshold: found.threshold } : null;
}
