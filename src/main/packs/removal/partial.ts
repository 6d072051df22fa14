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
import { listedFile } from '../import/file-row.ts';
import { fileSource } from '../import/stage.ts';
import { payloadState } from '../payload/payload.ts';
import type { PublisherFolder } from '../trust/publisher-folder.ts';

interface Leaving {
  file: FileRow;
  /** The record that goes. */
  id: string;
  signal?: AbortSignal | undefined;
}

/** Tells whether what is kept of a file can be read: its own bytes as they were signed, or what was left of them before. */
export async function isKept(
  at: PublisherFolder,
  { file, signal }: Omit<Leaving, 'id'>,
): Promise<boolean> {
  if (existsSync(at.partial(file.hash))) return isPartialReadable(at, file);
  const listed = listedFile(file);
  const source = fileSource(at.file(listed.place), listed);
  return (await payloadState(source, listed, signal)) === 'whole';
}

async function isPartialReadable(at: PublisherFolder, file: FileRow): Promise<boolean> {
  try {
    for await (const { record } of keptLines(at, file)) void record;
    return true;
  } catch {
    return false;
  }
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
  const unpacked = createZstdDecompress();
  // A pipe does not tell its end what went wrong at its beginning.
  createReadStream(kept)
    .on('error', (error) => unpacked.destroy(error))
    .pipe(unpacked);
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
