// Packs as folders and as one file: the same bytes whoever copies them, and nothing that is not a pack's.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openContainer } from '../../src/main/packs/container/container.ts';
import { BLOCK, END, header, padded, readHeader } from '../../src/main/packs/container/ustar.ts';
import { writePackFile, writePackFolder } from '../../src/main/packs/container/write.ts';
import { inPackOrder, isPackName } from '../../src/main/packs/format/names.ts';
import { partsOf, splitPack } from '../../src/main/packs/publish/split.ts';
import { codeOf } from '../errors-thrown.ts';
import { temporaryFolder } from '../folders.ts';
import { madePublisher, madeRecord, verified, withPack } from './publishers.ts';

async function packFile(path: string): Promise<string> {
  const to = join(temporaryFolder(), 'one.pack');
  await withPack(path, (from) => writePackFile(to, { from }));
  return to;
}

async function filledPublisher() {
  const made = await madePublisher();
  await made.build(madeRecord('hrd/one'), madeRecord('hrd/two', { genre: 'testimony' }));
  await made.build(madeRecord('hrd/three'));
  return made;
}

test('a pack is the same bytes whoever copies it, as a folder and as a file, however often', async () => {
  const made = await filledPublisher();
  utimesSync(join(made.pack, 'README.txt'), new Date(1), new Date(1));
  const first = await packFile(made.pack);
  const folder = join(temporaryFolder(), 'copy');
  await withPack(first, (from) => writePackFolder(folder, { from }));
  const second = await packFile(folder);
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
  expect((await verified(second)).outcome).toBe('accepted');
});

test('any system can list a .pack, and nothing in it tells who made it, or when', async () => {
  const path = await packFile((await filledPublisher()).pack);
  const lines = execFileSync('tar', ['--numeric-owner', '-tvf', path], {
    env: { TZ: 'UTC', PATH: process.env.PATH },
  })
    .toString()
    .trim()
    .split('\n');
  expect(lines).toHaveLength(8);
  for (const line of lines) expect(line).toMatch(/^-rw-r--r-- 0\/0 +\d+ 1970-01-01 00:00 /);
  const names = lines.map((line) => line.split(' ').at(-1) as string);
  expect(names).toEqual([...names].sort(inPackOrder));
  expect(names[0]).toBe('README.txt');
});

test('a .pack that is cut still has every file before the cut', async () => {
  const made = await filledPublisher();
  const path = await packFile(made.pack);
  const whole = await withPack(path, (pack) => Promise.resolve([...pack.entries.keys()]));
  const last = await withPack(path, (pack) =>
    Promise.resolve(pack.entries.get(whole.at(-1) as string) as number),
  );
  truncateSync(path, readFileSync(path).length - END.length - padded(last));
  await withPack(path, (pack) => {
    expect(pack.cut).toBe(true);
    expect([...pack.entries.keys()]).toEqual(whole.slice(0, -1));
    return Promise.resolve();
  });
  expect((await verified(path)).outcome).toBe('accepted');
});

test('names that no pack has are not seen in a folder, and links are not followed', async () => {
  const made = await filledPublisher();
  const before = await withPack(made.pack, (pack) =>
    Promise.resolve([...pack.entries.keys()].sort()),
  );
  writeFileSync(join(made.pack, 'autorun.inf'), 'x');
  writeFileSync(join(made.pack, 'metadata/TARGETS.JSON'), 'x');
  writeFileSync(join(made.pack, 'data/hrd/.DS_Store'), 'x');
  mkdirSync(join(made.pack, 'data/.Trash'));
  mkdirSync(join(made.pack, 'data/hrd/deeper'));
  symlinkSync('/etc/passwd', join(made.pack, `data/hrd/${'a'.repeat(64)}.x.bin`));
  symlinkSync('/etc', join(made.pack, 'data/etc'));
  const after = await withPack(made.pack, (pack) =>
    Promise.resolve([...pack.entries.keys()].sort()),
  );
  expect(after).toEqual(before);
});

test('what is no pack is said to be none', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'text.pack'),
    'no pack at all, but long enough to have a block: '.repeat(50),
  );
  writeFileSync(join(folder, 'empty.pack'), '');
  symlinkSync(join(folder, 'text.pack'), join(folder, 'link.pack'));
  for (const name of ['text.pack', 'empty.pack', 'link.pack', '.']) {
    const found = await openContainer(join(folder, name)).then(
      () => 'opened',
      (error: unknown) => codeOf(error).code,
    );
    expect(found).toBe('pack_unreadable');
  }
  const missing = await openContainer(join(folder, 'missing')).catch((error: unknown) =>
    codeOf(error),
  );
  expect(missing).toMatchObject({ code: 'file_unreadable' });
});

test('a pack is divided into parts that are packs, each no larger than asked', async () => {
  const made = await filledPublisher();
  const to = temporaryFolder();
  const maxBytes = readFileSync(await packFile(made.pack)).length - 1;
  const paths = await withPack(made.pack, (from) =>
    splitPack({ from, name: 'group', to, maxBytes }),
  );
  expect(paths.length).toBeGreaterThan(1);
  const files = new Set<string>();
  for (const path of paths) {
    expect(readFileSync(path).length).toBeLessThanOrEqual(maxBytes);
    const verdict = await verified(path);
    expect(verdict.outcome).toBe('accepted');
    await withPack(path, (pack) => {
      for (const name of pack.entries.keys()) files.add(name);
      return Promise.resolve();
    });
  }
  const all = await withPack(made.pack, (pack) => Promise.resolve([...pack.entries.keys()]));
  expect([...files].sort()).toEqual(all.sort());
  await withPack(made.pack, (from) => {
    expect(() => partsOf({ from, maxBytes: 3000 })).toThrow('build_refused');
    return Promise.resolve();
  });
});

test('a header is read back only as the very bytes that are written for it', () => {
  const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
  const part = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,10})?$/);
  const name = fc.oneof(
    fc.constant('README.txt'),
    fc.constant('metadata/timestamp.json'),
    fc.tuple(fc.integer({ min: 1, max: 10 ** 9 }), part).map(([v, r]) => `metadata/${v}.${r}.json`),
    fc.tuple(part, hash, part).map(([ns, sha, file]) => `data/${ns}/${sha}.${file}.ndjson.zst`),
  );
  fc.assert(
    fc.property(name, fc.nat(), (given, size) => {
      expect(isPackName(given)).toBe(true);
      expect(readHeader(header(given, size))).toEqual({ name: given, size });
    }),
  );
  fc.assert(
    fc.property(
      name,
      fc.nat({ max: BLOCK - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (given, at, by) => {
        const block = header(given, 1000);
        block[at] = (block[at] as number) ^ by;
        expect(readHeader(block)).toBeNull();
      },
    ),
  );
});

test.each([
  'README.TXT',
  '../README.txt',
  '/README.txt',
  'metadata/../x',
  'metadata/0.root.json',
  'metadata/01.root.json',
  'metadata/1.Root.json',
  'metadata/timestamp.json/x',
  'data/hrd/x.ndjson.zst',
  `data/../${'a'.repeat(64)}.x.bin`,
  `data/hrd/${'A'.repeat(64)}.x.bin`,
  `data/hrd/${'a'.repeat(64)}.x.exe`,
  `data/hrd/${'a'.repeat(64)}..bin`,
  `data/hrd/${'a'.repeat(64)}.con .bin`,
  `data/hrd/sub/${'a'.repeat(64)}.x.bin`,
])('%s is no name that a pack may have', (name) => {
  expect(isPackName(name)).toBe(false);
});

test('a pack that was not finished is not left behind as a good one', async () => {
  const made = await filledPublisher();
  const to = join(temporaryFolder(), 'half.pack');
  const error = await withPack(made.pack, (from) =>
    writePackFile(to, { from, signal: AbortSignal.abort() }).catch(codeOf),
  );
  expect(error).toMatchObject({ code: 'cancelled' });
  expect(readdirSync(join(to, '..'))).toEqual([]);
});

test.each([5, 3_000_000])(
  'what cannot be written is told to whoever writes, also while %d bytes are still read',
  async (size) => {
    const stream = async function* () {
      // Opening the file fails meanwhile.
      for (let turn = 0; turn < 200; turn += 1) await setImmediate();
      for (let done = 0; done < size; done += 1_000_000) {
        yield Buffer.alloc(Math.min(size - done, 1_000_000));
      }
    };
    const from = { entries: new Map([['README.txt', size]]), stream };
    const folder = temporaryFolder();
    const written = writePackFile(join(folder, 'nowhere', 'x.pack'), { from });
    await expect(written).rejects.toMatchObject({ code: 'ENOENT' });
    mkdirSync(join(folder, 'README.txt'));
    await expect(writePackFolder(folder, { from })).rejects.toMatchObject({ code: 'EISDIR' });
  },
);
