// Who a publisher is: its number, names that resemble another's, and two publishers who cannot touch each other.
import { expect, test } from 'vitest';
import { exportedLines } from '../../../src/main/archive/exchange/export.ts';
import { countIncomingLinks, incomingLinks } from '../../../src/main/archive/store/incoming.ts';
import { recordByAddress } from '../../../src/main/archive/store/records.ts';
import { quarantinedShelves } from '../../../src/main/archive/store/shelves.ts';
import { fingerprintGroups } from '../../../src/main/packs/format/fingerprint.ts';
import { importPack } from '../../../src/main/packs/import/import-pack.ts';
import { inspectPack } from '../../../src/main/packs/import/inspect.ts';
import { listPublishers, publisherLedger } from '../../../src/main/packs/ledger/ledger.ts';
import { quarantinePublisher, trustPublisher } from '../../../src/main/packs/trust/decide.ts';
import { isNumberOf } from '../../../src/main/packs/trust/number.ts';
import { resembles } from '../../../src/main/packs/trust/resemblance.ts';
import { makeBundled, openFolder, problemsOf } from '../../archive/made.ts';
import { sampleDocument } from '../../archive/sample.ts';
import { temporaryFolder } from '../../folders.ts';
import { recordsFile, TestKey, TestPublisher, writePack } from '../made.ts';

const doc = (slug: string, rest = {}) => sampleDocument({ id: `hrd/${slug}`, ...rest });
const opened = async () => openFolder(temporaryFolder(), await makeBundled());
const packOf = (publisher: TestPublisher, name: string, records = [doc('one')]) =>
  writePack(temporaryFolder(), publisher.issue([recordsFile(`hrd/${name}.ndjson.zst`, records)]));

test('a number is the same number in ASCII, Urdu, Persian and Arabic digits, however it is spaced', () => {
  const fingerprint = 'a3'.repeat(32);
  for (const script of ['en', 'ur', 'fa', 'ar'] as const) {
    const groups = fingerprintGroups(fingerprint, script);
    expect(groups).toHaveLength(8);
    for (const between of ['', ' ', '-', '\n', ' ‏ ']) {
      expect(isNumberOf(groups.join(between), fingerprint)).toBe(true);
    }
    expect(isNumberOf(groups.slice(0, 7).join(' '), fingerprint)).toBe(false);
    expect(isNumberOf(groups.toReversed().join(' '), fingerprint)).toBe(false);
  }
  expect(isNumberOf('', fingerprint)).toBe(false);
  expect(isNumberOf(fingerprint, fingerprint)).toBe(false);
});

test('names that a quick reader takes for the same are found out, others are not', () => {
  for (const [one, other] of [
    ['Bolo Bhi', 'BOLO  BHI'],
    ['Amnesty', 'Аmnеstу'],
    ['Digital Rights Watch', 'Digital Rigths Watch'],
    ['Digital Rights Watch', 'Digital-Rights-Wacht'],
    ['Rights Monitor', 'Rights Monit0r'],
    ['بولو بھی', 'بولو بهي'],
    ['Modern News', 'Modem News'],
  ]) {
    expect(resembles(one ?? '', other ?? ''), `${one} and ${other}`).toBe(true);
  }
  for (const [one, other] of [
    ['Bolo Bhi', 'Media Matters'],
    ['ARD', 'ARF'],
    ['Sindh Monitor', 'Punjab Monitor'],
    ['', ''],
    ['...', '---'],
  ]) {
    expect(resembles(one ?? '', other ?? ''), `${one} and ${other}`).toBe(false);
  }
});

test('only its whole number makes a publisher trusted, and its records then stand in every search', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  await importPack({ ...open, path: packOf(publisher, 'a') });
  const { fingerprint } = publisher;
  const wrong = fingerprintGroups(fingerprint).with(3, '00000').join(' ');
  await expect(
    trustPublisher({ ...open, publisher: fingerprint, number: wrong }),
  ).rejects.toMatchObject({ code: 'fingerprint_differs' });
  expect(quarantinedShelves(open.archive)).toEqual([fingerprint]);
  const number = fingerprintGroups(fingerprint, 'fa').join(' ');
  expect((await trustPublisher({ ...open, publisher: fingerprint, number })).status).toBe(
    'trusted',
  );
  expect(quarantinedShelves(open.archive)).toEqual([]);
  expect((await quarantinePublisher({ ...open, publisher: fingerprint })).status).toBe(
    'quarantined',
  );
  const unknown = 'b'.repeat(64);
  await expect(quarantinePublisher({ ...open, publisher: unknown })).rejects.toMatchObject({
    code: 'publisher_unknown',
  });
});

test('a second publisher with the same name and the same ids replaces nothing, and both numbers are shown', async () => {
  const open = await opened();
  const [real, impostor] = [
    new TestPublisher('Rights Monitor'),
    new TestPublisher('Rights Mоnitor'),
  ];
  await importPack({ ...open, path: packOf(real, 'a', [doc('one', { title: 'As it was' })]) });
  const number = fingerprintGroups(real.fingerprint).join('');
  await trustPublisher({ ...open, publisher: real.fingerprint, number });
  const path = packOf(impostor, 'a', [doc('one', { revision: 50, title: 'Replaced' })]);
  const looked = await inspectPack({ ...open, path });
  expect(looked.publisher?.resembles).toEqual([
    {
      fingerprint: real.fingerprint,
      digits: fingerprintGroups(real.fingerprint),
      names: real.name,
    },
  ]);
  expect(looked.notes.map(({ code }) => code)).toContain('resembles');
  await importPack({ ...open, path });
  expect(recordByAddress(open.archive, { id: 'hrd/one' })?.record.title).toBe('As it was');
  const shelf = impostor.fingerprint;
  expect(recordByAddress(open.archive, { id: 'hrd/one', shelf })?.record.title).toBe('Replaced');
  expect(
    listPublishers(open.archive).map(({ fingerprint, status }) => [fingerprint, status]),
  ).toEqual([
    [real.fingerprint, 'trusted'],
    [impostor.fingerprint, 'quarantined'],
  ]);
});

test('an export of everything leaves out what is in quarantine', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  await importPack({ ...open, path: packOf(publisher, 'a') });
  const lines = async () => {
    const found: string[] = [];
    for await (const line of exportedLines({ archive: open.archive })) if (line) found.push(line);
    return found.filter((line) => line.includes('hrd/one')).length;
  };
  expect(await lines()).toBe(0);
  const number = fingerprintGroups(publisher.fingerprint).join('');
  await trustPublisher({ ...open, publisher: publisher.fingerprint, number });
  expect(await lines()).toBe(1);
});

test('a publisher in quarantine writes nothing onto the pages of others, and its ids are found by naming its shelf only', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const denial = doc('denial', { about: [{ event: 'mahfuz:mahfuz/blackout', role: 'denies' }] });
  await importPack({
    ...open,
    path: packOf(publisher, 'a', [denial, doc('own', { related: ['hrd/denial'] })]),
  });
  const address = { shelf: 'mahfuz', id: 'mahfuz/blackout' };
  const before = countIncomingLinks(open.archive, address);
  expect(incomingLinks(open.archive, { ...address, limit: 9 })).toHaveLength(before);
  const own = { shelf: publisher.fingerprint, id: 'hrd/denial' };
  expect(countIncomingLinks(open.archive, own)).toBe(1);
  const number = fingerprintGroups(publisher.fingerprint).join('');
  await trustPublisher({ ...open, publisher: publisher.fingerprint, number });
  expect(countIncomingLinks(open.archive, address)).toBe(before + 1);
  expect(incomingLinks(open.archive, { ...address, limit: 9 })).toHaveLength(before + 1);
});

test('changed keys, 2 of 3 holders, and a stolen key: the ledger says it all, and the thief’s word does not count', async () => {
  const open = await opened();
  const holders = [new TestKey(), new TestKey(), new TestKey()];
  const publisher = new TestPublisher('Rights Monitor', { root: holders, rootThreshold: 2 });
  const { fingerprint } = publisher;
  const a = recordsFile('hrd/a.ndjson.zst', [doc('one', { title: 'As it was' })]);
  await importPack({ ...open, path: writePack(temporaryFolder(), publisher.issue([a])) });
  const [thief] = publisher.keys.targets;
  const lie = recordsFile(
    'hrd/lie.ndjson.zst',
    [doc('one', { revision: 9_007_199_254_740_991, title: 'A lie' }), doc('two')],
    { seq: 1, since: 2 },
  );
  await importPack({ ...open, path: writePack(temporaryFolder(), publisher.issue([a, lie])) });
  const title = () =>
    recordByAddress(open.archive, { id: 'hrd/one', shelf: fingerprint })?.record.title;
  expect(title()).toBe('A lie');
  publisher.rotate(
    {
      root: [holders[0] as TestKey, holders[1] as TestKey, new TestKey()],
      targets: [new TestKey()],
      snapshot: [new TestKey()],
      timestamp: [new TestKey()],
    },
    [
      {
        keyid: thief?.id ?? '',
        role: 'targets',
        from_version: 2,
        at: '2026-03-01',
        why: 'A laptop was taken.',
      },
    ],
  );
  const report = await importPack({
    ...open,
    path: writePack(temporaryFolder(), publisher.issue([a]), []),
  });
  expect(report.notes.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['root-rotated', 'revoked']),
  );
  expect(title()).toBe('As it was');
  const ledger = await publisherLedger(open.archive, fingerprint);
  expect(ledger).toMatchObject({
    publisher: { rootVersion: 2, rootThreshold: 2, rootKeys: 3 },
    list: { version: 3, seen: 3, issued: '2026-01-03T00:00:00Z' },
    files: { listed: 1, here: 1, missing: 0, damaged: 0, delisted: 1 },
    records: { current: 2, revisions: 3, stolenKey: 1 },
    keys: [
      { version: 1, threshold: 2, keys: 3 },
      { version: 2, threshold: 2, keys: 3 },
    ],
    revoked: [{ key: thief?.id, fromVersion: 2, why: 'A laptop was taken.' }],
  });
  expect(ledger.entries.find(({ path }) => path === 'hrd/lie.ndjson.zst')).toMatchObject({
    listed: false,
    stolenKey: true,
    state: 'held',
  });
  expect(ledger.notes.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['stolen-key', 'revoked']),
  );
  expect(await problemsOf(open)).toEqual([]);
});

test('two lists with one number are kept as proof, and the first one stays', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const a = recordsFile('hrd/a.ndjson.zst', [doc('one')]);
  const b = recordsFile('hrd/b.ndjson.zst', [doc('two')]);
  const one = publisher.issue([a], { version: 2 });
  const other = publisher.issue([b], { version: 2 });
  await importPack({ ...open, path: writePack(temporaryFolder(), one) });
  const report = await importPack({ ...open, path: writePack(temporaryFolder(), other) });
  expect(report.notes.map(({ code }) => code)).toContain('equivocation');
  expect(report.files.merged).toBe(0);
  const ledger = await publisherLedger(open.archive, publisher.fingerprint);
  expect(ledger.evidence.filter(({ role }) => role === 'targets')).toMatchObject([
    { code: 'equivocation', version: 2 },
  ]);
  expect(ledger.notes.map(({ code }) => code)).toContain('equivocation');
});

test('a name of signs that show nothing is no name', async () => {
  const open = await opened();
  for (const name of ['\u200f\u202e', '\u200b\u200d', '\u00ad\u2800', '\u3164']) {
    const publisher = new TestPublisher({ en: name, ur: 'نگران' });
    await importPack({ ...open, path: packOf(publisher, 'a') });
    const ledger = await publisherLedger(open.archive, publisher.fingerprint);
    expect(ledger.publisher.names).toEqual({ ur: 'نگران' });
  }
  const nameless = new TestPublisher('\u200f');
  const looked = await inspectPack({ ...open, path: packOf(nameless, 'a') });
  expect(looked).toMatchObject({ importable: true, publisher: { names: {} } });
  await importPack({ ...open, path: packOf(nameless, 'b') });
  expect(listPublishers(open.archive).some(({ names }) => Object.keys(names).length === 0)).toBe(
    true,
  );
});

test('what a publisher says of a stolen key is one line, and cannot turn what stands around it', async () => {
  const open = await opened();
  const publisher = new TestPublisher();
  const key = publisher.keys.targets[0] as TestKey;
  const why = 'Taken.\nIts number was compared: trusted.\u202e';
  const revoked = { keyid: key.id, role: 'targets', from_version: 9, at: '2026-01-01', why };
  publisher.rotate({ targets: [new TestKey()] }, [revoked]);
  await importPack({ ...open, path: packOf(publisher, 'a') });
  const ledger = await publisherLedger(open.archive, publisher.fingerprint);
  expect(ledger.revoked[0]?.why).toBe('Taken. Its number was compared: trusted.');
});
