// The same verification in strict mode, over HTTP on loopback, driven as the conformance suite of TUF drives a client.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newKey, type SigningKey } from '../../src/main/packs/publish/keys.ts';
import { signedFile } from '../../src/main/packs/publish/signing.ts';
import { temporaryFolder } from '../folders.ts';
import type { Loose } from './spoiled.ts';

const program = join(import.meta.dirname, 'tuf-conformance-client');
const ROLES = ['root', 'timestamp', 'snapshot', 'targets'];
const SOON = () => new Date(Date.now() + 86_400_000).toISOString().replace(/\.\d+/, '');
const PAST = '2020-01-01T00:00:00Z';

/** A repository as any TUF tool could make it: its parts may be changed and published in any wrong way. */
class Repository {
  readonly keys = new Map<string, SigningKey[]>();
  readonly parts: Record<string, Loose> = {};
  readonly files = new Map<string, Buffer>();
  readonly asked: string[] = [];
  address = '';

  constructor() {
    for (const role of ROLES) {
      this.keys.set(role, [newKey()]);
      this.parts[role] = { _type: role, spec_version: '1.0.31', version: 1, expires: SOON() };
    }
    Object.assign(this.parts.root, { consistent_snapshot: true, keys: {}, roles: {} });
    for (const role of ROLES) this.grant(role, this.keys.get(role) as SigningKey[], 1);
    this.parts.targets.targets = {};
    this.parts.timestamp.meta = { 'snapshot.json': { version: 1 } };
    this.parts.snapshot.meta = { 'targets.json': { version: 1 } };
    for (const role of ROLES) this.put(role);
  }

  /** Names the keys of a role in the root. */
  grant(role: string, keys: readonly SigningKey[], threshold: number): void {
    for (const key of keys) this.parts.root.keys[key.keyid] = key.publicKey;
    this.parts.root.roles[role] = { keyids: keys.map(({ keyid }) => keyid), threshold };
  }

  /** Signs a part as it is and serves it. */
  put(role: string, keys = this.keys.get(role) ?? []): void {
    const part = this.parts[role];
    const name = role === 'timestamp' ? 'timestamp.json' : `${part.version}.${role}.json`;
    this.files.set(`metadata/${name}`, signedFile(part, keys));
  }

  /** A new version of every part that follows from the others. */
  publish(...roles: string[]): void {
    for (const role of roles) this.parts[role].version += 1;
    const { targets, snapshot, timestamp } = this.parts;
    for (const role of Object.keys(this.parts).filter((each) => !ROLES.includes(each))) {
      snapshot.meta[`${role}.json`] = { version: this.parts[role].version };
    }
    snapshot.meta['targets.json'] = { version: targets.version };
    timestamp.meta['snapshot.json'] = { version: snapshot.version };
    for (const role of roles) this.put(role);
  }

  /** Lets a role speak for paths in the name of another. */
  delegate(parent: string, name: string, paths = ['*'], terminating = false): void {
    const key = this.keys.get(name)?.[0] ?? newKey();
    this.keys.set(name, [key]);
    const { delegations: _, ...empty } = this.parts.targets;
    this.parts[name] ??= { ...empty, version: 0, targets: {} };
    const delegations = (this.parts[parent].delegations ??= { keys: {}, roles: [] });
    delegations.keys[key.keyid] = key.publicKey;
    delegations.roles.push({ name, keyids: [key.keyid], threshold: 1, terminating, paths });
  }

  list(role: string, path: string, bytes: Buffer): void {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.parts[role].targets[path] = { length: bytes.length, hashes: { sha256 } };
    const slash = path.lastIndexOf('/') + 1;
    this.files.set(`targets/${path.slice(0, slash)}${sha256}.${path.slice(slash)}`, bytes);
  }
}

/** A client of its own for a repository that is served. */
async function served(repository: Repository) {
  const folder = temporaryFolder();
  const metadata = join(folder, 'metadata');
  const targets = join(folder, 'targets');
  for (const each of [metadata, targets]) mkdirSync(each);
  const server = createServer(({ url }, answer) => {
    const name = decodeURIComponent(String(url).slice(1));
    repository.asked.push(String(url).slice(1));
    const bytes = repository.files.get(name);
    answer.writeHead(bytes ? 200 : 404).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const run = (...args: string[]) =>
    new Promise<number>((resolve) => {
      const given = ['--metadata-dir', metadata, '--metadata-url', `${base}/metadata`, ...args];
      const env = { ...process.env, PATH: `${join(process.execPath, '..')}:${process.env.PATH}` };
      execFile(program, given, { env }, (error) => resolve(error ? Number(error.code) : 0));
    });
  const root = join(folder, 'root.json');
  writeFileSync(root, repository.files.get('metadata/1.root.json') as Buffer);
  expect(await run('init', root)).toBe(0);
  return {
    refresh: () => run('refresh'),
    download: (name: string) =>
      run(
        '--target-name',
        name,
        '--target-dir',
        targets,
        '--target-base-url',
        `${base}/targets`,
        'download',
      ),
    /** The versions that the client holds now. */
    held: () =>
      Object.fromEntries(
        readdirSync(metadata).map((name) => [
          name.replace('.json', ''),
          JSON.parse(readFileSync(join(metadata, name), 'utf8')).signed.version,
        ]),
      ),
    got: () => readdirSync(targets).map((name) => readFileSync(join(targets, name), 'utf8')),
  };
}

describe('a client in strict mode', () => {
  test('asks for what it needs in the order of the specification, and keeps it', async () => {
    const repository = new Repository();
    const client = await served(repository);
    expect(await client.refresh()).toBe(0);
    expect(repository.asked).toEqual([
      'metadata/2.root.json',
      'metadata/timestamp.json',
      'metadata/1.snapshot.json',
      'metadata/1.targets.json',
    ]);
    expect(client.held()).toEqual({ root: 1, timestamp: 1, snapshot: 1, targets: 1 });
  });

  test.each([
    ['root', { root: 1 }],
    ['timestamp', { root: 1 }],
    ['snapshot', { root: 1, timestamp: 2 }],
    ['targets', { root: 1, timestamp: 2, snapshot: 2 }],
  ])('stops at a %s that is not signed, and keeps what came before', async (role, held) => {
    const repository = new Repository();
    repository.publish('targets', 'snapshot', 'timestamp');
    if (role === 'root') repository.publish('root');
    repository.put(role, [newKey()]);
    const client = await served(repository);
    expect(await client.refresh()).toBe(1);
    expect(client.held()).toEqual(held);
  });

  test.each([
    ['root', { root: 2, timestamp: 1, snapshot: 1, targets: 1 }],
    ['timestamp', { root: 1, timestamp: 1, snapshot: 1, targets: 1 }],
    ['snapshot', { root: 1, timestamp: 2, snapshot: 1, targets: 1 }],
    ['targets', { root: 1, timestamp: 2, snapshot: 2, targets: 1 }],
  ])('refuses a %s that is past its date', async (role, held) => {
    const repository = new Repository();
    const client = await served(repository);
    expect(await client.refresh()).toBe(0);
    repository.parts[role].expires = PAST;
    repository.publish('targets', 'snapshot', 'timestamp');
    if (role === 'root') repository.publish('root');
    expect(await client.refresh()).toBe(1);
    expect(client.held()).toEqual(held);
  });

  test('refuses an older timestamp, an older snapshot and an older list', async () => {
    for (const role of ['timestamp', 'snapshot', 'targets']) {
      const repository = new Repository();
      repository.publish('targets', 'snapshot', 'timestamp');
      const client = await served(repository);
      expect(await client.refresh()).toBe(0);
      const { timestamp, snapshot } = repository.parts;
      if (role === 'timestamp') timestamp.version = 1;
      else timestamp.version = 3;
      if (role === 'snapshot') timestamp.meta['snapshot.json'].version = 1;
      if (role === 'targets') {
        snapshot.version = 3;
        snapshot.meta['targets.json'].version = 1;
        repository.put('snapshot');
        timestamp.meta['snapshot.json'].version = 3;
      }
      repository.put('timestamp');
      expect(await client.refresh(), role).toBe(1);
      expect(client.held()).toMatchObject({ snapshot: 2, targets: 2 });
    }
  });

  test('follows changed roots one by one, and recovers from driven-up versions by new keys', async () => {
    const repository = new Repository();
    const { root, timestamp } = repository.parts;
    timestamp.version = 99_999;
    repository.put('timestamp');
    const client = await served(repository);
    expect(await client.refresh()).toBe(0);
    const [old] = repository.keys.get('root') as [SigningKey];
    const fresh = [newKey(), newKey(), newKey()];
    repository.grant('root', fresh, 2);
    repository.keys.set('timestamp', [newKey()]);
    repository.grant('timestamp', repository.keys.get('timestamp') as SigningKey[], 1);
    root.version = 2;
    repository.put('root', [old, ...fresh.slice(0, 2)]);
    timestamp.version = 1;
    repository.put('timestamp');
    expect(await client.refresh()).toBe(0);
    expect(client.held()).toMatchObject({ root: 2, timestamp: 1 });
    root.version = 3;
    repository.put('root', [fresh[2] as SigningKey]);
    expect(await client.refresh()).toBe(1);
    expect(client.held()).toMatchObject({ root: 2 });
  });

  test('asks delegates depth first, each once, and no further than a final one', async () => {
    const repository = new Repository();
    repository.delegate('targets', 'a');
    repository.delegate('targets', 'b');
    repository.delegate('a', 'c', ['*'], true);
    repository.delegate('a', 'd');
    repository.delegate('c', 'a');
    repository.publish('a', 'b', 'c', 'd', 'targets', 'snapshot', 'timestamp');
    const client = await served(repository);
    expect(await client.download('missing')).toBe(1);
    expect(repository.asked.slice(4)).toEqual(['metadata/1.a.json', 'metadata/1.c.json']);
  });

  test('keeps a strange name of a delegate from leading anywhere', async () => {
    const repository = new Repository();
    repository.delegate('targets', '../x y');
    repository.publish('../x y', 'targets', 'snapshot', 'timestamp');
    const client = await served(repository);
    expect(await client.download('missing')).toBe(1);
    expect(repository.asked.at(-1)).toBe('metadata/1...%2Fx%20y.json');
    expect(Object.keys(client.held())).toContain('..%2Fx%20y');
  });

  test('takes a file that is what was listed, once, and none that is not', async () => {
    const repository = new Repository();
    repository.delegate('targets', 'a', ['in/*']);
    repository.list('a', 'in/one.txt', Buffer.from('one'));
    repository.list('targets', 'two.txt', Buffer.from('two'));
    repository.publish('a', 'targets', 'snapshot', 'timestamp');
    const client = await served(repository);
    expect(await client.download('in/one.txt')).toBe(0);
    const asked = repository.asked.length;
    expect(await client.download('in/one.txt')).toBe(0);
    expect(repository.asked.slice(asked).some((name) => name.startsWith('targets/'))).toBe(false);
    for (const name of repository.files.keys()) {
      if (name.endsWith('two.txt')) repository.files.set(name, Buffer.from('TWO'));
    }
    expect(await client.download('two.txt')).toBe(1);
    expect(client.got()).toEqual(['one']);
  });
});
