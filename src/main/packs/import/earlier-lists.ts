// Lists that are older than those held: a newer list remembers their hashes, so that they can still be told from
// forgeries, and files that the publisher has let go of since can be taken, as listed no more.
import { filesOf, putListed, setListed } from '../../archive/store/files.ts';
import { putEarlier } from '../../archive/store/metadata.ts';
import type { Database } from '../../sqlite/open.ts';
import type { Container } from '../container/container.ts';
import { historyField, type Revocation } from '../format/fields.ts';
import { LIMITS } from '../format/limits.ts';
import { metadataName } from '../format/names.ts';
import { type PublisherFolder, keepFile } from '../trust/publisher-folder.ts';
import { heldLists } from '../verify/held.ts';
import { type List, listedFiles } from '../verify/lists.ts';
import { Refusal } from '../verify/refusal.ts';
import { packSource } from '../verify/source.ts';
import { readTargets } from '../verify/typed.ts';
import type { ListedFile, Trusted } from '../verify/verdict.ts';
import { accepted, opened, PACK_POLICY } from '../verify/policy.ts';

const LIST_NAME = /^metadata\/([1-9]\d{0,15})\.([a-z0-9-]{1,40})\.json$/;

/** An earlier list, the keys that signed it, and what it listed. */
export interface EarlierList {
  list: List;
  signers: string[];
  files: ListedFile[];
}

/** Takes apart one list of a pack that is not among the newest; null where it is none. */
async function readEarlier(pack: Container, name: string): Promise<EarlierList | null> {
  const [, version, role] = LIST_NAME.exec(name) ?? [];
  if (role === undefined || role === 'root' || role === 'snapshot') return null;
  try {
    const bytes = await packSource(pack).read(name, LIMITS.targetsBytes);
    if (!bytes) return null;
    const envelope = opened(bytes, role, PACK_POLICY);
    if (envelope.version !== Number(version)) return null;
    const signers = [...envelope.signatures.keys()];
    const list = { ...accepted(envelope, name, readTargets(envelope)), namespaces: null };
    return { list, signers, files: listedFiles([list]) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The lists of a pack that the newest lists held remember under the same number and hash, the oldest first. */
export async function rememberedLists(pack: Container, trusted: Trusted): Promise<EarlierList[]> {
  const { lists } = await heldLists(trusted);
  const found: EarlierList[] = [];
  for (const newest of lists) {
    const remembered = historyField.safeParse(newest.signed['x-history']).data ?? {};
    for (const [version, hash] of Object.entries(remembered)) {
      const name = metadataName(newest.role, Number(version));
      const earlier = pack.entries.has(name) ? await readEarlier(pack, name) : null;
      if (earlier?.list.hash !== hash) continue;
      const within = ({ ns }: ListedFile) => newest.namespaces?.has(ns) ?? true;
      found.push({ ...earlier, files: earlier.files.filter(within) });
    }
  }
  return found.toSorted((a, b) => a.list.version - b.list.version);
}

/** Every list that is kept of a publisher in its folder, whether it still counts or not. */
export async function keptLists(pack: Container): Promise<EarlierList[]> {
  const found: EarlierList[] = [];
  for (const name of pack.entries.keys()) {
    const earlier = await readEarlier(pack, name);
    if (earlier) found.push(earlier);
  }
  return found.toSorted((a, b) => a.list.version - b.list.version);
}

interface Learning {
  archive: Database;
  shelf: number;
  at: PublisherFolder;
  revocations: readonly Revocation[];
}

/**
 * Notes earlier lists and the files that only they have, as listed no more. Gives those files, so that they can be taken
 * where they are at hand.
 */
export function learnEarlier(
  { archive, shelf, at, revocations }: Learning,
  lists: readonly EarlierList[],
): ListedFile[] {
  for (const { list } of lists) keepFile(at.file(list.name), list.bytes);
  const learn = archive.transaction(() => {
    const known = new Set(filesOf(archive, shelf).map(({ path, hash }) => `${path} ${hash}`));
    const fresh: ListedFile[] = [];
    for (const { list, signers, files } of lists) {
      putEarlier(archive, shelf, list);
      const stolen = revocations.some(
        ({ role, from_version, keyid }) =>
          role === list.role && list.version >= from_version && signers.includes(keyid),
      );
      for (const file of files) {
        if (known.has(`${file.path} ${file.sha256}`)) continue;
        known.add(`${file.path} ${file.sha256}`);
        const { role, path, sha256, length } = file;
        const custom = JSON.stringify(file.custom);
        const row = { role, path, hash: sha256, bytes: length, custom };
        setListed(archive, putListed(archive, shelf, row), { listed: false, stolen });
        fresh.push(file);
      }
    }
    return fresh;
  });
  return learn.immediate();
}
