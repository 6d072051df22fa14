// Verifies a pack: who signed it, whether its lists may be trusted, and what is new in them. Changes nothing.
import type { Root, Timestamp } from '@tufjs/models';
import type { Container } from '../container/container.ts';
import { signedHash } from '../format/fingerprint.ts';
import { LIMITS } from '../format/limits.ts';
import { metadataName, rootVersion, TIMESTAMP } from '../format/names.ts';
import { changesOf, equivocations, forks, soundHistory, voidedBy } from './compare.ts';
import { clockNotes, type Clock } from './dates.ts';
import { type HeldLists, type HeldMarks, heldLists, heldMarks, heldRoot } from './held.ts';
import { type Followed, followLists, listedFiles } from './lists.ts';
import { packOf, publisherOf, revocationsOf } from './publisher.ts';
import { Refusal } from './refusal.ts';
import { packSource } from './source.ts';
import type { Evidence, Note, Outcome, Trusted, Verdict } from './verdict.ts';
import {
  type Accepted,
  firstRoot,
  holdersOf,
  isHeldTimestamp,
  type MetadataSource,
  nextRoot,
  PACK_POLICY,
  readSignedTimestamp,
  updateRoot,
} from './walk.ts';

/** What verification needs of a pack. */
export type Readable = Pick<Container, 'read' | 'entries'>;

/** One pack on its way to a verdict. */
interface Case {
  pack: Readable;
  source: MetadataSource;
  trusted: Trusted | null;
  /** Every root from the first one on; those after `heldRoots` are new. */
  roots: Accepted<Root>[];
  heldRoots: number;
  held: HeldLists;
  notes: Note[];
  evidence: Evidence[];
}

/**
 * Verifies a pack against what is trusted of its publisher, or, where that is null, against its own first root. Always
 * ends in a verdict: whatever is wrong with the pack is said there. `clock` only adds notes and decides nothing.
 */
export async function verifyPack(
  pack: Readable,
  trusted: Trusted | null,
  clock: Clock = { now: new Date(), floor: new Date(0) },
): Promise<Verdict> {
  const one: Case = {
    pack,
    source: packSource(pack),
    trusted,
    roots: trusted?.roots.map(heldRoot) ?? [],
    heldRoots: trusted?.roots.length ?? 0,
    held: await heldLists(trusted),
    notes: [],
    evidence: [],
  };
  try {
    await walkRoots(one);
    const { outcome, followed } = await walkLists(one);
    return verdictOf(one, { outcome, followed, cause: null, clock });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const cause: Note = { code: error.code, detail: error.detail };
    one.notes.push(cause);
    return verdictOf(one, { outcome: 'refused', followed: null, cause, clock });
  }
}

/** The fingerprint of a pack's publisher: of its first root, which must have signed itself; null where there is none. */
export async function publisherOfPack(pack: Readable): Promise<string | null> {
  try {
    const bytes = await packSource(pack).read(metadataName('root', 1), LIMITS.rootBytes);
    return bytes ? signedHash(firstRoot(bytes, PACK_POLICY).signed) : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

// §5.2 and §5.3
async function walkRoots(one: Case): Promise<void> {
  const { source, trusted, roots, notes } = one;
  if (trusted) await compareRoots(one);
  else roots.push(await unknownRoot(one));
  const newest = roots.at(-1) as Accepted<Root>;
  const policy = {
    ...PACK_POLICY,
    onAccepted: (file: unknown) => void roots.push(file as Accepted<Root>),
  };
  try {
    await updateRoot(source, newest, policy);
    publisherOf(roots.at(-1) as Accepted<Root>, '');
  } finally {
    noteRoots(one);
    const last = roots.at(-1)?.version ?? 0;
    const later = [...one.pack.entries.keys()].some((name) => (rootVersion(name) ?? 0) > last + 1);
    const next = one.pack.entries.has(metadataName('root', last + 1));
    if (later && !next) notes.push({ code: 'key-history', detail: { version: last + 1 } });
  }
}

async function unknownRoot({ source, notes }: Case): Promise<Accepted<Root>> {
  const bytes = await source.read(metadataName('root', 1), LIMITS.rootBytes);
  if (!bytes) throw new Refusal('no-metadata', { role: 'root' });
  const root = firstRoot(bytes, PACK_POLICY);
  if (root.version !== 1) throw new Refusal('malformed', { role: 'root' });
  publisherOf(root, '');
  notes.push({ code: 'no-root', detail: { fingerprint: root.hash } });
  return root;
}

// A pack brings all roots: those that are held already must be the same, or somebody made two.
async function compareRoots({ source, roots, notes, evidence }: Case): Promise<void> {
  for (const [index, held] of roots.entries()) {
    const bytes = await source.read(held.name, LIMITS.rootBytes);
    if (!bytes || Buffer.compare(bytes, held.bytes) === 0) continue;
    const before = roots[index - 1];
    if (!before) {
      const { hash } = firstRoot(bytes, PACK_POLICY);
      if (hash !== held.hash) throw new Refusal('no-root', { fingerprint: hash });
      continue;
    }
    const given = nextRoot(bytes, before.typed, PACK_POLICY);
    const found = equivocations([given], {}, [held]);
    evidence.push(...found);
    notes.push(...found.map(noteOf));
  }
}

function noteRoots({ roots, heldRoots, trusted, notes }: Case): void {
  for (const [index, root] of roots.entries()) {
    const before = roots[index - 1];
    if (index < heldRoots || !before || !trusted) continue;
    const { signed, holders } = holdersOf(root.bytes, before.typed);
    notes.push({ code: 'root-rotated', detail: { version: root.version, signed, holders } });
  }
  const [newest, before] = [roots.at(-1), roots[heldRoots - 1]];
  if (!newest || newest === before) return;
  const known = new Set((before ? revocationsOf(before) : []).map(({ keyid }) => keyid));
  for (const { keyid, role, from_version, at } of revocationsOf(newest)) {
    if (known.has(keyid)) continue;
    notes.push({ code: 'revoked', detail: { keyid, role, version: from_version, at } });
  }
}

interface Walked {
  outcome: Outcome;
  followed: Followed | null;
}

// §5.4 to §5.6
async function walkLists(one: Case): Promise<Walked> {
  const root = (one.roots.at(-1) as Accepted<Root>).typed;
  const bytes = await one.source.read(TIMESTAMP, LIMITS.timestampBytes);
  if (!bytes) throw new Refusal('no-metadata', { role: 'timestamp' });
  const marks = heldMarks(one.trusted?.lists ?? null, root);
  const signed = timestampOf(one, bytes, marks);
  if (signed.former) return olderLists(one, signed.former, signed.timestamp);
  const { timestamp } = signed;
  try {
    if (marks && isHeldTimestamp(timestamp, marks.timestamp)) {
      return await sameLists(one, timestamp, marks.timestamp);
    }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'older-pack') throw error;
    one.notes.push({ code: error.code, detail: error.detail });
    return olderLists(one, root, timestamp);
  }
  const from = { root, timestamp, held: marks?.snapshot.typed ?? null, policy: PACK_POLICY };
  const followed = await followLists(one.source, from);
  compareLists(one, followed);
  return { outcome: 'accepted', followed };
}

interface SignedTimestamp {
  timestamp: Accepted<Timestamp>;
  /** The earlier root whose keys signed it, where the newest root's did not. */
  former: Root | null;
}

// A pack from before a change of keys is no forgery: it is an old one, if it is not newer than what is held.
function timestampOf(one: Case, bytes: Uint8Array, marks: HeldMarks | null): SignedTimestamp {
  const newest = one.roots.at(-1) as Accepted<Root>;
  try {
    const timestamp = readSignedTimestamp(bytes, newest.typed, PACK_POLICY);
    return { timestamp, former: null };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'unsigned' || !marks) throw error;
    for (const { typed } of one.roots.slice(0, -1).reverse()) {
      const timestamp = signedBy(bytes, typed);
      if (!timestamp || timestamp.version >= marks.timestamp.version) continue;
      const { version } = timestamp;
      one.notes.push({ code: 'older-pack', detail: { version, held: marks.timestamp.version } });
      return { timestamp, former: typed };
    }
    throw error;
  }
}

function signedBy(bytes: Uint8Array, root: Root): Accepted<Timestamp> | null {
  try {
    return readSignedTimestamp(bytes, root, PACK_POLICY);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

// Lists that will not be trusted are still compared: two that carry one number are proof.
async function olderLists(one: Case, root: Root, timestamp: Accepted<Timestamp>): Promise<Walked> {
  await compareUntaken(one, root, timestamp);
  return { outcome: 'older', followed: null };
}

async function sameLists(
  one: Case,
  timestamp: Accepted<Timestamp>,
  held: Accepted<Timestamp>,
): Promise<Walked> {
  if (timestamp.hash !== held.hash) {
    addEvidence(one, equivocations([timestamp], {}, [held]));
    await compareUntaken(one, (one.roots.at(-1) as Accepted<Root>).typed, timestamp);
  }
  return { outcome: 'same', followed: null };
}

async function compareUntaken(
  one: Case,
  root: Root,
  timestamp: Accepted<Timestamp>,
): Promise<void> {
  try {
    const from = { root, timestamp, held: null, policy: PACK_POLICY };
    const { lists } = await followLists(one.source, from);
    addEvidence(one, equivocations(lists, one.trusted?.history ?? {}, one.held.lists));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

// The first list seen under a number stays; a newer one that remembers another past is taken, with a warning.
function compareLists(one: Case, { lists }: Followed): void {
  const voided = voidedOf(one);
  const history = soundHistory(one.trusted?.history ?? {}, voided);
  const held = one.held.lists.filter(
    ({ role, version }) => !voided.some((each) => each.role === role && version >= each.from),
  );
  const doubled = equivocations(lists, history, held);
  const [first] = doubled;
  if (first) {
    one.evidence.push(...doubled);
    throw new Refusal('equivocation', noteOf(first).detail);
  }
  addEvidence(one, forks(lists, history, held));
}

function voidedOf({ roots, held }: Case): Verdict['voided'] {
  const root = roots.at(-1);
  return root ? voidedBy(held.lists, revocationsOf(root)) : [];
}

function addEvidence({ evidence, notes }: Case, found: Evidence[]): void {
  evidence.push(...found);
  notes.push(...found.map(noteOf));
}

function noteOf({ code, role, version, heldHash, givenHash }: Evidence): Note {
  return { code, detail: { role, version, held: heldHash, given: givenHash } };
}

interface Ending extends Walked {
  cause: Note | null;
  clock: Clock;
}

function verdictOf(one: Case, ending: Ending): Verdict {
  try {
    return describe(one, ending);
  } catch (error) {
    // What is held was read when it was accepted, so it is the new lists that are strange.
    if (!(error instanceof Refusal) || !ending.followed) throw error;
    const cause: Note = { code: error.code, detail: error.detail };
    one.notes.push(cause);
    return describe(one, { ...ending, outcome: 'refused', followed: null, cause });
  }
}

function describe(one: Case, { outcome, followed, cause, clock }: Ending): Verdict {
  const { roots, heldRoots, held, trusted, evidence } = one;
  const root = roots.at(-1) ?? null;
  const lists = followed?.lists ?? held.lists;
  const files = followed ? listedFiles(lists) : held.files;
  const [own] = lists;
  const pack = own ? packOf(own) : null;
  const voided = voidedOf(one);
  const changes = changesOf(files, followed ? held : { lists: [], files }, voided);
  const marked = [...(root ? [root] : []), ...(followed ? [followed.timestamp] : []), ...lists];
  return {
    outcome,
    cause,
    notes: [
      ...one.notes,
      ...changeNotes(changes),
      ...clockNotes(marked, pack?.issued ?? null, clock),
    ],
    publisher: root ? publisherOf(root, (roots[0] as Accepted<Root>).hash) : null,
    roots: roots.slice(heldRoots),
    lists: followed && {
      timestamp: followed.timestamp,
      snapshot: followed.snapshot,
      targets: followed.lists,
    },
    pack,
    files,
    changes,
    evidence,
    voided: followed ? voided : [],
    seen: Math.max(trusted?.seen ?? 0, followed?.lists[0]?.version ?? 0),
  };
}

function changeNotes(changes: Verdict['changes']): Note[] {
  return (['delisted', 'rewritten', 'withdrawn'] as const)
    .filter((code) => changes[code].length > 0)
    .map((code) => ({ code, detail: { files: changes[code].length } }));
}
