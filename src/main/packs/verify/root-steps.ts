// The client workflow of the TUF specification (1.0.33), sections 5.2 and 5.3: which keys count.
import type { Root } from '@tufjs/models';
import { LIMITS } from '../format/limits.ts';
import { metadataName } from '../format/names.ts';
import type { Envelope } from './envelope.ts';
import {
  type Accepted,
  accepted,
  checkDate,
  type MetadataSource,
  opened,
  PACK_POLICY,
  type Policy,
} from './policy.ts';
import { publisherOf } from './publisher.ts';
import { Refusal } from './refusal.ts';
import { checkSignatures, countSigners } from './signatures.ts';
import { readRoot, signersOf } from './typed.ts';

/** §5.2: a root that is trusted already, or the first root of a publisher nobody knows, which must have signed itself. */
export function firstRoot(bytes: Uint8Array, policy: Policy): Accepted<Root> {
  const envelope = opened(bytes, 'root', policy);
  const root = readRoot(envelope);
  checkSignatures(envelope, signersOf(root, 'root'));
  return rootWithin(envelope, root, policy);
}

/** §5.3.3 to §5.3.7: a root that follows another. */
export function nextRoot(bytes: Uint8Array, before: Root, policy: Policy): Accepted<Root> {
  const envelope = opened(bytes, 'root', policy);
  // §5.3.4: signed by a threshold of the keys of the root before ...
  checkSignatures(envelope, signersOf(before, 'root'));
  const root = readRoot(envelope);
  // ... and by a threshold of its own keys.
  checkSignatures(envelope, signersOf(root, 'root'));
  // §5.3.5: exactly the next version, or it is an old root under a new name.
  if (envelope.version !== before.version + 1) {
    throw new Refusal('rollback', {
      role: 'root',
      version: envelope.version,
      held: before.version,
    });
  }
  return rootWithin(envelope, root, policy);
}

// A root that is signed but cannot be read would be in the way of every pack to come.
function rootWithin(envelope: Envelope, root: Root, { packRules }: Policy): Accepted<Root> {
  const found = accepted(envelope, metadataName('root', envelope.version), root);
  if (!packRules) return found;
  if (!root.consistentSnapshot) throw new Refusal('malformed', { role: 'root' });
  publisherOf(found, '');
  return found;
}

/** How many holders of the keys before signed a root, of how many. */
export function holdersOf(bytes: Uint8Array, before: Root): { signed: number; holders: number } {
  const envelope = opened(bytes, 'root', PACK_POLICY);
  const signers = signersOf(before, 'root');
  if (!signers) return { signed: 0, holders: 0 };
  return { signed: countSigners(envelope, signers), holders: signers.keyIDs.length };
}

/** §5.3: every later root that the source has, one after the other; each is told to the policy as it is accepted. */
export async function updateRoot(
  source: MetadataSource,
  trusted: Accepted<Root>,
  policy: Policy,
): Promise<void> {
  let root = trusted.typed;
  // §5.3.2: a bound on how many are fetched.
  for (let more = 0; more < LIMITS.roots; more += 1) {
    const name = metadataName('root', root.version + 1);
    const bytes = await source.read(name, LIMITS.rootBytes);
    if (!bytes) break;
    const next = nextRoot(bytes, root, policy);
    policy.onAccepted(next);
    root = next.typed;
  }
  // §5.3.10: only the last root's date counts.
  checkDate(root, 'root', policy);
}
