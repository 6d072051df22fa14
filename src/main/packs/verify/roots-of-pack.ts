// The keys of a pack: which roots it brings, whether each follows from the one before, and what they change.
import type { Root } from '@tufjs/models';
import { LIMITS } from '../format/limits.ts';
import { metadataName, rootVersion } from '../format/names.ts';
import { addEvidence, type Case, newestRoot } from './case.ts';
import { equivocations } from './compare.ts';
import { revocationsOf } from './publisher.ts';
import { Refusal } from './refusal.ts';
import { type Accepted, PACK_POLICY } from './policy.ts';
import { firstRoot, holdersOf, nextRoot, updateRoot } from './root-steps.ts';

/** §5.2 and §5.3: the roots held or the pack's own first one, and every later one that the pack brings. */
export async function walkRoots(one: Case): Promise<void> {
  const { source, trusted, roots, notes } = one;
  if (trusted) await compareRoots(one);
  else roots.push(await unknownRoot(one));
  const policy = {
    ...PACK_POLICY,
    onAccepted: (file: unknown) => void roots.push(file as Accepted<Root>),
  };
  try {
    await updateRoot(source, newestRoot(one), policy);
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
  notes.push({ code: 'no-root', detail: { fingerprint: root.hash } });
  return root;
}

// A pack brings all roots: those that are held already must be the same, or somebody made two. One that is damaged, or
// signed by nobody, proves nothing and is not needed.
async function compareRoots(one: Case): Promise<void> {
  const { source, roots } = one;
  for (const [index, held] of roots.entries()) {
    const bytes = await source.read(held.name, LIMITS.rootBytes);
    if (!bytes || Buffer.compare(bytes, held.bytes) === 0) continue;
    const given = signedRoot(bytes, roots[index - 1] ?? null);
    if (!given || given.hash === held.hash) continue;
    if (index === 0) throw new Refusal('no-root', { fingerprint: given.hash });
    addEvidence(one, equivocations([given], {}, [held]));
  }
}

function signedRoot(bytes: Uint8Array, before: Accepted<Root> | null): Accepted<Root> | null {
  try {
    return before ? nextRoot(bytes, before.typed, PACK_POLICY) : firstRoot(bytes, PACK_POLICY);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
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
