// One pack on its way to a verdict: what is known so far, for the steps that follow.
import type { Root } from '@tufjs/models';
import type { Container } from '../container/container.ts';
import { revocationsOf } from './publisher.ts';
import { type Voided, voidedBy } from './compare.ts';
import type { HeldLists } from './held.ts';
import type { Evidence, Note, Trusted } from './verdict.ts';
import type { Accepted, MetadataSource } from './policy.ts';

/** What verification needs of a pack. */
export type Readable = Pick<Container, 'read' | 'entries'>;

/** One pack on its way to a verdict. */
export interface Case {
  pack: Readable;
  source: MetadataSource;
  trusted: Trusted | null;
  /** Every root from the first one on; those after `heldRoots` are new. */
  roots: Accepted<Root>[];
  heldRoots: number;
  held: HeldLists;
  notes: Note[];
  evidence: Evidence[];
  /** The version of the publisher's own list that a signed snapshot names; 0 for none. */
  promised: number;
}

/** The newest root so far. */
export function newestRoot({ roots }: Case): Accepted<Root> {
  return roots.at(-1) as Accepted<Root>;
}

/** What a stolen key signed of the lists that are held. */
export function voidedOf({ roots, held }: Case): Voided[] {
  const root = roots.at(-1);
  return root ? voidedBy(held.lists, revocationsOf(root)) : [];
}

/** Keeps what proves that somebody said two things, and says so. */
export function addEvidence({ evidence, notes }: Case, found: Evidence[]): void {
  evidence.push(...found);
  notes.push(...found.map(noteOf));
}

/** A finding as a note. */
export function noteOf({ code, role, version, heldHash, givenHash }: Evidence): Note {
  return { code, detail: { role, version, held: heldHash, given: givenHash } };
}
