// Somebody else speaks for a namespace: their key never leaves their machine, and their list is taken in only if it holds.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, expect, test } from 'vitest';
import { buildPack } from '../../src/main/packs/publish/build.ts';
import { delegateAway, undelegate } from '../../src/main/packs/publish/delegate.ts';
import { makeWorkshop } from '../../src/main/packs/publish/root-changes.ts';
import { applyFor, readApplication } from '../../src/main/packs/publish/speaker.ts';
import { takeList } from '../../src/main/packs/publish/taken-list.ts';
import { withdrawFile } from '../../src/main/packs/publish/withdraw.ts';
import type { Workshop } from '../../src/main/packs/publish/workshop.ts';
import type { Raw } from '../../src/main/packs/verify/envelope.ts';
import type { ArchiveRecord } from '../../src/shared/record.ts';
import { temporaryFolder } from '../folders.ts';
import {
  Keys,
  type MadePublisher,
  madePublisher,
  madeRecord,
  trustedAfter,
  verified,
  withPack,
  writeSigned,
} from './publishers.ts';

let curator: MadePublisher;
let office: Workshop;
let keys: Keys;
let line: string;

beforeEach(async () => {
  curator = await madePublisher();
  await curator.build(madeRecord('hrd/one'));
  const folder = temporaryFolder();
  office = makeWorkshop(join(folder, 'office'));
  keys = new Keys();
  const applied = await applyFor(office, { ns: 'amnesty', ring: keys, now: curator.now() });
  line = join(folder, 'line.txt');
  writeFileSync(line, applied.line);
});

const accept = async () =>
  delegateAway(curator.shop, {
    application: readApplication(line),
    ring: curator.keys,
    now: curator.now(),
  });

const write = (...records: ArchiveRecord[]) =>
  buildPack(
    office,
    [
      {
        name: 'records.ndjson',
        chunks: Readable.from(records.map((each) => Buffer.from(`${JSON.stringify(each)}\n`))),
      },
    ],
    { ring: keys, now: curator.now() },
  );

const take = (from: string = office.pack) =>
  withPack(from, (pack) =>
    takeList(curator.shop, { from: pack, ns: 'amnesty', ring: curator.keys, now: curator.now() }),
  );

const own = (version: number) => join(office.pack, 'metadata', `${version}.amnesty.json`);
const partOf = (path: string) => JSON.parse(readFileSync(path, 'utf8')).signed as Raw;

/** Signs another list in the place of the newest one that was to be handed over. */
function resign(version: number, change: (signed: Raw) => void, key = keys.named('amnesty')) {
  const signed = partOf(own(version));
  change(signed);
  const name = `${String(signed.version)}.amnesty.json`;
  if (signed.version !== version) rmSync(own(version));
  writeSigned(office.pack, { name, signed, keys: [key] });
}

test('an outsider signs its own list, the curator takes it in, and readers follow both', async () => {
  await accept();
  const first = await verified(curator.pack);
  expect(first.outcome).toBe('accepted');
  await write(madeRecord('amnesty/one'), madeRecord('amnesty/two', { genre: 'testimony' }));
  expect(await take()).toEqual({ version: 2, files: 2 });
  const second = await verified(curator.pack, trustedAfter(first));
  expect(second).toMatchObject({ outcome: 'accepted', cause: null });
  expect(second.changes.added.map(({ role, path }) => [role, path])).toEqual([
    ['amnesty', 'amnesty/000001.ndjson.zst'],
    ['amnesty', 'amnesty/000002-sensitive.ndjson.zst'],
  ]);
  for (const { place } of second.changes.added) {
    expect(existsSync(join(curator.pack, place))).toBe(true);
  }
  expect(await take()).toEqual({ version: 2, files: 0 });
  expect(keys.byName.size).toBe(1);
  expect(curator.keys.byName.has('amnesty')).toBe(false);
});

test('lists that never reached the curator are no gap, and what is withdrawn leaves the pack', async () => {
  await accept();
  await write(madeRecord('amnesty/one'));
  await take();
  await write(madeRecord('amnesty/two'));
  await withdrawFile(office, {
    path: 'amnesty/000001.ndjson.zst',
    why: 'A person could be known by it.',
    ring: keys,
    now: curator.now(),
  });
  expect(await take()).toEqual({ version: 4, files: 1 });
  const { files, outcome } = await verified(curator.pack);
  expect(outcome).toBe('accepted');
  const there = files.filter(({ place }) => existsSync(join(curator.pack, place)));
  expect(there.map(({ path }) => path)).toEqual([
    'hrd/000001.ndjson.zst',
    'amnesty/000002.ndjson.zst',
  ]);
  expect(readdirSync(join(office.pack, 'metadata'))).toEqual(['4.amnesty.json']);
});

test('whoever speaks for a namespace cannot build records of another', async () => {
  await expect(write(madeRecord('hrd/fake'))).rejects.toMatchObject({
    code: 'build_refused',
    detail: { problem: expect.stringContaining('records.ndjson, line 1: the namespace hrd') },
  });
  expect(existsSync(own(1))).toBe(true);
});

test('a line whose key did not sign its list, or whose list is not empty, delegates nothing', async () => {
  const given = JSON.parse(readFileSync(line, 'utf8'));
  const other = await new Keys().create('amnesty');
  writeFileSync(line, JSON.stringify({ ...given, key: other }));
  await expect(accept()).rejects.toMatchObject({ code: 'draft_unfit' });
  await write(madeRecord('amnesty/one'));
  writeFileSync(line, JSON.stringify({ ...given, list: JSON.parse(readFileSync(own(2), 'utf8')) }));
  await expect(accept()).rejects.toMatchObject({ code: 'draft_unfit' });
  writeFileSync(line, '{}');
  await expect(accept()).rejects.toMatchObject({ code: 'draft_unfit' });
  expect((await verified(curator.pack)).lists?.targets).toHaveLength(1);
});

test('a namespace that is spoken for, by the curator or another, is not given away again', async () => {
  await curator.build(madeRecord('amnesty/own'));
  await expect(accept()).rejects.toMatchObject({ code: 'draft_unfit' });
});

test.each<[string, string, () => Promise<void> | void]>([
  [
    'another key signed it',
    "was not signed with its delegate's key",
    async () => {
      const thief = new Keys();
      await thief.create('amnesty');
      resign(2, () => {}, thief.named('amnesty'));
    },
  ],
  [
    'it lists a file of another namespace',
    'outside amnesty/',
    () =>
      resign(2, (signed) => {
        const [entry] = Object.values(signed.targets as Raw) as Raw[];
        (signed.targets as Raw)['hrd/000009.ndjson.zst'] = {
          ...entry,
          custom: { ...(entry?.custom as Raw), seq: 9 },
        };
      }),
  ],
  [
    'it forgets the list before it',
    'does not follow',
    () => resign(2, (signed) => (signed['x-history'] = {})),
  ],
  ['it says no date', 'does not say when', () => resign(2, (signed) => delete signed['x-pack'])],
  ['it has an older number', 'not newer', () => resign(2, (signed) => (signed.version = 1))],
  [
    'its file has a number that was used',
    'a number that is not new',
    () =>
      resign(2, (signed) => {
        for (const entry of Object.values(signed.targets as Raw) as { custom: Raw }[]) {
          entry.custom.seq = 0;
        }
      }),
  ],
  [
    'it delegates to others',
    'delegates to others',
    () => resign(2, (signed) => (signed.delegations = { keys: {}, roles: [] })),
  ],
  ['a file is missing', 'is missing', () => rmSync(join(office.pack, 'data'), { recursive: true })],
  [
    'a file is damaged',
    'is damaged',
    () => {
      const folder = join(office.pack, 'data', 'amnesty');
      const [name] = readdirSync(folder);
      const path = join(folder, name as string);
      const bytes = readFileSync(path);
      bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
      writeFileSync(path, bytes);
    },
  ],
])('a list is refused and nothing is changed where %s', async (_, problem, spoil) => {
  await accept();
  await write(madeRecord('amnesty/one'));
  await spoil();
  const files = () => new Set(readdirSync(curator.pack, { recursive: true }).map(String));
  const before = files();
  await expect(take()).rejects.toMatchObject({
    code: 'build_refused',
    detail: { problem: expect.stringContaining(problem) },
  });
  expect(files()).toEqual(before);
});

test.each<[string, (entry: { custom: Raw }) => void]>([
  ['counts other records', ({ custom }) => (custom.records = 2)],
  ['is withdrawn no more', ({ custom }) => (custom.withdrawn = null)],
])('a later list is refused where a file that was listed %s', async (_, change) => {
  await accept();
  await write(madeRecord('amnesty/one'));
  const path = 'amnesty/000001.ndjson.zst';
  await withdrawFile(office, { path, why: 'A mistake.', ring: keys, now: curator.now() });
  await take();
  await write(madeRecord('amnesty/two'));
  resign(4, (signed) => change((signed.targets as Raw)[path] as { custom: Raw }));
  await expect(take()).rejects.toMatchObject({
    detail: { problem: `it takes ${path} back, or changes what was said of it` },
  });
});

test('a file that was listed may not disappear from a later list', async () => {
  await accept();
  await write(madeRecord('amnesty/one'));
  await take();
  await write(madeRecord('amnesty/two'));
  resign(3, (signed) => {
    delete (signed.targets as Raw)['amnesty/000001.ndjson.zst'];
  });
  await expect(take()).rejects.toMatchObject({ code: 'build_refused' });
});

test('records that are not of the namespace are found before they are given away', async () => {
  await accept();
  await write(madeRecord('amnesty/one'));
  // Another program than ours may have written the file.
  const { record, path } = await foreignFile();
  expect(record).toContain('hrd/fake');
  await expect(take()).rejects.toMatchObject({ code: 'payload_malformed', detail: { name: path } });
});

async function foreignFile() {
  const { createHash } = await import('node:crypto');
  const { zstdCompressSync } = await import('node:zlib');
  const record = `${JSON.stringify(madeRecord('hrd/fake'))}\n`;
  const bytes = zstdCompressSync(Buffer.from(record));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = 'amnesty/000001.ndjson.zst';
  writeFileSync(join(office.pack, 'data', 'amnesty', `${sha256}.000001.ndjson.zst`), bytes);
  resign(2, (signed) => {
    const entry = (signed.targets as Raw)[path] as Raw & { custom: Raw };
    entry.length = bytes.length;
    entry.hashes = { sha256 };
    entry.custom.raw = Buffer.byteLength(record);
  });
  return { record, path };
}

test('what is no longer vouched for is taken in no more', async () => {
  await accept();
  await write(madeRecord('amnesty/one'));
  await undelegate(curator.shop, { ns: 'amnesty', ring: curator.keys, now: curator.now() });
  await expect(take()).rejects.toMatchObject({ detail: { problem: 'amnesty is not delegated' } });
});

test("a whole pack, or a list for another's namespace, is not what was asked for", async () => {
  await accept();
  await expect(take(curator.pack)).rejects.toMatchObject({ code: 'build_refused' });
  const other = makeWorkshop(join(temporaryFolder(), 'other'));
  await applyFor(other, { ns: 'drm', ring: keys, now: curator.now() });
  await expect(take(other.pack)).rejects.toMatchObject({ code: 'build_refused' });
});
