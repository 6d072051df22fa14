// What the archive holds of a publisher, read again: the newest root, the lists, and which lists there ever were.
import type { Root, Snapshot, Timestamp } from '@tufjs/models';
import { metadataName } from '../format/names.ts';
import { type List, listedFiles, traverse } from './lists.ts';
import { Refusal } from './refusal.ts';
import { readRoot, readTargets } from './typed.ts';
import type { ListedFile, Trusted } from './verdict.ts';
import { type Accepted, accepted, opened, PACK_POLICY } from './policy.ts';
import { acceptSnapshot, readSignedTimestamp } from './list-steps.ts';

/** A root out of the archive: it was checked when it came in. */
export function heldRoot(bytes: Uint8Array): Accepted<Root> {
  const envelope = opened(bytes, 'root', PACK_POLICY);
  return accepted(envelope, metadataName('root', envelope.version), readRoot(envelope));
}

export interface HeldMarks {
  timestamp: Accepted<Timestamp>;
  snapshot: Accepted<Snapshot>;
}

/**
 * §5.3.11: the timestamp and snapshot held, as marks that nothing may fall behind; null where there are none or where
 * the newest root has other keys for one of them, which is how a publisher recovers from versions made with stolen keys.
 */
export function heldMarks(lists: Trusted['lists'], root: Root): HeldMarks | null {
  if (!lists) return null;
  try {
    const timestamp = readSignedTimestamp(lists.timestamp, root, PACK_POLICY);
    const at = { root, timestamp: null, policy: PACK_POLICY };
    const named = acceptSnapshot(lists.snapshot, { ...at, name: '' });
    return {
      timestamp,
      snapshot: { ...named, name: metadataName('snapshot', named.version) },
    };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unsigned') return null;
    throw error;
  }
}

export interface HeldLists {
  lists: List[];
  files: ListedFile[];
}

/** The lists held and their files, whatever became of the keys that signed them. */
export async function heldLists(trusted: Trusted | null): Promise<HeldLists> {
  if (!trusted?.lists) return { lists: [], files: [] };
  const bytesOf = new Map(trusted.lists.targets.map(({ role, bytes }) => [role, bytes]));
  const lists = await traverse((role) => {
    const bytes = bytesOf.get(role);
    if (!bytes) throw new Refusal('incomplete', { role });
    const envelope = opened(bytes, role, PACK_POLICY);
    return accepted(envelope, metadataName(role, envelope.version), readTargets(envelope));
  });
  return { lists, files: listedFiles(lists) };
}
