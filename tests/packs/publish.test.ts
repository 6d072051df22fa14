// What a publisher does: keys in sealed files, drafts that several holders sign, builds that publish all or nothing.
import { createCipheriv } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildPack } from '../../src/main/packs/publish/build.ts';
import { readDraft, signatureLine } from '../../src/main/packs/publish/draft.ts';
import { filesIn, issueLists } from '../../src/main/packs/publish/issue.ts';
import { changePassphrase, keyFolder, nameOf } from '../../src/main/packs/publish/key-ring.ts';
import { keyIdOf, newKey, openKey } from '../../src/main/packs/publish/keys.ts';
import {
  changeKey,
  initPublisher,
  makeWorkshop,
  mergeSignatures,
} from '../../src/main/packs/publish/root-changes.ts';
import type { Listed } from '../../src/main/packs/publish/metadata.ts';
import { readIssued } from '../../src/main/packs/publish/workshop.ts';
import type { Raw } from '../../src/main/packs/verify/envelope.ts';
import { withdrawFile } from '../../src/main/packs/publish/withdraw.ts';
import type { ArchiveRecord } from '../../src/shared/record.ts';
import { codeOf } from '../errors-thrown.ts';
import { temporaryFolder } from '../folders.ts';
import {
  FIRST_DAY,
  Keys,
  type MadePublisher,
  madePublisher,
  madeRecord,
  trustedAfter,
  verified,
  withPack,
} from './publishers.ts';
import { type Loose, spoiled } from './spoiled.ts';
import { payloadLines } from '../../src/main/packs/payload/payload.ts';

const CHEAP = 4;
const PASSPHRASE = 'six words that nobody else knows';
const ask = () => Promise.resolve(PASSPHRASE);

describe('keys', () => {
  test('a key file holds nothing that signs without its passphrase, and only its owner may read it', async () => {
    const folder = temporaryFolder();
    const ring = keyFolder(folder, ask, CHEAP);
    const publicKey = await ring.create('targets');
    const file = join(folder, 'targets.age');
    expect(readFileSync(file, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 4\n/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = keyFolder(folder, ask, CHEAP);
    const key = await again.find(keyIdOf(publicKey));
    expect(key?.publicKey).toEqual(publicKey);
    expect(JSON.stringify(key)).not.toContain('private');
    expect(key?.sign(Buffer.from('x'))).toMatch(/^[0-9a-f]{128}$/);
    const wrong = keyFolder(folder, () => Promise.resolve('another passphrase'), CHEAP);
    await expect(wrong.find(keyIdOf(publicKey))).rejects.toMatchObject({
      code: 'passphrase_wrong',
      detail: { name: 'targets.age' },
    });
  });

  test('a passphrase costs what the program promises, unless a test says otherwise', async () => {
    const sealed = await newKey().seal(PASSPHRASE, 18);
    expect(Buffer.from(sealed).toString('latin1')).toMatch(/-> scrypt \S+ 18\n/);
    await expect(openKey(sealed, PASSPHRASE, 'a.age')).resolves.toMatchObject({
      keyid: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('a new key never takes the place of another file', async () => {
    const folder = temporaryFolder();
    const ring = keyFolder(folder, ask, CHEAP);
    const ids = [await ring.create('targets'), await ring.create('targets')].map(keyIdOf);
    expect(readdirSync(folder).sort()).toEqual([
      'targets-2.age',
      'targets-2.pub',
      'targets.age',
      'targets.pub',
    ]);
    expect(ids.map((id) => nameOf(folder, id))).toEqual(['targets', 'targets-2']);
    rmSync(join(folder, 'targets.age'));
    expect(nameOf(folder, ids[0] as string)).toBeNull();
  });

  test('a key opens with its new passphrase only, once it was changed', async () => {
    const folder = temporaryFolder();
    const id = keyIdOf(await keyFolder(folder, ask, CHEAP).create('root-2'));
    await changePassphrase(join(folder, 'root-2.age'), {
      from: PASSPHRASE,
      to: 'a holder of her own',
      workFactor: CHEAP,
    });
    await expect(keyFolder(folder, ask).find(id)).rejects.toMatchObject({
      code: 'passphrase_wrong',
    });
    const hers = keyFolder(folder, () => Promise.resolve('a holder of her own'));
    await expect(hers.find(id)).resolves.toMatchObject({ keyid: id });
  });

  test('a publisher is never made over another, and its folder of keys is closed to others', async () => {
    const folder = join(temporaryFolder(), 'group');
    const shop = makeWorkshop(folder);
    await initPublisher(shop, keyFolder(shop.keys, ask, CHEAP), {
      publisher: { name: { en: 'Group' }, about: '', contact: '' },
      root: { keys: 3, threshold: 2 },
      now: FIRST_DAY,
    });
    expect(statSync(shop.keys).mode & 0o777).toBe(0o700);
    expect(() => makeWorkshop(folder)).toThrow('publisher_exists');
    expect((await verified(shop.pack)).publisher?.thresholds.root).toEqual({
      keys: 3,
      threshold: 2,
    });
    const given = readdirSync(shop.pack, { recursive: true }).map((name) =>
      readFileOrNothing(join(shop.pack, String(name))),
    );
    for (const bytes of given) expect(bytes).not.toContain('age-encryption');
  });
});

const readFileOrNothing = (path: string) =>
  statSync(path).isFile() ? readFileSync(path, 'latin1') : '';

describe('drafts', () => {
  let made: MadePublisher;

  beforeEach(async () => {
    made = await madePublisher({ holders: 3 });
    for (const number of [2, 3]) made.keys.away.add(made.keys.named(`root-${number}`).keyid);
  });

  const merge = (...lines: string[]) =>
    mergeSignatures(made.shop, made.keys, { lines, now: made.now() });
  const signed = (path: string, number: number) =>
    signatureLine(readDraft(path), made.keys.named(`root-${number}`));

  test('a change of keys waits until enough holders have signed it', async () => {
    const before = await verified(made.pack);
    const { draft } = await made.rotate('targets');
    expect(draft).toMatch(/2\.root\.json$/);
    expect((await verified(made.pack)).publisher?.rootVersion).toBe(1);
    expect(await merge()).toEqual({ draft });
    expect(await merge(signed(draft as string, 3))).toEqual({ draft: null });
    const verdict = await verified(made.pack, trustedAfter(before));
    expect(verdict).toMatchObject({ outcome: 'accepted', publisher: { rootVersion: 2 } });
    expect(verdict.notes).toMatchObject([
      { code: 'root-rotated', detail: { signed: 2, holders: 3 } },
    ]);
    expect(readdirSync(made.shop.drafts)).toEqual([]);
    await made.build(madeRecord('hrd/one'));
    expect((await verified(made.pack)).outcome).toBe('accepted');
  });

  test('three signatures are as good as two, and one twice is one', async () => {
    const { draft } = await made.rotate('targets');
    const own = signatureLine(readDraft(draft as string), made.keys.named('root-1'));
    expect(await merge(own, own)).toEqual({ draft });
    expect(await merge(signed(draft as string, 2), signed(draft as string, 3))).toEqual({
      draft: null,
    });
  });

  test('a signature of another draft, or what is none, is refused and changes nothing', async () => {
    const { draft } = await made.rotate('targets');
    const bytes = readFileSync(draft as string, 'utf8');
    const other = join(temporaryFolder(), '2.root.json');
    writeFileSync(other, bytes.replace('"x-revoked":[]', '"x-revoked":[],"x-more":1'));
    for (const line of [signed(other, 2), 'no signature', '{"of":"x"}']) {
      await expect(merge(line)).rejects.toMatchObject({ code: 'draft_unfit' });
    }
    expect(readFileSync(draft as string, 'utf8')).toBe(bytes);
  });

  test('a forged signature does not count', async () => {
    const { draft } = await made.rotate('targets');
    const line = JSON.parse(signed(draft as string, 2));
    line.sig = 'a'.repeat(128);
    expect(await merge(JSON.stringify(line))).toEqual({ draft });
  });

  test('a second draft has to wait for the first', async () => {
    await made.rotate('targets');
    await expect(made.rotate('publishing')).rejects.toMatchObject({ code: 'draft_unfit' });
    const empty = await madePublisher();
    await expect(
      mergeSignatures(empty.shop, empty.keys, { lines: [], now: FIRST_DAY }),
    ).rejects.toMatchObject({
      code: 'draft_unfit',
    });
  });

  test('what is no root is no draft', () => {
    const path = join(temporaryFolder(), 'x.json');
    writeFileSync(path, '{}');
    expect(() => readDraft(path)).toThrow('draft_unfit');
    expect(() => readDraft(join(path, 'none'))).toThrow('draft_unfit');
  });
});

describe('building', () => {
  const tree = (path: string) => readdirSync(path, { recursive: true }).map(String).sort();
  const lines = (...given: (ArchiveRecord | string)[]) =>
    Readable.from(
      given.map((each) =>
        Buffer.from(`${typeof each === 'string' ? each : JSON.stringify(each)}\n`),
      ),
    );
  const build = (made: MadePublisher, chunks: AsyncIterable<Buffer>, signal?: AbortSignal) =>
    buildPack(made.shop, [{ name: 'a.ndjson', chunks }], {
      ring: made.keys,
      now: made.now(),
      signal,
    });

  test('a wrong line is named with its field, and nothing is published of the whole', async () => {
    const made = await madePublisher();
    await made.build(madeRecord('hrd/zero'));
    const before = tree(made.pack);
    const wrong = { ...madeRecord('hrd/two'), title: undefined } as Loose;
    const error = await build(made, lines(madeRecord('hrd/one'), wrong)).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      code: 'import_malformed',
      detail: { name: 'a.ndjson', line: 2, field: 'title', problem: 'is missing' },
    });
    expect(tree(made.pack)).toEqual(before);
    expect((await build(made, lines(madeRecord('hrd/one')))).known).toBe(0);
  });

  test('what was cancelled leaves the pack as it was', async () => {
    const made = await madePublisher();
    const before = tree(made.pack);
    const error = await build(made, lines(madeRecord('hrd/one')), AbortSignal.abort()).catch(
      codeOf,
    );
    expect(error).toMatchObject({ code: 'cancelled' });
    expect(tree(made.pack).filter((name) => !name.startsWith('data'))).toEqual(before);
  });

  test('the same records may be given again: only news is packed, and nothing is signed without any', async () => {
    const made = await madePublisher();
    await made.build(madeRecord('hrd/one'), madeRecord('hrd/two'));
    const before = await verified(made.pack);
    expect(await made.build(madeRecord('hrd/one'), madeRecord('hrd/two'))).toMatchObject({
      known: 2,
      files: [],
      version: 2,
    });
    expect((await verified(made.pack)).pack?.version).toBe(before.pack?.version);
    const news = await made.build(madeRecord('hrd/one'), madeRecord('hrd/one', { revision: 2 }));
    expect(news).toMatchObject({ known: 1, version: 3 });
    expect(news.files[0]?.custom).toMatchObject({ records: 1, seq: 2, since: 3 });
  });

  test('testimony and what was withdrawn for safety lie in files of their own', async () => {
    const made = await madePublisher();
    const safety = { at: '2026-02-01', why: 'Names a source.', safety: true };
    const { files } = await made.build(
      madeRecord('hrd/one'),
      madeRecord('hrd/two', { genre: 'testimony' }),
      { ...madeRecord('hrd/three'), withdrawn: safety },
      { ...madeRecord('hrd/four'), withdrawn: { ...safety, safety: false } },
    );
    expect(files.map(({ path, custom }) => [path, custom.sensitive, custom.records])).toEqual([
      ['hrd/000001.ndjson.zst', false, 2],
      ['hrd/000002-sensitive.ndjson.zst', true, 2],
    ]);
  });

  test('a withdrawn file stays on the list, leaves the pack, and is told to those who have it', async () => {
    const made = await madePublisher();
    const { files } = await made.build(
      madeRecord('hrd/one'),
      madeRecord('hrd/two', { genre: 'testimony' }),
    );
    const trusted = trustedAfter(await verified(made.pack));
    const path = files[1]?.path as string;
    const withdrawing = { path, why: 'Names a source.', ring: made.keys, now: made.now() };
    await withdrawFile(made.shop, withdrawing);
    const verdict = await verified(made.pack, trusted);
    expect(verdict.notes).toEqual([{ code: 'withdrawn', detail: { files: 1 } }]);
    expect(verdict.changes.withdrawn).toMatchObject([
      { path, custom: { withdrawn: { why: 'Names a source.' } } },
    ]);
    await withPack(made.pack, (pack) => {
      expect([...pack.entries.keys()].filter((name) => name.startsWith('data/'))).toHaveLength(1);
      return Promise.resolve();
    });
    await expect(withdrawFile(made.shop, withdrawing)).rejects.toMatchObject({
      code: 'build_refused',
    });
  });

  test('a list says which dates and languages its files cover', async () => {
    const made = await madePublisher();
    const urdu = {
      ...madeRecord('hrd/two'),
      lang: 'ur',
      published: { value: '2024-02', precision: 'month', kind: 'actual' },
    };
    const { files } = await made.build(madeRecord('hrd/one'), urdu as ArchiveRecord);
    expect(files[0]?.custom).toMatchObject({
      lang: ['en', 'ur'],
      covers: ['2024-02', '2026-01-15'],
    });
    const { files: undated } = await made.build({
      ...madeRecord('hrd/three'),
      published: null,
    } as ArchiveRecord);
    expect(undated[0]?.custom.covers).toBeNull();
  });

  test('fields that this program does not know are passed on', async () => {
    const made = await madePublisher();
    await made.build({ ...madeRecord('hrd/one'), x_later: { more: [1] } } as Loose);
    const { files } = await verified(made.pack);
    await withPack(made.pack, async (pack) => {
      for await (const { record } of payloadLines(pack, files[0] as Loose)) {
        expect(record).toMatchObject({ x_later: { more: [1] } });
      }
    });
  });

  test('a large stream is divided into files, each of which can be lost alone', async () => {
    const made = await madePublisher();
    // The same noise in every run, which packs no better than to three quarters.
    const noise = (seed: number) =>
      createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16))
        .update(Buffer.alloc(96_000))
        .toString('base64');
    const many = (function* () {
      for (let at = 0; at < 220; at += 1) {
        yield Buffer.from(`${JSON.stringify(madeRecord(`hrd/r${at}`, { body: noise(at) }))}\n`);
      }
    })();
    const { files, records } = await build(made, Readable.from(many));
    expect(records).toBe(220);
    expect(files.length).toBeGreaterThan(1);
    for (const { length } of files.slice(0, -1)) {
      expect(length).toBeGreaterThan(5 << 20);
      expect(length).toBeLessThan(16 << 20);
    }
    expect(files.reduce((sum, { custom }) => sum + custom.records, 0)).toBe(220);
    expect((await verified(made.pack)).outcome).toBe('accepted');
  });

  test('a full list is said, with what to do', async () => {
    const made = await madePublisher();
    await made.build(madeRecord('hrd/one'));
    const full = spoiled(made, {
      targets: (signed) => {
        const [entry] = Object.values(signed.targets) as Loose[];
        for (let at = 2; at <= 1000; at += 1) signed.targets[`hrd/${at}.ndjson.zst`] = entry;
      },
    });
    rmSync(made.pack, { recursive: true });
    cpSync(full, made.pack, { recursive: true });
    const error = await made.build(madeRecord('hrd/two')).catch(codeOf);
    expect(error).toMatchObject({
      code: 'build_refused',
      problem: expect.stringContaining('publisher delegate'),
    });
    expect((await verified(made.pack)).files).toHaveLength(1000);
  });

  test('records that are packed a thousandfold are refused, since readers would take them for a trap', async () => {
    const made = await madePublisher();
    const error = await made
      .build(madeRecord('hrd/one', { body: 'a'.repeat(1_000_000) }))
      .catch(codeOf);
    expect(error).toMatchObject({ code: 'build_refused' });
    expect((await verified(made.pack)).files).toEqual([]);
  });

  test('a folder that is no publisher is said to be none', async () => {
    const shop = { ...(await madePublisher()).shop, pack: temporaryFolder() };
    const error = await buildPack(shop, [], {
      ring: { find: () => Promise.resolve(null), create: ask as never },
      now: FIRST_DAY,
    }).catch(codeOf);
    expect(error).toMatchObject({ code: 'publisher_missing' });
  });

  test('a missing key is named before anything is written', async () => {
    const made = await madePublisher();
    made.keys.away.add(made.keys.named('publishing').keyid);
    const before = tree(join(made.pack, 'metadata'));
    await expect(made.build(madeRecord('hrd/one'))).rejects.toMatchObject({
      code: 'key_missing',
      detail: { role: 'snapshot' },
    });
    expect(tree(join(made.pack, 'metadata'))).toEqual(before);
  });

  test('each list remembers all before it, whatever else changes', async () => {
    const made = await madePublisher();
    await made.build(madeRecord('hrd/one'));
    await made.rotate('targets');
    await made.build(madeRecord('hrd/two'));
    const { signed } = made.metadata('4.targets.json');
    expect(Object.keys(signed['x-history'] as object)).toEqual(['1', '2', '3']);
  });

  test('whoever serves the folder may read it', async () => {
    const made = await madePublisher();
    chmodSync(made.pack, 0o755);
    mkdirSync(join(made.pack, 'data'), { recursive: true });
    await made.build(madeRecord('hrd/one'));
    for (const name of tree(made.pack)) {
      const { mode } = statSync(join(made.pack, name));
      expect(mode & 0o044, name).toBe(0o044);
    }
  });
});

describe('what readers would refuse is refused before anything is signed', () => {
  const long = 'x'.repeat(1001);

  test('a reason longer than a root can say leaves the publisher as it was', async () => {
    const made = await madePublisher();
    const before = readdirSync(join(made.pack, 'metadata'));
    const asked = [
      { why: long, fromVersion: undefined },
      { why: 'Taken.', fromVersion: 2 ** 53 },
    ];
    for (const stolen of asked) {
      const change = { part: 'targets' as const, now: made.now(), stolen };
      await expect(changeKey(made.shop, made.keys, change)).rejects.toMatchObject({
        code: 'draft_unfit',
      });
    }
    expect(readdirSync(join(made.pack, 'metadata'))).toEqual(before);
    await made.build(madeRecord('hrd/one'));
    expect((await verified(made.pack)).outcome).toBe('accepted');
  });

  test('a reason longer than a list can say leaves the pack as it was', async () => {
    const made = await madePublisher();
    const { files } = await made.build(madeRecord('hrd/one'));
    const path = files[0]?.path as string;
    const withdrawing = { path, why: long, ring: made.keys, now: made.now() };
    await expect(withdrawFile(made.shop, withdrawing)).rejects.toMatchObject({
      code: 'build_refused',
    });
    const verdict = await verified(made.pack);
    expect(verdict).toMatchObject({ outcome: 'accepted', files: [{ path }] });
    await made.build(madeRecord('hrd/two'));
  });

  test('a publisher whose name shows nothing, or whose contact is too long, is told so', async () => {
    const about = { name: { en: '\u200f' }, about: '', contact: '' };
    const given = [about, { ...about, name: { en: 'Group' }, contact: 'x'.repeat(501) }];
    for (const publisher of given) {
      const shop = makeWorkshop(join(temporaryFolder(), 'publisher'));
      const root = { keys: 1, threshold: 1 };
      const begin = initPublisher(shop, new Keys(), { publisher, root, now: FIRST_DAY });
      await expect(begin).rejects.toMatchObject({ code: 'build_refused' });
    }
  });

  test('a list of more bytes than readers read leaves the pack as it was', async () => {
    const made = await madePublisher();
    await made.build(madeRecord('hrd/one'));
    const before = await readIssued(made.shop);
    const [listed] = filesIn(before.targets.get('targets') as Raw);
    const withdrawn = { at: '2026-11-01', why: 'x'.repeat(1000) };
    const files = Array.from({ length: 900 }, (_, at) => ({
      ...(listed as Listed),
      path: `hrd/${at}.ndjson.zst`,
      custom: { ...(listed as Listed).custom, seq: at + 1, withdrawn },
    }));
    const { root } = before;
    const changed = new Map([['targets', { files, delegated: [] }]]);
    const issuing = { root, before, changed, ring: made.keys, now: made.now() };
    await expect(issueLists(made.shop, issuing)).rejects.toMatchObject({ code: 'build_refused' });
    expect(await verified(made.pack)).toMatchObject({ outcome: 'accepted', files: [listed] });
  });
});
