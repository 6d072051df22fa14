// Reads an NDJSON file line by line, however large it is and whatever is in it.
import { open, stat } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import { MAX_LINE_BYTES } from './record-line.ts';

const CHUNK_BYTES = 1 << 20;
const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

export interface Line {
  /** 1 for the first line of the file. */
  line: number;
  bytes: Buffer;
}

export interface ReadOptions {
  /** The file's name as errors say it. */
  name: string;
  signal?: AbortSignal | undefined;
  /** Told the file's size in bytes before it is read. */
  onSize?: (bytes: number) => void;
  /** Sees every piece of the file as it is read, before any line of it is given out. */
  onChunk?: (chunk: Buffer) => void;
}

/**
 * Gives out every line that is not blank; throws `file_unreadable`, `import_line_too_long` or `cancelled`.
 * It never holds more than one piece of the file and one line.
 */
export function readLines(path: string, options: ReadOptions): AsyncGenerator<Line> {
  return linesOf(readChunks(path, options), options.name);
}

/** Gives out every line of a stream that is not blank; `name` is what `import_line_too_long` calls it. */
export async function* linesOf(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<Line> {
  let line = 0;
  let rest: Buffer[] = [];
  let held = 0;
  const finished = (end: Buffer): Line | null => {
    line += 1;
    const bytes = rest.length === 0 ? end : Buffer.concat([...rest, end]);
    rest = [];
    held = 0;
    refuseLong(bytes.length, line, name);
    return lineOf(bytes, line);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      const found = finished(chunk.subarray(from, to));
      if (found) yield found;
      from = to + 1;
    }
    if (from < chunk.length) rest.push(Buffer.from(chunk.subarray(from)));
    held += chunk.length - from;
    refuseLong(held, line + 1, name);
  }
  const last = finished(Buffer.alloc(0));
  if (last) yield last;
}

async function* readChunks(path: string, { name, signal, onSize, onChunk }: ReadOptions) {
  const found = await stat(path).catch(unreadable(name));
  // Opening a pipe would wait for ever.
  if (!found.isFile()) throw new AppError('file_unreadable', { name });
  onSize?.(found.size);
  const file = await open(path, 'r').catch(unreadable(name));
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      if (signal?.aborted) throw new AppError('cancelled');
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES).catch(unreadable(name));
      if (bytesRead === 0) return;
      const chunk = buffer.subarray(0, bytesRead);
      onChunk?.(chunk);
      yield chunk;
    }
  } finally {
    await file.close();
  }
}

const unreadable = (name: string) => (cause: unknown) => {
  throw new AppError('file_unreadable', { name }, { cause });
};

function refuseLong(bytes: number, line: number, name: string): void {
  // A carriage return may stand at the end, and a byte order mark at the start.
  if (bytes <= MAX_LINE_BYTES + 4) return;
  throw new AppError('import_line_too_long', { name, line, max: MAX_LINE_BYTES });
}

function lineOf(bytes: Buffer, line: number): Line | null {
  let from = 0;
  if (line === 1 && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK)) from = 3;
  const to = bytes.at(-1) === 0x0d ? bytes.length - 1 : bytes.length;
  const text = bytes.subarray(from, to);
  return text.every((byte) => byte === 0x20 || byte === 0x09) ? null : { line, bytes: text };
}
