// The keys that a publisher has at hand: one sealed `.age` file each, and beside it a `.pub` file that says which it is.
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { writeAtomically } from '../../data-folder/atomic.ts';
import {
  keyIdOf,
  newKey,
  openKey,
  type PublicKey,
  resealed,
  type SigningKey,
  WORK_FACTOR,
} from './keys.ts';

/** Where keys come from when something is to be signed. */
export interface KeyRing {
  /** The key of an id, opened; null where it is not here. */
  find: (keyid: string) => Promise<SigningKey | null>;
  /** Makes a key and keeps it under a name, such as `targets`. */
  create: (name: string) => Promise<PublicKey>;
}

/** Asks for the passphrase of a key file by the file's name; `again` where it is new and must be typed twice. */
export type AskPassphrase = (name: string, again: boolean) => Promise<string>;

/** A public key as it is written down. */
export const publicKeyField = z.object({
  keytype: z.literal('ed25519'),
  scheme: z.literal('ed25519'),
  keyval: z.object({ public: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/** Reads a `.pub` file; throws `draft_unfit`. */
export function readPublicKey(path: string): PublicKey {
  try {
    return publicKeyField.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new AppError('draft_unfit', { problem: 'it is no public key' }, { cause });
  }
}

/** The keys in a folder; what scrypt costs may only be lowered by tests. */
export function keyFolder(
  folder: string,
  ask: AskPassphrase,
  workFactor: number = WORK_FACTOR,
): KeyRing {
  const opened = new Map<string, SigningKey>();
  return {
    find: async (keyid) => {
      const known = opened.get(keyid);
      if (known) return known;
      const name = nameOf(folder, keyid);
      if (name === null) return null;
      const file = `${name}.age`;
      const key = await openKey(readFileSync(join(folder, file)), await ask(file, false), file);
      if (key.keyid !== keyid) throw new AppError('key_missing', { role: name });
      opened.set(keyid, key);
      return key;
    },
    create: async (name) => {
      const key = newKey();
      const file = freeName(folder, name);
      const sealed = await key.seal(await ask(`${file}.age`, true), workFactor);
      // Never over another key: that would be the end of it.
      writeFileSync(join(folder, `${file}.age`), sealed, { mode: 0o600, flag: 'wx' });
      writeFileSync(join(folder, `${file}.pub`), `${JSON.stringify(key.publicKey)}\n`);
      chmodSync(join(folder, `${file}.pub`), 0o644);
      opened.set(key.keyid, key);
      return key.publicKey;
    },
  };
}

/** Seals a key file anew under another passphrase; throws `file_unreadable` or `passphrase_wrong`. */
export async function changePassphrase(
  path: string,
  {
    from,
    to,
    workFactor = WORK_FACTOR,
  }: { from: string; to: string; workFactor?: number | undefined },
): Promise<void> {
  const name = basename(path);
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch (cause) {
    throw new AppError('file_unreadable', { name }, { cause });
  }
  writeAtomically(path, await resealed(file, { name, from, to, workFactor }));
}

/** The name of a key that is in a folder with its secret part; null where it is not. */
export function nameOf(folder: string, keyid: string): string | null {
  const files = new Set(readdirSync(folder));
  for (const file of files) {
    const name = /^(.+)\.pub$/.exec(file)?.[1];
    if (name === undefined || !files.has(`${name}.age`)) continue;
    if (keyIdOf(readPublicKey(join(folder, file))) === keyid) return name;
  }
  return null;
}

function freeName(folder: string, name: string): string {
  const files = new Set(readdirSync(folder));
  if (!files.has(`${name}.age`)) return name;
  let number = 2;
  while (files.has(`${name}-${number}.age`)) number += 1;
  return `${name}-${number}`;
}
