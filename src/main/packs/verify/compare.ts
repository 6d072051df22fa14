// Holds a publisher's lists against those seen before: what is new, gone or changed, and whether it said two things.
import type { Revocation } from '../format/fields.ts';
import { historyField } from '../format/fields.ts';
import type { HeldLists } from './held.ts';
import type { List } from './lists.ts';
import { Refusal } from './refusal.ts';
import type { Evidence, ListedFile, SignedFile, Trusted, Verdict } from './verdict.ts';

type History = Trusted['history'];

/** Lists that carry a number seen before and say something else: both are signed, so somebody made two. */
export function equivocations(
  given: readonly SignedFile[],
  history: History,
  held: readonly SignedFile[],
): Evidence[] {
  return given.flatMap(({ role, version, hash, bytes }) => {
    const before = held.find((file) => file.role === role && file.version === version);
    const heldHash = before?.hash ?? history[role]?.[version];
    if (heldHash === undefined || heldHash === hash) return [];
    return {
      code: 'equivocation' as const,
      role,
      version,
      held: before?.bytes ?? null,
      heldHash,
      given: bytes,
      givenHash: hash,
    };
  });
}

/**
 * Earlier lists as a new list remembers them (`x-history`) against those that were seen: another hash, or none, means
 * that the past was rewritten. What a revoked key signed is no part of it.
 */
export function forks(
  given: readonly List[],
  history: History,
  { revocations, held }: { revocations: readonly Revocation[]; held: readonly SignedFile[] },
): Evidence[] {
  return given.flatMap((list) => {
    const remembered = historyOf(list);
    return Object.entries(history[list.role] ?? {}).flatMap(([number, heldHash]) => {
      const version = Number(number);
      const revoked = revocations.some(
        ({ role, from_version }) => role === list.role && version >= from_version,
      );
      if (version >= list.version || revoked || remembered[number] === heldHash) return [];
      const before = held.find((file) => file.role === list.role && file.version === version);
      return {
        code: 'history-forked' as const,
        role: list.role,
        version,
        held: before?.bytes ?? null,
        heldHash,
        given: list.bytes,
        givenHash: remembered[number] ?? '',
      };
    });
  });
}

function historyOf({ role, signed }: List): Record<string, string> {
  const found = historyField.safeParse(signed['x-history']);
  if (!found.success) throw new Refusal('malformed', { role });
  return found.data;
}

/** How the files of new lists differ from those held. */
export function changesOf(
  now: readonly ListedFile[],
  held: HeldLists,
  revocations: readonly Revocation[],
): Verdict['changes'] {
  const before = new Map(held.files.map((file) => [file.path, file]));
  const after = new Map(now.map((file) => [file.path, file]));
  const gone = held.files.filter(({ path }) => !after.has(path));
  const other = held.files.filter(({ path, sha256 }) => {
    const file = after.get(path);
    return file !== undefined && file.sha256 !== sha256;
  });
  const fromThief = thievesLists(held.lists, revocations);
  const isStolen = ({ role }: ListedFile) => fromThief.has(role);
  return {
    added: now.filter(({ path, sha256 }) => before.get(path)?.sha256 !== sha256),
    // An honest list never lets go of a file: what was on a thief's list and is on the new one no more was the thief's.
    stolen: [...gone, ...other].filter(isStolen),
    delisted: gone.filter((file) => !isStolen(file)),
    rewritten: other.filter((file) => !isStolen(file)),
    withdrawn: now.filter(({ path, custom }) => {
      const earlier = before.get(path);
      return custom.withdrawn !== null && earlier !== undefined && !earlier.custom.withdrawn;
    }),
  };
}

// A list held that a key signed which the publisher has since taken back, from that version on.
function thievesLists(held: readonly List[], revocations: readonly Revocation[]): Set<string> {
  const stolen = held.filter((list) =>
    revocations.some(
      ({ role, from_version, keyid }) =>
        role === list.role && list.version >= from_version && list.signedBy.includes(keyid),
    ),
  );
  return new Set(stolen.map(({ role }) => role));
}
