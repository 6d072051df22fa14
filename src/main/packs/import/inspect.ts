// Looks at a pack before anything changes: who signed it, what is new in it, what is wrong with it, how much room it needs.
import { randomUUID } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileCounts, PackInspection, PackNote, RecordCounts } from '../../../shared/pack.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ArchiveRecord } from '../../../shared/record.ts';
import { type FileRow, filesOf } from '../../archive/store/files.ts';
import { foresee } from '../../archive/store/merge.ts';
import { shelfByKey } from '../../archive/store/shelves.ts';
import { asFault } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { type Container, openContainer } from '../container/container.ts';
import { payloadLines, payloadState, seemingState } from '../payload/payload.ts';
import { identityOf } from '../trust/identity.ts';
import { notesOf, packNote } from '../trust/notes.ts';
import type { ListedFile, Verdict } from '../verify/verdict.ts';
import { crashedBefore } from './attempt.ts';
import { verdictOn } from './import-pack.ts';
import type { ImportWork } from './work.ts';

export type Inspecting = Pick<
  ImportWork,
  'folder' | 'archive' | 'path' | 'clock' | 'signal' | 'onProgress'
>;

/** Fresh files with more raw bytes than this together are not looked through before they are imported. */
const LOOK_THROUGH_BYTES = 64 << 20;
const SAMPLES = 8;
/** What a raw byte of records takes in the archive and its index, measured on long texts; what packs take is added. */
const ROOM_PER_RAW_BYTE = 1.5;

/** Everything that can be told of a pack without changing anything; throws `pack_unreadable` and `cancelled`. */
export async function inspectPack(work: Inspecting): Promise<PackInspection> {
  work.onProgress?.('verifying', 0, null);
  const pack = await openContainer(work.path);
  try {
    return await described(work, pack, await verdictOn(work, pack));
  } catch (error) {
    throw asFault(error);
  } finally {
    await pack.close();
  }
}

async function described(
  work: Inspecting,
  pack: Container,
  verdict: Verdict,
): Promise<PackInspection> {
  const { archive, folder } = work;
  const { publisher, cause, outcome, roots } = verdict;
  const shelf = publisher && shelfByKey(archive, publisher.fingerprint);
  const refused = publisher === null || (cause !== null && shelf === null);
  const found = refused ? nothingFound() : await lookAtFiles(work, pack, verdict);
  const identity = publisher && identityOf(archive, publisher);
  const notes = [...notesOf(verdict), ...found.notes];
  if (identity && identity.resembles.length > 0) notes.push(packNote('resembles', {}));
  const raw = found.fresh.reduce((sum, { custom }) => sum + custom.raw, 0);
  const fresh = found.fresh.reduce((sum, { length }) => sum + length, 0);
  const through = { shelf: publisher?.fingerprint ?? '', fresh: found.fresh };
  const looked = raw <= LOOK_THROUGH_BYTES ? await lookThrough(work, pack, through) : null;
  return {
    inspection: randomUUID(),
    name: basename(work.path),
    importable: !refused && (outcome === 'accepted' || found.fresh.length > 0 || roots.length > 0),
    notes,
    publisher: identity,
    list: {
      version:
        outcome === 'accepted' || outcome === 'same' ? (verdict.pack?.version ?? null) : null,
      known: shelf ? shelf.seen || null : null,
      issued: verdict.pack?.issued ?? null,
      nextExpected: verdict.pack?.next_expected ?? null,
    },
    files: found.counts,
    listedRecords: found.fresh.reduce((sum, { custom }) => sum + custom.records, 0),
    records: looked?.records ?? null,
    sample: looked?.sample ?? [],
    bytes: { fresh, needed: Math.round(fresh + raw * ROOM_PER_RAW_BYTE), free: freeBytes(folder) },
  };
}

interface Found {
  counts: FileCounts;
  fresh: ListedFile[];
  notes: PackNote[];
}

const nothingFound = (): Found => ({
  counts: { listed: 0, here: 0, fresh: 0, missing: 0, damaged: 0 },
  fresh: [],
  notes: [],
});

/** Reads every file of the pack that is not here yet, to know whether it is whole. */
async function lookAtFiles(
  { archive, folder, signal, onProgress }: Inspecting,
  pack: Container,
  { files, publisher }: Verdict,
): Promise<Found> {
  const rows = rowsOf(archive, publisher?.fingerprint ?? '');
  const crashed = crashedBefore(folder);
  const found = nothingFound();
  found.counts.listed = files.length;
  for (const [done, file] of files.entries()) {
    onProgress?.('checking', done, files.length);
    const row = rows.get(`${file.path} ${file.sha256}`);
    const held = row?.state === 'held' || row?.state === 'partial';
    const seeming = seemingState(pack, file);
    if (seeming !== 'missing') found.counts.here += 1;
    if (held) continue;
    const state = seeming === 'whole' ? await payloadState(pack, file, signal) : seeming;
    // Its publisher gives a withdrawn file to nobody any more.
    if (state === 'missing' && !file.custom.withdrawn) found.counts.missing += 1;
    if (state === 'damaged') {
      found.counts.damaged += 1;
      found.notes.push(packNote('damaged', { file: file.path }));
    }
    if (state !== 'whole') continue;
    found.fresh.push(file);
    if (crashed.has(file.sha256)) found.notes.push(packNote('crashed-before', { file: file.path }));
  }
  found.counts.fresh = found.fresh.length;
  const { missing } = found.counts;
  if (missing > 0) found.notes.push(packNote('missing', { files: missing }));
  return found;
}

function rowsOf(archive: Database, fingerprint: string): Map<string, FileRow> {
  const shelf = shelfByKey(archive, fingerprint);
  const rows = shelf ? filesOf(archive, shelf.number) : [];
  return new Map(rows.map((row) => [`${row.path} ${row.hash}`, row]));
}

interface LookedThrough {
  records: RecordCounts;
  sample: PackInspection['sample'];
}

/** Holds the records of fresh files against those that are here. */
async function lookThrough(
  { archive, signal, onProgress }: Inspecting,
  pack: Container,
  { shelf, fresh }: { shelf: string; fresh: readonly ListedFile[] },
): Promise<LookedThrough> {
  const looked: LookedThrough = {
    records: { added: 0, changed: 0, withdrawn: 0, withdrawnForSafety: 0, known: 0 },
    sample: [],
  };
  const seen = new Set<string>();
  for (const [done, file] of fresh.entries()) {
    onProgress?.('reading', done, fresh.length);
    if (file.custom.kind !== 'records') continue;
    try {
      for await (const { record } of payloadLines(pack, file, signal)) {
        if (record) lookAt(archive, looked, { seen, shelf, record });
      }
    } catch (error) {
      // Importing says which file it is and why; it is not taken.
      if (!(error instanceof AppError) || !error.code.startsWith('payload_')) throw error;
    }
  }
  return looked;
}

function lookAt(
  archive: Database,
  looked: LookedThrough,
  { seen, shelf, record }: { seen: Set<string>; shelf: string; record: ArchiveRecord },
): void {
  const change = foresee(archive, shelf, record);
  if (change === null) {
    looked.records.known += 1;
    return;
  }
  const { withdrawn, id, title, lang } = record;
  if (withdrawn?.safety) looked.records.withdrawnForSafety += 1;
  else if (withdrawn) looked.records.withdrawn += 1;
  else if (change === 'changed' || seen.has(id)) looked.records.changed += 1;
  else looked.records.added += 1;
  seen.add(id);
  // What is withdrawn for somebody's safety is not shown, not even by its title.
  if (looked.sample.length >= SAMPLES || withdrawn?.safety) return;
  looked.sample.push({ id, title, lang, change: withdrawn ? 'withdrawn' : change });
}

/** Bytes that are free where the data folder is; null where the system does not say. */
function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
