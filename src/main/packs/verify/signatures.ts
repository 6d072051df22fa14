// Counts who signed: distinct public keys, however many names a key is given.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { type Key, Signature } from '@tufjs/models';
import { LIMITS } from '../format/limits.ts';
import type { Envelope } from './envelope.ts';
import { Refusal } from './refusal.ts';

/** Who may sign, and how many of them must. */
export interface Signers {
  keys: Readonly<Record<string, Key>>;
  keyIDs: readonly string[];
  threshold: number;
}

/** How many distinct keys of the signers signed the raw bytes. */
export function countSigners(envelope: Envelope, signers: Signers): number {
  if (signers.keyIDs.length > LIMITS.keysPerRole) return 0;
  const valid = new Set<string>();
  for (const keyID of signers.keyIDs) {
    const [key, sig] = [ownKey(signers, keyID), envelope.signatures.get(keyID)];
    if (key === null || sig === undefined) continue;
    try {
      if (isSignedBy(key, { keyID, sig }, envelope)) valid.add(keyIdentity(key));
    } catch {
      // Not signed by this key, or by a kind of key that is not known: it does not count.
    }
  }
  return valid.size;
}

// Ed25519, which our packs have, over the canonical bytes that are here already; the library would make them again for
// each key, and knows the other kinds.
function isSignedBy(
  key: Key,
  { keyID, sig }: { keyID: string; sig: string },
  { canonical, signed }: Envelope,
): boolean {
  const text = key.keyVal.public ?? '';
  if (key.keyType === 'ed25519' && ED25519_HEX.test(text)) {
    const publicKey = createPublicKey({ key: ed25519Der(text), format: 'der', type: 'spki' });
    return verify(null, canonical, publicKey, Buffer.from(sig, 'hex'));
  }
  key.verifySignature({
    signatures: { [keyID]: new Signature({ keyID, sig }) },
    // The JSON as it came, not as a parser would write it again.
    signed: { toJSON: () => signed } as never,
  });
  return true;
}

/** TUF §5.3.4, §5.4.2, §5.5.3, §5.6.3: a threshold of the role's keys must have signed, or it is `unsigned`. */
export function checkSignatures(envelope: Envelope, signers: Signers | null): void {
  const got = signers ? countSigners(envelope, signers) : 0;
  const need = signers?.threshold ?? 1;
  if (got < need) throw new Refusal('unsigned', { role: envelope.role, got, need });
}

function ownKey({ keys }: Signers, keyID: string): Key | null {
  return Object.hasOwn(keys, keyID) ? (keys[keyID] as Key) : null;
}

const ED25519_HEX = /^[0-9a-fA-F]{64}$/;
const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const ed25519Der = (hex: string) => Buffer.concat([ED25519_PREFIX, Buffer.from(hex, 'hex')]);

/** One text for one public key, whether it is written in hexadecimal, in capitals or as PEM. */
export function keyIdentity(key: Key): string {
  const text = key.keyVal.public ?? '';
  const der = text.startsWith('-----')
    ? createPublicKey(text).export({ type: 'spki', format: 'der' })
    : key.keyType === 'ed25519'
      ? ed25519Der(text)
      : Buffer.from(text, 'hex');
  return createHash('sha256').update(der).digest('hex');
}
