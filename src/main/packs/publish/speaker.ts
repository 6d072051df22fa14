// Whoever speaks for one namespace in another's packs: a key and a list on a machine of their own, and no root.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { metadataName, NAMESPACE } from '../format/names.ts';
import type { Raw } from '../verify/envelope.ts';
import { opened, PACK_POLICY } from '../verify/policy.ts';
import { Refusal } from '../verify/refusal.ts';
import { type KeyRing, publicKeyField } from './key-ring.ts';
import { keyIdOf, type PublicKey } from './keys.ts';
import { targetsPart } from './metadata.ts';
import { signedFile } from './signing.ts';
import type { ListContent } from './issue.ts';
import { type Workshop, writePublic } from './workshop.ts';

/** Names that no list of another may have. */
const TAKEN: readonly string[] = ['root', 'snapshot', 'timestamp', 'targets'];

/** Tells whether a namespace can be the name of a list of its own. */
export function canBeDelegated(ns: string): boolean {
  return NAMESPACE.test(ns) && !TAKEN.includes(ns);
}

const lineField = z.object({
  namespace: z.string().refine(canBeDelegated),
  key: publicKeyField,
  /** The first list, empty and signed by the key: whoever gives the key has its secret half too. */
  list: z.object({ signatures: z.array(z.unknown()).max(1), signed: z.looseObject({}) }),
});

/** Somebody who asks to speak for a namespace, as the one line says it. */
export interface Application {
  ns: string;
  key: PublicKey;
  /** The first list, as a metadata file. */
  list: Buffer;
}

/** Makes the key and the empty first list of somebody who is to speak for a namespace; gives the line for the publisher. */
export async function applyFor(
  shop: Workshop,
  { ns, ring, now }: { ns: string; ring: KeyRing; now: Date },
): Promise<Application & { line: string }> {
  if (!canBeDelegated(ns)) {
    throw new AppError('draft_unfit', { problem: `${ns} cannot be a namespace of its own` });
  }
  const key = await ring.create(ns);
  const list = await issueOwn(shop, {
    ns,
    before: null,
    content: NOTHING,
    keyid: keyIdOf(key),
    ring,
    now,
  });
  const line = `${JSON.stringify({ namespace: ns, key, list: JSON.parse(list.toString('utf8')) })}\n`;
  return { ns, key, list, line };
}

const NOTHING: ListContent = { files: [], delegated: [] };

/** Reads such a line; throws `draft_unfit`. Whether the key signed the list is found out where it is taken in. */
export function readApplication(path: string): Application {
  try {
    const { namespace, key, list } = lineField.parse(JSON.parse(readFileSync(path, 'utf8')));
    return { ns: namespace, key, list: Buffer.from(`${JSON.stringify(list)}\n`) };
  } catch (cause) {
    const problem = 'the file has no line of "publisher apply"';
    throw new AppError('draft_unfit', { problem }, { cause });
  }
}

/** The own list of somebody who speaks for a namespace. */
export interface OwnList {
  ns: string;
  part: Raw;
  /** The key that signed it. */
  keyid: string;
}

/** Reads the list of a folder that "publisher apply" made; null where the folder is a publisher's, or nobody's. */
export function ownListOf(shop: Workshop): OwnList | null {
  const folder = join(shop.pack, 'metadata');
  if (!existsSync(shop.keys) || !existsSync(folder)) return null;
  const newest = newestList(readdirSync(folder).map((name) => `metadata/${name}`));
  if (!newest) return null;
  try {
    const { ns, name } = newest;
    const { signed, signatures } = opened(readFileSync(join(shop.pack, name)), ns, PACK_POLICY);
    return { ns, part: signed, keyid: [...signatures.keys()][0] ?? '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new AppError('publisher_missing', { name: newest.ns, part: 'list' }, { cause: error });
  }
}

/** The one list among names of metadata, in its newest version; null where there is a root, or not exactly one list. */
export function newestList(names: Iterable<string>): { ns: string; name: string } | null {
  const versions = new Map<string, number>();
  for (const each of names) {
    const [, version, role] = /^metadata\/(\d{1,15})\.([a-z0-9-]+)\.json$/.exec(each) ?? [];
    if (role === 'root') return null;
    if (role) versions.set(role, Math.max(Number(version), versions.get(role) ?? 0));
  }
  const [only, another] = [...versions];
  if (!only || another) return null;
  return { ns: only[0], name: metadataName(...only) };
}

interface Issuing {
  ns: string;
  before: Raw | null;
  content: ListContent;
  keyid: string;
  ring: KeyRing;
  now: Date;
}

/** Signs and writes the next version of an own list; throws `key_missing` before anything is written. */
export async function issueOwn(shop: Workshop, issuing: Issuing): Promise<Buffer> {
  const { ns, before, content, keyid, ring, now } = issuing;
  const key = await ring.find(keyid);
  if (!key) throw new AppError('key_missing', { role: ns });
  const version = Number(before?.version ?? 0) + 1;
  const bytes = signedFile(targetsPart({ version, now, ...content, before }), [key]);
  writePublic(join(shop.pack, metadataName(ns, version)), bytes);
  if (version > 1) rmSync(join(shop.pack, metadataName(ns, version - 1)), { force: true });
  return bytes;
}
