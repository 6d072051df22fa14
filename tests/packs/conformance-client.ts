// A client as the TUF conformance suite wants it: our verification in strict mode, over HTTP on loopback and only there.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Root, type Snapshot, TargetFile, type Targets, type Timestamp } from '@tufjs/models';
import { LIMITS } from '../../src/main/packs/format/limits.ts';
import { TIMESTAMP } from '../../src/main/packs/format/names.ts';
import { isObject } from '../../src/main/packs/verify/envelope.ts';
import { Refusal } from '../../src/main/packs/verify/refusal.ts';
import {
  type Accepted,
  checkDate,
  type MetadataSource,
  type Policy,
} from '../../src/main/packs/verify/policy.ts';
import { firstRoot, updateRoot } from '../../src/main/packs/verify/root-steps.ts';
import {
  acceptSnapshot,
  acceptTargets,
  checkSnapshot,
  fetchSnapshot,
  fetchTargets,
  isHeldTimestamp,
  readSignedTimestamp,
  type Wanted,
} from '../../src/main/packs/verify/list-steps.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(
    ['metadata-dir', 'metadata-url', 'target-name', 'target-base-url', 'target-dir'].map((name) => [
      name,
      { type: 'string' as const },
    ]),
  ),
});
const option = (name: string) => String(values[name]);
const [command, trustedRoot] = positionals;

/** Role names may have any letter, and stand in addresses and file names. */
const quoted = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
const localPath = (role: string) => join(option('metadata-dir'), `${quoted(role)}.json`);

function local(role: string): Buffer | null {
  return existsSync(localPath(role)) ? readFileSync(localPath(role)) : null;
}

const policy: Policy = {
  expiredAt: new Date(),
  packRules: false,
  onAccepted: ({ role, bytes }) => writeFileSync(localPath(role), bytes),
};

const source: MetadataSource = {
  read: (name, maxBytes) => {
    const file = name.slice('metadata/'.length, -'.json'.length);
    const base = option('metadata-url').replace(/\/?$/, '/');
    return fetched(`${base}${quoted(file)}.json`, maxBytes);
  },
};

/** Null where the server has no such file; more bytes than allowed are an error. */
function fetched(address: string, maxBytes: number): Promise<Buffer | null> {
  const { hostname, port } = new URL(address);
  if (hostname !== '127.0.0.1' && hostname !== 'localhost') throw new Error('not on loopback');
  const path = address.slice(address.indexOf('/', 'http://'.length));
  return new Promise((resolve, reject) => {
    const request = get({ hostname, port, path, agent: false }, (answer) => {
      if (answer.statusCode !== 200) {
        answer.resume();
        resolve(null);
        return;
      }
      const pieces: Buffer[] = [];
      let total = 0;
      answer.on('data', (piece: Buffer) => {
        total += piece.length;
        if (total > maxBytes) request.destroy(new Refusal('too-large', {}));
        pieces.push(piece);
      });
      answer.on('end', () => resolve(Buffer.concat(pieces)));
      answer.on('error', reject);
    });
    request.on('error', reject);
  });
}

/** What a step makes of a local file; what is refused there is as if it were not there. */
function ifSound<T>(bytes: Buffer | null, step: (bytes: Buffer) => T): T | null {
  try {
    return bytes ? step(bytes) : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

interface Refreshed {
  root: Root;
  snapshot: Snapshot;
  targets: Accepted<Targets>;
}

async function refresh(): Promise<Refreshed> {
  const roots = [firstRoot(local('root') as Buffer, policy)];
  const onAccepted: Policy['onAccepted'] = (file) => {
    roots.push(file as Accepted<Root>);
    policy.onAccepted(file);
  };
  await updateRoot(source, roots[0] as Accepted<Root>, { ...policy, onAccepted });
  const root = (roots.at(-1) as Accepted<Root>).typed;
  const timestamp = await newestTimestamp(root);
  const snapshot = await newestSnapshot(root, timestamp);
  const targets = await loaded({ role: 'targets', root, snapshot, parent: null });
  return { root, snapshot, targets };
}

// §5.4
async function newestTimestamp(root: Root): Promise<Timestamp> {
  const held = ifSound(local('timestamp'), (bytes) => readSignedTimestamp(bytes, root, policy));
  const bytes = await source.read(TIMESTAMP, LIMITS.timestampBytes);
  if (!bytes) throw new Refusal('no-metadata');
  const given = readSignedTimestamp(bytes, root, policy);
  const newest = held && isHeldTimestamp(given, held) ? held : given;
  checkDate(newest.typed, 'timestamp', policy);
  if (newest === given) policy.onAccepted(given);
  return newest.typed;
}

// §5.5
async function newestSnapshot(root: Root, timestamp: Timestamp): Promise<Snapshot> {
  const at = { root, policy, name: '' };
  const held = ifSound(local('snapshot'), (bytes) =>
    acceptSnapshot(bytes, { ...at, timestamp: null }),
  );
  const stays = ifSound(local('snapshot'), (bytes) => {
    const same = acceptSnapshot(bytes, { ...at, timestamp });
    checkSnapshot(same.typed, null, policy);
    return same.typed;
  });
  if (stays) return stays;
  const given = await fetchSnapshot(source, { root, timestamp, policy });
  checkSnapshot(given.typed, held?.typed ?? null, policy);
  policy.onAccepted(given);
  return given.typed;
}

// §5.6
async function loaded(wanted: Wanted): Promise<Accepted<Targets>> {
  const held = ifSound(local(wanted.role), (bytes) => acceptTargets(bytes, wanted, policy));
  if (held) return held;
  const given = await fetchTargets(source, wanted, policy);
  policy.onAccepted(given);
  return given;
}

const MOST_ROLES = 32;

/** §5.6.7: depth first, in order, each role once, no further once a final delegation matched. */
async function found(path: string, { root, snapshot, targets }: Refreshed): Promise<TargetFile> {
  const waiting = [{ role: 'targets', parent: null as Accepted<Targets> | null }];
  const visited = new Set<string>();
  while (visited.size <= MOST_ROLES) {
    const next = waiting.pop();
    if (!next) break;
    const { role, parent } = next;
    if (visited.has(role)) continue;
    const list = parent
      ? await loaded({ role, root, snapshot, parent: parent.typed.delegations ?? null })
      : targets;
    const entries = isObject(list.signed.targets) ? list.signed.targets : {};
    if (Object.hasOwn(entries, path)) return TargetFile.fromJSON(path, entries[path] as never);
    visited.add(role);
    const children: typeof waiting = [];
    for (const child of list.typed.delegations?.rolesForTarget(path) ?? []) {
      children.unshift({ role: child.role, parent: list });
      if (!child.terminating) continue;
      waiting.length = 0;
      break;
    }
    waiting.push(...children);
  }
  throw new Error(`${path} is not listed`);
}

const isWhole = (bytes: Buffer, { length, hashes }: TargetFile) =>
  bytes.length === length &&
  Object.entries(hashes).every(
    ([name, hash]) => createHash(name).update(bytes).digest('hex') === hash,
  );

async function download(): Promise<void> {
  const state = await refresh();
  const path = option('target-name');
  const file = await found(path, state);
  const place = join(option('target-dir'), quoted(path));
  if (existsSync(place) && isWhole(readFileSync(place), file)) return;
  const slash = path.lastIndexOf('/') + 1;
  const prefix = state.root.consistentSnapshot ? `${Object.values(file.hashes)[0]}.` : '';
  const base = option('target-base-url').replace(/\/?$/, '/');
  const name = `${path.slice(0, slash)}${prefix}${path.slice(slash)}`;
  const bytes = await fetched(`${base}${encodeURI(name)}`, file.length);
  if (!bytes || !isWhole(bytes, file)) throw new Error(`${path} is not what is listed`);
  writeFileSync(place, bytes);
}

try {
  if (command === 'init') copyFileSync(trustedRoot as string, localPath('root'));
  else if (command === 'refresh') await refresh();
  else if (command === 'download') await download();
  else throw new Error(`no command ${command}`);
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
