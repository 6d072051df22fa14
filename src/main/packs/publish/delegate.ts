// Lets somebody else speak for a namespace in a publisher's packs, and takes that back.
import { AppError } from '../../../shared/errors.ts';
import { NAMESPACE } from '../format/names.ts';
import type { Raw } from '../verify/envelope.ts';
import { delegatedIn, filesIn, issueLists } from './issue.ts';
import type { KeyRing } from './key-ring.ts';
import type { Delegated } from './metadata.ts';
import { readIssued, type Workshop } from './workshop.ts';

interface Delegating {
  /** The namespace, which is the name of the list too. */
  ns: string;
  ring: KeyRing;
  now: Date;
}

/** Gives a namespace a list and a key of its own. */
export async function delegate(shop: Workshop, { ns, ring, now }: Delegating): Promise<void> {
  const issued = await readIssued(shop);
  const own = issued.targets.get('targets') as Raw;
  const delegated = delegatedIn(own);
  if (
    !NAMESPACE.test(ns) ||
    issued.targets.has(ns) ||
    ['root', 'snapshot', 'timestamp'].includes(ns)
  ) {
    throw new AppError('draft_unfit', { problem: `${ns} cannot be delegated, or is already` });
  }
  if (filesIn(own).some(({ path }) => path.startsWith(`${ns}/`))) {
    throw new AppError('draft_unfit', { problem: `your own list has files of ${ns} already` });
  }
  const added: Delegated = {
    name: ns,
    namespaces: [ns],
    keys: [await ring.create(ns)],
    threshold: 1,
  };
  const changed = new Map([
    ['targets', { files: filesIn(own), delegated: [...delegated, added] }],
    [ns, { files: [], delegated: [] }],
  ]);
  await issueLists(shop, { root: issued.root, before: issued, changed, ring, now });
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
