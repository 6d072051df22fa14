// The terminal's commands about packs: what they say, and with which exit code, over packs that are really signed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fingerprintGroups } from '../../src/main/packs/format/fingerprint.ts';
import { withdrawFile } from '../../src/main/packs/publish/withdraw.ts';
import { run } from '../../src/main/terminal/run.ts';
import type { Terminal } from '../../src/main/terminal/terminal.ts';
import { temporaryFolder } from '../folders.ts';
import { madePublisher, madeRecord } from '../packs/publishers.ts';
import { copyOf, fileOf, NEWER, spoiled, withPayload } from '../packs/spoiled.ts';

beforeEach(() => vi.stubEnv('MAHFUZ_PASSPHRASE', undefined));
afterEach(() => vi.unstubAllEnvs());

/** Runs a command line in a folder; nobody sits at this terminal unless answers are given. */
async function ran(
  here: string,
  args: string[],
  given: { answers?: string[]; input?: string } = {},
) {
  let [out, said] = ['', ''];
  const terminal: Terminal = {
    write: (text) => {
      out += text;
      return Promise.resolve();
    },
    say: (text) => void (said += `${text}\n`),
    screen: { width: null, bold: false },
    progress: () => {},
    askSecret: () => Promise.resolve(given.answers?.shift() ?? null),
    input: () => Readable.from([Buffer.from(given.input ?? '')]),
    signal: new AbortController().signal,
    here,
  };
  const place = {
    folder: () => {
      throw new Error('packs need no archive');
    },
    bundledFolder: '',
    workFactor: 4,
  };
  const exit = await run(args, place, terminal);
  return { exit, out, said };
}

const WORDS = 'six words that nobody else knows';

test('without a passphrase no publisher is made, and the folder can be used once there is one', async () => {
  const here = temporaryFolder();
  const init = ['publisher', 'init', 'group', '--name', 'en=Our Group'];
  expect(await ran(here, init)).toMatchObject({
    exit: 2,
    said: expect.stringContaining('No passphrase'),
  });
  expect(readdirSync(join(here, 'group'))).toEqual([]);
  expect(await ran(here, init, { answers: ['short', 'short'] })).toMatchObject({ exit: 2 });
  expect(await ran(here, init, { answers: [WORDS, 'something else here'] })).toMatchObject({
    exit: 2,
    said: expect.stringContaining('not the same'),
  });
  expect(await ran(here, init, { answers: [WORDS, WORDS] })).toMatchObject({ exit: 0, said: '' });
  expect(await ran(here, init, { answers: [WORDS, WORDS] })).toMatchObject({
    exit: 2,
    said: expect.stringContaining('holds a publisher already'),
  });
  const wrong = await ran(here, ['pack', 'build', 'group', '--from', '-'], {
    input: `${JSON.stringify(madeRecord('hrd/one'))}\n`,
    answers: ['another passphrase'],
  });
  expect(wrong).toMatchObject({
    exit: 2,
    said: expect.stringContaining('targets.age does not open'),
  });
  const built = await ran(here, ['pack', 'build', 'group', '--from', '-', '--json'], {
    input: `${JSON.stringify(madeRecord('hrd/one'))}\n`,
    answers: [WORDS, WORDS],
  });
  expect(JSON.parse(built.out)).toMatchObject({ records: 1, known: 0, version: 2 });
});

test('a new passphrase is asked for, although the old one is in the environment', async () => {
  const here = temporaryFolder();
  vi.stubEnv('MAHFUZ_PASSPHRASE', WORDS);
  await ran(here, ['publisher', 'init', 'group', '--name', 'en=Group']);
  const change = ['publisher', 'passphrase', 'group/keys/root.age'];
  expect(await ran(here, change)).toMatchObject({
    exit: 2,
    said: expect.stringContaining('No passphrase'),
  });
  const fresh = 'quite another row of words';
  expect(await ran(here, change, { answers: [fresh, fresh] })).toMatchObject({ exit: 0 });
  expect(await ran(here, ['publisher', 'rotate', 'group', '--key', 'targets'])).toMatchObject({
    exit: 2,
    said: expect.stringContaining('root.age does not open'),
  });
});

test.each([
  [['publisher'], 'publisher is one of: publisher init, publisher show,'],
  [['pack', 'bild'], 'There is no command pack bild.'],
  [['publisher', 'init', 'x'], 'publisher init needs --name LANGUAGE=NAME'],
  [
    ['publisher', 'init', 'x', '--name', 'en=X', '--root', '3-of-2'],
    '--root 3-of-2 is not like 1-of-1 or 2-of-3.',
  ],
  [['publisher', 'rotate', 'x', '--key', 'all'], '--key is one of targets, publishing, root'],
  [['publisher', 'revoke', 'x', '--key', 'targets'], 'publisher revoke needs --why TEXT.'],
  [
    ['publisher', 'revoke', 'x', '--key', 'root', '--why', 'y', '--from-version', '0'],
    '--from-version 0 is not the number of a list.',
  ],
  [['pack', 'build', 'x'], 'pack build needs --from FILE'],
  [['pack', 'split', 'x', 'y'], 'pack split needs --max-size, such as 700M'],
  [['pack', 'split', 'x', 'y', '--max-size', '5G'], 'at most 3.9G for FAT32'],
  [['pack', 'verify', 'x', '--number', '12345'], '--number has eight groups of five digits.'],
  [['pack', 'verify', 'x', '--from', 'y'], '--from means nothing to pack verify.'],
])('"%s" is refused in a sentence', async (args, sentence) => {
  const { exit, said, out } = await ran(temporaryFolder(), args);
  expect(said).toContain(sentence);
  expect([exit, out]).toEqual([2, '']);
});

test('a pack is verified against a number in any of four scripts', async () => {
  const made = await madePublisher();
  await made.build(madeRecord('hrd/one'));
  const here = temporaryFolder();
  for (const script of ['en', 'ur', 'fa', 'ar'] as const) {
    const number = fingerprintGroups(made.fingerprint, script).join(' ');
    const found = await ran(here, ['pack', 'verify', made.pack, '--number', number]);
    expect(found).toMatchObject({
      exit: 0,
      out: expect.stringContaining('This is the number you gave.'),
    });
  }
  const other = (await madePublisher()).fingerprint;
  const wrong = ['pack', 'verify', made.pack, '--number', fingerprintGroups(other).join('-')];
  expect(await ran(here, wrong)).toMatchObject({
    exit: 2,
    out: expect.stringContaining('THIS IS NOT THE NUMBER YOU GAVE.'),
  });
});

test('what is refused, damaged or missing is said, each with its exit code', async () => {
  const made = await madePublisher();
  await made.build(madeRecord('hrd/one'));
  const here = temporaryFolder();
  const mixed = copyOf(made.pack);
  writeFileSync(fileOf(mixed, 'targets'), '{}');
  const refused = await ran(here, ['pack', 'verify', mixed]);
  expect(refused).toMatchObject({
    exit: 2,
    out: expect.stringMatching(/do not belong together[\s\S]*Refused\./),
  });
  const json = await ran(here, ['pack', 'verify', made.pack, '--json']);
  expect(JSON.parse(json.out)).toMatchObject({
    outcome: 'accepted',
    whole: 1,
    damaged: 0,
    missing: 0,
  });
  const listed = JSON.parse((await ran(here, ['pack', 'list', made.pack, '--json'])).out);
  expect(listed).toMatchObject([{ path: 'hrd/000001.ndjson.zst', here: 'whole' }]);
  const damaged = copyOf(made.pack);
  writeFileSync(join(damaged, listed[0].place), 'x');
  expect(await ran(here, ['pack', 'verify', damaged])).toMatchObject({
    exit: 2,
    out: expect.stringContaining('damaged: hrd/000001.ndjson.zst'),
  });
  const parts = await ran(here, ['pack', 'split', made.pack, 'parts', '--max-size', '1M']);
  expect(parts.out).toBe('pack-1-of-1.pack\n');
  expect(await ran(here, ['pack', 'verify', 'nothing'])).toMatchObject({
    exit: 2,
    said: expect.stringContaining('nothing cannot be read'),
  });
});

test('records that readers would refuse are found before the pack is given away, unless only hashes are asked for', async () => {
  const made = await madePublisher();
  await made.build(madeRecord('hrd/one'));
  const here = temporaryFolder();
  const good = JSON.stringify(madeRecord('hrd/two'));
  for (const [line, problem] of [
    [good.replace('"title"', '"titel"'), 'line 2: title'],
    [JSON.stringify(madeRecord('amnesty/fake')), 'line 2 is a record of another namespace'],
    ['{', 'line 2: '],
  ] as const) {
    const text = Buffer.from(`${good}\n${line}\n`);
    const pack = withPayload(made, zstdCompressSync(text), { raw: text.length, records: 2 });
    const found = await ran(here, ['pack', 'verify', pack]);
    expect(found).toMatchObject({
      exit: 2,
      out: expect.stringContaining(`refused by readers: hrd/bad.ndjson.zst: ${problem}`),
    });
    expect(found.out).toContain('1 whole, 0 damaged, 0 not in this pack, 1 with records that');
    const json = JSON.parse((await ran(here, ['pack', 'verify', pack, '--json'])).out);
    expect(json).toMatchObject({
      whole: 1,
      unfit: 1,
      wrong: [{ path: 'hrd/bad.ndjson.zst', state: 'unfit' }],
    });
    expect(await ran(here, ['pack', 'verify', pack, '--quick'])).toMatchObject({
      exit: 0,
      out: expect.stringContaining('2 whole, 0 damaged'),
    });
  }
});

test('two packs are compared, and what was made to disappear is said', async () => {
  const made = await madePublisher();
  await made.build(madeRecord('hrd/one'));
  const before = copyOf(made.pack);
  expect(await ran('/', ['pack', 'diff', before, made.pack])).toMatchObject({ exit: 1 });
  await made.build(madeRecord('hrd/two', { title: 'A new one\u202e' }));
  const more = await ran('/', ['pack', 'diff', before, made.pack]);
  expect(more.exit).toBe(0);
  expect(more.out).toContain('+ hrd/two (1)  A new one');
  expect(more.out).not.toContain('\u202e');
  const coerced = spoiled(made, {
    ...NEWER,
    targets: (signed) => {
      signed.version += 1;
      signed['x-history']['3'] = 'a'.repeat(64);
      delete signed.targets['hrd/000001.ndjson.zst'];
    },
  });
  const less = await ran('/', ['pack', 'diff', made.pack, coerced]);
  expect(less.out).toMatch(
    /- hrd\/000001\.ndjson\.zst: listed no more[\s\S]*remembers another past/,
  );
});

test('a file that exists is not written over, and a half-made copy is not left behind', async () => {
  const made = await madePublisher();
  const here = temporaryFolder();
  mkdirSync(join(here, 'sub'));
  writeFileSync(join(here, 'a.pack'), 'mine');
  expect(await ran(here, ['pack', 'copy', made.pack, 'a.pack'])).toMatchObject({ exit: 2 });
  expect(await ran(here, ['pack', 'copy', made.pack, 'sub/b.pack'])).toMatchObject({ exit: 0 });
  expect(existsSync(join(here, 'sub/b.pack'))).toBe(true);
});

test('a line for another namespace, two ways at once, and a folder that is taken are wrong usage', async () => {
  vi.stubEnv('MAHFUZ_PASSPHRASE', WORDS);
  const here = temporaryFolder();
  await ran(here, ['publisher', 'init', 'group', '--name', 'en=Our Group']);
  const applied = await ran(here, ['publisher', 'apply', 'office', 'amnesty']);
  expect(applied.exit).toBe(0);
  expect(applied.out.trim().split('\n')).toHaveLength(1);
  const [digits] = /(\d{5} ){3}\d{5}/.exec(applied.said) ?? [];
  writeFileSync(join(here, 'line.txt'), applied.out);
  const delegate = (...rest: string[]) => ran(here, ['publisher', 'delegate', 'group', ...rest]);
  expect(await delegate('drm', '--to', 'line.txt')).toMatchObject({
    exit: 2,
    said: expect.stringContaining('a key for amnesty, not for drm'),
  });
  expect(await delegate('amnesty', '--to', 'line.txt', '--withdraw')).toMatchObject({ exit: 2 });
  expect(await ran(here, ['publisher', 'apply', 'office', 'drm'])).toMatchObject({ exit: 2 });
  expect(await ran(here, ['publisher', 'apply', 'other', 'targets'])).toMatchObject({ exit: 2 });
  const given = await delegate('amnesty', '--to', 'line.txt');
  expect(given).toMatchObject({ exit: 0, out: expect.stringContaining(digits as string) });
  const shown = JSON.parse((await ran(here, ['publisher', 'show', 'group', '--json'])).out);
  expect(shown.delegates).toMatchObject([{ list: 'amnesty', namespaces: ['amnesty'] }]);
  expect(shown.delegates[0].keys[0]).toContain(digits);
  expect(await delegate('amnesty', '--from', 'office/pack')).toMatchObject({
    exit: 0,
    out: expect.stringContaining('0 new files'),
  });
});

test('a pack is never copied over itself, by whatever name its folder is given', async () => {
  const made = await madePublisher();
  await made.build(madeRecord('hrd/one'));
  const names = readdirSync(made.pack, { recursive: true, encoding: 'utf8' }).sort();
  for (const to of ['pack', './pack/../pack/']) {
    const copied = await ran(join(made.pack, '..'), ['pack', 'copy', 'pack', to]);
    expect(copied).toMatchObject({ exit: 2, said: expect.stringContaining('is there already') });
  }
  const verified = await ran(join(made.pack, '..'), ['pack', 'verify', 'pack']);
  expect(verified).toMatchObject({ exit: 0, out: expect.stringContaining('1 whole') });
  expect(readdirSync(made.pack, { recursive: true, encoding: 'utf8' }).sort()).toEqual(names);
  expect(readFileSync(join(made.pack, 'README.txt'), 'utf8')).toContain('Example Rights Group');
});

test.each([
  [['pack', 'build', 'publisher', '--from', '.'], 'cannot be read'],
  [['publisher', 'init', 'file.txt', '--name', 'en=X'], 'file.txt'],
  [['publisher', 'init', 'file.txt/inside', '--name', 'en=X'], 'inside'],
  [['publisher', 'show', 'file.txt'], 'holds no publisher'],
  [['pack', 'copy', 'publisher/pack', 'file.txt'], 'file.txt'],
  [['pack', 'copy', 'publisher/pack', 'file.txt/x.pack'], 'x.pack'],
  [['pack', 'copy', 'publisher/pack', 'nowhere/x.pack'], 'x.pack'],
  [['pack', 'split', 'publisher/pack', 'file.txt', '--max-size', '1M'], 'file.txt'],
  [['publisher', 'sign', 'publisher/pack/metadata/1.root.json', 'nothing.age'], 'nothing.age'],
  [['publisher', 'passphrase', 'publisher'], 'publisher'],
  [['publisher', 'draft', 'file.txt'], 'cannot be used'],
])('%j says what is wrong, and is no bug of ours', async (args, words) => {
  const made = await madePublisher();
  await made.build(madeRecord('hrd/one'));
  const here = join(made.pack, '..', '..');
  writeFileSync(join(here, 'file.txt'), 'text');
  const failed = await ran(here, args, { answers: [WORDS, WORDS, WORDS, WORDS] });
  expect(failed.said).not.toContain('inside Mahfuz');
  expect(failed).toMatchObject({ exit: 2, said: expect.stringContaining(words) });
});

test('a pack in which a file was withdrawn differs from the one before', async () => {
  const made = await madePublisher();
  const { files } = await made.build(madeRecord('hrd/one'), madeRecord('hrd/two'));
  const here = join(made.pack, '..');
  await ran(here, ['pack', 'copy', 'pack', 'before']);
  const path = files[0]?.path as string;
  await withdrawFile(made.shop, { path, why: 'Names a source.', ring: made.keys, now: made.now() });
  const differs = await ran(here, ['pack', 'diff', 'before', 'pack']);
  expect(differs).toMatchObject({ exit: 0, out: expect.stringContaining('withdrawn') });
});
