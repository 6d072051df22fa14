// Reads a copy again before anybody is told that it is there.
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { ShareChoice } from '../../../shared/pack.ts';
import { openContainer } from '../container/container.ts';
import type { OnProgress } from '../import/work.ts';
import { payloadState } from '../payload/payload.ts';
import { verifyPack } from '../verify/verify-pack.ts';
import type { Chosen } from './plan.ts';

/** What was copied, by whose choice. */
interface Copied {
  chosen: Chosen;
  choice: ShareChoice;
  signal?: AbortSignal | undefined;
  onProgress?: OnProgress | undefined;
}

/**
 * Verifies a copy as whoever gets it will: who signed, which list, and every file by its hash. Throws `copy_differs`
 * and `cancelled`.
 */
export async function verifyCopy(copied: Copied, made: readonly string[]): Promise<void> {
  const { chosen, choice, signal, onProgress } = copied;
  const left = new Map(chosen.files.map((file) => [file.place, file]));
  for (const path of made) {
    const copy = await openContainer(path);
    try {
      const verdict = await verifyPack(copy, null);
      const sound = verdict.outcome === 'accepted' && !copy.cut;
      if (!sound || verdict.publisher?.fingerprint !== choice.publisher) {
        throw new AppError('copy_differs', { file: verdict.cause?.code ?? basename(path) });
      }
      for (const file of left.values()) {
        if (!copy.entries.has(file.place)) continue;
        onProgress?.('rereading', chosen.files.length - left.size, chosen.files.length);
        if ((await payloadState(copy, file, signal)) !== 'whole') {
          throw new AppError('copy_differs', { file: file.path });
        }
        left.delete(file.place);
      }
    } finally {
      await copy.close();
    }
  }
  const [missing] = left.values();
  if (missing) throw new AppError('copy_differs', { file: missing.path });
}
