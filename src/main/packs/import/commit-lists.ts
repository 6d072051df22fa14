// Takes over what a verdict found to be trusted: the signed bytes first, safe on the disk, then one transaction.
import { rmSync } from 'node:fs';
import {
  addImport,
  type FileRow,
  filesOf,
  putListed,
  setListed,
} from '../../archive/store/files.ts';
import { reassess } from '../../archive/store/election.ts';
import { putEvidence, putSigned, retireLists } from '../../archive/store/metadata.ts';
import { addShelf, noteOnShelf, shelfByKey } from '../../archive/store/shelves.ts';
import type { Database } from '../../sqlite/open.ts';
import { metadataName } from '../format/names.ts';
import { shelfName } from '../trust/identity.ts';
import {
  keepFile,
  type PublisherFolder,
  publisherFolder,
  readDecision,
  writeDecision,
} from '../trust/publisher-folder.ts';
import type { ListedFile, Publisher, SignedFile, Verdict } from '../verify/verdict.ts';

export interface Committed {
  /** The publisher's shelf. */
  shelf: number;
  /** The import that brought the publisher here; null where it was known. */
  first: number | null;
}

interface Archive {
  archive: Database;
  folder: string;
}

/**
 * Commits new roots at once, new lists together or not at all, and the proof of double talk. The verdict must have a
 * publisher; an unknown one gets a shelf in quarantine.
 */
export function commitLists({ archive, folder }: Archive, verdict: Verdict): Committed {
  const publisher = verdict.publisher;
  if (!publisher) throw new Error('a verdict without a publisher commits nothing');
  const at = publisherFolder(folder, publisher.fingerprint);
  keepSigned(at, verdict);
  const commit = archive.transaction(() => commitRows(archive, publisher, verdict));
  const committed = commit.immediate();
  rememberDecision(archive, at, publisher.fingerprint);
  removeOldSnapshot(at, verdict);
  return committed;
}

/** Notes in the publisher's folder what the archive has decided, where it says otherwise. */
export function rememberDecision(archive: Database, at: PublisherFolder, key: string): void {
  const status = shelfByKey(archive, key)?.status === 'trusted' ? 'trusted' : 'quarantined';
  if (readDecision(at) !== status) writeDecision(at, status);
}

// The timestamp comes last, since it is what leads to all others.
function keepSigned(at: PublisherFolder, { roots, lists, evidence }: Verdict): void {
  const signed: SignedFile[] = [
    ...roots,
    ...(lists ? [...lists.targets, lists.snapshot, lists.timestamp] : []),
  ];
  for (const { name, bytes } of signed) keepFile(at.file(name), bytes);
  for (const { held, heldHash, given, givenHash } of evidence) {
    if (held) keepFile(at.evidence(heldHash), held);
    keepFile(at.evidence(givenHash || `after-${heldHash}`), given);
  }
}

function removeOldSnapshot(at: PublisherFolder, { lists }: Verdict): void {
  const before = (lists?.snapshot.version ?? 0) - 1;
  if (before > 0) rmSync(at.file(metadataName('snapshot', before)), { force: true });
}

function commitRows(archive: Database, publisher: Publisher, verdict: Verdict): Committed {
  const known = shelfByKey(archive, publisher.fingerprint);
  const name = shelfName(publisher);
  const shelf = known?.number ?? addShelf(archive, publisher.fingerprint, name);
  noteOnShelf(archive, { key: publisher.fingerprint, name, seen: verdict.seen });
  for (const root of verdict.roots) putSigned(archive, shelf, root);
  for (const one of verdict.evidence) putEvidence(archive, shelf, one);
  const { lists } = verdict;
  if (lists) {
    retireLists(archive, shelf);
    for (const list of [lists.timestamp, lists.snapshot, ...lists.targets]) {
      putSigned(archive, shelf, list);
    }
    followList(archive, shelf, verdict);
  }
  const version = verdict.pack?.version ?? 0;
  const first = known ? null : addImport(archive, shelf, { list: version, isFirst: true });
  return { shelf, first };
}

// A file that a list lets go of stays, with what it carries; it only counts for less from now on.
function followList(archive: Database, shelf: number, { files, changes }: Verdict): void {
  const before = new Map(filesOf(archive, shelf).map((row) => [keyOf(row.path, row.hash), row]));
  for (const file of files) {
    const row = before.get(keyOf(file.path, file.sha256));
    before.delete(keyOf(file.path, file.sha256));
    const custom = JSON.stringify(file.custom);
    if (row?.listed && row.custom === custom && row.role === file.role) continue;
    const number = putListed(archive, shelf, { ...rowOf(file), custom });
    if (row && !row.listed) reassess(archive, number);
  }
  const stolen = new Set(changes.stolen.map(({ path, sha256 }) => keyOf(path, sha256)));
  for (const [key, row] of before) {
    if (row.listed) letGo(archive, row, stolen.has(key));
  }
}

function letGo(archive: Database, { number }: FileRow, stolen: boolean): void {
  setListed(archive, number, { listed: false, stolen });
  reassess(archive, number);
}

const keyOf = (path: string, hash: string) => `${path} ${hash}`;

function rowOf({ role, path, sha256, length }: ListedFile) {
  return { role, path, hash: sha256, bytes: length };
}
