// Verifies a pack: who signed it, whether its lists may be trusted, and what is new in them. Changes nothing.
import { AppError } from '../../../shared/errors.ts';
import { signedHash } from '../format/fingerprint.ts';
import { LIMITS } from '../format/limits.ts';
import { metadataName } from '../format/names.ts';
import { type Case, type Readable, voidedOf } from './case.ts';
import { changesOf } from './compare.ts';
import { clockNotes, type Clock } from './dates.ts';
import { heldLists, heldMarks, heldRoot } from './held.ts';
import { type Walked, walkLists } from './lists-of-pack.ts';
import { listedFiles } from './lists.ts';
import { packOf, publisherOf } from './publisher.ts';
import { Refusal } from './refusal.ts';
import { walkRoots } from './roots-of-pack.ts';
import { packSource } from './source.ts';
import type { Note, Trusted, Verdict } from './verdict.ts';
import { type Accepted, PACK_POLICY } from './policy.ts';
import { firstRoot } from './root-steps.ts';

export type { Readable } from './case.ts';

/**
 * Verifies a pack against what is trusted of its publisher, or, where that is null, against its own first root. Always
 * ends in a verdict: whatever is wrong with the pack is said there. `clock` only adds notes and decides nothing. Throws
 * `archive_damaged` where what is held cannot be read.
 */
export async function verifyPack(
  pack: Readable,
  trusted: Trusted | null,
  clock: Clock = { now: new Date(), floor: new Date(0) },
): Promise<Verdict> {
  const one = await begun(pack, trusted);
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

async function begun(pack: Readable, trusted: Trusted | null): Promise<Case> {
  try {
    return {
      pack,
      source: packSource(pack),
      trusted,
      roots: trusted?.roots.map(heldRoot) ?? [],
      heldRoots: trusted?.roots.length ?? 0,
      held: await heldLists(trusted),
      notes: [],
      evidence: [],
      promised: 0,
    };
  } catch (cause) {
    // What is held was read when it was accepted.
    if (cause instanceof Refusal) throw new AppError('archive_damaged', {}, { cause });
    throw cause;
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
  const marks = followed ?? (root && heldMarks(trusted?.lists ?? null, root.typed));
  const marked = [
    ...(root ? [root] : []),
    ...(marks ? [marks.timestamp, marks.snapshot] : []),
    ...lists,
  ];
  return {
    outcome,
    cause,
    notes: [
      ...one.notes,
      ...changeNotes(changes),
      ...clockNotes(marked, pack?.issued ?? null, clock),
    ],
    publisher: root ? publisherOf(root, (roots[0] as Accepted<unknown>).hash) : null,
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
    seen: Math.max(earlierSeen(one, followed !== null), one.promised),
  };
}

// New keys for timestamp or snapshot mean that versions begin anew: those seen before may be a thief's (§5.3.11).
function earlierSeen({ trusted, roots }: Case, isAccepted: boolean): number {
  const root = roots.at(-1);
  if (!trusted || !root) return 0;
  const beginsAnew = isAccepted && trusted.lists && !heldMarks(trusted.lists, root.typed);
  return beginsAnew ? 0 : trusted.seen;
}

function changeNotes(changes: Verdict['changes']): Note[] {
  return (['delisted', 'rewritten', 'withdrawn'] as const)
    .filter((code) => changes[code].length > 0)
    .map((code) => ({ code, detail: { files: changes[code].length } }));
}
