// Unpacks zstandard with its window, its size and its number of frames bounded: what is signed may still be hostile.
import { pipeline } from 'node:stream';
import { constants, createZstdDecompress } from 'node:zlib';
import { LIMITS } from '../format/limits.ts';

/** What the decoder gives out at once: each piece is a way to another thread and back. */
const PIECE_BYTES = 256 << 10;

/** What unpacking objects to; the message is a phrase for people. */
export class BadFrame extends Error {}

/**
 * Unpacks one frame of exactly `raw` bytes piece by piece; anything else throws `BadFrame`. Node's own decoder stops
 * after the first frame and passes over whatever follows without a word, which is why frames are told apart here.
 */
export async function* unpacked(
  packed: AsyncIterable<Buffer>,
  raw: number,
): AsyncGenerator<Buffer> {
  const decoder = createZstdDecompress({
    chunkSize: PIECE_BYTES,
    params: { [constants.ZSTD_d_windowLogMax]: LIMITS.windowLog },
  });
  const frame = new FrameEnd();
  const feed = async function* () {
    for await (const piece of packed) {
      frame.take(piece);
      // The decoder reads on after it was given a piece, and the pieces share one buffer.
      yield Buffer.from(piece);
    }
    frame.finish();
  };
  let failure: unknown = null;
  pipeline(feed, decoder, (error) => {
    failure = error ?? null;
  });
  let total = 0;
  try {
    for await (const piece of decoder as AsyncIterable<Buffer>) {
      total += piece.length;
      if (total > raw) throw new BadFrame('it unpacks to more than its list says');
      yield piece;
    }
  } catch (error) {
    throw told(failure ?? error);
  }
  if (total !== raw) throw new BadFrame('it unpacks to less than its list says');
}

// The library's own errors become ours; what reading the file threw stays as it is.
function told(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string' || !code.startsWith('ZSTD_error')) return error;
  return new BadFrame('it does not unpack', { cause: error });
}

const MAGIC = 0xfd2fb528;
const HEADER_MOST = 18;

/**
 * Walks over the blocks of a frame (RFC 8878, 3.1.1) without unpacking them, to know that it is one frame and that
 * nothing stands after it.
 */
class FrameEnd {
  private head = Buffer.alloc(0);
  /** Bytes to pass over before the next thing that is looked at. */
  private skip = 0;
  private wanted: 'header' | 'block' | 'nothing' = 'header';
  private last = false;
  private checksum = 0;

  take(piece: Buffer): void {
    let at = 0;
    while (at < piece.length) {
      const passed = Math.min(this.skip, piece.length - at);
      at += passed;
      this.skip -= passed;
      if (at === piece.length) return;
      if (this.wanted === 'nothing') throw new BadFrame('it holds more than one frame');
      this.head = Buffer.concat([this.head, piece.subarray(at, at + 1)]);
      at += 1;
      if (this.wanted === 'header') this.readHeader();
      else this.readBlock();
    }
  }

  finish(): void {
    if (this.wanted !== 'nothing' || this.skip > 0) throw new BadFrame('it is cut short');
  }

  private readHeader(): void {
    const size = headerSize(this.head);
    if (size === null || this.head.length < size) return;
    this.checksum = ((this.head[4] as number) & 4) === 0 ? 0 : 4;
    this.head = Buffer.alloc(0);
    this.wanted = 'block';
  }

  private readBlock(): void {
    if (this.head.length < 3) return;
    const header = this.head.readUIntLE(0, 3);
    this.head = Buffer.alloc(0);
    const [type, size] = [(header >> 1) & 3, header >> 3];
    if (type === 3) throw new BadFrame('it does not unpack');
    this.last = (header & 1) === 1;
    // A block of one repeated byte holds that byte only.
    this.skip = type === 1 ? 1 : size;
    if (!this.last) return;
    this.skip += this.checksum;
    this.wanted = 'nothing';
  }
}

// Null while there are too few bytes to tell.
function headerSize(head: Buffer): number | null {
  if (head.length < 5) return null;
  if (head.readUInt32LE(0) !== MAGIC) throw new BadFrame('it is no zstandard frame');
  const descriptor = head[4] as number;
  const single = (descriptor & 0x20) !== 0;
  const sizeFlag = descriptor >> 6;
  const contentSize = sizeFlag === 0 ? (single ? 1 : 0) : 1 << sizeFlag;
  const dictionary = [0, 1, 2, 4][descriptor & 3] as number;
  return Math.min(5 + (single ? 0 : 1) + dictionary + contentSize, HEADER_MOST);
}
