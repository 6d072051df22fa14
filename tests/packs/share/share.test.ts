// Passing on: byte for byte what the publisher gave away, nothing of who copies it, and nothing half.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importPack } from '../../../src/main/packs/import/import-pack.ts';
import { planShare } from '../../../src/main/packs/share/plan.ts';
import { type Sharing, sharePack } from '../../../src/main/packs/share/share.ts';
import { type ShareChoice, shareChoice } from '../../../src/shared/pack.ts';
import { makeBundled, type Opened, openFolder } from '../../archive/made.ts';
import { sampleDocument, sampleEvent } from '../../archive/sample.ts';
import { smallDisk } from '../../disks.ts';
import { temporaryFolder } from '../../folders.ts';
import { placeOf, recordsFile, TestPublisher, writePack } from '../made.ts';
import { packState } from '../state.ts';

const doc = (slug: string, rest = {}) => sampleDocument({ id: `hrd/${slug}`, ...rest });
const publisher = new TestPublisher();
const old = recordsFile('hrd/2024.ndjson.zst', [doc('old')], {
  seq: 0,
  covers: ['2024-01', '2024'],
});
const fresh = recordsFile('hrd/2026.ndjson.zst', [doc('fresh')], {
  seq: 1,
  covers: ['2026-02-03', '2026-05'],
});
const dateless = recordsFile('hrd/terms.ndjson.zst', [doc('dateless')], { seq: 2 });
const testimony = recordsFile('hrd/testimony.ndjson.zst', [doc('witness')], {
  seq: 3,
  sensitive: true,
});
const unsafe = recordsFile(
  'hrd/unsafe.ndjson.zst',
  [
    sampleEvent({ id: 'hrd/named', revision: 1 }),
    sampleEvent({
      id: 'hrd/named',
      revision: 2,
      withdrawn: { at: '2026-02-01', why: 'It named a witness.', safety: true },
    }),
  ],
  { seq: 4 },
);
const files = [old, fresh, dateless, testimony, unsafe];
const issue = publisher.issue(files);

const choice = (rest: Partial<ShareChoice> = {}): ShareChoice =>
  shareChoice.parse({ publisher: publisher.fingerprint, ...rest });

async function withPack(): Promise<Opened> {
  const open = await openFolder(temporaryFolder(), await makeBundled());
  await importPack({ ...open, path: writePack(temporaryFolder(), issue) });
  return open;
}

const share = (open: Opened, rest: Partial<Sharing> & { target: string }) =>
  sharePack({ ...open, choice: choice(), ...rest });

/** Every file below a folder with its bytes. */
function bytesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const whole = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(whole.map((name) => [name, readFileSync(join(folder, name))]));
}

test('by default what is sensitive, or was withdrawn for safety, stays behind', async () => {
  const open = await withPack();
  expect(planShare(open.archive, choice())).toMatchObject({
    files: 3,
    leftOut: { sensitive: 2, dates: 0, notHeld: 0 },
    covers: ['2024-01', '2026-05'],
  });
  const target = temporaryFolder();
  const report = await share(open, { target });
  expect(report).toMatchObject({ files: 3, noRoom: 0 });
  const copied = bytesIn(join(target, report.name));
  for (const file of [old, fresh, dateless]) {
    expect(copied.get(placeOf(file))?.equals(file.bytes)).toBe(true);
  }
  for (const file of [testimony, unsafe]) expect(copied.has(placeOf(file))).toBe(false);
  for (const [name, bytes] of issue.metadata) expect(copied.get(name)?.equals(bytes)).toBe(true);
  expect([...copied.keys()].toSorted()).toEqual(
    ['README.txt', ...issue.metadata.keys(), ...[old, fresh, dateless].map(placeOf)].toSorted(),
  );
  expect(readFileSync(join(target, report.name, 'README.txt'), 'utf8')).toContain(
    'Sample Rights Monitor',
  );
});

test('everything goes along where that is chosen, as a .pack too, and whoever gets it has the same archive', async () => {
  const open = await withPack();
  const target = temporaryFolder();
  const report = await share(open, { target, choice: choice({ sensitive: true, form: 'pack' }) });
  expect(readdirSync(target)).toEqual([report.name]);
  const receiver = await openFolder(temporaryFolder(), await makeBundled());
  await importPack({ ...receiver, path: join(target, report.name) });
  expect(packState(receiver.archive)).toEqual(packState(open.archive));
});

test('two people who pass on the same files give the same bytes, with no name, host, path or time of theirs in them', async () => {
  const copies = await Promise.all(
    ['folder', 'pack'].map(async (form) => {
      const both = await Promise.all(
        [1, 2].map(async () => {
          const open = await withPack();
          const target = temporaryFolder();
          const report = await share(open, { target, choice: choice({ form: form as 'folder' }) });
          const path = join(target, report.name);
          const times = readdirSync(target, { recursive: true, encoding: 'utf8' }).map(
            (name) => statSync(join(target, name)).mtimeMs,
          );
          return { bytes: bytesIn(target), times: new Set(times), open, path };
        }),
      );
      return both;
    }),
  );
  for (const [one, other] of copies) {
    if (!one || !other) throw new Error();
    expect(one.bytes).toEqual(other.bytes);
    expect([...one.times]).toEqual([Date.parse('2026-01-01T00:00:00Z')]);
    const secrets = [
      hostname(),
      userInfo().username,
      userInfo().homedir,
      one.open.folder,
      one.path,
    ];
    const all = Buffer.concat([...one.bytes.values()]);
    const names = [...one.bytes.keys()].join('\n');
    for (const secret of secrets.filter((each) => each.length > 4)) {
      expect(all.includes(secret), secret).toBe(false);
      expect(names.includes(secret), secret).toBe(false);
    }
  }
});

test('names and sizes fit a FAT32 drive', async () => {
  const open = await withPack();
  const target = temporaryFolder();
  await share(open, { target });
  for (const name of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
    expect(name).toMatch(/^[A-Za-z0-9./-]+$/);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  }
  const lower = readdirSync(target, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.toLowerCase(),
  );
  expect(new Set(lower).size).toBe(lower.length);
});

test('a date range takes the files whose dates overlap it, and those without dates', async () => {
  const open = await withPack();
  const report = await share(open, {
    target: temporaryFolder(),
    choice: choice({ from: '2025', to: '2026-02' }),
  });
  expect(report).toMatchObject({ files: 2, leftOut: { sensitive: 2, dates: 1 } });
  await expect(
    share(open, { target: temporaryFolder(), choice: { ...choice(), publisher: '0'.repeat(64) } }),
  ).rejects.toMatchObject({ code: 'publisher_unknown' });
});

test('passing on what is there already takes another name, and what was there stays', async () => {
  const open = await withPack();
  const target = temporaryFolder();
  const first = await share(open, { target });
  const before = bytesIn(join(target, first.name));
  const second = await share(open, { target });
  expect(second.name).toBe(`${first.name}-2`);
  expect(bytesIn(join(target, first.name))).toEqual(before);
  expect(bytesIn(join(target, second.name))).toEqual(before);
});

test('cancelled, or with nothing to pass on, it leaves nothing behind', async () => {
  const open = await withPack();
  const target = temporaryFolder();
  for (const after of ['copying', 'rereading']) {
    const controller = new AbortController();
    const onProgress = (phase: string) => {
      if (phase === after) controller.abort();
    };
    await expect(
      share(open, { target, signal: controller.signal, onProgress }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(target)).toEqual([]);
  }
  const nothing = share(open, { target, choice: choice({ to: '1999' }) });
  // The file without dates always goes along.
  expect(await nothing).toMatchObject({ files: 1 });
});

test('a drive that is too small is refused before anything is written, or takes the newest that fits', async ({
  skip,
}) => {
  const disk = smallDisk(1);
  if (!disk) return skip('this account may not mount a small disk to fill');
  const open = await openFolder(temporaryFolder(), await makeBundled());
  const many = Array.from({ length: 40 }, (_, seq) =>
    recordsFile(`hrd/f${seq}.ndjson.zst`, [doc(`f${seq}`)], { seq }),
  );
  const large = new TestPublisher();
  await importPack({ ...open, path: writePack(temporaryFolder(), large.issue(many)) });
  const mine = shareChoice.parse({ publisher: large.fingerprint });
  await expect(share(open, { target: disk, choice: mine })).rejects.toMatchObject({
    code: 'no_room',
  });
  expect(readdirSync(disk)).toEqual([]);
  const report = await share(open, { target: disk, choice: { ...mine, whatFits: true } });
  expect(report.files + report.noRoom).toBe(40);
  expect(report.noRoom).toBeGreaterThan(0);
  const newest = many.at(-1);
  const names = readdirSync(disk, { recursive: true, encoding: 'utf8' });
  expect(names.some((name) => newest && name.endsWith(placeOf(newest)))).toBe(true);
});

test('a file that its publisher has withdrawn stays behind too, unless what is sensitive is wanted', async () => {
  const own = new TestPublisher();
  const records = [doc('named')];
  const given = recordsFile('hrd/named.ndjson.zst', records);
  const why = { at: '2026-02-01', why: 'A person could be known by it.' };
  const withdrawn = recordsFile('hrd/named.ndjson.zst', records, { withdrawn: why });
  const other = recordsFile('hrd/other.ndjson.zst', [doc('other')], { seq: 1 });
  const open = await openFolder(temporaryFolder(), await makeBundled());
  await importPack({ ...open, path: writePack(temporaryFolder(), own.issue([given, other])) });
  const news = writePack(temporaryFolder(), own.issue([withdrawn, other]), [other]);
  await importPack({ ...open, path: news });
  const target = temporaryFolder();
  const publisherChoice = { publisher: own.fingerprint };
  expect(planShare(open.archive, shareChoice.parse(publisherChoice))).toMatchObject({
    files: 1,
    leftOut: { sensitive: 1, notHeld: 0 },
  });
  await share(open, { choice: shareChoice.parse(publisherChoice), target });
  expect([...bytesIn(target).keys()].some((name) => name.includes('named'))).toBe(false);
  const all = shareChoice.parse({ ...publisherChoice, sensitive: true });
  expect(planShare(open.archive, all)).toMatchObject({ files: 2 });
});
