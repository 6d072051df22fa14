// Withdraws a file of a pack: it stays on the list, so that its absence is no trick, and its bytes are given away no more.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { fileField } from '../format/fields.ts';
import { payloadName } from '../format/names.ts';
import { delegatedIn, filesIn } from './issue.ts';
import { issuingFrom } from './issuing.ts';
import type { KeyRing } from './key-ring.ts';
import type { Workshop } from './workshop.ts';

interface Withdrawing {
  /** The file as the list has it: `<ns>/<name>`. */
  path: string;
  why: string;
  ring: KeyRing;
  now: Date;
}

/** Marks a file as withdrawn, signs its list anew, and takes the file out of the pack. */
export async function withdrawFile(shop: Workshop, withdrawing: Withdrawing): Promise<void> {
  const { path, why, ring, now } = withdrawing;
  const issuing = await issuingFrom(shop);
  const listed = issuing.files.find((file) => file.path === path);
  if (!listed || listed.custom.withdrawn) {
    const problem = `your list has no file ${path} that is not withdrawn already`;
    throw new AppError('build_refused', { problem });
  }
  const part = issuing.targets.get(listed.role) ?? {};
  const withdrawn = { at: now.toISOString().slice(0, 10), why };
  if (!fileField.shape.withdrawn.safeParse(withdrawn).success) {
    throw new AppError('build_refused', { problem: 'a reason has at most 1,000 letters' });
  }
  const files = filesIn(part).map((file) =>
    file.path === path ? { ...file, custom: { ...file.custom, withdrawn } } : file,
  );
  const changed = new Map([[listed.role, { files, delegated: delegatedIn(part) }]]);
  await issuing.issue(changed, { ring, now });
  rmSync(join(shop.pack, payloadName(path, listed.sha256)), { force: true });
}
