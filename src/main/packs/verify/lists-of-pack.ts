// The lists of a pack: newer than what is held, the same, older, or not to be trusted; and whether they say two things.
import type { Root, Timestamp } from '@tufjs/models';
import { LIMITS } from '../format/limits.ts';
import { TIMESTAMP } from '../format/names.ts';
import { addEvidence, type Case, newestRoot, noteOf, voidedOf } from './case.ts';
import { equivocations, forks, soundHistory } from './compare.ts';
import { type HeldMarks, heldMarks } from './held.ts';
import { type Followed, followLists } from './lists.ts';
import { revocationsOf } from './publisher.ts';
import { Refusal } from './refusal.ts';
import type { Outcome } from './verdict.ts';
import { type Accepted, PACK_POLICY } from './policy.ts';
import { isHeldTimestamp, readSignedTimestamp } from './list-steps.ts';

/** What became of the lists, and the lists where they are to be trusted. */
export interface Walked {
  outcome: Outcome;
  followed: Followed | null;
}

/** §5.4 to §5.6: the lists of a pack against those held. */
export async function walkLists(one: Case): Promise<Walked> {
  const root = newestRoot(one).typed;
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
  const followed = await followLists(one.source, {
    root,
    timestamp,
    held: marks?.snapshot.typed ?? null,
    policy: PACK_POLICY,
    onSnapshot: ({ meta }) => {
      one.promised = meta['targets.json']?.version ?? 0;
    },
  });
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
  const newest = newestRoot(one);
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
    await compareUntaken(one, newestRoot(one).typed, timestamp);
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
  const revocations = revocationsOf(newestRoot(one));
  const history = soundHistory(one.trusted?.history ?? {}, one.held.lists, revocations);
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
