// Lets somebody else speak for a namespace in a publisher's packs, and takes that back.
import { Key } from '@tufjs/models';
import { AppError } from '../../../shared/errors.ts';
import type { Raw } from '../verify/envelope.ts';
import { opened, PACK_POLICY } from '../verify/policy.ts';
import { Refusal } from '../verify/refusal.ts';
import { checkSignatures } from '../verify/signatures.ts';
import { readTargets } from '../verify/typed.ts';
import { delegatedIn, filesIn, issueLists } from './issue.ts';
import type { KeyRing } from './key-ring.ts';
import { keyIdOf, type PublicKey } from './keys.ts';
import type { Delegated } from './metadata.ts';
import { type Application, canBeDelegated } from './speaker.ts';
import { readIssued, type Workshop } from './workshop.ts';

interface Delegating {
  /** The namespace, which is the name of the list too. */
  ns: string;
  ring: KeyRing;
  now: Date;
}

/** Gives a namespace a list and a key of its own. */
export async function delegate(shop: Workshop, { ns, ring, now }: Delegating): Promise<void> {
  const { issued, own, delegated } = await undelegated(shop, ns);
  const added = delegation(ns, await ring.create(ns));
  const changed = new Map([
    ['targets', { files: filesIn(own), delegated: [...delegated, added] }],
    [ns, { files: [], delegated: [] }],
  ]);
  await issueLists(shop, { root: issued.root, before: issued, changed, ring, now });
}

/** Gives a namespace to somebody who applied for it with a key of their own, which signed an empty list. */
export async function delegateAway(
  shop: Workshop,
  { application, ring, now }: { application: Application; ring: KeyRing; now: Date },
): Promise<void> {
  const { ns, key, list } = application;
  const { issued, own, delegated } = await undelegated(shop, ns);
  const added = delegation(ns, key);
  const changed = new Map([['targets', { files: filesIn(own), delegated: [...delegated, added] }]]);
  const ready = new Map([[ns, { version: firstVersion(application), bytes: list }]]);
  await issueLists(shop, { root: issued.root, before: issued, changed, ready, ring, now });
}

function delegation(ns: string, key: PublicKey): Delegated {
  return { name: ns, namespaces: [ns], keys: [key], threshold: 1 };
}

// What this pack is to be like must verify, or its publisher could not go on.
function firstVersion({ ns, key, list }: Application): number {
  try {
    const envelope = opened(list, ns, PACK_POLICY);
    const keyID = keyIdOf(key);
    const keys = { [keyID]: Key.fromJSON(keyID, { ...key }) };
    checkSignatures(envelope, { keys, keyIDs: [keyID], threshold: 1 });
    const { delegations } = readTargets(envelope);
    const isEmpty = Object.keys(envelope.signed.targets as Raw).length === 0 && !delegations;
    if (envelope.version === 1 && isEmpty) return 1;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  throw new AppError('draft_unfit', {
    problem: 'its first list is not empty and signed by its key',
  });
}

async function undelegated(shop: Workshop, ns: string) {
  const issued = await readIssued(shop);
  const own = issued.targets.get('targets') as Raw;
  if (!canBeDelegated(ns) || issued.targets.has(ns)) {
    throw new AppError('draft_unfit', { problem: `${ns} cannot be delegated, or is already` });
  }
  if (filesIn(own).some(({ path }) => path.startsWith(`${ns}/`))) {
    throw new AppError('draft_unfit', { problem: `your own list has files of ${ns} already` });
  }
  return { issued, own, delegated: delegatedIn(own) };
}

/** No longer vouches for a namespace: its list stays in the pack, so that its absence is no trick, but counts no more. */
export async function undelegate(shop: Workshop, { ns, ring, now }: Delegating): Promise<void> {
  const issued = await readIssued(shop);
  const own = issued.targets.get('targets') as Raw;
  const delegated = delegatedIn(own);
  if (!delegated.some(({ name, namespaces }) => name === ns && namespaces.length > 0)) {
    throw new AppError('draft_unfit', { problem: `${ns} is not delegated` });
  }
  const without = delegated.map((each) => (each.name === ns ? { ...each, namespaces: [] } : each));
  const changed = new Map([['targets', { files: filesIn(own), delegated: without }]]);
  await issueLists(shop, { root: issued.root, before: issued, changed, ring, now });
}
