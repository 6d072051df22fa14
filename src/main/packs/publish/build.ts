// Builds a pack from a stream of records: new files, and lists that name them; however many there are, in bounded memory.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { ArchiveRecord } from '../../../shared/record.ts';
import { linesOf } from '../../archive/exchange/ndjson.ts';
import { readRecordLine } from '../../archive/exchange/record-line.ts';
import { LIMITS } from '../format/limits.ts';
import { NAMESPACE, payloadName } from '../format/names.ts';
import type { Raw } from '../verify/envelope.ts';
import { delegatedIn, filesIn, type ListContent } from './issue.ts';
import { type Issuing, issuingFrom } from './issuing.ts';
import type { KeyRing } from './key-ring.ts';
import type { Listed } from './metadata.ts';
import { openPublished } from './published.ts';
import { isSensitive } from './record-facts.ts';
import { Shard } from './shard.ts';
import type { Workshop } from './workshop.ts';

/** Records as they come: from a file or another program. */
export interface Given {
  /** What errors call it. */
  name: string;
  chunks: AsyncIterable<Buffer>;
}

export interface BuildOptions {
  ring: KeyRing;
  now: Date;
  signal?: AbortSignal | undefined;
  /** Told how many records were read. */
  onProgress?: (records: number) => void;
}

export interface BuildReport {
  /** Lines read, and how many of these were published before. */
  records: number;
  known: number;
  files: Listed[];
  /** The publisher's list as it stands now. */
  version: number;
}

/** Namespaces that may be filled at the same time; each holds a packer's memory. */
const MOST_SHARDS = 8;

/**
 * Adds records to a publisher's pack. Everything is checked while it is read; whatever goes wrong, nothing of it counts:
 * the lists are only signed at the end.
 */
export async function buildPack(
  shop: Workshop,
  given: readonly Given[],
  options: BuildOptions,
): Promise<BuildReport> {
  const issuing = await issuingFrom(shop);
  const published = openPublished(shop.published);
  const filling = new Filling(shop, issuing);
  let [records, known] = [0, 0];
  try {
    for (const { name, chunks } of given) {
      for await (const { line, bytes } of linesOf(chunks, name)) {
        if (options.signal?.aborted) throw new AppError('cancelled');
        const record = readRecordLine(bytes, { name, line });
        records += 1;
        if (published.add(record)) await filling.add(record, `${name}, line ${line}`);
        else known += 1;
        if (records % 500 === 0) options.onProgress?.(records);
      }
    }
    const files = await filling.finish();
    if (files.size > 0) await issue(issuing, { ...options, files });
    published.save();
    const { version } = await issuingFrom(shop);
    return { records, known, files: [...files.values()].flat(), version };
  } catch (error) {
    await filling.abandon();
    throw error;
  }
}

interface NewFiles extends BuildOptions {
  files: ReadonlyMap<string, Listed[]>;
}

async function issue(issuing: Issuing, { files, ring, now }: NewFiles) {
  const changed = new Map<string, ListContent>();
  for (const [role, added] of files) {
    const part = issuing.targets.get(role) as Raw;
    const all = [...filesIn(part), ...added];
    if (all.length > LIMITS.filesPerRole) {
      const problem = `the list ${role} would have more than ${LIMITS.filesPerRole} files: begin a namespace of its own for new records with "publisher delegate"`;
      throw new AppError('build_refused', { problem });
    }
    changed.set(role, { files: all, delegated: delegatedIn(part) });
  }
  await issuing.issue(changed, { ring, now });
}

// The shards that are open, one for each namespace and for what is sensitive in it.
class Filling {
  private readonly shop: Workshop;
  private readonly issuing: Issuing;
  private readonly open = new Map<string, { role: string; shard: Shard }>();
  private readonly done = new Map<string, Listed[]>();
  private readonly seqs = new Map<string, number>();

  constructor(shop: Workshop, issuing: Issuing) {
    this.shop = shop;
    this.issuing = issuing;
  }

  async add(record: ArchiveRecord, at: string): Promise<void> {
    const ns = record.id.slice(0, record.id.indexOf('/'));
    if (!NAMESPACE.test(ns)) {
      throw new AppError('build_refused', {
        problem: `${at}: a namespace has at most ${LIMITS.nsLength} letters, digits and single hyphens`,
      });
    }
    const sensitive = isSensitive(record);
    const key = `${ns} ${sensitive}`;
    const found = this.open.get(key);
    if (found?.shard.full) await this.close(key);
    if (!this.open.has(key) && this.open.size >= MOST_SHARDS) {
      await this.close(this.open.keys().next().value as string);
    }
    const role = this.issuing.roleOf(ns);
    if (role === null) {
      throw new AppError('build_refused', {
        problem: `${at}: the namespace ${ns} is not the one that your key speaks for`,
      });
    }
    const entry = this.open.get(key) ?? this.begin(key, { ns, role, sensitive });
    await entry.shard.add(record);
  }

  private begin(key: string, at: { ns: string; role: string; sensitive: boolean }) {
    const { ns, role, sensitive } = at;
    const part = this.issuing.targets.get(role) as Raw;
    const seq = (this.seqs.get(role) ?? highest(filesIn(part))) + 1;
    this.seqs.set(role, seq);
    const since = Number(part.version) + 1;
    const shard = new Shard({ pack: this.shop.pack, ns, sensitive, seq, since });
    const entry = { role, shard };
    this.open.set(key, entry);
    return entry;
  }

  private async close(key: string): Promise<void> {
    const { role, shard } = this.open.get(key) as { role: string; shard: Shard };
    const listed = await shard.finish();
    this.open.delete(key);
    this.done.set(role, [...(this.done.get(role) ?? []), listed]);
    const { raw } = listed.custom;
    if (raw > LIMITS.ratio * listed.length) {
      throw new AppError('build_refused', {
        problem: 'its records are so alike that readers would take the file for a trap',
      });
    }
  }

  async finish(): Promise<Map<string, Listed[]>> {
    for (const key of this.open.keys()) await this.close(key);
    return this.done;
  }

  async abandon(): Promise<void> {
    for (const { shard } of this.open.values()) await shard.abandon();
    for (const { path, sha256 } of [...this.done.values()].flat()) {
      rmSync(join(this.shop.pack, payloadName(path, sha256)), { force: true });
    }
  }
}

const highest = (files: readonly Listed[]) =>
  files.reduce((most, { custom }) => Math.max(most, custom.seq), 0);
