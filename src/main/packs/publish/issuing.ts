// What a folder may issue: all lists of a publisher, or the one list of somebody who speaks for a namespace.
import { delegatedIn, filesIn, issueLists, type ListContent } from './issue.ts';
import type { KeyRing } from './key-ring.ts';
import type { Listed } from './metadata.ts';
import type { Raw } from '../verify/envelope.ts';
import { issueOwn, type OwnList, ownListOf } from './speaker.ts';
import { readIssued, type Workshop } from './workshop.ts';

/** The lists of a folder, as they stand. */
export interface Issuing {
  targets: ReadonlyMap<string, Raw>;
  /** The version of the list that the folder's owner signs first of all. */
  version: number;
  files: readonly (Pick<Listed, 'path' | 'sha256' | 'custom'> & { role: string })[];
  /** The list that a namespace belongs to; null where this folder may not speak for it. */
  roleOf: (ns: string) => string | null;
  /** Signs the lists that change, and all that stands over them. */
  issue: (
    changed: ReadonlyMap<string, ListContent>,
    by: { ring: KeyRing; now: Date },
  ) => Promise<void>;
}

/** Reads what a folder has issued so far; throws `publisher_missing`. */
export async function issuingFrom(shop: Workshop): Promise<Issuing> {
  const own = ownListOf(shop);
  return own ? speaking(shop, own) : publishing(shop);
}

function speaking(shop: Workshop, { ns, part, keyid }: OwnList): Issuing {
  return {
    targets: new Map([[ns, part]]),
    version: Number(part.version),
    files: filesIn(part).map((file) => ({ ...file, role: ns })),
    roleOf: (wanted) => (wanted === ns ? ns : null),
    issue: async (changed, by) => {
      const content = changed.get(ns);
      if (content) await issueOwn(shop, { ns, before: part, content, keyid, ...by });
    },
  };
}

async function publishing(shop: Workshop): Promise<Issuing> {
  const issued = await readIssued(shop);
  const roles = new Map(
    [...issued.targets.values()].flatMap((part) =>
      delegatedIn(part).flatMap(({ name, namespaces }) => namespaces.map((ns) => [ns, name])),
    ),
  );
  return {
    targets: issued.targets,
    version: issued.verdict.pack?.version ?? 0,
    files: issued.verdict.files,
    roleOf: (ns) => roles.get(ns) ?? 'targets',
    issue: (changed, by) => issueLists(shop, { root: issued.root, before: issued, changed, ...by }),
  };
}
