// Signing keys: made here, written only inside age passphrase files, opened only to sign.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import { Decrypter, Encrypter } from 'age-encryption';
import { AppError } from '../../../shared/errors.ts';

/** A public key as TUF writes it (§4.2.1.1 of its specification). */
export interface PublicKey {
  keytype: 'ed25519';
  scheme: 'ed25519';
  keyval: { public: string };
}

/** A key that can sign; what is secret of it cannot be read out of this object. */
export interface SigningKey {
  /** The SHA-256 of the canonical JSON of the public key, in hexadecimal. */
  keyid: string;
  publicKey: PublicKey;
  /** The Ed25519 signature of bytes, in hexadecimal. */
  sign: (bytes: Uint8Array) => string;
}

/** What scrypt costs (2^18): about two seconds and 256 MiB for each try at a passphrase. */
export const WORK_FACTOR = 18;

/** The id of a public key. */
export function keyIdOf(publicKey: PublicKey): string {
  return createHash('sha256').update(canonicalize(publicKey)).digest('hex');
}

function signingKey(privateKey: KeyObject): SigningKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const hex = Buffer.from(x as string, 'base64url').toString('hex');
  const publicKey = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: hex } } as const;
  return {
    keyid: keyIdOf(publicKey),
    publicKey,
    sign: (bytes) => sign(null, bytes, privateKey).toString('hex'),
  };
}

/** Makes a key; `seal` gives it as an age file that opens with the passphrase: PKCS#8 DER inside, so that other tools can read it too. */
export function newKey(): SigningKey & {
  seal: (passphrase: string, workFactor: number) => Promise<Uint8Array>;
} {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    ...signingKey(privateKey),
    seal: (passphrase, workFactor) =>
      sealed(privateKey.export({ type: 'pkcs8', format: 'der' }), passphrase, workFactor),
  };
}

async function sealed(secret: Uint8Array, passphrase: string, workFactor: number) {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(secret);
}

async function unsealed(file: Uint8Array, passphrase: string, name: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(file);
  } catch (cause) {
    throw new AppError('passphrase_wrong', { name }, { cause });
  }
}

/** Opens a key file; throws `passphrase_wrong` with the file's name. */
export async function openKey(
  file: Uint8Array,
  passphrase: string,
  name: string,
): Promise<SigningKey> {
  const der = Buffer.from(await unsealed(file, passphrase, name));
  try {
    return signingKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  } catch (cause) {
    throw new AppError('passphrase_wrong', { name }, { cause });
  }
}

/** The same key under another passphrase. */
export async function resealed(
  file: Uint8Array,
  { name, from, to, workFactor }: { name: string; from: string; to: string; workFactor: number },
): Promise<Uint8Array> {
  return sealed(await unsealed(file, from, name), to, workFactor);
}
