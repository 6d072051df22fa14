// One file of a pack, read with every bound: first whether it is what was signed, only then what is in it.
import { createHash } from 'node:crypto';
import { linesOf } from '../../archive/exchange/ndjson.ts';
import { readRecordLine } from '../../archive/exchange/record-line.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ArchiveRecord } from '../../../shared/record.ts';
import type { Container } from '../container/container.ts';
import type { ListedFile } from '../verify/verdict.ts';
import { BadFrame, unpacked } from './zstd.ts';

/** Where payloads are read from: a pack, or the files that were taken over from one. */
export type PayloadSource = Pick<Container, 'entries' | 'stream'>;

/** How a file is there: `damaged` where its size or its hash is not the one that was signed. */
export type PayloadState = 'whole' | 'damaged' | 'missing';

/** How a file seems to be there, by its name and size alone, without reading it. */
export function seemingState(
  source: Pick<PayloadSource, 'entries'>,
  file: ListedFile,
): PayloadState {
  const size = source.entries.get(file.place);
  if (size === undefined) return 'missing';
  return size === file.length ? 'whole' : 'damaged';
}

/**
 * Reads a file once and gives out its bytes piece by piece while it hashes them; at the end, throws `payload_damaged`
 * if they were not what was signed. Whoever writes them down must not use them before that end. Each piece is only good
 * until the next is asked for.
 */
export async function* verifiedBytes(
  source: PayloadSource,
  file: ListedFile,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  const damaged = () => new AppError('payload_damaged', { name: file.path });
  const state = seemingState(source, file);
  if (state === 'missing') throw new AppError('payload_missing', { name: file.path });
  if (state === 'damaged') throw damaged();
  const hash = createHash('sha256');
  for await (const piece of source.stream(file.place, { from: 0, to: file.length })) {
    if (signal?.aborted) throw new AppError('cancelled');
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== file.sha256) throw damaged();
}

/** Reads a file to its end and tells how it is. */
export async function payloadState(
  source: PayloadSource,
  file: ListedFile,
  signal?: AbortSignal,
): Promise<PayloadState> {
  try {
    for await (const piece of verifiedBytes(source, file, signal)) void piece;
    return 'whole';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'payload_missing') return 'missing';
    if (error.code === 'payload_damaged') return 'damaged';
    throw error;
  }
}

/** A line of a payload as it is taken or kept. */
export interface PayloadLine {
  /** 1 for the first. */
  line: number;
  /** Null where the line is of a newer major schema than this reader knows: it is kept as it is. */
  record: ArchiveRecord | null;
  bytes: Buffer;
}

/**
 * The records of a file that was found whole before. Unpacks while it reads, and never holds more than a piece and a
 * line. Throws `payload_malformed`: not one zstandard frame of the signed length, a line that is no record or too long,
 * a record of another namespace, or another number of them than was signed.
 */
export async function* payloadLines(
  source: PayloadSource,
  file: ListedFile,
  signal?: AbortSignal,
): AsyncGenerator<PayloadLine> {
  const { path, ns, custom } = file;
  const malformed = (problem: string, cause?: unknown) =>
    new AppError('payload_malformed', { name: path, problem }, { cause });
  let lines = 0;
  try {
    const bytes = unpacked(verifiedBytes(source, file, signal), custom.raw);
    for await (const { line, bytes: text } of linesOf(bytes, path)) {
      lines += 1;
      const record = recordOf(text, { name: path, line });
      if (record && !record.id.startsWith(`${ns}/`)) {
        const problem = `line ${line} is a record of another namespace`;
        throw new AppError('payload_malformed', { name: path, problem, foreign: true });
      }
      yield { line, record, bytes: text };
    }
  } catch (error) {
    if (error instanceof BadFrame) throw malformed(error.message, error);
    if (error instanceof AppError && error.code.startsWith('import_')) {
      throw malformed(problemOf(error), error);
    }
    throw error;
  }
  if (lines !== custom.records)
    throw malformed('it holds another number of records than its list says');
}

function recordOf(text: Buffer, at: { name: string; line: number }): ArchiveRecord | null {
  try {
    return readRecordLine(text, at);
  } catch (error) {
    if (error instanceof AppError && error.code === 'import_needs_newer_reader') return null;
    throw error;
  }
}

function problemOf({ code, detail }: AppError): string {
  if (code === 'import_not_utf8') return `line ${detail.line} is not UTF-8 text`;
  if (code === 'import_line_too_long')
    return `line ${detail.line} is longer than ${detail.max} bytes`;
  return `line ${detail.line}: ${detail.field} ${detail.problem}`;
}
