// Makes a publisher and changes its keys: each change is a new root, signed by the keys before it and by its own.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import {
  type PublisherField,
  publisherField,
  type Revocation,
  revocation,
} from '../format/fields.ts';
import { metadataName, README } from '../format/names.ts';
import type { Raw } from '../verify/envelope.ts';
import { asWritingFault } from '../../sqlite/faults.ts';
import { isName } from '../verify/publisher.ts';
import { isComplete, putRoot, standingOf, waitingDraft, withLines, writeDraft } from './draft.ts';
import { delegatedIn, filesIn, issueLists, type ListContent } from './issue.ts';
import type { KeyRing } from './key-ring.ts';
import { keyIdOf, type PublicKey } from './keys.ts';
import { type RoleKeys, ROLES, rootPart, type TopRole } from './metadata.ts';
import { readmeText } from './readme.ts';
import { metadataFile, type RawSignature, signatureOf } from './signing.ts';
import {
  type Issued,
  makePublicFolder,
  readIssued,
  type Workshop,
  workshopAt,
  writePublic,
} from './workshop.ts';

/** How a publisher is to begin. */
export interface Beginning {
  publisher: PublisherField;
  /** How many keys of how many must agree to change keys: 1 of 1, or 2 of 3. */
  root: { keys: number; threshold: number };
  now: Date;
}

/** What a change of keys came to: done, or a draft that waits for more signatures. */
export interface Changed {
  /** The draft's path where signatures are still missing; null where the change is in force. */
  draft: string | null;
}

/**
 * Makes the folder where a publisher keeps its keys, before the first key is made; throws `publisher_exists` and
 * `file_unwritable`.
 */
export function makeWorkshop(folder: string): Workshop {
  const shop = workshopAt(folder);
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0) {
      throw new AppError('publisher_exists', { name: basename(folder) });
    }
    makePublicFolder(dirname(shop.keys));
    mkdirSync(shop.keys, { mode: 0o700 });
  } catch (error) {
    throw asWritingFault(error, basename(folder));
  }
  return shop;
}

/** Takes away what was made of a publisher that did not come into being. */
export function discardWorkshop({ keys, pack }: Workshop): void {
  for (const part of [keys, pack]) rmSync(part, { recursive: true, force: true });
}

/** Makes a publisher: its keys, its first root, and a list that is still empty. */
export async function initPublisher(
  shop: Workshop,
  ring: KeyRing,
  { publisher, root, now }: Beginning,
): Promise<Issued> {
  requireSayable(publisher);
  const holders: PublicKey[] = [];
  for (let each = 1; each <= root.keys; each += 1) {
    holders.push(await ring.create(root.keys === 1 ? 'root' : `root-${each}`));
  }
  const lists = { keys: [await ring.create('targets')], threshold: 1 };
  const publishing = { keys: [await ring.create('publishing')], threshold: 1 };
  const signed = rootPart({
    version: 1,
    now,
    publisher,
    revoked: [],
    roles: {
      root: { keys: holders, threshold: root.threshold },
      targets: lists,
      snapshot: publishing,
      timestamp: publishing,
    },
  });
  const signatures = await signaturesHere(ring, signed, null);
  putRoot(shop, signed, signatures);
  await issueLists(shop, {
    root: signed,
    before: { timestamp: null, snapshot: null, targets: new Map() },
    changed: new Map([['targets', { files: [], delegated: [] }]]),
    ring,
    now,
  });
  const issued = await readIssued(shop);
  writePublic(join(shop.pack, README), readmeText(issued.publisher));
  return issued;
}

// What readers would refuse to read could never be taken back.
function requireSayable(publisher: PublisherField): void {
  const isSayable = publisherField.safeParse(publisher).success;
  if (isSayable && Object.values(publisher.name).every(isName)) return;
  throw new AppError('build_refused', {
    problem:
      'a name has 1 to 120 letters and is given with the code of its language, what a publisher says of itself at most 2,000, and its contact at most 500',
  });
}

/** Which key a change takes away: one of the root's holders by number from 1, or that of lists or of publishing. */
export type Part = 'targets' | 'publishing' | number;

interface KeyChange {
  part: Part;
  now: Date;
  /** Given where the key was stolen: what it signed from a version on does not count. */
  stolen?: { why: string; fromVersion?: number | undefined } | undefined;
}

/** Puts a new key in the place of another; a stolen one takes the publishing key with it, which undoes false versions. */
export async function changeKey(
  shop: Workshop,
  ring: KeyRing,
  { part, now, stolen }: KeyChange,
): Promise<Changed> {
  refuseWaiting(shop);
  const issued = await readIssued(shop);
  const roles = rolesOf(issued.root);
  const revoked: Revocation[] = [];
  const parts: Part[] = stolen && part === 'targets' ? ['targets', 'publishing'] : [part];
  for (const each of parts) {
    const role = each === 'publishing' ? 'timestamp' : typeof each === 'number' ? 'root' : each;
    const index = typeof each === 'number' ? each - 1 : 0;
    const old = roles[role].keys[index];
    if (!old) throw new AppError('draft_unfit', { problem: `there is no key ${String(each)}` });
    if (stolen && each === part) {
      const before = role === 'targets' ? issued.targets.get('targets') : issued[role];
      const version = stolen.fromVersion ?? Number((before as Raw).version) + 1;
      const day = now.toISOString().slice(0, 10);
      const keyid = keyIdOf(old);
      revoked.push(sayable({ keyid, role, from_version: version, at: day, why: stolen.why }));
    }
    const fresh = await ring.create(typeof each === 'number' ? `root-${each}` : each);
    for (const name of ROLES) roles[name] = replaced(roles[name], old, fresh);
  }
  return changeRoot(shop, { issued, ring, roles, revoked, now });
}

function sayable(given: Revocation): Revocation {
  if (revocation.safeParse(given).success) return given;
  const problem = 'a reason has at most 1,000 letters, and a list a number that can be reached';
  throw new AppError('draft_unfit', { problem });
}

interface RootChange {
  issued: Issued;
  ring: KeyRing;
  roles: Record<TopRole, RoleKeys>;
  revoked: readonly Revocation[];
  now: Date;
}

async function changeRoot(shop: Workshop, change: RootChange): Promise<Changed> {
  const { issued, ring, roles, now } = change;
  const { name, about, contact, revocations } = issued.publisher;
  const signed = rootPart({
    version: Number(issued.root.version) + 1,
    now,
    roles,
    publisher: { name, about, contact },
    revoked: [...revocations, ...change.revoked],
  });
  const signatures = await signaturesHere(ring, signed, issued.root);
  const draft = writeDraft(shop, signed, signatures);
  return finish(shop, ring, { draft, signatures, now });
}

/** Adds holders' signature lines to the draft that waits, and carries the change out once enough of them agree. */
export async function mergeSignatures(
  shop: Workshop,
  ring: KeyRing,
  { lines, now }: { lines: readonly string[]; now: Date },
): Promise<Changed> {
  const draft = waitingDraft(shop);
  if (!draft) throw new AppError('draft_unfit', { problem: 'no draft waits for signatures' });
  const signatures = withLines(draft, lines);
  writeDraft(shop, draft.signed, signatures);
  return finish(shop, ring, { draft, signatures, now });
}

interface Finishing {
  draft: { path: string; signed: Raw };
  signatures: readonly RawSignature[];
  now: Date;
}

async function finish(
  shop: Workshop,
  ring: KeyRing,
  { draft, signatures, now }: Finishing,
): Promise<Changed> {
  const { signed, path } = draft;
  const before = readFileSync(join(shop.pack, metadataName('root', Number(signed.version) - 1)));
  if (!isComplete(standingOf(metadataFile(signed, signatures), before))) return { draft: path };
  const issued = await readIssued(shop);
  putRoot(shop, signed, signatures);
  // What the old keys signed is signed anew, so that the pack is whole under the new root.
  const changed = new Map<string, ListContent>();
  const own = issued.targets.get('targets') as Raw;
  changed.set('targets', { files: filesIn(own), delegated: delegatedIn(own) });
  await issueLists(shop, { root: signed, before: issued, changed, ring, now });
  return { draft: null };
}

function refuseWaiting(shop: Workshop): void {
  if (!waitingDraft(shop)) return;
  throw new AppError('draft_unfit', { problem: 'another draft still waits for signatures' });
}

// Signatures by every root key that is here, of this root and of the one before.
async function signaturesHere(ring: KeyRing, signed: Raw, before: Raw | null) {
  const ids = new Set([signed, ...(before ? [before] : [])].flatMap((part) => rootKeyIds(part)));
  const found: RawSignature[] = [];
  for (const id of ids) {
    const key = await ring.find(id);
    if (key) found.push(signatureOf(signed, key));
  }
  return found;
}

function rootKeyIds(part: Raw): string[] {
  return (part.roles as { root: { keyids: string[] } }).root.keyids;
}

function rolesOf(root: Raw): Record<TopRole, RoleKeys> {
  const keys = root.keys as Record<string, PublicKey>;
  const roles = root.roles as Record<TopRole, { keyids: string[]; threshold: number }>;
  const found = ROLES.map((role) => {
    const { keyids, threshold } = roles[role];
    return [role, { threshold, keys: keyids.map((id) => keys[id] as PublicKey) }];
  });
  return Object.fromEntries(found) as Record<TopRole, RoleKeys>;
}

function replaced({ keys, threshold }: RoleKeys, old: PublicKey, fresh: PublicKey): RoleKeys {
  const gone = keyIdOf(old);
  return { threshold, keys: keys.map((key) => (keyIdOf(key) === gone ? fresh : key)) };
}
