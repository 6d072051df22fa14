// Issues lists: new versions of a publisher's lists, the snapshot over them and the timestamp over that, in this order.
import { AppError } from '../../../shared/errors.ts';
import { LIMITS } from '../format/limits.ts';
import { metadataName, TIMESTAMP } from '../format/names.ts';
import { isObject, type Raw } from '../verify/envelope.ts';
import type { KeyRing } from './key-ring.ts';
import { keyIdOf, type PublicKey, type SigningKey } from './keys.ts';
import {
  type Delegated,
  type Listed,
  type Named,
  snapshotPart,
  targetsPart,
  timestampPart,
} from './metadata.ts';
import { signedFile } from './signing.ts';
import { removeOldLists, type Workshop, writePublic } from './workshop.ts';
import { join } from 'node:path';

/** What a list is to say from now on. */
export interface ListContent {
  files: readonly Listed[];
  delegated: readonly Delegated[];
}

/** What a publisher's lists were before; null each where there was none. */
export interface Before {
  timestamp: Raw | null;
  snapshot: Raw | null;
  targets: ReadonlyMap<string, Raw>;
}

export interface Issue {
  root: Raw;
  before: Before;
  /** Lists that change, by role; the others stay as they are. */
  changed: ReadonlyMap<string, ListContent>;
  /** Lists that somebody else has signed, by role. */
  ready?: ReadonlyMap<string, { version: number; bytes: Uint8Array }>;
  ring: KeyRing;
  now: Date;
}

/**
 * Signs and writes new lists; before anything is written it throws `key_missing` where a key is not here, and
 * `build_refused` where a list would be larger than readers read.
 */
export async function issueLists(shop: Workshop, issue: Issue): Promise<void> {
  const { root, before, changed, ready = new Map(), ring, now } = issue;
  const delegated = delegationsAfter(issue);
  const files = new Map<string, Uint8Array>();
  const named: Named[] = [];
  for (const [role, content] of changed) {
    const earlier = before.targets.get(role) ?? null;
    const version = next(earlier);
    const signed = targetsPart({ version, now, ...content, before: earlier });
    const keys = await keysFor(role, { root, delegated, ring });
    const bytes = signedFile(signed, keys);
    requireReadable(role, bytes);
    files.set(metadataName(role, version), bytes);
    named.push({ name: `${role}.json`, version, bytes });
  }
  for (const [role, { version, bytes }] of ready) {
    files.set(metadataName(role, version), bytes);
    named.push({ name: `${role}.json`, version, bytes });
  }
  const version = next(before.snapshot);
  const meta = { ...(before.snapshot?.meta as Raw | undefined) };
  const signed = snapshotPart({ version, now, named });
  const snapshot = { ...signed, meta: { ...meta, ...(signed.meta as Raw) } };
  const at = { root, delegated, ring };
  const bytes = signedFile(snapshot, await keysFor('snapshot', at));
  const timestamp = timestampPart({
    version: next(before.timestamp),
    now,
    named: [{ name: 'snapshot.json', version, bytes }],
  });
  const stamp = signedFile(timestamp, await keysFor('timestamp', at));
  // The timestamp last: until it is there, whoever copies the folder gets the lists of before.
  files.set(metadataName('snapshot', version), bytes).set(TIMESTAMP, stamp);
  for (const [name, content] of files) writePublic(join(shop.pack, name), content);
  removeOldLists(shop, new Set([...files.keys(), ...unchangedNames(snapshot.meta)]));
}

function requireReadable(role: string, { length }: Uint8Array): void {
  if (length <= LIMITS.targetsBytes) return;
  const problem = `the list ${role} would have ${length} bytes, and readers read ${LIMITS.targetsBytes}: give shorter reasons, or begin a namespace of its own for new records with "publisher delegate"`;
  throw new AppError('build_refused', { problem });
}

const next = (before: Raw | null) => Number(before?.version ?? 0) + 1;

function unchangedNames(meta: Raw): string[] {
  return Object.entries(meta).map(([name, entry]) =>
    metadataName(name.replace(/\.json$/, ''), (entry as { version: number }).version),
  );
}

function delegationsAfter({ before, changed }: Issue): Map<string, Delegated> {
  const lists = new Map([...before.targets].map(([role, part]) => [role, delegatedIn(part)]));
  for (const [role, { delegated }] of changed) lists.set(role, [...delegated]);
  return new Map([...lists.values()].flat().map((each) => [each.name, each]));
}

/** What a list delegates. */
export function delegatedIn(part: Raw): Delegated[] {
  const { keys, roles } = (part.delegations ?? {}) as {
    keys?: Record<string, PublicKey>;
    roles?: { name: string; keyids: string[]; threshold: number; paths: string[] }[];
  };
  return (roles ?? []).map(({ name, keyids, threshold, paths }) => ({
    name,
    threshold,
    keys: keyids.map((id) => keys?.[id] as PublicKey),
    namespaces: paths.map((path) => path.replace(/\/\*$/, '')),
  }));
}

/** The files of a list, as they are written in it. */
export function filesIn(part: Raw): Listed[] {
  return Object.entries(part.targets as Raw).map(([path, entry]) => {
    const { length, hashes, custom } = entry as Pick<Listed, 'length' | 'custom'> & {
      hashes: { sha256: string };
    };
    return { path, length, sha256: hashes.sha256, custom };
  });
}

interface SigningAt {
  root: Raw;
  delegated: ReadonlyMap<string, Delegated>;
  ring: KeyRing;
}

/** As many opened keys of a role as its threshold asks for. */
export async function keysFor(role: string, at: SigningAt): Promise<SigningKey[]> {
  const { keyids, threshold } = roleOf(role, at);
  const found: SigningKey[] = [];
  for (const keyid of keyids) {
    if (found.length === threshold) break;
    const key = await at.ring.find(keyid);
    if (key) found.push(key);
  }
  if (found.length < threshold) throw new AppError('key_missing', { role });
  return found;
}

function roleOf(role: string, { root, delegated }: SigningAt) {
  const other = delegated.get(role);
  if (other) {
    const { keys, threshold } = other;
    return { keyids: keys.map(keyIdOf), threshold };
  }
  const roles = isObject(root.roles) ? root.roles : {};
  return roles[role] as { keyids: string[]; threshold: number };
}
