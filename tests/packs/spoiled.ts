// Bad packs that are really signed: what a thief of a key, or a coerced publisher, could make.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { payloadName } from '../../src/main/packs/format/names.ts';
import type { SigningKey } from '../../src/main/packs/publish/keys.ts';
import { signedFile } from '../../src/main/packs/publish/signing.ts';
import { temporaryFolder } from '../folders.ts';
import type { MadePublisher } from './publishers.ts';

// biome-ignore lint/suspicious/noExplicitAny: what is signed here is wrong on purpose
export type Loose = any;

/** A copy of a pack that the test may spoil. */
export function copyOf(path: string): string {
  const copy = join(temporaryFolder(), 'pack');
  cpSync(path, copy, { recursive: true });
  return copy;
}

export interface Spoiling {
  /** Changes to what is signed, before it is signed. */
  targets?: (signed: Loose) => void;
  snapshot?: (signed: Loose) => void;
  timestamp?: (signed: Loose) => void;
  /** Who signs instead of the keys of the publisher. */
  keys?: { targets?: SigningKey[]; snapshot?: SigningKey[]; timestamp?: SigningKey[] };
}

/** A copy of a publisher's pack whose lists were changed and signed again, each naming the next truly. */
export function spoiled(made: MadePublisher, spoiling: Spoiling = {}): string {
  const pack = copyOf(made.pack);
  const publishing = [made.keys.named('publishing')];
  const { keys = {} } = spoiling;
  const targets = take(pack, 'targets');
  const snapshot = take(pack, 'snapshot');
  const timestamp = take(pack, 'timestamp');
  spoiling.targets?.(targets);
  snapshot.meta['targets.json'] = put(pack, targets, keys.targets ?? [made.keys.named('targets')]);
  spoiling.snapshot?.(snapshot);
  timestamp.meta['snapshot.json'] = put(pack, snapshot, keys.snapshot ?? publishing);
  spoiling.timestamp?.(timestamp);
  put(pack, timestamp, keys.timestamp ?? publishing);
  return pack;
}

/** Raises the version of whatever is given. */
export const raise = (signed: Loose) => {
  signed.version += 1;
};

/** Raises all three. */
export const NEWER: Spoiling = { targets: raise, snapshot: raise, timestamp: raise };

/** The place of the newest file of a role in a pack folder. */
export function fileOf(pack: string, role: string): string {
  if (role === 'timestamp') return join(pack, 'metadata/timestamp.json');
  const [name] = readdirSync(join(pack, 'metadata'))
    .filter((each) => each.endsWith(`.${role}.json`))
    .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10));
  return join(pack, 'metadata', name as string);
}

function take(pack: string, role: string): Loose {
  const path = fileOf(pack, role);
  const { signed } = JSON.parse(readFileSync(path, 'utf8'));
  rmSync(path);
  return signed;
}

function put(pack: string, signed: Loose, keys: readonly SigningKey[]): Loose {
  const bytes = signedFile(signed, keys);
  const { _type: role } = signed;
  const prefix = role === 'timestamp' ? '' : `${signed.version}.`;
  writeFileSync(join(pack, 'metadata', `${prefix}${role}.json`), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { version: signed.version, length: bytes.length, hashes: { sha256 } };
}

/** Writes a root, signed by whoever, as whatever version. */
export function putRoot(
  pack: string,
  { signed, keys, name }: { signed: Loose; keys: readonly SigningKey[]; name?: string },
): void {
  const file = name ?? `${signed.version}.root.json`;
  writeFileSync(join(pack, 'metadata', file), signedFile(signed, keys));
}

/** What a root signs. */
export function rootOf(pack: string, version: number): Loose {
  return JSON.parse(readFileSync(join(pack, `metadata/${version}.root.json`), 'utf8')).signed;
}

/** A pack that lists one more file with these bytes, whatever they are. */
export function withPayload(made: MadePublisher, bytes: Buffer, custom: Loose = {}): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = 'hrd/bad.ndjson.zst';
  const pack = spoiled(made, {
    ...NEWER,
    targets: (signed) => {
      raise(signed);
      signed.targets[path] = {
        length: bytes.length,
        hashes: { sha256 },
        custom: {
          seq: 99,
          since: 1,
          kind: 'records',
          schema: 'record/1',
          records: 1,
          raw: 100,
          lang: ['en'],
          covers: null,
          sensitive: false,
          withdrawn: null,
          ...custom,
        },
      };
    },
  });
  const place = join(pack, payloadName(path, sha256));
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, bytes);
  return pack;
}
