// What is kept of a publisher as files: `packs/<fingerprint>/` is laid out as a pack, so that it can be verified again,
// passed on byte by byte, and give back the archive if that is ever lost.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readJson, syncFolder, writeAtomically } from '../../data-folder/atomic.ts';
import { layout } from '../../data-folder/layout.ts';
import { makeFolder } from '../../data-folder/make-folder.ts';
import { payloadParts } from '../format/names.ts';

const FINGERPRINT = /^[0-9a-f]{64}$/;

/** The places of what is kept of one publisher. */
export function publisherFolder(folder: string, fingerprint: string) {
  const root = join(layout(folder).packs, fingerprint);
  return {
    root,
    /** A file by its name in a pack. */
    file: (name: string) => join(root, ...name.split('/')),
    /** Where a payload is put together, and stays until it is merged. */
    staged: (sha256: string) => join(root, 'incoming', sha256),
    incoming: join(root, 'incoming'),
    /** What is left of a payload from which records were removed here. */
    partial: (sha256: string) => join(root, 'partial', `${sha256}.ndjson.zst`),
    trust: join(root, 'trust.json'),
    evidence: (hash: string) => join(root, 'evidence', `${hash}.json`),
  };
}
export type PublisherFolder = ReturnType<typeof publisherFolder>;

/** The publishers of whom anything is kept as files, by fingerprint. */
export function publisherFolders(folder: string): string[] {
  const { packs } = layout(folder);
  if (!existsSync(packs)) return [];
  return readdirSync(packs)
    .filter((name) => FINGERPRINT.test(name))
    .toSorted();
}

/** Writes a file of a publisher so that it survives a loss of power, with the folders that it stands in. */
export function keepFile(path: string, bytes: string | Uint8Array): void {
  makeFolder(dirname(path));
  writeAtomically(path, bytes);
}

const decision = z.object({ status: z.enum(['trusted', 'quarantined']) });

/** Notes on the disk whether a publisher is trusted, so that a rebuilt archive knows it. */
export function writeDecision(at: PublisherFolder, status: 'trusted' | 'quarantined'): void {
  keepFile(at.trust, `${JSON.stringify({ status })}\n`);
}

/** Whether a publisher was trusted, as its folder says; null for one that was never taken over whole. */
export function readDecision(at: PublisherFolder): 'trusted' | 'quarantined' | null {
  const found = decision.safeParse(readJson(at.trust));
  if (found.success) return found.data.status;
  return existsSync(at.trust) ? 'quarantined' : null;
}

/** Deletes a kept payload, whole or partial; gives the bytes that it had. */
export function deletePayload(at: PublisherFolder, place: string): number {
  const sha256 = payloadParts(place)?.sha256 ?? '';
  let bytes = 0;
  for (const path of [at.file(place), at.partial(sha256), at.staged(sha256)]) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) continue;
    bytes += found.size;
    rmSync(path);
    syncFolder(dirname(path));
  }
  return bytes;
}
