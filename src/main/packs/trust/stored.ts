// What this archive knows of a publisher, as verification needs it.
import { liveSigned, knownSigned } from '../../archive/store/metadata.ts';
import { shelfByKey } from '../../archive/store/shelves.ts';
import type { Database } from '../../sqlite/open.ts';
import type { Trusted } from '../verify/verdict.ts';

/** What is trusted of a publisher before a pack is looked at; null for a publisher of whom nothing is here. */
export function storedTrust(archive: Database, fingerprint: string): Trusted | null {
  const shelf = shelfByKey(archive, fingerprint);
  if (!shelf) return null;
  const signed = liveSigned(archive, shelf.number);
  const roots = signed.filter(({ role }) => role === 'root').map(({ bytes }) => bytes);
  if (roots.length === 0) return null;
  const single = (role: string) => signed.find((file) => file.role === role)?.bytes;
  const [timestamp, snapshot] = [single('timestamp'), single('snapshot')];
  const targets = signed.filter(({ role }) => !TOP.has(role));
  const lists = timestamp && snapshot ? { timestamp, snapshot, targets } : null;
  return { fingerprint, roots, lists, history: historyOf(archive, shelf.number), seen: shelf.seen };
}

const TOP = new Set(['root', 'timestamp', 'snapshot']);

function historyOf(archive: Database, shelf: number): Trusted['history'] {
  const history: Record<string, Record<number, string>> = {};
  for (const { role, version, hash } of knownSigned(archive, shelf)) {
    if (TOP.has(role)) continue;
    (history[role] ??= {})[version] = hash;
  }
  return history;
}
