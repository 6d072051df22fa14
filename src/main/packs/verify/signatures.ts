// Counts who signed: distinct public keys, however many names a key is given.
import { createHash, createPublicKey } from 'node:crypto';
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
export function countSigners({ signed, signatures }: Envelope, signers: Signers): number {
  if (signers.keyIDs.length > LIMITS.keysPerRole) return 0;
  const valid = new Set<string>();
  for (const keyID of signers.keyIDs) {
    const [key, sig] = [ownKey(signers, keyID), signatures.get(keyID)];
    if (key === null || sig === undefined) continue;
    try {
      key.verifySignature({
        signatures: { [keyID]: new Signature({ keyID, sig }) },
        // The JSON as it came, not as a parser would write it again.
        signed: { toJSON: () => signed } as never,
      });
      valid.add(keyIdentity(key));
    } catch {
      // Not signed by this key, or by a kind of key that is not known: it does not count.
    }
  }
  return valid.size;
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

const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** One text for one public key, whether it is written in hexadecimal, in capitals or as PEM. */
export function keyIdentity(key: Key): string {
  const text = key.keyVal.public ?? '';
  const der = text.startsWith('-----')
    ? createPublicKey(text).export({ type: 'spki', format: 'der' })
    : key.keyType === 'ed25519'
      ? Buffer.concat([ED25519_PREFIX, Buffer.from(text, 'hex')])
      : Buffer.from(text, 'hex');
  return createHash('sha256').update(der).digest('hex');
}
