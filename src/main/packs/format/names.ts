// Which files a pack may have: every other name in a folder or a .pack file is passed over or refused.
import { LIMITS } from './limits.ts';

/** `hrd` or `hrd-2026`: who speaks; the first part of a file's path and of the ids of the records in it. */
export const NAMESPACE = new RegExp(`^(?=.{1,${LIMITS.nsLength}}$)[a-z0-9]+(?:-[a-z0-9]+)*$`);

const SHA256 = '[0-9a-f]{64}';
const FILE_NAME = `(?=.{1,${LIMITS.nameLength + 11}}$)[a-z0-9]+(?:[.-][a-z0-9]+)*`;
const PAYLOAD = new RegExp(`^data/([a-z0-9-]+)/(${SHA256})\\.(${FILE_NAME})$`);
const TARGET = new RegExp(`^([a-z0-9-]+)/(${FILE_NAME})$`);
const METADATA = /^metadata\/(?:timestamp|([1-9]\d{0,15})\.([a-z0-9-]{1,40}))\.json$/;
const SUFFIX = /\.(?:ndjson\.zst|bin)$/;

export const README = 'README.txt';
export const TIMESTAMP = 'metadata/timestamp.json';

/** The place of a versioned metadata file in a pack. */
export function metadataName(role: string, version: number): string {
  return `metadata/${version}.${role}.json`;
}

/** Tells whether a name in a folder or a .pack file may belong to a pack; `/` divides on every system. */
export function isPackName(name: string): boolean {
  if (name === README) return true;
  return name.startsWith('metadata/') ? METADATA.test(name) : payloadParts(name) !== null;
}

/** The version of a root that a name is for, or null. */
export function rootVersion(name: string): number | null {
  const match = METADATA.exec(name);
  return match?.[2] === 'root' ? Number(match[1]) : null;
}

interface PayloadParts {
  ns: string;
  sha256: string;
  name: string;
}

/** The parts of a payload's place in a pack: `data/<ns>/<sha256>.<name>`; null where it is none. */
export function payloadParts(place: string): PayloadParts | null {
  const [, ns, sha256, name] = PAYLOAD.exec(place) ?? [];
  if (ns === undefined || sha256 === undefined || name === undefined) return null;
  return NAMESPACE.test(ns) && SUFFIX.test(name) ? { ns, sha256, name } : null;
}

/** The parts of a path as a list has it: `<ns>/<name>.ndjson.zst` or `<ns>/<name>.bin`; null where it is neither. */
export function targetParts(path: string): { ns: string; name: string } | null {
  const [, ns, name] = TARGET.exec(path) ?? [];
  if (ns === undefined || name === undefined) return null;
  return NAMESPACE.test(ns) && SUFFIX.test(name) ? { ns, name } : null;
}

/** Where a listed file lies in a pack. */
export function payloadName(path: string, sha256: string): string {
  const slash = path.indexOf('/');
  return `data/${path.slice(0, slash)}/${sha256}.${path.slice(slash + 1)}`;
}

const PART_ORDER = ['README.txt', 'metadata', 'data'];

/** The order of files in a pack: the text for people, the lists, then what they list; each by name. */
export function inPackOrder(a: string, b: string): number {
  const part = (name: string) => PART_ORDER.indexOf(name.split('/', 1)[0] as string);
  return part(a) - part(b) || (a < b ? -1 : a > b ? 1 : 0);
}
