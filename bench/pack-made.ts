// Makes packs of generated records for measuring, with keys that end with the process.
import { join } from 'node:path';
import { buildPack } from '../src/main/packs/publish/build.ts';
import type { KeyRing } from '../src/main/packs/publish/key-ring.ts';
import { newKey, type SigningKey } from '../src/main/packs/publish/keys.ts';
import { initPublisher, makeWorkshop } from '../src/main/packs/publish/root-changes.ts';
import type { Workshop } from '../src/main/packs/publish/workshop.ts';
import type { ArchiveRecord } from '../src/shared/record.ts';
import { generate } from './generator.ts';

const NOW = new Date('2026-11-22T08:00:00Z');

/** A publisher whose pack grows with what it is given. */
export interface BenchPublisher {
  /** The folder that is given away. */
  pack: string;
  /** Adds records to the pack; the next list is signed a day later. */
  add: (records: Iterable<ArchiveRecord>) => Promise<void>;
}

function throwawayKeys(): KeyRing {
  const keys = new Map<string, SigningKey>();
  return {
    find: (id) => Promise.resolve(keys.get(id) ?? null),
    create: () => {
      const key = newKey();
      keys.set(key.keyid, key);
      return Promise.resolve(key.publicKey);
    },
  };
}

/** A new publisher in an empty folder. */
export async function benchPublisher(folder: string): Promise<BenchPublisher> {
  const shop: Workshop = makeWorkshop(join(folder, 'publisher'));
  const ring = throwawayKeys();
  const publisher = { name: { en: 'Bench' }, about: '', contact: '' };
  await initPublisher(shop, ring, { publisher, root: { keys: 1, threshold: 1 }, now: NOW });
  let day = 0;
  return {
    pack: shop.pack,
    add: async (records) => {
      day += 1;
      const now = new Date(NOW.getTime() + day * 86_400_000);
      await buildPack(shop, [{ name: 'generated', chunks: linesOf(records) }], { ring, now });
    },
  };
}

async function* linesOf(records: Iterable<ArchiveRecord>): AsyncGenerator<Buffer> {
  for (const record of records) yield Buffer.from(`${JSON.stringify(record)}\n`);
}

/** Generated records of a seed, by number from one to before another. */
export function* generated(count: number, seed = 1): Generator<ArchiveRecord> {
  for (const { record } of generate(count, seed)) yield record;
}

/** Corrections of every n-th of the generated records, so many in all. */
export function* corrections(count: number, of: number): Generator<ArchiveRecord> {
  const every = Math.max(1, Math.floor(of / count));
  let [number, given] = [0, 0];
  for (const { record } of generate(of)) {
    if (number++ % every !== 0 || given >= count) continue;
    given += 1;
    yield { ...record, revision: 2, title: `${record.title} *`.slice(0, 500) };
  }
}
