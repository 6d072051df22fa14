// Holds a publisher's lists against those seen before: what is new, gone or changed, and whether it said two things.
import type { Revocation } from '../format/fields.ts';
import { historyField } from '../format/fields.ts';
import type { HeldLists } from './held.ts';
import type { List } from './lists.ts';
import { Refusal } from './refusal.ts';
import type { Evidence, ListedFile, SignedFile, Trusted, Verdict } from './verdict.ts';

type History = Trusted['history'];

/** Lists of a role that a stolen key signed, from a version on. */
export interface Voided {
  role: string;
  from: number;
}

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
 * that the past was rewritten.
 */
export function forks(
  given: readonly List[],
  history: History,
  held: readonly SignedFile[],
): Evidence[] {
  return given.flatMap((list) => {
    const remembered = historyOf(list);
    return Object.entries(history[list.role] ?? {}).flatMap(([number, heldHash]) => {
      const version = Number(number);
      if (version >= list.version || remembered[number] === heldHash) return [];
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
  voided: readonly Voided[],
): Verdict['changes'] {
  const before = new Map(held.files.map((file) => [file.path, file]));
  const after = new Map(now.map((file) => [file.path, file]));
  const gone = held.files.filter(({ path }) => !after.has(path));
  const other = held.files.filter(({ path, sha256 }) => {
    const file = after.get(path);
    return file !== undefined && file.sha256 !== sha256;
  });
  const isStolen = (file: ListedFile) => voided.some(({ role }) => role === file.role);
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

/** Lists held that a key signed which the publisher has taken back since: what was made from that version on is void. */
export function voidedBy(held: readonly List[], revocations: readonly Revocation[]): Voided[] {
  return revocations.flatMap(({ role, from_version: from, keyid }) => {
    const list = held.find((each) => each.role === role);
    return list && list.version >= from && list.signedBy.includes(keyid) ? [{ role, from }] : [];
  });
}

/**
 * The history that lists are held against. Where a key was revoked, what is remembered from that version on may be the
 * thief's: there the list that is held speaks for itself, unless it is the thief's too.
 */
export function soundHistory(
  history: History,
  held: readonly List[],
  revocations: readonly Revocation[],
): History {
  const voided = voidedBy(held, revocations);
  const sound: Record<string, Record<number, string>> = {};
  for (const [role, versions] of Object.entries(history)) {
    const from = Math.min(
      ...revocations.filter((each) => each.role === role).map(({ from_version }) => from_version),
    );
    const list = held.find((each) => each.role === role);
    const speaks = list && !voided.some((each) => each.role === role) ? list : null;
    const own = speaks ? { ...historyOf(speaks), [speaks.version]: speaks.hash } : {};
    sound[role] = {
      ...filtered(versions, (version) => version < from),
      ...filtered(own, (version) => version >= from),
    };
  }
  return sound;
}

function filtered(
  versions: Readonly<Record<string, string>>,
  keep: (version: number) => boolean,
): Record<string, string> {
  return Object.fromEntries(Object.entries(versions).filter(([version]) => keep(Number(version))));
}
