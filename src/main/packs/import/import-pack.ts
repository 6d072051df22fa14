// Takes a pack over: its lists, then file by file what is not here yet; cut short at any moment, it goes on next time.
import type { PackImportReport } from '../../../shared/pack.ts';
import { AppError } from '../../../shared/errors.ts';
import { asFault } from '../../sqlite/faults.ts';
import { type Container, openContainer } from '../container/container.ts';
import { latestIssue } from '../ledger/ledger.ts';
import { identityOf } from '../trust/identity.ts';
import { publisherFolder } from '../trust/publisher-folder.ts';
import { storedTrust } from '../trust/stored.ts';
import { publisherByFiles } from '../trust/whose-files.ts';
import type { Publisher, Verdict } from '../verify/verdict.ts';
import { publisherOfPack, verifyPack } from '../verify/verify-pack.ts';
import { commitLists } from './commit-lists.ts';
import { learnEarlier, rememberedLists } from './earlier-lists.ts';
import { Intake } from './intake.ts';
import type { ImportWork, TakeOver } from './work.ts';

/**
 * Imports a pack. What was finished when it is cancelled stays, and the report says so. Throws `pack_refused` where
 * nothing of it may be taken, `pack_unreadable` where it is no pack, `inspection_gone` where it is not the publisher's
 * who is expected, `disk_full`.
 */
export async function importPack(work: ImportWork): Promise<PackImportReport> {
  work.onProgress?.('verifying', 0, null);
  const pack = await openContainer(work.path);
  try {
    const verdict = await verdictOn(work, pack);
    return await takeOver({ ...work, pack, verdict });
  } catch (error) {
    throw asFault(error);
  } finally {
    await pack.close();
  }
}

/** Verifies a pack against what is here of its publisher. */
export async function verdictOn(
  { archive, clock }: Pick<ImportWork, 'archive' | 'clock'>,
  pack: Container,
): Promise<Verdict> {
  // A stick may have lost its lists: what is known of its files is still worth taking.
  const fingerprint = (await publisherOfPack(pack)) ?? publisherByFiles(archive, pack);
  const trusted = fingerprint === null ? null : storedTrust(archive, fingerprint);
  const floor = latestIssue(archive);
  return verifyPack(pack, trusted, clock ?? { now: new Date(), floor });
}

async function takeOver(work: TakeOver): Promise<PackImportReport> {
  const { archive, verdict, expected } = work;
  const { publisher, cause } = verdict;
  if (expected !== undefined && (publisher?.fingerprint ?? null) !== expected) {
    throw new AppError('inspection_gone');
  }
  // Of a known publisher whose new list is refused, files are still checked against the list held.
  if (!publisher || (cause && !storedTrust(archive, publisher.fingerprint))) {
    throw new AppError('pack_refused', { ...cause?.detail, cause: cause?.code ?? 'no-metadata' });
  }
  const { shelf, first } = commitLists(work, verdict);
  await learnRemembered(work, publisher, shelf);
  const intake = new Intake(work, { shelf, first, key: publisher.fingerprint });
  let cancelled = false;
  try {
    await intake.takeAll();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'cancelled') throw error;
    cancelled = true;
  } finally {
    intake.forgetIfEmpty();
    // What is in the archive shall be found, also after a fault.
    await intake.index();
  }
  return { ...intake.report(), status: identityOf(archive, publisher).status, cancelled };
}

// A stick from before: what its lists had and the newest has not is known from now on, and counts for less.
async function learnRemembered(
  { archive, folder, pack }: TakeOver,
  { fingerprint, revocations }: Publisher,
  shelf: number,
): Promise<void> {
  const trusted = storedTrust(archive, fingerprint);
  const lists = trusted ? await rememberedLists(pack, trusted) : [];
  if (lists.length === 0) return;
  const at = publisherFolder(folder, fingerprint);
  learnEarlier({ archive, shelf, at, revocations }, lists);
}
