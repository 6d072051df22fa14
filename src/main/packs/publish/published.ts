// Remembers which revisions a publisher has issued, so that a whole export can be given again and only news is packed.
import { existsSync, readFileSync } from 'node:fs';
import type { ArchiveRecord } from '../../../shared/record.ts';
import { revisionHash } from '../../archive/store/codec.ts';
import { writeAtomically } from '../../data-folder/atomic.ts';

/** Half of a hash tells records apart where nobody is trying to confuse: this is the publisher's own file. */
const BYTES = 16;

export interface Published {
  /** Notes a revision; false where it was noted before. */
  add: (record: ArchiveRecord) => boolean;
  save: () => void;
}

/** Opens the memory of a publisher's folder; a missing file is an empty memory. */
export function openPublished(path: string): Published {
  const known = new Set<string>();
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  for (let at = 0; at + BYTES <= bytes.length; at += BYTES) {
    known.add(bytes.toString('latin1', at, at + BYTES));
  }
  return {
    add: (record) => {
      const hash = revisionHash(record).toString('latin1', 0, BYTES);
      if (known.has(hash)) return false;
      known.add(hash);
      return true;
    },
    save: () => writeAtomically(path, Buffer.from([...known].join(''), 'latin1')),
  };
}
