// Twenty thousand spoiled packs: each ends in a verdict or in an error of ours, and nothing is written anywhere.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openContainer } from '../../src/main/packs/container/container.ts';
import { header } from '../../src/main/packs/container/ustar.ts';
import { writePackFile } from '../../src/main/packs/container/write.ts';
import { payloadLines } from '../../src/main/packs/payload/payload.ts';
import { verifyPack } from '../../src/main/packs/verify/verify-pack.ts';
import type { Trusted } from '../../src/main/packs/verify/verdict.ts';
import { AppError } from '../../src/shared/errors.ts';
import { temporaryFolder } from '../folders.ts';
import { signedFile } from '../../src/main/packs/publish/signing.ts';
import {
  type MadePublisher,
  madePublisher,
  madeRecord,
  trustedAfter,
  verified,
  withPack,
} from './publishers.ts';
import type { Loose } from './spoiled.ts';

const ROUNDS = 20_000;

// A generator of its own (mulberry32), so that every run spoils the same.
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof numbers>;

const NAMES = [
  'README.txt',
  'metadata/timestamp.json',
  'metadata/2.root.json',
  'metadata/3.targets.json',
  '../../outside',
  '/tmp/outside',
];

const SPOILERS: ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => {
    for (let times = random(8); times >= 0; times -= 1) bytes[random(bytes.length)] = random(256);
    return bytes;
  },
  (bytes, random) => bytes.subarray(0, random(bytes.length)),
  (bytes, random) =>
    Buffer.concat([bytes.subarray(0, random(bytes.length)), bytes.subarray(random(bytes.length))]),
  (bytes, random) => {
    const [from, to] = [random(bytes.length >> 9), random(bytes.length >> 9)];
    bytes.copy(bytes, to << 9, from << 9, (from + 1 + random(4)) << 9);
    return bytes;
  },
  (bytes, random) => {
    // A true header, with another name or another size, where some block was.
    const sizes = [0, 1, 511, 512, random(1 << 20), 2 ** 33 - 1];
    const name = NAMES[random(NAMES.length)] as string;
    header(name, sizes[random(sizes.length)] as number).copy(bytes, random(bytes.length >> 9) << 9);
    return bytes;
  },
  (bytes, random) => {
    // Letters of JSON: brackets, quotes, digits.
    for (let times = random(6); times >= 0; times -= 1) {
      bytes.write('{}[]",:0123456789e-\\'[random(20)] as string, random(bytes.length), 'latin1');
    }
    return bytes;
  },
];

test('twenty thousand spoiled packs end in a verdict or in an error of ours', async () => {
  const made = await madePublisher({ holders: 3 });
  await made.delegate('amnesty');
  await made.build(madeRecord('hrd/one'), madeRecord('amnesty/one'));
  await made.rotate('targets');
  const trusted = trustedAfter(await verified(made.pack));
  const folder = temporaryFolder();
  const good = join(folder, 'good.pack');
  await withPack(made.pack, (from) => writePackFile(good, { from }));
  const original = readFileSync(good);
  const path = join(folder, 'bad.pack');
  const random = numbers(20261122);
  const seen = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const spoil = SPOILERS[random(SPOILERS.length)] as (typeof SPOILERS)[number];
    writeFileSync(path, spoil(Buffer.from(original), random));
    const end = await endOf(path, random(3) === 0 ? trusted : null);
    seen.set(end, (seen.get(end) ?? 0) + 1);
  }
  expect([...seen.values()].reduce((sum, times) => sum + times, 0)).toBe(ROUNDS);
  // The spoilers reach every stage: packs that are none, lists that are refused for many causes, packs still good.
  expect([...seen.keys()]).toEqual(
    expect.arrayContaining([
      'accepted',
      'pack_unreadable',
      'unsigned',
      'malformed',
      'no-metadata',
      'mixed',
      'incomplete',
    ]),
  );
  expect(readdirSync(folder).sort()).toEqual(['bad.pack', 'good.pack']);
  expect(readFileSync(good).equals(original)).toBe(true);
  expect(statSync(folder).isDirectory()).toBe(true);
}, 600_000);

const STRANGE: unknown[] = [
  undefined,
  null,
  true,
  '',
  'x',
  '/',
  '../x',
  'a'.repeat(64),
  '9999-99-99',
  0,
  -1,
  0.5,
  1e21,
  Number.MAX_SAFE_INTEGER,
  [],
  [null],
  {},
  { a: {} },
  { 'x/*': 1 },
];

/** Puts something strange into one place of what is to be signed. */
function strangely(value: Loose, random: Random): void {
  const keys = Object.keys(value);
  const key = keys[random(keys.length)];
  if (key === undefined) return;
  const inner = value[key];
  if (typeof inner === 'object' && inner !== null && random(4) > 0) {
    strangely(inner, random);
    return;
  }
  const fresh = STRANGE[random(STRANGE.length)];
  if (fresh === undefined) delete value[key];
  else if (random(5) === 0) value[JSON.stringify(fresh)] = inner;
  else value[key] = structuredClone(fresh);
}

test('five thousand packs that are really signed, with something strange in one list, end in a verdict', async () => {
  const made = await madePublisher();
  await made.delegate('amnesty');
  await made.build(madeRecord('hrd/one'), madeRecord('amnesty/one'));
  const trusted = trustedAfter(await verified(made.pack));
  await made.revoke('targets');
  await made.build(madeRecord('hrd/two'));
  const names = await withPack(made.pack, (pack) => Promise.resolve([...pack.entries.keys()]));
  const original = new Map(names.map((name) => [name, readFileSync(join(made.pack, name))]));
  const random = numbers(20261123);
  const outcomes = new Set<string>();
  for (let round = 0; round < 5000; round += 1) {
    const files = new Map(original);
    for (let times = random(2); times >= 0; times -= 1) resign(files, made, random);
    const pack = {
      entries: new Map([...files].map(([name, bytes]) => [name, bytes.length])),
      read: (name: string) => Promise.resolve(files.get(name) ?? null),
    };
    const { cause, outcome } = await verifyPack(pack, random(2) === 0 ? trusted : null);
    outcomes.add(cause?.code ?? outcome);
  }
  expect([...outcomes]).toEqual(
    expect.arrayContaining([
      'accepted',
      'malformed',
      'mixed',
      'unsigned',
      'rollback',
      'incomplete',
    ]),
  );
}, 300_000);

const CHAIN = ['root', 'amnesty', 'targets', 'snapshot', 'timestamp'];

// One list is made strange; it and all that name it are signed again by the right keys.
function resign(files: Map<string, Buffer>, made: MadePublisher, random: Random): void {
  const from = random(CHAIN.length);
  for (const [index, role] of CHAIN.entries()) {
    const name = [...files.keys()]
      .filter((each) => each.endsWith(`${role}.json`))
      .sort()
      .at(-1);
    const file = files.get(name ?? '');
    if (!file || name === undefined || index < from) continue;
    const { signed } = JSON.parse(file.toString());
    if (index === from) strangely(signed, random);
    else if (role === 'root' || from === 0) continue;
    else rename(signed, files, CHAIN[index - 1] as string);
    const key = { root: 'root', amnesty: 'amnesty', targets: 'targets' }[role] ?? 'publishing';
    try {
      files.set(name, signedFile(signed, [made.keys.named(key)]));
    } catch {
      // No canonical form: nobody could sign it.
    }
  }
}

function rename(signed: Loose, files: Map<string, Buffer>, role: string): void {
  for (const each of role === 'targets' ? ['targets', 'amnesty'] : [role]) {
    const name = [...files.keys()]
      .filter((file) => file.endsWith(`${each}.json`))
      .sort()
      .at(-1);
    const bytes = files.get(name ?? '');
    const entry = signed.meta?.[`${each}.json`];
    if (!bytes || typeof entry !== 'object' || entry === null) continue;
    const hashes = { sha256: createHash('sha256').update(bytes).digest('hex') };
    Object.assign(entry, { length: bytes.length, hashes });
  }
}

async function endOf(path: string, trusted: Trusted | null): Promise<string> {
  try {
    const pack = await openContainer(path);
    try {
      const { outcome, cause, files } = await verifyPack(pack, trusted);
      for (const file of files) {
        try {
          for await (const line of payloadLines(pack, file)) void line;
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      }
      return cause?.code ?? outcome;
    } finally {
      await pack.close();
    }
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
