// What all steps of the walk share: where metadata comes from, how strict they are, and a file once it is accepted.
import { type Envelope, openEnvelope } from './envelope.ts';
import { Refusal } from './refusal.ts';
import type { SignedFile } from './verdict.ts';

/** A metadata file that was found to be signed, with what it says. */
export interface Accepted<T> extends SignedFile {
  signed: Envelope['signed'];
  /** The ids of the keys that it says signed it. */
  signedBy: string[];
  typed: T;
}

/** Where metadata comes from: a pack, or for the conformance suite a server. Null where a file is not there. */
export interface MetadataSource {
  read: (name: string, maxBytes: number) => Promise<Uint8Array | null>;
}

/** The two ways to walk: packs by hand, or strictly as the specification has it for a server. */
export interface Policy {
  /** A list past its date is refused then (§5.3.10, §5.4.4, §5.5.6, §5.6.6); null: no clock decides anything. */
  expiredAt: Date | null;
  /** Only what the format of packs allows: consistent snapshots, length and hash for every file, ASCII field names. */
  packRules: boolean;
  /** Told of each file as it is accepted, before the next is looked at (§5.3.8, §5.4.5, §5.5.7, §5.6.7). */
  onAccepted: (file: SignedFile) => void;
}

/** The policy for packs carried by hand: all or nothing, and no clock. */
export const PACK_POLICY: Policy = { expiredAt: null, packRules: true, onAccepted: () => {} };

type Type = Parameters<typeof openEnvelope>[1]['type'];

/** Takes a file apart as the policy asks. */
export function opened(bytes: Uint8Array, role: string, policy: Policy): Envelope {
  const top = role === 'root' || role === 'timestamp' || role === 'snapshot';
  return openEnvelope(bytes, {
    role,
    type: top ? (role as Type) : 'targets',
    asciiKeys: policy.packRules,
  });
}

export function accepted<T>(envelope: Envelope, name: string, typed: T): Accepted<T> {
  const { role, version, bytes, hash, signed, signatures } = envelope;
  return { role, version, name, bytes, hash, signed, signedBy: [...signatures.keys()], typed };
}

/** §5.3.10, §5.4.4, §5.5.6, §5.6.6: the freeze attack, where a clock may decide. */
export function checkDate(
  { expires }: { expires: string },
  role: string,
  { expiredAt }: Policy,
): void {
  if (expiredAt && expiredAt >= new Date(expires)) {
    throw new Refusal('expired', { role, since: expires });
  }
}
