// Every attack on the lists of a pack that the design names, really built and really signed.
import {
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { issueLists, type ListContent } from '../../src/main/packs/publish/issue.ts';
import { newKey } from '../../src/main/packs/publish/keys.ts';
import { readIssued } from '../../src/main/packs/publish/workshop.ts';
import type { Verdict } from '../../src/main/packs/verify/verdict.ts';
import { temporaryFolder } from '../folders.ts';
import {
  LATER,
  type MadePublisher,
  madePublisher,
  madeRecord,
  trustedAfter,
  verified,
} from './publishers.ts';
import { copyOf, fileOf, type Loose, NEWER, putRoot, raise, rootOf, spoiled } from './spoiled.ts';

const codes = ({ notes }: Verdict) => notes.map(({ code }) => code);
const refused = (code: string, detail: object = {}) => ({
  outcome: 'refused',
  cause: { code, detail: expect.objectContaining(detail) },
  lists: null,
});

async function publisherWithOneList() {
  const made = await madePublisher();
  await made.build(madeRecord('hrd/one'));
  return { made, trusted: trustedAfter(await verified(made.pack)) };
}

describe('old and mixed lists', () => {
  test('an older whole pack is known as older, and its files are those of the newer list', async () => {
    const { made, trusted: first } = await publisherWithOneList();
    const old = copyOf(made.pack);
    await made.build(madeRecord('hrd/two'));
    const trusted = trustedAfter(await verified(made.pack, first), first);
    const verdict = await verified(old, trusted);
    expect(verdict).toMatchObject({ outcome: 'older', cause: null, lists: null, roots: [] });
    expect(codes(verdict)).toEqual(['older-pack']);
    expect(verdict.files).toHaveLength(2);
  });

  test('a new timestamp over an old snapshot is refused as taking back', async () => {
    const { made, trusted: first } = await publisherWithOneList();
    const old = copyOf(made.pack);
    await made.build(madeRecord('hrd/two'));
    const trusted = trustedAfter(await verified(made.pack, first), first);
    const path = spoiled(made, {
      snapshot: (signed) => Object.assign(signed, take(old, 'snapshot')),
      timestamp: raise,
    });
    expect(await verified(path, trusted)).toMatchObject(refused('rollback', { role: 'snapshot' }));
  });

  test('a new snapshot over an old list is refused as taking back', async () => {
    const { made, trusted: first } = await publisherWithOneList();
    const old = copyOf(made.pack);
    await made.build(madeRecord('hrd/two'));
    const trusted = trustedAfter(await verified(made.pack, first), first);
    const path = spoiled(made, {
      ...NEWER,
      targets: (signed) => Object.assign(signed, take(old, 'targets')),
    });
    expect(await verified(path, trusted)).toMatchObject(refused('rollback', { role: 'targets' }));
  });

  test('a delegated list that is left out of the snapshot is refused as taking back', async () => {
    const made = await madePublisher();
    await made.delegate('amnesty');
    const trusted = trustedAfter(await verified(made.pack));
    const path = spoiled(made, {
      ...NEWER,
      snapshot: (signed) => {
        raise(signed);
        delete signed.meta['amnesty.json'];
      },
    });
    expect(await verified(path, trusted)).toMatchObject(refused('rollback', { role: 'amnesty' }));
  });

  test.each(['targets', 'snapshot'])(
    'another %s than the one that is named is refused as mixed',
    async (role) => {
      const { made, trusted } = await publisherWithOneList();
      await made.build(madeRecord('hrd/two'));
      const other = spoiled(made, { [role]: (signed: Loose) => (signed.extra = 1) });
      const path = copyOf(made.pack);
      writeFileSync(fileOf(path, role), readFileSync(fileOf(other, role)));
      expect(await verified(path, trusted)).toMatchObject(refused('mixed', { role }));
    },
  );

  test.each(['length', 'hashes'])(
    'lists named without %s are refused, since they could be mixed',
    async (field) => {
      const { made, trusted } = await publisherWithOneList();
      const path = spoiled(made, {
        ...NEWER,
        snapshot: (signed) => {
          raise(signed);
          delete signed.meta['targets.json'][field];
        },
      });
      expect(await verified(path, trusted)).toMatchObject(refused('malformed'));
    },
  );

  test('a list of another version than the one that is named is refused as mixed', async () => {
    const { made, trusted } = await publisherWithOneList();
    const path = spoiled(made, {
      ...NEWER,
      snapshot: (signed) => {
        raise(signed);
        signed.meta['targets.json'].version += 1;
      },
    });
    renameSync(join(path, 'metadata/3.targets.json'), join(path, 'metadata/4.targets.json'));
    expect(await verified(path, trusted)).toMatchObject(refused('mixed', { role: 'targets' }));
  });

  test('a torn stick with a newer timestamp only is refused whole, so that a good older stick is still taken', async () => {
    const { made, trusted } = await publisherWithOneList();
    await made.build(madeRecord('hrd/two'));
    const good = copyOf(made.pack);
    await made.build(madeRecord('hrd/three'));
    const torn = copyOf(made.pack);
    rmSync(fileOf(torn, 'snapshot'));
    const verdict = await verified(torn, trusted);
    expect(verdict).toMatchObject(refused('incomplete', { role: 'snapshot' }));
    expect(verdict.files).toHaveLength(1);
    expect(await verified(good, trusted)).toMatchObject({ outcome: 'accepted', notes: [] });
    const stamp = spoiled(made);
    rmSync(fileOf(stamp, 'targets'));
    const told = await verified(stamp, trusted);
    expect(told).toMatchObject({ ...refused('incomplete', { role: 'targets' }), seen: 4 });
    const later = { ...trusted, seen: told.seen };
    expect(await verified(good, later)).toMatchObject({ outcome: 'accepted', seen: 4 });
  });

  test('a pack without its lists is told so, and the files that are known can still be checked', async () => {
    const { made, trusted } = await publisherWithOneList();
    const path = copyOf(made.pack);
    rmSync(join(path, 'metadata'), { recursive: true });
    const verdict = await verified(path, trusted);
    expect(verdict).toMatchObject(refused('no-metadata'));
    expect(verdict.files).toHaveLength(1);
    expect(await verified(path)).toMatchObject({ ...refused('no-metadata'), publisher: null });
  });
});

describe('dates', () => {
  test.each(['root', 'timestamp', 'snapshot', 'targets'])(
    'an expired %s is accepted with a note',
    async (role) => {
      const made = await madePublisher();
      const past = (signed: Loose) => (signed.expires = '2026-05-01T00:00:00Z');
      const path = spoiled(made, role === 'root' ? {} : { [role]: past });
      if (role === 'root') {
        const signed = rootOf(path, 1);
        past(signed);
        putRoot(path, { signed, keys: [made.keys.named('root')] });
      }
      const verdict = await verified(path);
      expect(verdict.outcome).toBe('accepted');
      expect(verdict.notes).toContainEqual({
        code: 'expired',
        detail: { role, since: '2026-05-01T00:00:00Z' },
      });
    },
  );

  test('a clock far ahead changes notes and nothing else', async () => {
    const made = await madePublisher();
    const ahead = { now: new Date('2099-01-01'), floor: new Date(0) };
    const verdict = await verified(made.pack, null, ahead);
    expect(verdict.outcome).toBe('accepted');
    expect(codes(verdict)).toEqual(['no-root', 'expired', 'expired', 'expired', 'expired']);
  });

  test('a clock far behind is said and changes nothing else', async () => {
    const made = await madePublisher();
    const behind = { now: new Date('1970-01-02'), floor: LATER };
    const verdict = await verified(made.pack, null, behind);
    expect(verdict.outcome).toBe('accepted');
    expect(codes(verdict)).toEqual(['no-root', 'clock']);
  });
});

describe('keys', () => {
  test('a root that one of two holders signed is refused as unsigned', async () => {
    const made = await madePublisher({ holders: 3 });
    const trusted = trustedAfter(await verified(made.pack));
    const path = copyOf(made.pack);
    const signed = { ...rootOf(path, 1), version: 2 };
    putRoot(path, { signed, keys: [made.keys.named('root-1')] });
    expect(await verified(path, trusted)).toMatchObject(
      refused('unsigned', { role: 'root', got: 1, need: 2 }),
    );
  });

  test('a list that one of two keys signed is refused as unsigned', async () => {
    const made = await madePublisher();
    const path = copyOf(made.pack);
    const signed = rootOf(path, 1);
    const second = newKey();
    signed.keys[second.keyid] = second.publicKey;
    signed.roles.targets = { keyids: [...signed.roles.targets.keyids, second.keyid], threshold: 2 };
    putRoot(path, { signed, keys: [made.keys.named('root')] });
    expect(await verified(path)).toMatchObject(
      refused('unsigned', { role: 'targets', got: 1, need: 2 }),
    );
  });

  test('one key under two names does not make two signatures', async () => {
    const made = await madePublisher();
    const path = copyOf(made.pack);
    const signed = rootOf(path, 1);
    const key = made.keys.named('targets');
    const shouted = {
      ...key.publicKey,
      keyval: { public: key.publicKey.keyval.public.toUpperCase() },
    };
    const twin = { ...key, keyid: 'f'.repeat(64) };
    signed.keys[twin.keyid] = shouted;
    signed.roles.targets = { keyids: [key.keyid, twin.keyid], threshold: 2 };
    putRoot(path, { signed, keys: [made.keys.named('root')] });
    const doubled = { ...made, pack: path, keys: made.keys } as typeof made;
    const spoiledTwice = spoiled(doubled, { keys: { targets: [key, twin] } });
    expect(await verified(spoiledTwice)).toMatchObject(
      refused('unsigned', { role: 'targets', got: 1, need: 2 }),
    );
  });

  test('a change of keys that old and new holders signed is accepted and told', async () => {
    const made = await madePublisher({ holders: 3 });
    const trusted = trustedAfter(await verified(made.pack));
    await made.rotate(2);
    const verdict = await verified(made.pack, trusted);
    expect(verdict).toMatchObject({ outcome: 'accepted', roots: [{ version: 2 }] });
    expect(verdict.notes).toEqual([
      { code: 'root-rotated', detail: { version: 2, signed: 3, holders: 3 } },
    ]);
    expect(verdict.publisher?.fingerprint).toBe(made.fingerprint);
  });

  test.each([
    ['new', { got: 0, need: 2 }],
    ['old', { got: 0, need: 2 }],
  ])('a change of keys that only the %s holders signed is refused', async (who, counted) => {
    const made = await madePublisher({ holders: 3 });
    const trusted = trustedAfter(await verified(made.pack));
    const path = copyOf(made.pack);
    const signed = { ...rootOf(path, 1), version: 2 };
    const fresh = [newKey(), newKey(), newKey()];
    const old = [1, 2, 3].map((number) => made.keys.named(`root-${number}`));
    signed.keys = Object.fromEntries(
      [...fresh, made.keys.named('targets'), made.keys.named('publishing')].map((key) => [
        key.keyid,
        key.publicKey,
      ]),
    );
    signed.roles.root = { keyids: fresh.map(({ keyid }) => keyid), threshold: 2 };
    putRoot(path, { signed, keys: who === 'new' ? fresh : old });
    const verdict = await verified(path, trusted);
    expect(verdict).toMatchObject({
      ...refused('unsigned', { role: 'root', ...counted }),
      roots: [],
    });
  });

  test('a pack that lacks a root in the middle is refused, and the gap is named', async () => {
    const made = await madePublisher();
    const trusted = trustedAfter(await verified(made.pack));
    await made.rotate('publishing');
    await made.rotate('targets');
    const path = copyOf(made.pack);
    rmSync(join(path, 'metadata/2.root.json'));
    const verdict = await verified(path, trusted);
    expect(verdict).toMatchObject(refused('unsigned', { role: 'timestamp', got: 0, need: 1 }));
    expect(verdict.notes).toContainEqual({ code: 'key-history', detail: { version: 2 } });
  });

  test('an old root under a new number is refused', async () => {
    const made = await madePublisher();
    const trusted = trustedAfter(await verified(made.pack));
    const path = copyOf(made.pack);
    writeFileSync(
      join(path, 'metadata/2.root.json'),
      readFileSync(join(path, 'metadata/1.root.json')),
    );
    expect(await verified(path, trusted)).toMatchObject(
      refused('rollback', { role: 'root', version: 1, held: 1 }),
    );
  });

  test.each([
    ['x-publisher', { name: {} }],
    ['x-publisher', undefined],
    ['x-revoked', 'everything'],
    ['x-revoked', [{ keyid: 'short' }]],
  ])(
    'a change of keys that is signed, but whose %s is strange, is refused and not taken',
    async (field, value) => {
      const made = await madePublisher();
      const trusted = trustedAfter(await verified(made.pack));
      const path = copyOf(made.pack);
      const { [field]: _, ...rest } = rootOf(path, 1);
      const signed = { ...rest, version: 2, ...(value === undefined ? {} : { [field]: value }) };
      putRoot(path, { signed, keys: [made.keys.named('root')] });
      const verdict = await verified(path, trusted);
      expect(verdict).toMatchObject({ ...refused('malformed', { role: 'root' }), roots: [] });
      expect(verdict.publisher?.rootVersion).toBe(1);
      expect(verdict.files).toEqual([]);
      putRoot(path, { signed: { ...signed, version: 1 }, keys: [made.keys.named('root')] });
      expect(await verified(path)).toMatchObject({ ...refused('malformed'), publisher: null });
    },
  );

  test('a list that a key signed which was taken away is refused', async () => {
    const made = await madePublisher();
    const thief = made.keys.named('targets');
    await made.rotate('targets');
    const trusted = trustedAfter(await verified(made.pack));
    const path = spoiled(made, { ...NEWER, keys: { targets: [thief] } });
    expect(await verified(path, trusted)).toMatchObject(
      refused('unsigned', { role: 'targets', got: 0, need: 1 }),
    );
  });

  test('roots that were accepted count at once, although the lists were refused', async () => {
    const made = await madePublisher();
    const trusted = trustedAfter(await verified(made.pack));
    await made.rotate('publishing');
    const path = copyOf(made.pack);
    rmSync(fileOf(path, 'timestamp'));
    const verdict = await verified(path, trusted);
    expect(verdict).toMatchObject({ ...refused('no-metadata'), roots: [{ version: 2 }] });
  });

  test('an honest pack from before a change of keys is an older pack, not a forgery', async () => {
    const { made, trusted: first } = await publisherWithOneList();
    const old = copyOf(made.pack);
    await made.rotate('publishing');
    const trusted = trustedAfter(await verified(made.pack, first), first);
    const verdict = await verified(old, trusted);
    expect(verdict.outcome).toBe('older');
    expect(codes(verdict)).toEqual(['older-pack']);
  });

  test('versions driven to the end by stolen keys are cured by new keys', async () => {
    const { made, trusted: first } = await publisherWithOneList();
    const last = (signed: Loose) => (signed.version = Number.MAX_SAFE_INTEGER);
    const thiefs = spoiled(made, { targets: last, snapshot: last, timestamp: last });
    const robbed = trustedAfter(await verified(thiefs, first), first);
    expect(robbed.seen).toBe(Number.MAX_SAFE_INTEGER);
    await made.build(madeRecord('hrd/two'));
    expect((await verified(made.pack, robbed)).outcome).toBe('older');
    await made.revoke('targets');
    const verdict = await verified(made.pack, robbed);
    expect(verdict.outcome).toBe('accepted');
    expect(codes(verdict)).toEqual(['root-rotated', 'revoked']);
    expect(verdict.pack?.version).toBe(4);
    expect(verdict.seen).toBe(4);
  });

  test("a thief's records are told apart once the key is revoked, whatever they say of themselves", async () => {
    const { made, trusted: first } = await publisherWithOneList();
    const thiefs = spoiled(made, {
      ...NEWER,
      targets: (signed) => {
        raise(signed);
        const [entry] = Object.values(signed.targets) as Loose[];
        signed.targets['hrd/false.ndjson.zst'] = {
          ...entry,
          custom: { ...entry.custom, since: 1, seq: 2 },
        };
        signed['x-history'] = { ...signed['x-history'] };
      },
    });
    const robbed = trustedAfter(await verified(thiefs, first), first);
    await made.revoke('targets', 3);
    const verdict = await verified(made.pack, robbed);
    expect(verdict.outcome).toBe('accepted');
    expect(verdict.changes.stolen.map(({ path }) => path)).toEqual(['hrd/false.ndjson.zst']);
    expect(verdict.changes.delisted).toEqual([]);
    const cured = trustedAfter(verdict, robbed);
    await made.build(madeRecord('hrd/two'));
    expect(await verified(made.pack, cured)).toMatchObject({ outcome: 'accepted', notes: [] });
  });

  test("numbers that a thief used up are the publisher's again after the key is revoked", async () => {
    const { made, trusted: first } = await publisherWithOneList();
    const thief = { list: made, path: made.pack };
    let trusted = first;
    for (let more = 1; more <= 3; more += 1) {
      const further = (signed: Loose) => (signed.version += more);
      const path = spoiled(thief.list, {
        targets: (signed) => {
          signed['x-history'] = { ...signed['x-history'], ...trusted.history.targets };
          further(signed);
        },
        snapshot: further,
        timestamp: further,
      });
      trusted = trustedAfter(await verified(path, trusted), trusted);
    }
    expect(trusted.seen).toBe(5);
    await made.revoke('targets', 3);
    for (const slug of ['two', 'three', 'four']) {
      const verdict = await verified(made.pack, trusted);
      expect(verdict).toMatchObject({ outcome: 'accepted', evidence: [] });
      trusted = trustedAfter(verdict, trusted);
      await made.build(madeRecord(`hrd/${slug}`));
    }
    const forged = spoiled(made, { targets: (signed) => (signed.extra = 1) });
    const held = trustedAfter(await verified(made.pack, trusted), trusted);
    expect((await verified(forged, held)).evidence.map(({ role }) => role)).toEqual([
      'timestamp',
      'targets',
    ]);
  });
});

describe('who it is from', () => {
  test('a pack of a publisher that is not known is verified against its own root, and said', async () => {
    const made = await madePublisher();
    const verdict = await verified(made.pack);
    expect(verdict.notes).toEqual([{ code: 'no-root', detail: { fingerprint: made.fingerprint } }]);
  });

  test("another publisher's pack is refused where a known one's is expected", async () => {
    const { trusted } = await publisherWithOneList();
    const other = await madePublisher();
    expect(await verified(other.pack, trusted)).toMatchObject(
      refused('no-root', { fingerprint: other.fingerprint }),
    );
  });

  test('a first root that did not sign itself is nobody', async () => {
    const made = await madePublisher();
    const path = copyOf(made.pack);
    putRoot(path, { signed: rootOf(path, 1), keys: [made.keys.named('targets')] });
    expect(await verified(path)).toMatchObject({ ...refused('unsigned'), publisher: null });
  });

  test("a root that is held already is not needed again: damaged or forged on a stick, it is in nobody's way", async () => {
    const made = await madePublisher();
    await made.rotate('publishing');
    const trusted = trustedAfter(await verified(made.pack));
    await made.build(madeRecord('hrd/one'));
    const path = copyOf(made.pack);
    writeFileSync(join(path, 'metadata/1.root.json'), '{');
    putRoot(path, { signed: { ...rootOf(path, 2), 'x-more': 1 }, keys: [newKey()] });
    expect(await verified(path, trusted)).toMatchObject({ outcome: 'accepted', notes: [] });
  });

  test('a name with hidden direction marks is shown without them', async () => {
    const made = await madePublisher({ name: { en: 'Amnesty\u202e\u200f Group\u0007' } });
    expect((await verified(made.pack)).publisher?.name).toEqual({ en: 'Amnesty Group' });
  });
});

describe('two pasts', () => {
  test('two lists with one number are told, the first stays, and both are kept as evidence', async () => {
    const { made } = await publisherWithOneList();
    const trusted = trustedAfter(await verified(made.pack));
    const path = spoiled(made, {
      targets: (signed) => (signed.extra = 'another'),
      timestamp: raise,
      snapshot: raise,
    });
    const verdict = await verified(path, trusted);
    expect(verdict).toMatchObject(refused('equivocation', { role: 'targets', version: 2 }));
    expect(verdict.evidence).toMatchObject([
      { code: 'equivocation', role: 'targets', version: 2, held: expect.any(Uint8Array) },
    ]);
    expect(verdict.evidence[0]?.given.length).toBeGreaterThan(100);
  });

  test('two timestamps with one number are told, and the lists under them compared', async () => {
    const { made } = await publisherWithOneList();
    const trusted = trustedAfter(await verified(made.pack));
    const path = spoiled(made, { targets: (signed) => (signed.extra = 'another') });
    const verdict = await verified(path, trusted);
    expect(verdict).toMatchObject({ outcome: 'same', lists: null });
    expect(verdict.evidence.map(({ role }) => role)).toEqual(['timestamp', 'targets']);
    expect(codes(verdict)).toEqual(['equivocation', 'equivocation']);
  });

  test('an older pack that says something else than was seen under its number is told', async () => {
    const { made, trusted: first } = await publisherWithOneList();
    const forged = spoiled(made, { targets: (signed) => (signed.extra = 'another') });
    await made.build(madeRecord('hrd/two'));
    const trusted = trustedAfter(await verified(made.pack, first), first);
    const verdict = await verified(forged, trusted);
    expect(codes(verdict)).toEqual(['older-pack', 'equivocation']);
    expect(verdict.evidence).toMatchObject([{ role: 'targets', version: 2, held: null }]);
  });

  test('a list that remembers another past than was seen is taken with a warning', async () => {
    const { made } = await publisherWithOneList();
    const forked = spoiled(made, {
      targets: (signed) => {
        raise(signed);
        signed['x-history']['2'] = 'a'.repeat(64);
      },
      snapshot: raise,
      timestamp: raise,
    });
    const trusted = trustedAfter(await verified(made.pack));
    const verdict = await verified(forked, trusted);
    expect(verdict.outcome).toBe('accepted');
    expect(codes(verdict)).toEqual(['history-forked']);
    expect(verdict.evidence).toMatchObject([
      { role: 'targets', version: 2, givenHash: 'a'.repeat(64) },
    ]);
  });

  test('two roots with one number are told and the one that is held stays', async () => {
    const made = await madePublisher();
    await made.rotate('publishing');
    const trusted = trustedAfter(await verified(made.pack));
    const path = copyOf(made.pack);
    const signed = { ...rootOf(path, 2), 'x-note': 'another' };
    putRoot(path, { signed, keys: [made.keys.named('root')] });
    const verdict = await verified(path, trusted);
    expect(codes(verdict)).toEqual(['equivocation']);
    expect(verdict.evidence).toMatchObject([{ role: 'root', version: 2 }]);
    expect(verdict.roots).toEqual([]);
  });

  test('a file that is listed no more is told, and one that is replaced, and one that is withdrawn', async () => {
    const made = await madePublisher();
    await made.build(madeRecord('hrd/one'));
    await made.build(madeRecord('hrd/two'));
    await made.build(madeRecord('hrd/three'));
    const trusted = trustedAfter(await verified(made.pack));
    const [one, two, three] = ['000001', '000002', '000003'].map(
      (name) => `hrd/${name}.ndjson.zst`,
    );
    const path = spoiled(made, {
      ...NEWER,
      targets: (signed) => {
        signed['x-history'][signed.version] = trusted.history.targets?.[signed.version];
        raise(signed);
        delete signed.targets[one as string];
        signed.targets[two as string].hashes.sha256 = 'b'.repeat(64);
        signed.targets[three as string].custom.withdrawn = { at: '2026-04-01', why: 'Unsafe.' };
      },
    });
    const { changes, notes } = await verified(path, trusted);
    expect(notes.map(({ code }) => code)).toEqual(['delisted', 'rewritten', 'withdrawn']);
    expect(changes.delisted).toMatchObject([{ path: one }]);
    expect(changes.rewritten).toMatchObject([{ path: two }]);
    expect(changes.withdrawn).toMatchObject([{ path: three }]);
  });
});

describe('sizes and shapes', () => {
  test.each([
    ['root', 64 << 10],
    ['timestamp', 16 << 10],
    ['snapshot', 64 << 10],
    ['targets', 1 << 20],
  ])('an endless %s is refused by its size', async (role, limit) => {
    const made = await madePublisher();
    const path = copyOf(made.pack);
    truncateSync(fileOf(path, role), limit + 1);
    expect(await verified(path)).toMatchObject(refused('too-large'));
  });

  test('an endless second root of a known publisher is refused by its size', async () => {
    const { made, trusted } = await publisherWithOneList();
    const path = copyOf(made.pack);
    writeFileSync(join(path, 'metadata/2.root.json'), Buffer.alloc(505_000, '{'));
    expect(await verified(path, trusted)).toMatchObject(refused('too-large'));
  });

  test('a forged root full of keys is refused before any of them is looked at', async () => {
    const { made, trusted } = await publisherWithOneList();
    const path = copyOf(made.pack);
    const keys = Object.fromEntries(Array.from({ length: 900 }, (_, at) => [`k${at}`, {}]));
    const signed = { ...rootOf(path, 1), version: 2, keys };
    putRoot(path, { signed, keys: [newKey()] });
    expect(await verified(path, trusted)).toMatchObject(refused('unsigned', { got: 0 }));
  });

  test('a link to an endless file is not followed', async () => {
    const { made, trusted } = await publisherWithOneList();
    const path = copyOf(made.pack);
    rmSync(fileOf(path, 'timestamp'));
    symlinkSync('/dev/zero', fileOf(path, 'timestamp'));
    expect(await verified(path, trusted)).toMatchObject(refused('no-metadata'));
  });

  test('a metadata folder that is a link elsewhere is not followed', async () => {
    const { made } = await publisherWithOneList();
    const path = copyOf(made.pack);
    const elsewhere = join(temporaryFolder(), 'elsewhere');
    renameSync(join(path, 'metadata'), elsewhere);
    symlinkSync(elsewhere, join(path, 'metadata'));
    expect(await verified(path)).toMatchObject(refused('no-metadata'));
  });

  test.each([
    '../../x',
    'hrd/../../x',
    '/etc/passwd',
    'hrd/x',
    'HRD/x.bin',
    'hrd/x.ndjson.zst/y',
    'hrd\\x.bin',
  ])('a file called %s is refused with its list', async (name) => {
    const { made } = await publisherWithOneList();
    const path = spoiled(made, {
      targets: (signed) => {
        signed.targets[name] = Object.values(signed.targets)[0];
      },
    });
    expect(await verified(path)).toMatchObject(refused('malformed', { role: 'targets' }));
  });

  test('more files than a list may have are refused', async () => {
    const { made } = await publisherWithOneList();
    const path = spoiled(made, {
      targets: (signed) => {
        const [entry] = Object.values(signed.targets) as Loose[];
        const small = { ...entry, custom: entry.custom };
        for (let at = 0; at < 1001; at += 1) signed.targets[`hrd/${at}.bin`] = small;
      },
    });
    expect(await verified(path)).toMatchObject(refused('too-large', { role: 'targets' }));
  });

  test('a field whose name is not ASCII is refused, because two programs would sort it in two ways', async () => {
    const made = await madePublisher();
    const path = spoiled(made, { targets: (signed) => (signed['z😀'] = 1) });
    expect(await verified(path)).toMatchObject(refused('malformed'));
  });

  test('a later form of TUF, and a later form of packs, need a newer reader', async () => {
    const made = await madePublisher();
    const tuf = spoiled(made, { timestamp: (signed) => (signed.spec_version = '2.0.0') });
    expect(await verified(tuf)).toMatchObject(refused('newer-format'));
    const pack = spoiled(made, { targets: (signed) => (signed['x-pack'].format = 2) });
    expect(await verified(pack)).toMatchObject(refused('newer-format', { format: 2 }));
  });

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['nothing signed', '{"signatures":[]}'],
    ['nested without end', `${'['.repeat(7000)}${']'.repeat(7000)}`],
    ['a number without end', '{"signatures":[],"signed":{"_type":"timestamp","version":1e999}}'],
    ['half a letter', '{"signatures":[],"signed":{"_type":"timestamp","version":1,"x":"\\ud800"}}'],
    [
      'a field named __proto__',
      '{"signatures":[],"signed":{"_type":"timestamp","version":1,"__proto__":{}}}',
    ],
    [
      'the same signature twice',
      '{"signatures":[{"keyid":"a","sig":""},{"keyid":"a","sig":""}],"signed":{"_type":"timestamp","version":1}}',
    ],
    ['version zero', '{"signatures":[],"signed":{"_type":"timestamp","version":0}}'],
    ['another kind', '{"signatures":[],"signed":{"_type":"root","version":1}}'],
  ])('a timestamp that is %s is refused as malformed', async (_, text) => {
    const { made, trusted } = await publisherWithOneList();
    const path = copyOf(made.pack);
    writeFileSync(fileOf(path, 'timestamp'), text);
    expect(await verified(path, trusted)).toMatchObject(
      refused('malformed', { role: 'timestamp' }),
    );
    expect((await verified(path)).outcome).toBe('refused');
  });

  test('bytes that are no UTF-8 are refused as malformed', async () => {
    const { made } = await publisherWithOneList();
    const path = copyOf(made.pack);
    writeFileSync(fileOf(path, 'timestamp'), Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
    expect(await verified(path)).toMatchObject(refused('malformed'));
  });
});

test('what is held and cannot be read any more is the fault of the archive, not of the pack', async () => {
  const { made, trusted } = await publisherWithOneList();
  const broken = { ...trusted, roots: [Buffer.from('{')] };
  await expect(verified(made.pack, broken)).rejects.toMatchObject({ code: 'archive_damaged' });
});

describe('who may speak for whom', () => {
  async function curator() {
    const made = await madePublisher();
    await made.delegate('amnesty');
    await made.build(madeRecord('amnesty/one'), madeRecord('hrd/one'));
    return made;
  }

  test('a delegate speaks for its own namespace, and its files say whose they are', async () => {
    const { files } = await verified((await curator()).pack);
    expect(files.map(({ role, path }) => [role, path])).toEqual([
      ['targets', 'hrd/000001.ndjson.zst'],
      ['amnesty', 'amnesty/000001.ndjson.zst'],
    ]);
  });

  test('what a delegate lists outside its namespace is as if it were not there', async () => {
    const made = await curator();
    const delegate = made.metadata('2.amnesty.json');
    const signed = delegate.signed as Loose;
    signed.targets['hrd/fake.ndjson.zst'] = Object.values(signed.targets)[0];
    const path = copyOf(made.pack);
    const { signedFile } = await import('../../src/main/packs/publish/signing.ts');
    const bytes = signedFile(signed, [made.keys.named('amnesty')]);
    const { createHash } = await import('node:crypto');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const resigned = spoiled({ ...made, pack: path, keys: made.keys } as typeof made, {
      snapshot: (snapshot) => {
        snapshot.meta['amnesty.json'] = { version: 2, length: bytes.length, hashes: { sha256 } };
      },
    });
    writeFileSync(join(resigned, 'metadata/2.amnesty.json'), bytes);
    const verdict = await verified(resigned);
    expect(verdict.outcome).toBe('accepted');
    expect(verdict.files.map(({ path: file }) => file)).not.toContain('hrd/fake.ndjson.zst');
  });

  test.each([
    ['*a*a*a*a*a*a*a*b/*'],
    ['{amnesty,hrd}/*'],
    ['!x/*'],
    ['amnesty/x*'],
    ['*/*'],
    ['amnesty/*/*'],
    ['/*'],
  ])('a delegation of %s is refused, because only whole namespaces are given', async (pattern) => {
    const made = await curator();
    const path = spoiled(made, {
      targets: (signed) => {
        signed.delegations.roles[0].paths = [pattern];
      },
    });
    expect(await verified(path)).toMatchObject(refused('malformed', { role: 'targets' }));
  });

  test('a delegation that is not final, or by hash, is refused', async () => {
    const made = await curator();
    const open = spoiled(made, {
      targets: (signed) => {
        signed.delegations.roles[0].terminating = false;
      },
    });
    expect(await verified(open)).toMatchObject(refused('malformed', { role: 'targets' }));
    const byHash = spoiled(made, {
      targets: (signed) => {
        delete signed.delegations.roles[0].paths;
        signed.delegations.roles[0].path_hash_prefixes = ['00'];
      },
    });
    expect(await verified(byHash)).toMatchObject(refused('malformed', { role: 'targets' }));
  });

  /** Lets the last of a row of delegates delegate further, each to the next. */
  async function row(made: MadePublisher, names: string[], ns: string) {
    const issued = await readIssued(made.shop);
    const changed = new Map<string, ListContent>();
    for (const [index, name] of names.entries()) {
      const next = names[index + 1];
      const keys = next === undefined ? [] : [await made.keys.create(next)];
      const delegated =
        next === undefined ? [] : [{ name: next, namespaces: [ns], keys, threshold: 1 }];
      changed.set(name, { files: [], delegated });
    }
    const { root } = issued;
    await issueLists(made.shop, {
      root,
      before: issued,
      changed,
      ring: made.keys,
      now: made.now(),
    });
  }

  test('a delegate may pass on what it was given and no more, and only once', async () => {
    const made = await madePublisher();
    await made.delegate('amnesty');
    await row(made, ['amnesty', 'office'], 'amnesty');
    expect(await verified(made.pack)).toMatchObject({ outcome: 'accepted' });
    await row(made, ['office', 'friend'], 'amnesty');
    expect(await verified(made.pack)).toMatchObject(refused('too-large', { role: 'friend' }));
  });

  test('a delegate that passes on what it was not given passes on nothing', async () => {
    const made = await madePublisher();
    await made.delegate('amnesty');
    await row(made, ['amnesty', 'office'], 'hrd');
    const entry = { path: 'hrd/fake.bin', length: 1, sha256: 'a'.repeat(64) };
    const custom = {
      seq: 1,
      since: 1,
      kind: 'media' as const,
      schema: 'record/1',
      records: 0,
      raw: 1,
    };
    const file = {
      ...entry,
      custom: { ...custom, lang: [], covers: null, sensitive: false, withdrawn: null },
    };
    const issued = await readIssued(made.shop);
    const changed = new Map([['office', { files: [file], delegated: [] }]]);
    const { root } = issued;
    await issueLists(made.shop, {
      root,
      before: issued,
      changed,
      ring: made.keys,
      now: made.now(),
    });
    expect(await verified(made.pack)).toMatchObject({ outcome: 'accepted', files: [] });
  });

  test('lists that delegate in a circle are refused', async () => {
    const made = await madePublisher();
    await made.delegate('amnesty');
    const path = spoiled(made, {
      targets: (signed) => {
        const [role] = signed.delegations.roles;
        signed.delegations.roles.push({ ...role, name: 'targets' });
      },
    });
    expect(await verified(path)).toMatchObject(refused('malformed'));
  });

  test('a delegation that was taken back leaves its list in place and its files unvouched for', async () => {
    const made = await curator();
    const trusted = trustedAfter(await verified(made.pack));
    const { undelegate } = await import('../../src/main/packs/publish/delegate.ts');
    await undelegate(made.shop, { ns: 'amnesty', ring: made.keys, now: made.now() });
    const verdict = await verified(made.pack, trusted);
    expect(verdict.outcome).toBe('accepted');
    expect(verdict.changes.delisted.map(({ path }) => path)).toEqual(['amnesty/000001.ndjson.zst']);
  });
});

function take(pack: string, role: string): Loose {
  return JSON.parse(readFileSync(fileOf(pack, role), 'utf8')).signed;
}
