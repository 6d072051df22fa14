// Writes records into one file of a pack after another, each of a size that a bad stick can lose without much loss.
import { createHash, randomBytes, type Hash } from 'node:crypto';
import { chmodSync, createWriteStream, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, type ZstdCompress } from 'node:zlib';
import type { ArchiveRecord } from '../../../shared/record.ts';
import { syncFile } from '../../data-folder/atomic.ts';
import { payloadName } from '../format/names.ts';
import { datesOf, languagesOf } from './record-facts.ts';
import type { Listed } from './metadata.ts';
import { makePublicFolder } from './workshop.ts';

const LEVEL = 9;
/** A shard is closed once it has this many packed bytes; the packer holds back a few more, so it stays under 16 MiB. */
const PACKED_BYTES = 8 << 20;
const RAW_BYTES = 128 << 20;
/** Records are packed in pieces of this size. */
const PIECE_BYTES = 1 << 20;

/** Where a shard goes, and what is the same for all of its records. */
export interface ShardPlace {
  /** The folder of the pack. */
  pack: string;
  ns: string;
  /** Whether its records could endanger somebody, so that it can be left out when the pack is passed on. */
  sensitive: boolean;
  seq: number;
  /** The version of the list that it will first stand in. */
  since: number;
}

/** A shard that is being written. */
export class Shard {
  private readonly place: ShardPlace;
  private readonly path: string;
  private readonly zstd: ZstdCompress;
  private readonly hash: Hash = createHash('sha256');
  private readonly written: Promise<void>;
  private readonly langs = new Set<string>();
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private packed = 0;
  private raw = 0;
  private records = 0;
  private first: string | null = null;
  private last: string | null = null;

  constructor(place: ShardPlace) {
    this.place = place;
    const folder = join(place.pack, 'data', place.ns);
    makePublicFolder(folder);
    this.path = join(folder, `.unfinished-${randomBytes(6).toString('hex')}`);
    this.zstd = createZstdCompress({
      params: {
        [constants.ZSTD_c_compressionLevel]: LEVEL,
        [constants.ZSTD_c_checksumFlag]: 1,
      },
    });
    this.written = pipeline(
      this.zstd,
      async function* (this: Shard, pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          this.hash.update(piece);
          this.packed += piece.length;
          yield piece;
        }
      }.bind(this),
      createWriteStream(this.path, { mode: 0o644, flags: 'wx' }),
    );
    // Told where the shard is finished or given up; until then nobody waits for it.
    this.written.catch(() => {});
  }

  /** Whether the next record belongs into another shard. */
  get full(): boolean {
    return this.packed >= PACKED_BYTES || this.raw >= RAW_BYTES;
  }

  async add(record: ArchiveRecord): Promise<void> {
    const line = Buffer.from(`${JSON.stringify(record)}\n`);
    this.raw += line.length;
    this.records += 1;
    for (const lang of languagesOf(record)) if (this.langs.size < 50) this.langs.add(lang);
    for (const date of datesOf(record)) {
      if (this.first === null || date < this.first) this.first = date;
      if (this.last === null || date > this.last) this.last = date;
    }
    this.waiting.push(line);
    this.waitingBytes += line.length;
    if (this.waitingBytes >= PIECE_BYTES) await this.pack();
  }

  // Node's packer ends its frame and begins an empty one where its end is announced while a piece still waits: each
  // piece is waited for.
  private async pack(): Promise<void> {
    const piece = Buffer.concat(this.waiting);
    this.waiting = [];
    this.waitingBytes = 0;
    const taken = new Promise<void>((done, fail) => {
      this.zstd.write(piece, (error) => (error ? fail(error) : done()));
    });
    await Promise.race([taken, this.written]);
  }

  /** Closes the shard and puts it into its place; gives its entry for the list. */
  async finish(): Promise<Listed> {
    await this.pack();
    this.zstd.end();
    await this.written;
    const { pack, ns, sensitive, seq, since } = this.place;
    const sha256 = this.hash.digest('hex');
    const path = `${ns}/${String(seq).padStart(6, '0')}${sensitive ? '-sensitive' : ''}.ndjson.zst`;
    syncFile(this.path);
    chmodSync(this.path, 0o644);
    renameSync(this.path, join(pack, payloadName(path, sha256)));
    return {
      path,
      length: this.packed,
      sha256,
      custom: {
        seq,
        since,
        kind: 'records',
        schema: 'record/1',
        records: this.records,
        raw: this.raw,
        lang: [...this.langs].sort(),
        covers: this.first === null || this.last === null ? null : [this.first, this.last],
        sensitive,
        withdrawn: null,
      },
    };
  }

  /** Takes away what was written of a shard that is not to be. */
  async abandon(): Promise<void> {
    this.zstd.destroy();
    await this.written.catch(() => {});
    rmSync(this.path, { force: true });
  }
}
