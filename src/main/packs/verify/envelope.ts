// A metadata file before anything of it is believed: its signatures, and the part that they sign, as plain JSON.
import { createHash } from 'node:crypto';
import { canonicalBytes } from '../format/fingerprint.ts';
import { LIMITS } from '../format/limits.ts';
import { Refusal } from './refusal.ts';

/** A JSON object whose fields nobody has looked at yet. */
export type Raw = Record<string, unknown>;

/** TUF §4.2.1: what is signed, and by which keys it says it is. */
export interface Envelope {
  role: string;
  bytes: Uint8Array;
  signed: Raw;
  /** Key id -> signature in hexadecimal. */
  signatures: ReadonlyMap<string, string>;
  version: number;
  /** The canonical JSON of `signed`, made once from the JSON as it came: what its hash and its signatures are of. */
  canonical: Buffer;
  /** The SHA-256 of `canonical`. */
  hash: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const SPEC_MAJOR = 1;
const PRINTABLE = /^[\x20-\x7e]*$/;

interface Expected {
  /** The role's name: one of the four, or that of a delegated list. */
  role: string;
  type: 'root' | 'timestamp' | 'snapshot' | 'targets';
  /** Whether names of fields may only have ASCII, where two ways of sorting agree. */
  asciiKeys: boolean;
}

/** Takes a file apart without believing it; throws `malformed`, or `newer-format` for a later TUF. */
export function openEnvelope(bytes: Uint8Array, { role, type, asciiKeys }: Expected): Envelope {
  const bad = (problem: string, cause?: unknown) =>
    new Refusal('malformed', { role, problem }, { cause });
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch (cause) {
    throw bad('no JSON', cause);
  }
  if (!isPlain(value, asciiKeys, 0)) throw bad('strange JSON');
  const { signed, signatures } = isObject(value) ? value : {};
  if (!isObject(signed)) throw bad('nothing is signed');
  const major = Number(/^(\d{1,9})\./.exec(String(signed.spec_version))?.[1]);
  if (major > SPEC_MAJOR) throw new Refusal('newer-format', { role, format: major });
  const { _type: given } = signed;
  if (given !== type) throw bad('another kind of list');
  if (!isVersion(signed.version)) throw bad('no version');
  const found = readSignatures(signatures);
  if (!found) throw bad('strange signatures');
  const canonical = canonicalOf(signed, bad);
  const hash = createHash('sha256').update(canonical).digest('hex');
  return { role, bytes, signed, signatures: found, version: signed.version, canonical, hash };
}

function canonicalOf(signed: Raw, bad: (problem: string, cause: unknown) => Refusal): Buffer {
  try {
    return canonicalBytes(signed);
  } catch (cause) {
    throw bad('no canonical form', cause);
  }
}

// TUF §4.2.1: "the list of signatures MUST NOT contain more than one with the same KEYID".
function readSignatures(value: unknown): Map<string, string> | null {
  if (!Array.isArray(value) || value.length > LIMITS.keysPerRole) return null;
  const found = new Map<string, string>();
  for (const each of value as unknown[]) {
    const { keyid, sig } = isObject(each) ? each : {};
    if (typeof keyid !== 'string' || typeof sig !== 'string' || found.has(keyid)) return null;
    found.set(keyid, sig);
  }
  return found;
}

export function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Versions are whole numbers from 1 that arithmetic keeps exact. */
export function isVersion(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

// What would break a stack or a prototype, or be signed as one thing and read as another.
function isPlain(value: unknown, asciiKeys: boolean, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= LIMITS.metadataDepth) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, asciiKeys, depth + 1));
  return Object.entries(value).every(
    ([key, item]) =>
      key !== '__proto__' &&
      (!asciiKeys || PRINTABLE.test(key)) &&
      isPlain(item, asciiKeys, depth + 1),
  );
}
