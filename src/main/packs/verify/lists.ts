// A publisher's lists that belong together, and the files in them: its own, and those of whom it lets speak in its name.
import { type Root, type Snapshot, TargetFile, type Targets, type Timestamp } from '@tufjs/models';
import { fileField } from '../format/fields.ts';
import { LIMITS } from '../format/limits.ts';
import { NAMESPACE, payloadName, targetParts } from '../format/names.ts';
import { isObject } from './envelope.ts';
import { orMalformed, Refusal } from './refusal.ts';
import type { Delegations } from './typed.ts';
import type { ListedFile } from './verdict.ts';
import type { Accepted, MetadataSource, Policy } from './policy.ts';
import { fetchSnapshot, fetchTargets, checkSnapshot } from './list-steps.ts';

/** A list with the namespaces that it may speak for; null for the publisher itself, who may speak for any. */
export interface List extends Accepted<Targets> {
  namespaces: ReadonlySet<string> | null;
}

export interface Followed {
  timestamp: Accepted<Timestamp>;
  snapshot: Accepted<Snapshot>;
  lists: List[];
}

interface From {
  root: Root;
  timestamp: Accepted<Timestamp>;
  /** The snapshot that nothing may be older than. */
  held: Snapshot | null;
  policy: Policy;
  /** Told of a snapshot that is properly signed, although its lists may not be here. */
  onSnapshot?: (snapshot: Snapshot) => void;
}

/** §5.5 and §5.6 for all lists at once: they are trusted together or not at all. */
export async function followLists(source: MetadataSource, from: From): Promise<Followed> {
  const { root, timestamp, held, policy } = from;
  const snapshot = await fetchSnapshot(source, { root, timestamp: timestamp.typed, policy });
  checkSnapshot(snapshot.typed, held, policy);
  from.onSnapshot?.(snapshot.typed);
  const lists = await traverse((role, parent) =>
    fetchTargets(source, { role, root, snapshot: snapshot.typed, parent }, policy),
  );
  return { timestamp, snapshot, lists };
}

type Load = (
  role: string,
  parent: Delegations | null,
) => Accepted<Targets> | Promise<Accepted<Targets>>;

/** §5.6.7: the publisher's own list and every list that it delegates to, breadth first, each once. */
export async function traverse(load: Load): Promise<List[]> {
  const lists: List[] = [{ ...(await load('targets', null)), namespaces: null }];
  const seen = new Set(['root', 'timestamp', 'snapshot', 'targets']);
  let level = lists;
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: List[] = [];
    for (const parent of level) {
      for (const { name, namespaces } of delegationsOf(parent)) {
        if (seen.has(name)) throw new Refusal('malformed', { role: name });
        if (depth >= LIMITS.delegationDepth || seen.size > LIMITS.roles + 2) {
          throw new Refusal('too-large', { role: name });
        }
        seen.add(name);
        const list = await load(name, parent.typed.delegations as Delegations);
        next.push({ ...list, namespaces: narrowed(namespaces, parent.namespaces) });
      }
    }
    lists.push(...next);
    level = next;
  }
  return lists;
}

const ROLE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

// Only whole namespaces are delegated, and for good: no patterns to match, no second claim on what was given away.
function delegationsOf({ role, typed }: List): { name: string; namespaces: Set<string> }[] {
  const { roles = {}, succinctRoles } = typed.delegations ?? {};
  if (succinctRoles) throw new Refusal('malformed', { role });
  return Object.values(roles).map(({ name, paths, terminating }) => {
    const namespaces = new Set(paths?.map((path) => path.slice(0, -2)));
    const plain = paths?.every((path) => path.endsWith('/*') && NAMESPACE.test(path.slice(0, -2)));
    const sound = name.length <= LIMITS.nsLength && ROLE_NAME.test(name);
    if (!plain || !terminating || !sound) throw new Refusal('malformed', { role });
    return { name, namespaces };
  });
}

function narrowed(own: ReadonlySet<string>, parent: ReadonlySet<string> | null) {
  return parent ? new Set([...own].filter((ns) => parent.has(ns))) : own;
}

/**
 * Every file of the lists, each path once: the publisher's own word goes before that of others (§5.6.7.1). What a list
 * says of a namespace that it may not speak for is as if it were not there.
 */
export function listedFiles(lists: readonly List[]): ListedFile[] {
  const found = new Map<string, ListedFile>();
  for (const list of lists) {
    for (const file of filesOf(list)) {
      const allowed = list.namespaces?.has(file.ns) ?? true;
      if (allowed && !found.has(file.path)) found.set(file.path, file);
    }
  }
  return [...found.values()];
}

function filesOf({ role, signed }: List): ListedFile[] {
  const entries = isObject(signed.targets) ? Object.entries(signed.targets) : [];
  if (entries.length > LIMITS.filesPerRole) throw new Refusal('too-large', { role });
  return entries.map(([path, entry]) => fileOf(role, path, entry));
}

function fileOf(role: string, path: string, entry: unknown): ListedFile {
  const parts = targetParts(path);
  const file = orMalformed(role, () => TargetFile.fromJSON(path, entry as never));
  const custom = fileField.safeParse(file.custom);
  const sha256 = file.hashes.sha256 ?? '';
  if (!parts || !custom.success || !/^[0-9a-f]{64}$/.test(sha256)) {
    throw new Refusal('malformed', { role });
  }
  const { raw, kind } = custom.data;
  const most = kind === 'media' ? LIMITS.mediaBytes : LIMITS.packedBytes;
  const tooLarge = file.length > most || raw > LIMITS.rawBytes || raw > LIMITS.ratio * file.length;
  if (!Number.isSafeInteger(file.length) || (tooLarge && file.length > 0)) {
    throw new Refusal('too-large', { role, file: path });
  }
  const place = payloadName(path, sha256);
  return { role, ns: parts.ns, path, place, sha256, length: file.length, custom: custom.data };
}
