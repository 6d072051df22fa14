// Publishers with throwaway keys, and packs that they really sign.
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { canonicalize } from '@tufjs/canonical-json';
import type { ArchiveRecord } from '../../src/shared/record.ts';

type Json = Record<string, unknown>;
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A key for one test. */
export class TestKey {
  readonly #secret: KeyObject;
  readonly id: string;
  readonly json: Json;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    this.#secret = privateKey;
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
    this.json = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: raw } };
    this.id = sha256(canonicalize(this.json));
  }

  sign(signed: Json): Json {
    const sig = sign(null, Buffer.from(canonicalize(signed)), this.#secret).toString('hex');
    return { keyid: this.id, sig };
  }
}

/** A signed file as it is written. */
export function signedBytes(signed: Json, keys: readonly TestKey[]): Buffer {
  return Buffer.from(JSON.stringify({ signatures: keys.map((key) => key.sign(signed)), signed }));
}

/** A payload as a list has it, with its bytes. */
export interface TestFile {
  path: string;
  bytes: Buffer;
  custom: Json;
}

interface FileOptions {
  seq?: number;
  since?: number;
  kind?: string;
  sensitive?: boolean;
  covers?: [string, string] | null;
  withdrawn?: { at: string; why: string } | null;
}

/** Packs records into a file `<ns>/<name>.ndjson.zst`. */
export function recordsFile(
  path: string,
  records: readonly ArchiveRecord[],
  options: FileOptions = {},
): TestFile {
  const { seq = 0, since = 1, kind = 'records', sensitive = false } = options;
  const { covers = null, withdrawn = null } = options;
  const raw = Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const custom = {
    seq,
    since,
    kind,
    schema: 'record/1',
    records: records.length,
    raw: raw.length,
    lang: [...new Set(records.map(({ lang }) => lang))],
    covers,
    sensitive,
    ...(withdrawn && { withdrawn }),
  };
  return { path, bytes: zstdCompressSync(raw), custom };
}

/** A picture or other file that records attach, as `<ns>/<name>.bin`. */
export function mediaFile(path: string, bytes: Buffer, seq = 0): TestFile {
  const custom = {
    seq,
    since: 1,
    kind: 'media',
    schema: 'record/1',
    records: 0,
    raw: bytes.length,
    lang: [],
    covers: null,
    sensitive: false,
  };
  return { path, bytes, custom };
}

const EXPIRES = '2036-01-01T00:00:00Z';
const head = (type: string, version: number) => ({
  _type: type,
  spec_version: '1.0.33',
  version,
  expires: EXPIRES,
});

/** Who signs what; one key for each unless more are given. */
export interface Keys {
  root: TestKey[];
  rootThreshold: number;
  targets: TestKey[];
  snapshot: TestKey[];
  timestamp: TestKey[];
}

const newKeys = (): Keys => ({
  root: [new TestKey()],
  rootThreshold: 1,
  targets: [new TestKey()],
  snapshot: [new TestKey()],
  timestamp: [new TestKey()],
});

/** One state of what a publisher gives away: its metadata by name, and all files that its list has. */
export interface Issue {
  version: number;
  metadata: Map<string, Buffer>;
  files: TestFile[];
}

/** A delegate of a publisher: it may speak for one namespace. */
export interface Delegate {
  role: string;
  ns: string;
  key: TestKey;
}

/** A publisher whose keys live as long as the test. */
export class TestPublisher {
  readonly name: Record<string, string>;
  keys: Keys;
  readonly roots: Buffer[] = [];
  readonly delegates: Delegate[] = [];
  fingerprint = '';
  #version = 0;
  #rootVersion = 0;
  #revoked: Json[] = [];
  #history: Record<string, string> = {};

  constructor(
    name: string | Record<string, string> = 'Sample Rights Monitor',
    keys: Partial<Keys> = {},
  ) {
    this.name = typeof name === 'string' ? { en: name } : name;
    this.keys = { ...newKeys(), ...keys };
    this.#signRoot(this.keys.root);
  }

  /** Lets a delegate speak for a namespace from the next list on. */
  delegate(role: string, ns: string): Delegate {
    const delegate = { role, ns, key: new TestKey() };
    this.delegates.push(delegate);
    return delegate;
  }

  /** Changes keys: the next root is signed by the old holders and the new. */
  rotate(change: Partial<Keys>, revoked: Json[] = []): void {
    const signers = [...new Set([...this.keys.root, ...(change.root ?? [])])];
    this.keys = { ...this.keys, ...change };
    this.#revoked = [...this.#revoked, ...revoked];
    this.#signRoot(signers);
  }

  #signRoot(signers: readonly TestKey[]): void {
    this.#rootVersion += 1;
    const { root, rootThreshold, targets, snapshot, timestamp } = this.keys;
    const role = (keys: TestKey[], threshold = 1) => ({
      keyids: keys.map(({ id }) => id),
      threshold,
    });
    const all = [...root, ...targets, ...snapshot, ...timestamp];
    const signed = {
      ...head('root', this.#rootVersion),
      consistent_snapshot: true,
      keys: Object.fromEntries(all.map(({ id, json }) => [id, json])),
      roles: {
        root: role(root, rootThreshold),
        targets: role(targets),
        snapshot: role(snapshot),
        timestamp: role(timestamp),
      },
      'x-publisher': { name: this.name, about: 'A publisher for tests.', contact: '' },
      'x-revoked': this.#revoked,
    };
    if (this.#rootVersion === 1) this.fingerprint = sha256(canonicalize(signed));
    this.roots.push(signedBytes(signed, signers));
  }

  /** Signs the next list, of all the files given; earlier ones are remembered in its history. */
  issue(files: readonly TestFile[], { version }: { version?: number } = {}): Issue {
    this.#version = version ?? this.#version + 1;
    const number = this.#version;
    const metadata = new Map<string, Buffer>();
    for (const [index, root] of this.roots.entries()) {
      metadata.set(`metadata/${index + 1}.root.json`, root);
    }
    const byDelegate = (path: string) =>
      this.delegates.find(({ ns }) => path.startsWith(`${ns}/`))?.role ?? 'targets';
    const listOf = (role: string) =>
      targetsOf(files.filter(({ path }) => byDelegate(path) === role));
    const own = {
      ...head('targets', number),
      targets: listOf('targets'),
      'x-pack': {
        format: 1,
        issued: `2026-01-${String(number).padStart(2, '0')}T00:00:00Z`,
        next_expected: EXPIRES,
      },
      'x-history': { ...this.#history },
      ...(this.delegates.length > 0 ? { delegations: this.#delegations() } : {}),
    };
    this.#history[number] = sha256(canonicalize(own));
    const lists: [string, Json, TestKey[]][] = [['targets', own, this.keys.targets]];
    for (const { role, key } of this.delegates) {
      lists.push([role, { ...head('targets', number), targets: listOf(role) }, [key]]);
    }
    const meta: Json = {};
    for (const [role, signed, keys] of lists) {
      const bytes = signedBytes(signed, keys);
      metadata.set(`metadata/${number}.${role}.json`, bytes);
      meta[`${role}.json`] = metaOf(number, bytes);
    }
    const snapshot = signedBytes({ ...head('snapshot', number), meta }, this.keys.snapshot);
    metadata.set(`metadata/${number}.snapshot.json`, snapshot);
    const timestamp = {
      ...head('timestamp', number),
      meta: { 'snapshot.json': metaOf(number, snapshot) },
    };
    metadata.set('metadata/timestamp.json', signedBytes(timestamp, this.keys.timestamp));
    return { version: number, metadata, files: [...files] };
  }

  #delegations(): Json {
    return {
      keys: Object.fromEntries(this.delegates.map(({ key }) => [key.id, key.json])),
      roles: this.delegates.map(({ role, ns, key }) => ({
        name: role,
        keyids: [key.id],
        threshold: 1,
        terminating: true,
        paths: [`${ns}/*`],
      })),
    };
  }
}

const metaOf = (version: number, bytes: Buffer) => ({
  version,
  length: bytes.length,
  hashes: { sha256: sha256(bytes) },
});

function targetsOf(files: readonly TestFile[]): Json {
  return Object.fromEntries(
    files.map(({ path, bytes, custom }) => [
      path,
      { length: bytes.length, hashes: { sha256: sha256(bytes) }, custom },
    ]),
  );
}

/** Where a file lies in a pack. */
export function placeOf({ path, bytes }: TestFile): string {
  const [ns, name] = path.split('/');
  return `data/${ns}/${sha256(bytes)}.${name}`;
}

/** Writes a pack as a folder, with all its files or some. */
export function writePack(
  folder: string,
  { metadata, files }: Issue,
  only: readonly TestFile[] = files,
): string {
  for (const [name, bytes] of metadata) writeInto(folder, name, bytes);
  for (const file of only) writeInto(folder, placeOf(file), file.bytes);
  return folder;
}

/** Writes one file of a pack. */
export function writeInto(folder: string, name: string, bytes: Uint8Array): void {
  const path = join(folder, ...name.split('/'));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** Copies a pack. */
export function copyPack(from: string, to: string): string {
  cpSync(from, to, { recursive: true });
  return to;
}
