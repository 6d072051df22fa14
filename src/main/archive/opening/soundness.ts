// Looks through a whole archive for anything that is not as its revisions say.
import { setImmediate as pause } from 'node:timers/promises';
import type { CheckReport } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { isDamage } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { structuralFaults } from './health.ts';
import { revisionHash } from '../store/codec.ts';
import { allRevisions, countRecords, recordByNumber } from '../store/records.ts';
import { changesAreWhole, checkRecord, countDerived, recordNumbersAfter } from '../store/verify.ts';

/** Something that is wrong, as a check report names it. */
export type Problem = CheckReport['problems'][number];

export interface LookOptions {
  archive: Database;
  signal?: AbortSignal | undefined;
  /** Told the part that is looked at, with steps done and to do. */
  onProgress?: ((phase: string, done: number, total: number | null) => void) | undefined;
}

const STEP = 500;

/**
 * Gives every problem of an archive: its file's structure, the text of each revision, what was derived from them, and
 * the changes. It reads in steps between which other work goes on. Throws `cancelled`.
 */
export async function* archiveProblems(options: LookOptions): AsyncGenerator<Problem> {
  const { archive, signal, onProgress } = options;
  onProgress?.('structure', 0, null);
  try {
    for (const problem of await structuralFaults(archive, signal)) {
      yield { code: 'archive_structure', detail: { problem } };
    }
    yield* revisionProblems(options);
    yield* recordProblems(options);
    if (!changesAreWhole(archive)) yield { code: 'changes_incomplete', detail: {} };
  } catch (error) {
    if (!isDamage(error)) throw error;
    yield { code: 'archive_unreadable', detail: {} };
  }
}

async function* revisionProblems(options: LookOptions): AsyncGenerator<Problem> {
  let done = 0;
  for (const { hash, shelf, record } of allRevisions(options.archive)) {
    if (!revisionHash(record).equals(hash)) {
      const { id, revision } = record;
      yield { code: 'revision_untrue', detail: { shelf, id, revision } };
    }
    done += 1;
    if (done % STEP === 0) await breathe(options, 'revisions', { done, total: null });
  }
}

async function* recordProblems(options: LookOptions): AsyncGenerator<Problem> {
  const { archive } = options;
  const total = countRecords(archive);
  const expected = { countries: 0, links: 0 };
  let done = 0;
  for (let numbers = recordNumbersAfter(archive, 0, STEP); numbers.length > 0; ) {
    for (const number of numbers) {
      const { sound, countries, links } = checkRecord(archive, number);
      expected.countries += countries;
      expected.links += links;
      if (!sound) yield { code: 'record_untrue', detail: addressOf(archive, number) };
    }
    done += numbers.length;
    await breathe(options, 'records', { done, total });
    numbers = recordNumbersAfter(archive, numbers.at(-1) ?? 0, STEP);
  }
  const { countries, links } = countDerived(archive);
  if (countries !== expected.countries) yield { code: 'countries_untrue', detail: { countries } };
  if (links !== expected.links) yield { code: 'links_untrue', detail: { links } };
}

/** A record's address as a problem names it. */
export function addressOf(archive: Database, number: number): Problem['detail'] {
  const found = recordByNumber(archive, number);
  return { shelf: found?.shelf ?? null, id: found?.record.id ?? null };
}

/** Tells how far the look is, lets other work go on, and throws `cancelled` where that was asked. */
export async function breathe(
  { signal, onProgress }: Pick<LookOptions, 'signal' | 'onProgress'>,
  phase: string,
  { done, total }: { done: number; total: number | null },
): Promise<void> {
  onProgress?.(phase, done, total);
  await pause();
  if (signal?.aborted) throw new AppError('cancelled');
}
