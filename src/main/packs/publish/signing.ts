// Signs metadata: the canonical JSON of the signed part, as TUF §4.2.1 has it.
import { canonicalize } from '@tufjs/canonical-json';
import type { Raw } from '../verify/envelope.ts';
import type { SigningKey } from './keys.ts';

export interface RawSignature {
  keyid: string;
  sig: string;
}

/** One key's signature of a signed part. */
export function signatureOf(signed: Raw, key: SigningKey): RawSignature {
  return { keyid: key.keyid, sig: key.sign(Buffer.from(canonicalize(signed))) };
}

/** A metadata file with the signatures given; sorted, so that the order of signing does not show. */
export function metadataFile(signed: Raw, signatures: readonly RawSignature[]): Buffer {
  const sorted = [...signatures].sort((a, b) => (a.keyid < b.keyid ? -1 : 1));
  return Buffer.from(`${JSON.stringify({ signatures: sorted, signed })}\n`);
}

/** A metadata file signed by all the keys given. */
export function signedFile(signed: Raw, keys: readonly SigningKey[]): Buffer {
  return metadataFile(
    signed,
    keys.map((key) => signatureOf(signed, key)),
  );
}
