// Bombs and other files that are what was signed, and still hostile: each is really packed and really signed.
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { payloadLines, payloadState } from '../../src/main/packs/payload/payload.ts';
import { codeOf } from '../errors-thrown.ts';
import {
  LATER,
  madePublisher,
  madeRecord,
  trustedAfter,
  verified,
  withPack,
} from './publishers.ts';
import { copyOf, type Loose, NEWER, raise, spoiled, withPayload } from './spoiled.ts';

const frameOf = (text: string | Buffer) => zstdCompressSync(text);
const lineOf = (id = 'hrd/one') => `${JSON.stringify(madeRecord(id))}\n`;

/** Reads the bad file of a pack to its end; gives what it throws, and how many lines it gave out before. */
async function read(path: string): Promise<{ code: string; problem: unknown; lines: number }> {
  const verdict = await verified(path);
  const file = verdict.files.find(({ path: name }) => name === 'hrd/bad.ndjson.zst');
  if (!file) throw new Error(`not listed: ${JSON.stringify(verdict.cause)}`);
  let lines = 0;
  return withPack(path, async (pack) => {
    try {
      for await (const line of payloadLines(pack, file)) lines += line.record ? 1 : 0;
      return { code: 'none', problem: null, lines };
    } catch (error) {
      return { ...codeOf(error), lines };
    }
  });
}

async function readSigned(bytes: Buffer, custom: Loose = {}) {
  const made = await madePublisher();
  return read(withPayload(made, bytes, custom));
}

const malformed = (problem: RegExp, lines = 0) => ({
  code: 'payload_malformed',
  problem: expect.stringMatching(problem),
  lines,
});

describe('damage', () => {
  async function onePack() {
    const made = await madePublisher();
    await made.build(madeRecord('hrd/one'));
    const path = copyOf(made.pack);
    const [file] = (await verified(path)).files;
    if (!file) throw new Error('no file');
    return { path, file, at: join(path, file.place) };
  }

  test('a file with one bit changed is damaged, and nothing of it is used', async () => {
    const { path, file, at } = await onePack();
    const bytes = readFileSync(at);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    writeFileSync(at, bytes);
    expect(await withPack(path, (pack) => payloadState(pack, file))).toBe('damaged');
  });

  test('a file that is cut short is damaged, and one that is longer too', async () => {
    const { path, file, at } = await onePack();
    truncateSync(at, file.length - 1);
    expect(await withPack(path, (pack) => payloadState(pack, file))).toBe('damaged');
    truncateSync(at, file.length + 1_000_000_000);
    expect(await withPack(path, (pack) => payloadState(pack, file))).toBe('damaged');
  });

  test('a file that is not there is missing, and the others are not concerned', async () => {
    const { path, file, at } = await onePack();
    rmSync(at);
    expect(await withPack(path, (pack) => payloadState(pack, file))).toBe('missing');
  });

  test('a file is checked against the newest list, although the lists beside it are refused', async () => {
    const made = await madePublisher();
    await made.build(madeRecord('hrd/one'));
    const trusted = trustedAfter(await verified(made.pack));
    const path = copyOf(made.pack);
    writeFileSync(join(path, 'metadata/timestamp.json'), '{}');
    const { outcome, files } = await verified(path, trusted);
    expect(outcome).toBe('refused');
    const states = await withPack(path, (pack) =>
      Promise.all(files.map((file) => payloadState(pack, file))),
    );
    expect(states).toEqual(['whole']);
  });
});

describe('bombs', () => {
  test('a file that unpacks to far more than its list says stops there', async () => {
    const bomb = frameOf(Buffer.alloc(256 << 20));
    expect(bomb.length).toBeLessThan(100_000);
    const raw = bomb.length * 99;
    expect(await readSigned(bomb, { raw })).toMatchObject({ code: 'payload_malformed', lines: 0 });
  });

  test('a list that promises a hundred times the packed size is refused', async () => {
    const made = await madePublisher();
    const bomb = frameOf(Buffer.alloc(64 << 20));
    const path = withPayload(made, bomb, { raw: 64 << 20 });
    expect(await verified(path)).toMatchObject({
      outcome: 'refused',
      cause: { code: 'too-large', detail: { file: 'hrd/bad.ndjson.zst' } },
    });
  });

  test.each([
    ['packed', { length: (64 << 20) + 1 }],
    ['unpacked', { raw: (256 << 20) + 1, length: 60 << 20 }],
  ])('a list with a file of too many %s bytes is refused', async (_, { raw, length }: Loose) => {
    const made = await madePublisher();
    await made.build(madeRecord('hrd/one'));
    const path = spoiled(made, {
      ...NEWER,
      targets: (signed) => {
        raise(signed);
        const [entry] = Object.values(signed.targets) as Loose[];
        entry.length = length;
        if (raw) entry.custom.raw = raw;
      },
    });
    expect(await verified(path)).toMatchObject({ cause: { code: 'too-large' } });
  });

  test('a window of 128 MiB is refused, so that memory stays bounded', async () => {
    const text = Buffer.from(lineOf());
    const packed = zstdCompressSync(Buffer.concat([text, Buffer.alloc(300, ' ')]), {
      params: { [constants.ZSTD_c_windowLog]: 27, [constants.ZSTD_c_contentSizeFlag]: 0 },
    });
    // The window's size is in the byte after the descriptor, unless the frame is one segment.
    const single = ((packed[4] as number) & 0x20) !== 0;
    expect(single).toBe(false);
    packed[5] = 17 << 3;
    expect(await readSigned(packed, { raw: text.length + 300 })).toMatchObject(malformed(/unpack/));
  });

  test('a second frame is refused, which the library would pass over without a word', async () => {
    const [first, second] = [lineOf(), lineOf('hrd/two')];
    const bytes = Buffer.concat([frameOf(first), frameOf(second)]);
    const raw = Buffer.byteLength(first);
    expect((await readSigned(bytes, { raw })).code).toBe('payload_malformed');
    expect((await readSigned(bytes, { raw: 2 * raw, records: 2 })).code).toBe('payload_malformed');
  });

  test('a frame that is to be skipped, before the first, is refused', async () => {
    const skipped = Buffer.from('502a4d1804000000aaaaaaaa', 'hex');
    const bytes = Buffer.concat([skipped, frameOf(lineOf())]);
    expect(await readSigned(bytes)).toMatchObject(malformed(/no zstandard frame/));
  });

  test('bytes after the frame are refused', async () => {
    const text = lineOf();
    const bytes = Buffer.concat([frameOf(text), Buffer.from('x')]);
    const raw = Buffer.byteLength(text);
    expect((await readSigned(bytes, { raw })).code).toBe('payload_malformed');
  });

  test.each([-1, 1])(
    'a file that unpacks to %i byte beside what its list says is refused',
    async (by) => {
      const text = lineOf();
      const raw = Buffer.byteLength(text) + by;
      expect((await readSigned(frameOf(text), { raw })).code).toBe('payload_malformed');
    },
  );

  test('a frame that is cut short is refused', async () => {
    const text = lineOf();
    const bytes = frameOf(text).subarray(0, -4);
    expect((await readSigned(bytes, { raw: Buffer.byteLength(text) })).code).toBe(
      'payload_malformed',
    );
  });

  test('what is no zstandard at all is refused', async () => {
    expect(await readSigned(Buffer.from(lineOf()))).toMatchObject(malformed(/no zstandard frame/));
    expect(await readSigned(Buffer.from([1]))).toMatchObject({ code: 'payload_malformed' });
    expect(await readSigned(Buffer.alloc(0), { raw: 0, records: 0 })).toMatchObject({
      code: 'payload_malformed',
    });
  });
});

describe('lines', () => {
  const record = () => ({ ...(madeRecord('hrd/one') as Loose) });
  const withText = (text: string | Buffer) => {
    const raw = Buffer.byteLength(text);
    const packed = frameOf(text);
    // What packs too well is refused by its list already: noise after the line's end keeps it within bounds.
    return readSigned(packed, { raw });
  };

  test('brackets nested without end are refused before anything walks into them', async () => {
    const deep = `${'['.repeat(900)}${']'.repeat(900)}`;
    expect(await withText(`${deep}\n`)).toMatchObject(malformed(/nested too deeply/));
  });

  test('a record nested seventeen deep is refused', async () => {
    const extra = JSON.parse(`${'{"a":'.repeat(17)}1${'}'.repeat(17)}`);
    expect(await withText(JSON.stringify({ ...record(), extra }))).toMatchObject(
      malformed(/nested too deeply/),
    );
  });

  test('an object of more than 256 fields is refused', async () => {
    const extra = Object.fromEntries(Array.from({ length: 257 }, (_, at) => [`k${at}`, at]));
    expect(await withText(JSON.stringify({ ...record(), extra }))).toMatchObject(
      malformed(/more than 256 fields/),
    );
  });

  test.each([
    ['a field named __proto__', '"__proto__":{"polluted":1}', /__proto__/],
    ['a number without end', '"extra":1e999', /too large a number/],
    ['half a letter', '"extra":"\\ud800"', /surrogate/],
    ['a NUL', '"extra":"\\u0000"', /NUL/],
  ])('%s is refused', async (_, field, problem) => {
    const text = JSON.stringify(record()).replace(/^\{/, `{${field},`);
    expect(await withText(text)).toMatchObject(malformed(problem));
    expect(({} as Loose).polluted).toBeUndefined();
  });

  test('bytes that are no UTF-8 are refused', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"title":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}'),
    ]);
    expect(await withText(bytes)).toMatchObject(malformed(/not UTF-8/));
  });

  test('a line of more than a mebibyte is refused before its end is looked for', async () => {
    const noise = Array.from({ length: 140_000 }, (_, at) => `${at * 7919}`).join(' ');
    expect(await withText(JSON.stringify({ ...record(), body: noise + noise }))).toMatchObject(
      malformed(/longer than 1048576 bytes/),
    );
  });

  test('a record of another namespace is refused, although its list is signed', async () => {
    expect(await withText(lineOf('amnesty/one'))).toMatchObject(malformed(/another namespace/));
  });

  test('what is no record is refused with its line and field', async () => {
    const text = `${lineOf()}{"id":"hrd/two","kind":"document"}\n`;
    const result = await readSigned(frameOf(text), { raw: Buffer.byteLength(text), records: 2 });
    expect(result).toMatchObject(malformed(/^line 2: \w+ is missing/, 1));
  });

  test('another number of records than the list says is refused', async () => {
    const text = lineOf();
    const raw = Buffer.byteLength(text);
    expect(await readSigned(frameOf(text), { raw, records: 2 })).toMatchObject(
      malformed(/another number of records/, 1),
    );
  });

  test('a record of a later schema is kept as it is, and the others are read', async () => {
    const later = JSON.stringify({ ...record(), schema: 'record/2', anything: { new: true } });
    const text = `${lineOf()}${later}\n`;
    const result = await readSigned(frameOf(text), { raw: Buffer.byteLength(text), records: 2 });
    expect(result).toEqual({ code: 'none', problem: null, lines: 1 });
  });

  test('of two fields of one name the last counts, for the signature as for the reader', async () => {
    const text = JSON.stringify(record()).replace(/^\{/, '{"title":"First",');
    expect((await withText(text)).code).toBe('none');
  });
});

test('a file is no longer read once it is cancelled', async () => {
  const made = await madePublisher();
  await made.build(madeRecord('hrd/one'));
  const [file] = (await verified(made.pack, null, { now: LATER, floor: new Date(0) })).files;
  if (!file) throw new Error('no file');
  const found = await withPack(made.pack, async (pack) =>
    payloadState(pack, file, AbortSignal.abort()).catch(codeOf),
  );
  expect(found).toMatchObject({ code: 'cancelled' });
});
