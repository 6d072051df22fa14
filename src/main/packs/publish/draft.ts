// Roots that wait for their holders' signatures: written as a draft, signed elsewhere, put together here.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { metadataName } from '../format/names.ts';
import type { Raw } from '../verify/envelope.ts';
import { Refusal } from '../verify/refusal.ts';
import { countSigners } from '../verify/signatures.ts';
import { readRoot, signersOf } from '../verify/typed.ts';
import { opened, PACK_POLICY } from '../verify/policy.ts';
import type { SigningKey } from './keys.ts';
import { metadataFile, type RawSignature, signatureOf } from './signing.ts';
import { makePublicFolder, type Workshop, writePublic } from './workshop.ts';

const LINE = z.object({
  /** The SHA-256 of the canonical JSON of what was signed. */
  of: z.string().regex(/^[0-9a-f]{64}$/),
  keyid: z.string().regex(/^[0-9a-f]{64}$/),
  sig: z.string().regex(/^[0-9a-f]{128}$/),
});

export interface Draft {
  path: string;
  signed: Raw;
  signatures: RawSignature[];
  hash: string;
}

/** Reads a draft, or any root; throws `draft_unfit`. */
export function readDraft(path: string): Draft {
  try {
    const envelope = opened(readFileSync(path), 'root', PACK_POLICY);
    readRoot(envelope);
    const { signed, signatures, hash } = envelope;
    return {
      path,
      signed,
      hash,
      signatures: [...signatures].map(([keyid, sig]) => ({ keyid, sig })),
    };
  } catch (cause) {
    const problem = cause instanceof Refusal ? 'it is no root' : 'it cannot be read';
    throw new AppError('draft_unfit', { problem }, { cause });
  }
}

/** The draft that waits in a publisher's folder; null where none does. */
export function waitingDraft(shop: Workshop): Draft | null {
  if (!existsSync(shop.drafts)) return null;
  const file = readdirSync(shop.drafts).find((name) => /^\d+\.root\.json$/.test(name));
  return file === undefined ? null : readDraft(join(shop.drafts, file));
}

/** Writes a draft, with the signatures that it has so far. */
export function writeDraft(
  shop: Workshop,
  signed: Raw,
  signatures: readonly RawSignature[],
): Draft {
  makePublicFolder(shop.drafts);
  const path = join(shop.drafts, basename(metadataName('root', Number(signed.version))));
  writePublic(path, metadataFile(signed, signatures));
  return readDraft(path);
}

/** A holder's signature of a draft as one line, to be carried back. */
export function signatureLine({ signed, hash }: Draft, key: SigningKey): string {
  return `${JSON.stringify({ of: hash, ...signatureOf(signed, key) })}\n`;
}

/** Adds signature lines to a draft; each must be of this very draft. */
export function withLines(draft: Draft, lines: readonly string[]): RawSignature[] {
  const found = new Map(draft.signatures.map((each) => [each.keyid, each]));
  for (const line of lines.filter((text) => text.trim() !== '')) {
    const given = LINE.safeParse(parsed(line));
    if (!given.success) throw new AppError('draft_unfit', { problem: 'a line is no signature' });
    const { of, keyid, sig } = given.data;
    if (of !== draft.hash) {
      throw new AppError('draft_unfit', { problem: 'a signature is of another draft' });
    }
    found.set(keyid, { keyid, sig });
  }
  return [...found.values()];
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** How many of how many keys signed a draft: of the root before it, which is null for the first, and of its own. */
export interface Standing {
  before: { got: number; need: number } | null;
  own: { got: number; need: number };
}

export function standingOf(bytes: Uint8Array, before: Uint8Array | null): Standing {
  const envelope = opened(bytes, 'root', PACK_POLICY);
  const count = (root: Uint8Array) => {
    const signers = signersOf(readRoot(opened(root, 'root', PACK_POLICY)), 'root');
    return {
      got: signers ? countSigners(envelope, signers) : 0,
      need: signers?.threshold ?? 1,
    };
  };
  return { before: before ? count(before) : null, own: count(bytes) };
}

export function isComplete({ before, own }: Standing): boolean {
  return own.got >= own.need && (before === null || before.got >= before.need);
}

/** Puts a root that has its signatures into the pack, and takes its draft away. */
export function putRoot(shop: Workshop, signed: Raw, signatures: readonly RawSignature[]): void {
  const name = metadataName('root', Number(signed.version));
  writePublic(join(shop.pack, name), metadataFile(signed, signatures));
  rmSync(join(shop.drafts, basename(name)), { force: true });
}

/** What a draft changes, one sentence each, for its holders to read before they sign. */
export function draftChanges(draft: Raw, before: Raw | null): string[] {
  const roles = rolesOf(draft);
  const earlier = before ? rolesOf(before) : {};
  const found: string[] = [];
  for (const [role, { keyids, threshold }] of Object.entries(roles)) {
    const old = earlier[role];
    for (const id of keyids) {
      if (!old?.keyids.includes(id)) found.push(`${role}: adds key ${id.slice(0, 16)}`);
    }
    for (const id of old?.keyids ?? []) {
      if (!keyids.includes(id)) found.push(`${role}: removes key ${id.slice(0, 16)}`);
    }
    if (old?.threshold !== threshold) {
      found.push(`${role}: ${threshold} of ${keyids.length} must sign`);
    }
  }
  const revoked = (part: Raw | null) =>
    (part?.['x-revoked'] ?? []) as {
      keyid: string;
      role: string;
      from_version: number;
      why: string;
    }[];
  for (const { keyid, role, from_version, why } of revoked(draft).slice(revoked(before).length)) {
    const key = keyid.slice(0, 16);
    found.push(`${role}: key ${key} is revoked for lists from version ${from_version} on: ${why}`);
  }
  const names = (part: Raw | null) => JSON.stringify(part?.['x-publisher'] ?? null);
  if (names(draft) !== names(before)) found.push(`publisher: ${names(draft)}`);
  return found;
}

function rolesOf(part: Raw): Record<string, { keyids: string[]; threshold: number }> {
  return part.roles as Record<string, { keyids: string[]; threshold: number }>;
}
