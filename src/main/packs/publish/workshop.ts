// A publisher's own folder: its keys, its drafts, and the pack that it gives away.
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { writeAtomically } from '../../data-folder/atomic.ts';
import { openContainer } from '../container/container.ts';
import type { Raw } from '../verify/envelope.ts';
import type { Publisher, SignedFile, Trusted, Verdict } from '../verify/verdict.ts';
import { verifyPack } from '../verify/verify-pack.ts';
import { opened, PACK_POLICY } from '../verify/policy.ts';

export interface Workshop {
  /** The pack: the only part that is given away. */
  pack: string;
  keys: string;
  drafts: string;
  /** Which records were published before. */
  published: string;
}

/** Where the parts of a publisher's folder lie. */
export function workshopAt(folder: string): Workshop {
  const at = resolve(folder);
  return {
    pack: join(at, 'pack'),
    keys: join(at, 'keys'),
    drafts: join(at, 'drafts'),
    published: join(at, 'published'),
  };
}

/** What a publisher has issued so far, read back from its own pack and verified. */
export interface Issued {
  publisher: Publisher;
  root: Raw;
  timestamp: Raw;
  snapshot: Raw;
  /** The publisher's own list, and those of its delegates. */
  targets: Map<string, Raw>;
  verdict: Verdict;
}

/** Reads a publisher's folder; throws `publisher_missing` where it is none or its pack does not verify. */
export async function readIssued(shop: Workshop): Promise<Issued> {
  const name = basename(dirname(shop.pack));
  if (!existsSync(shop.keys)) throw new AppError('publisher_missing', { name, part: 'keys' });
  const verdict = await verifyFolder(shop.pack).catch((cause: unknown) => {
    throw new AppError('publisher_missing', { name, part: 'pack' }, { cause });
  });
  const { publisher, roots, lists, cause } = verdict;
  const root = roots.at(-1);
  if (!publisher || !lists || !root) {
    throw new AppError('publisher_missing', { name, part: `pack: ${cause?.code ?? 'none'}` });
  }
  const partOf = ({ bytes, role }: SignedFile) => opened(bytes, role, PACK_POLICY).signed;
  return {
    publisher,
    root: partOf(root),
    timestamp: partOf(lists.timestamp),
    snapshot: partOf(lists.snapshot),
    targets: new Map(lists.targets.map((file) => [file.role, partOf(file)])),
    verdict,
  };
}

async function verifyFolder(path: string, trusted: Trusted | null = null): Promise<Verdict> {
  const pack = await openContainer(path);
  try {
    return await verifyPack(pack, trusted);
  } finally {
    await pack.close();
  }
}

/** Makes a folder that others may read: a web server, for example. */
export function makePublicFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o755 });
}

/** Writes a file of the pack as one step; it holds nothing secret, so others may read it. */
export function writePublic(path: string, bytes: Uint8Array | string): void {
  makePublicFolder(dirname(path));
  writeAtomically(path, bytes);
  chmodSync(path, 0o644);
}

/** Takes away the lists of earlier versions: a pack has the newest of each, and every root. */
export function removeOldLists(shop: Workshop, keep: ReadonlySet<string>): void {
  for (const file of readdirSync(join(shop.pack, 'metadata'))) {
    const name = `metadata/${file}`;
    if (keep.has(name) || /^\d+\.root\.json$/.test(file)) continue;
    rmSync(join(shop.pack, 'metadata', file));
  }
}
