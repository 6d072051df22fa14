// The ledger of a publisher in plain facts: what it issued, what of it is here, how its keys changed, what contradicts itself.
import type {
  FileCounts,
  LedgerFile,
  PackNote,
  PublisherLedger,
  PublisherRow,
} from '../../../shared/pack.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  countRevisions,
  countShelf,
  type FileRow,
  filesOf,
  importsOf,
  unsafeFiles,
} from '../../archive/store/files.ts';
import {
  evidenceOf,
  knownSigned,
  liveSigned,
  newestSigned,
  signedByHash,
  type SignedRow,
} from '../../archive/store/metadata.ts';
import { type Shelf, shelfByKey } from '../../archive/store/shelves.ts';
import type { Database } from '../../sqlite/open.ts';
import { type PackField, packField } from '../format/fields.ts';
import { customOf } from '../import/file-row.ts';
import { identityOf, publisherShelves, storedPublisher } from '../trust/identity.ts';
import { packNote } from '../trust/notes.ts';
import { storedTrust } from '../trust/stored.ts';
import { type HeldLists, heldLists, heldRoot } from '../verify/held.ts';
import type { Publisher } from '../verify/verdict.ts';
import { opened, PACK_POLICY } from '../verify/policy.ts';
import { holdersOf } from '../verify/root-steps.ts';

/** Every publisher of whom anything is here, trusted ones first. */
export function listPublishers(archive: Database): PublisherRow[] {
  const rows: PublisherRow[] = [];
  for (const shelf of publisherShelves(archive)) {
    const publisher = storedPublisher(archive, shelf.key);
    if (publisher) rows.push(rowOf(archive, shelf, publisher));
  }
  return rows.toSorted((a, b) => Number(a.status !== 'trusted') - Number(b.status !== 'trusted'));
}

function rowOf(archive: Database, shelf: Shelf, publisher: Publisher): PublisherRow {
  const files = filesOf(archive, shelf.number);
  const pack = packHeld(archive, shelf.number);
  const held = files.filter(({ state }) => state === 'held' || state === 'partial');
  return {
    ...identityOf(archive, publisher),
    records: countShelf(archive, shelf.number).records,
    files: countsOf(files),
    bytes: held.reduce((sum, { bytes }) => sum + bytes, 0),
    listVersion: pack?.version ?? 0,
    issued: pack?.issued ?? null,
    warnings: warningsOf(archive, { shelf, files, publisher }),
  };
}

type Pack = PackField & { version: number };

/** The latest moment at which a publisher of this archive is known to have signed; a clock before it is wrong. */
export function latestIssue(archive: Database): Date {
  const packs = publisherShelves(archive).map(({ number }) => packHeld(archive, number));
  return new Date(Math.max(0, ...packs.map((pack) => (pack ? Date.parse(pack.issued) : 0))));
}

// What the publisher's own list says of itself; the files in it are not looked at.
function packHeld(archive: Database, shelf: number): Pack | null {
  const row = newestSigned(archive, shelf, 'targets');
  const found = row && packFieldOf(row);
  return found ? { ...found, version: row.version } : null;
}

function packFieldOf({ bytes, role }: SignedRow): PackField | null {
  const { signed } = opened(bytes, role, PACK_POLICY);
  return packField.safeParse(signed['x-pack']).data ?? null;
}

/** How many of the files that a publisher lists now are here; nothing is fresh, since no pack is looked at. */
function countsOf(files: readonly FileRow[]): FileCounts {
  const listed = files.filter((file) => file.listed === 1);
  const inState = (...states: FileRow['state'][]) =>
    listed.filter(({ state }) => states.includes(state)).length;
  return {
    listed: listed.length,
    here: inState('held', 'partial'),
    fresh: 0,
    missing: listed.filter((file) => file.state === 'missing' && !customOf(file).withdrawn).length,
    damaged: inState('damaged'),
  };
}

interface About {
  shelf: Shelf;
  files: readonly FileRow[];
  publisher: Publisher;
}

function warningsOf(archive: Database, { shelf, files, publisher }: About): PackNote[] {
  const notes: PackNote[] = [];
  for (const { code, role, version } of evidenceOf(archive, shelf.number)) {
    const known = code === 'equivocation' ? 'equivocation' : 'history-forked';
    notes.push(packNote(known, { role, version }));
  }
  const delisted = files.filter(({ listed, stolen }) => listed === 0 && stolen === 0).length;
  if (delisted > 0) notes.push(packNote('delisted', { files: delisted }));
  const { stolen } = countShelf(archive, shelf.number);
  if (stolen > 0) notes.push(packNote('stolen-key', { records: stolen }));
  for (const { keyid, role, from_version, at } of publisher.revocations) {
    notes.push(packNote('revoked', { keyid, role, version: from_version, at }));
  }
  return notes;
}

/** Everything that is known of a publisher; throws `publisher_unknown`. */
export async function publisherLedger(
  archive: Database,
  fingerprint: string,
): Promise<PublisherLedger> {
  const shelf = shelfByKey(archive, fingerprint);
  const publisher = shelf && storedPublisher(archive, fingerprint);
  if (!shelf || !publisher) throw new AppError('publisher_unknown');
  const files = filesOf(archive, shelf.number);
  const held = await heldLists(storedTrust(archive, fingerprint));
  const pack = packHeld(archive, shelf.number);
  const { records, withdrawn, delisted, stolen } = countShelf(archive, shelf.number);
  const revisions = countRevisions(archive, shelf.number);
  return {
    publisher: identityOf(archive, publisher),
    list: {
      version: pack?.version ?? 0,
      issued: pack?.issued ?? null,
      nextExpected: pack?.next_expected ?? null,
      seen: shelf.seen,
    },
    files: {
      ...countsOf(files),
      delisted: files.filter(({ listed }) => listed === 0).length,
      partial: files.filter(({ state }) => state === 'partial').length,
    },
    records: { current: records, revisions, withdrawn, stolenKey: stolen, delisted },
    entries: entriesOf(files, unsafeFiles(archive, shelf.number)),
    keys: keysOf(liveSigned(archive, shelf.number)),
    revoked: publisher.revocations.map(({ keyid, role, from_version, at, why }) => ({
      key: keyid,
      role,
      fromVersion: from_version,
      at,
      why,
    })),
    delegates: delegatesOf(held),
    lists: listsOf(archive, shelf.number),
    evidence: evidenceOf(archive, shelf.number).map((one) => ({
      code: one.code === 'equivocation' ? 'equivocation' : 'history-forked',
      role: one.role,
      version: one.version,
      hashes: [one.heldHash, one.givenHash].filter((hash) => hash !== ''),
    })),
    imports: importsOf(archive, shelf.number)
      .filter((one) => one.files > 0 || one.is_first === 1)
      .map((one) => ({
        import: one.number,
        listVersion: one.list,
        files: one.files,
        revisions: one.revisions,
        first: one.is_first === 1,
      })),
    notes: warningsOf(archive, { shelf, files, publisher }),
  };
}

function entriesOf(files: readonly FileRow[], unsafe: ReadonlySet<number>): LedgerFile[] {
  return files.map((file) => {
    const { since, kind, records, covers, sensitive, withdrawn } = customOf(file);
    return {
      hash: file.hash,
      path: file.path,
      since,
      kind,
      bytes: file.bytes,
      records,
      covers,
      state: file.state,
      listed: file.listed === 1,
      withdrawn: withdrawn !== null,
      sensitive: sensitive || unsafe.has(file.number),
      stolenKey: file.stolen === 1,
      role: file.role,
    };
  });
}

// Each root was signed by holders of the one before; the first signed itself.
function keysOf(signed: readonly SignedRow[]): PublisherLedger['keys'] {
  const roots = signed.filter(({ role }) => role === 'root').map(({ bytes }) => heldRoot(bytes));
  return roots.map((root, index) => {
    const before = roots[index - 1] ?? root;
    const { signed: count } = holdersOf(root.bytes, before.typed);
    const { keyIDs, threshold } = root.typed.roles.root ?? { keyIDs: [], threshold: 0 };
    return { version: root.version, signed: count, threshold, keys: keyIDs.length };
  });
}

function delegatesOf({ lists }: HeldLists): PublisherLedger['delegates'] {
  return lists.slice(1).map(({ role, version, namespaces }) => ({
    role,
    namespaces: [...(namespaces ?? [])],
    version,
  }));
}

function listsOf(archive: Database, shelf: number): PublisherLedger['lists'] {
  return knownSigned(archive, shelf)
    .filter(({ role }) => role !== 'root' && role !== 'timestamp' && role !== 'snapshot')
    .map((one) => ({ ...one, issued: issuedOf(signedByHash(archive, shelf, one.hash)) }));
}

// Only the publisher's own list says when it was issued.
function issuedOf(row: SignedRow | null): string | null {
  return row?.role === 'targets' ? (packFieldOf(row)?.issued ?? null) : null;
}
