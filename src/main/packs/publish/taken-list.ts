// Takes in the list of somebody who speaks for a namespace, once it holds against what readers would ask of it.
import { randomBytes } from 'node:crypto';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../shared/errors.ts';
import { syncFile } from '../../data-folder/atomic.ts';
import type { Container } from '../container/container.ts';
import { type FileField, historyField, packField } from '../format/fields.ts';
import { LIMITS } from '../format/limits.ts';
import { metadataName } from '../format/names.ts';
import { payloadLines, payloadState, verifiedBytes } from '../payload/payload.ts';
import { changesOf } from '../verify/compare.ts';
import type { Raw } from '../verify/envelope.ts';
import { type List, listedFiles } from '../verify/lists.ts';
import { accepted, opened, PACK_POLICY } from '../verify/policy.ts';
import { Refusal } from '../verify/refusal.ts';
import { checkSignatures } from '../verify/signatures.ts';
import { type Delegations, delegatedSigners, readTargets } from '../verify/typed.ts';
import type { ListedFile } from '../verify/verdict.ts';
import { delegatedIn, issueLists } from './issue.ts';
import type { KeyRing } from './key-ring.ts';
import { newestList } from './speaker.ts';
import { type Issued, makePublicFolder, readIssued, type Workshop } from './workshop.ts';

interface Taking {
  /** What was handed over: one list, and at least the files that are new in it. */
  from: Container;
  ns: string;
  ring: KeyRing;
  now: Date;
  signal?: AbortSignal | undefined;
}

/** What came of it: the list's version, and how many of its files are new. */
export interface Taken {
  version: number;
  files: number;
}

const unfit = (problem: string, cause?: unknown) =>
  new AppError('build_refused', { problem }, { cause });

/**
 * Takes a list that its own key signed, and its new files, into the publisher's pack; throws `build_refused`, and then
 * nothing was changed. A list that is here already is no fault.
 */
export async function takeList(shop: Workshop, taking: Taking): Promise<Taken> {
  const { from, ns, ring, now, signal } = taking;
  const issued = await readIssued(shop);
  const delegated = delegatedIn(issued.targets.get('targets') as Raw);
  if (!delegated.some(({ name, namespaces }) => name === ns && namespaces.includes(ns))) {
    throw unfit(`${ns} is not delegated`);
  }
  const [given, held] = [await listFrom(from, ns, issued), heldList(issued, ns)];
  if (given.hash === held.hash) return { version: given.version, files: 0 };
  const added = newFiles(given, held);
  const copied: string[] = [];
  try {
    for (const file of added.filter(({ custom }) => !custom.withdrawn)) {
      await checkFile(from, file, signal);
      copied.push(await copyFile(shop, { from, file, signal }));
    }
    const ready = new Map([[ns, { version: given.version, bytes: given.bytes }]]);
    const before = { root: issued.root, before: issued, changed: new Map() };
    await issueLists(shop, { ...before, ready, ring, now });
  } catch (error) {
    for (const path of copied) rmSync(path, { force: true });
    throw error;
  }
  dropWithdrawn(shop, given);
  return { version: given.version, files: added.length };
}

// Signatures before anything else is read, as readers do it (§5.6.3).
async function listFrom(from: Container, ns: string, issued: Issued): Promise<List> {
  const newest = newestList(from.entries.keys());
  if (newest?.ns !== ns) throw unfit(`what was handed over has no list of ${ns} alone`);
  const bytes = await from.read(newest.name, LIMITS.targetsBytes);
  if (!bytes) throw unfit(`the list of ${ns} cannot be read`);
  return orUnfit(() => {
    const own = readTargets(opened(ownBytes(issued, 'targets'), 'targets', PACK_POLICY));
    const envelope = opened(bytes, ns, PACK_POLICY);
    checkSignatures(envelope, delegatedSigners(own.delegations as Delegations, ns));
    if (newest.name !== metadataName(ns, envelope.version))
      throw unfit('its number is not its own');
    return { ...accepted(envelope, newest.name, readTargets(envelope)), namespaces: null };
  });
}

/** What verification would refuse is told as a list that cannot be taken. */
function orUnfit<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const why =
      error.code === 'unsigned' ? "was not signed with its delegate's key" : `is ${error.code}`;
    throw unfit(`the list ${String(error.detail.role ?? '')} ${why}`, error);
  }
}

function ownBytes({ verdict }: Issued, role: string): Uint8Array {
  const file = verdict.lists?.targets.find((each) => each.role === role);
  if (!file) throw unfit(`${role} is not delegated`);
  return file.bytes;
}

function heldList(issued: Issued, ns: string): List {
  const envelope = opened(ownBytes(issued, ns), ns, PACK_POLICY);
  const name = metadataName(ns, envelope.version);
  return { ...accepted(envelope, name, readTargets(envelope)), namespaces: null };
}

// A list that readers would warn of, or would not follow, is not given to them.
function newFiles(given: List, held: List): ListedFile[] {
  const { role: ns, version, signed } = given;
  const files = orUnfit(() => listedFiles([given]));
  const history = historyField.safeParse(signed['x-history']);
  const pack = packField.safeParse(signed['x-pack']);
  if (version <= held.version) {
    throw unfit(`list ${version} of ${ns} is not newer than list ${held.version}, which is here`);
  }
  if (!history.success || history.data[String(held.version)] !== held.hash) {
    throw unfit(`list ${version} of ${ns} does not follow from list ${held.version}`);
  }
  if (!pack.success) throw unfit(`list ${version} of ${ns} does not say when it was made`);
  if (given.typed.delegations) throw unfit(`list ${version} of ${ns} delegates to others`);
  const foreign = files.find((file) => file.ns !== ns);
  if (foreign) throw unfit(`it lists ${foreign.path}, which is outside ${ns}/`);
  return checkedFiles(files, held, version);
}

// Nothing that was said before is unsaid, and what is new has numbers that were not used.
function checkedFiles(files: ListedFile[], held: List, version: number): ListedFile[] {
  const before = listedFiles([held]);
  const { added, delisted, rewritten } = changesOf(files, { lists: [held], files: before }, []);
  const [gone] = [...delisted, ...rewritten, ...altered(files, before)];
  if (gone) throw unfit(`it takes ${gone.path} back, or changes what was said of it`);
  const last = before.reduce((most, { custom }) => Math.max(most, custom.seq), 0);
  const wrong = added.find(
    ({ custom: { seq, since } }) => seq <= last || since <= held.version || since > version,
  );
  if (wrong) throw unfit(`${wrong.path} has a number that is not new`);
  if (new Set(files.map(({ custom }) => custom.seq)).size < files.length) {
    throw unfit('two of its files have one number');
  }
  return added;
}

// Only a withdrawal may be added to what a list said of a file.
function altered(files: readonly ListedFile[], before: readonly ListedFile[]): ListedFile[] {
  const now = new Map(files.map((file) => [file.path, file.custom]));
  const said = (custom: FileField) => JSON.stringify({ ...custom, withdrawn: null });
  return before.filter(({ path, custom }) => {
    const later = now.get(path);
    if (!later) return true;
    return said(later) !== said(custom) || (custom.withdrawn !== null && later.withdrawn === null);
  });
}

// First whether it is what was signed, only then what is in it; a reader would refuse a bad record later.
async function checkFile(from: Container, file: ListedFile, signal?: AbortSignal): Promise<void> {
  const state = await payloadState(from, file, signal);
  if (state !== 'whole') throw unfit(`${file.path} is ${state}`);
  if (file.custom.kind !== 'records') return;
  for await (const { line } of payloadLines(from, file, signal)) void line;
}

interface Copying {
  from: Container;
  file: ListedFile;
  signal: AbortSignal | undefined;
}

async function copyFile(shop: Workshop, { from, file, signal }: Copying): Promise<string> {
  const path = join(shop.pack, file.place);
  const unfinished = join(dirname(path), `.unfinished-${randomBytes(6).toString('hex')}`);
  makePublicFolder(dirname(path));
  try {
    const pieces = verifiedBytes(from, file, signal);
    await pipeline(pieces, createWriteStream(unfinished, { mode: 0o644, flags: 'wx' }));
    syncFile(unfinished);
    renameSync(unfinished, path);
    return path;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

// The bytes of what its publisher has withdrawn since are given away no more.
function dropWithdrawn(shop: Workshop, given: List): void {
  for (const { place, custom } of listedFiles([given])) {
    if (custom.withdrawn) rmSync(join(shop.pack, place), { force: true });
  }
}
