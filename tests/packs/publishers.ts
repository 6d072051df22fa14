// Publishers and packs for tests: fresh throw-away keys at run time, real signatures, real files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Container, openContainer } from '../../src/main/packs/container/container.ts';
import { delegate } from '../../src/main/packs/publish/delegate.ts';
import { buildPack } from '../../src/main/packs/publish/build.ts';
import type { KeyRing } from '../../src/main/packs/publish/key-ring.ts';
import { newKey, type SigningKey } from '../../src/main/packs/publish/keys.ts';
import {
  changeKey,
  initPublisher,
  makeWorkshop,
  type Part,
} from '../../src/main/packs/publish/root-changes.ts';
import { signedFile } from '../../src/main/packs/publish/signing.ts';
import type { Workshop } from '../../src/main/packs/publish/workshop.ts';
import type { Clock } from '../../src/main/packs/verify/dates.ts';
import type { Raw } from '../../src/main/packs/verify/envelope.ts';
import type { Trusted, Verdict } from '../../src/main/packs/verify/verdict.ts';
import { verifyPack } from '../../src/main/packs/verify/verify-pack.ts';
import type { ArchiveRecord } from '../../src/shared/record.ts';
import { temporaryFolder } from '../folders.ts';

/** A moment for everything that is signed in tests; each later issue is a day later. */
export const FIRST_DAY = new Date('2026-03-01T08:00:00Z');
/** When tests look at what was signed: before any list is past its date. */
export const LATER = new Date('2026-06-01T08:00:00Z');

/** Keys that are never written down. */
export class Keys implements KeyRing {
  readonly byId = new Map<string, SigningKey>();
  readonly byName = new Map<string, SigningKey[]>();
  /** Ids of keys that are not at hand: on a holder's machine, for example. */
  readonly away = new Set<string>();

  find = (keyid: string) =>
    Promise.resolve(this.away.has(keyid) ? null : (this.byId.get(keyid) ?? null));

  create = (name: string) => {
    const key = newKey();
    this.byId.set(key.keyid, key);
    this.byName.set(name, [...(this.byName.get(name) ?? []), key]);
    return Promise.resolve(key.publicKey);
  };

  /** The newest key made under a name. */
  named(name: string): SigningKey {
    const key = this.byName.get(name)?.at(-1);
    if (!key) throw new Error(`no key ${name}`);
    return key;
  }
}

export interface MadeOptions {
  /** 2-of-3 root keys instead of 1-of-1. */
  holders?: 1 | 3;
  name?: Record<string, string>;
  /** When it begins; `FIRST_DAY` unless another program is to read the pack today. */
  firstDay?: Date;
}

/** A publisher with a pack folder that tests may build into, copy and spoil. */
export class MadePublisher {
  readonly shop: Workshop;
  readonly keys = new Keys();
  fingerprint = '';
  private readonly firstDay: Date;
  private day = 0;

  constructor(folder: string, firstDay: Date) {
    this.firstDay = firstDay;
    this.shop = makeWorkshop(join(folder, 'publisher'));
  }

  get pack(): string {
    return this.shop.pack;
  }

  /** The moment of the next issue. */
  now(): Date {
    this.day += 1;
    return new Date(this.firstDay.getTime() + this.day * 86_400_000);
  }

  build(...records: ArchiveRecord[]) {
    const chunks = Readable.from(records.map((each) => Buffer.from(`${JSON.stringify(each)}\n`)));
    return buildPack(this.shop, [{ name: 'records.ndjson', chunks }], {
      ring: this.keys,
      now: this.now(),
    });
  }

  rotate(part: Part) {
    return changeKey(this.shop, this.keys, { part, now: this.now() });
  }

  revoke(part: Part, fromVersion?: number) {
    const stolen = { why: 'The laptop was taken.', fromVersion };
    return changeKey(this.shop, this.keys, { part, now: this.now(), stolen });
  }

  delegate(ns: string) {
    return delegate(this.shop, { ns, ring: this.keys, now: this.now() });
  }

  /** Reads a metadata file of the pack, such as `timestamp.json`. */
  metadata(name: string): { signed: Raw; signatures: unknown[] } {
    return JSON.parse(readFileSync(join(this.pack, 'metadata', name), 'utf8'));
  }
}

/** Makes a publisher in a new folder that is deleted after the running test. */
export async function madePublisher(options: MadeOptions = {}): Promise<MadePublisher> {
  const { holders = 1, firstDay = FIRST_DAY } = options;
  const { name = { en: 'Example Rights Group', ur: 'مثال گروپ' } } = options;
  const made = new MadePublisher(temporaryFolder(), firstDay);
  const issued = await initPublisher(made.shop, made.keys, {
    publisher: { name, about: '', contact: '' },
    root: { keys: holders, threshold: holders === 1 ? 1 : 2 },
    now: firstDay,
  });
  made.fingerprint = issued.publisher.fingerprint;
  return made;
}

/** Signs whatever is given, however wrong it is, and writes it into a pack. */
export function writeSigned(
  pack: string,
  file: { name: string; signed: Raw; keys: readonly SigningKey[] },
): Buffer {
  const bytes = signedFile(file.signed, file.keys);
  mkdirSync(join(pack, 'metadata'), { recursive: true });
  writeFileSync(join(pack, 'metadata', file.name), bytes);
  return bytes;
}

/** Opens a pack for one piece of work. */
export async function withPack<T>(path: string, work: (pack: Container) => Promise<T>): Promise<T> {
  const pack = await openContainer(path);
  try {
    return await work(pack);
  } finally {
    await pack.close();
  }
}

/** Verifies the pack at a path. */
export function verified(
  path: string,
  trusted: Trusted | null = null,
  clock: Clock = { now: LATER, floor: new Date(0) },
): Promise<Verdict> {
  return withPack(path, (pack) => verifyPack(pack, trusted, clock));
}

/** What an archive would trust after it committed a verdict. */
export function trustedAfter(verdict: Verdict, before: Trusted | null = null): Trusted {
  const { publisher, roots, lists, seen } = verdict;
  if (!publisher) throw new Error('nothing can be trusted of this');
  const history: Record<string, Record<number, string>> = structuredClone(before?.history ?? {});
  for (const { role, version, hash } of lists?.targets ?? []) {
    (history[role] ??= {})[version] = hash;
  }
  return {
    fingerprint: publisher.fingerprint,
    roots: [...(before?.roots ?? []), ...roots.map(({ bytes }) => bytes)],
    lists: lists
      ? {
          timestamp: lists.timestamp.bytes,
          snapshot: lists.snapshot.bytes,
          targets: lists.targets.map(({ role, bytes }) => ({ role, bytes })),
        }
      : (before?.lists ?? null),
    history,
    seen,
  };
}

/** A small record of a kind that any test may use; `ns/slug` and revision tell it apart. */
export function madeRecord(
  id: string,
  fields: Partial<{ revision: number; title: string; body: string; genre: string }> = {},
): ArchiveRecord {
  const { revision = 1, title = `Statement ${id}`, body, genre = 'statement' } = fields;
  return {
    id,
    kind: 'document',
    revision,
    schema: 'record/1',
    lang: 'en',
    title,
    updated: '2026-02-01',
    genre,
    text_kind: 'full',
    body: body ?? `The text of ${id}, state ${revision}: a block of an application was confirmed.`,
    published: { value: '2026-01-15', precision: 'day', kind: 'actual' },
    sources: [{ read: 'whole', title: 'A test source' }],
    rights: 'CC BY 4.0',
  } as unknown as ArchiveRecord;
}
