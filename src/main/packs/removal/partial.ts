// What is left of a publisher's file from which records were removed here: it gives them back to a rebuilt archive, and
// is no longer what the publisher signed, so that it is not passed on.
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import type { ArchiveRecord } from '../../../shared/record.ts';
import { linesOf } from '../../archive/exchange/ndjson.ts';
import { readRecordLine } from '../../archive/exchange/record-line.ts';
import type { FileRow } from '../../archive/store/files.ts';
import { putInPlace, syncFile } from '../../data-folder/atomic.ts';
import { makeFolder } from '../../data-folder/make-folder.ts';
import { PRIVATE_FILE } from '../../data-folder/ownership.ts';
import { payloadName } from '../format/names.ts';
import type { PublisherFolder } from '../trust/publisher-folder.ts';

interface Leaving {
  file: FileRow;
  /** The record that goes. */
  id: string;
  signal?: AbortSignal | undefined;
}

/** Writes what is left of a file without a record, safe on the disk; the file itself stays as it is. */
export async function withoutRecord(
  at: PublisherFolder,
  { file, id, signal }: Leaving,
): Promise<void> {
  const target = at.partial(file.hash);
  makeFolder(dirname(target));
  const left = async function* () {
    for await (const { bytes, record } of keptLines(at, file)) {
      if (signal?.aborted) throw new AppError('cancelled');
      if (record?.id === id) continue;
      yield bytes;
      yield '\n';
    }
  };
  await pipeline(
    left,
    createZstdCompress(),
    createWriteStream(`${target}.new`, { mode: PRIVATE_FILE }),
  );
  syncFile(`${target}.new`);
  putInPlace(`${target}.new`, target);
}

/** A line of a kept file; null where it is of a newer schema. */
interface KeptLine {
  bytes: Buffer;
  record: ArchiveRecord | null;
}

/** The lines of what is kept of a file, whole or partial; they were checked when they came. */
export async function* keptLines(
  at: PublisherFolder,
  { path, hash }: Pick<FileRow, 'path' | 'hash'>,
): AsyncGenerator<KeptLine> {
  const partial = at.partial(hash);
  const kept = existsSync(partial) ? partial : at.file(payloadName(path, hash));
  const name = basename(path);
  const unpacked = createReadStream(kept).pipe(createZstdDecompress());
  for await (const { line, bytes } of linesOf(unpacked as AsyncIterable<Buffer>, name)) {
    yield { bytes, record: recordOf(bytes, { name, line }) };
  }
}

function recordOf(bytes: Buffer, at: { name: string; line: number }): ArchiveRecord | null {
  try {
    return readRecordLine(bytes, at);
  } catch (error) {
    if (error instanceof AppError && error.code === 'import_needs_newer_reader') return null;
    throw error;
  }
}
