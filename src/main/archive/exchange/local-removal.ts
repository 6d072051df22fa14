// Removes a record from the reader's own files: each file that has it is written anew without it.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { putInPlace, syncFolder } from '../../data-folder/atomic.ts';
import { layout } from '../../data-folder/layout.ts';
import { giveToOwner, PRIVATE_FILE } from '../../data-folder/ownership.ts';
import type { Database } from '../../sqlite/open.ts';
import { forgetInLedger, noteInLedger } from '../store/ledger.ts';
import { dropRecord, type Removed } from '../store/removal.ts';
import { LOCAL_SHELF } from '../store/schema.ts';
import { localFiles } from './local-files.ts';
import { LEAVING, settleLeaving } from './local-leaving.ts';
import { readLines } from './ndjson.ts';
import { readRecordLine } from './record-line.ts';

interface Rewritten {
  hash: string;
  lines: number;
}

/**
 * Takes a record of the reader's own out of the archive and out of its files. Cut short, `settleLeaving` goes back to
 * before, or on to the end, at the next opening.
 */
export async function dropLocal(what: {
  archive: Database;
  folder: string;
  record: number;
  id: string;
}): Promise<Removed & { files: number }> {
  const { archive, folder, record, id } = what;
  const { local } = layout(folder);
  const rewritten: [old: string, fresh: Rewritten | null][] = [];
  for (const { hash, path } of localFiles(folder)) {
    if (!(await hasRecord(path, id))) continue;
    rewritten.push([hash, await writeWithout(path, local, id)]);
    renameSync(path, path + LEAVING);
  }
  syncFolder(local);
  const drop = archive.transaction(() => {
    for (const [old, fresh] of rewritten) {
      forgetInLedger(archive, old);
      if (fresh) noteInLedger(archive, { ...fresh, origin: 'local' });
    }
    return dropRecord(archive, record, LOCAL_SHELF);
  });
  const { records, revisions } = drop.immediate();
  settleLeaving(archive, folder);
  return { records, revisions, files: rewritten.length };
}

async function hasRecord(path: string, id: string): Promise<boolean> {
  const name = basename(path);
  for await (const { line, bytes } of readLines(path, { name })) {
    if (readRecordLine(bytes, { name, line }).id === id) return true;
  }
  return false;
}

/** Writes a file without a record under the name that its new bytes have; null where nothing is left of it. */
async function writeWithout(path: string, local: string, id: string): Promise<Rewritten | null> {
  const part = join(local, 'rewritten.part');
  const name = basename(path);
  const sha256 = createHash('sha256');
  let lines = 0;
  const copy = openSync(part, 'w', PRIVATE_FILE);
  try {
    for await (const { line, bytes } of readLines(path, { name })) {
      if (readRecordLine(bytes, { name, line }).id === id) continue;
      const text = Buffer.concat([bytes, Buffer.from('\n')]);
      for (let done = 0; done < text.length; ) done += writeSync(copy, text, done);
      sha256.update(text);
      lines += 1;
    }
    fsyncSync(copy);
  } finally {
    closeSync(copy);
  }
  if (lines === 0) {
    rmSync(part);
    return null;
  }
  const hash = sha256.digest('hex');
  giveToOwner(part);
  putInPlace(part, join(local, `${hash}.ndjson`));
  return { hash, lines };
}
