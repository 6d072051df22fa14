// Trusting a publisher, and taking that back; both are decisions of a person, and of nothing else.
import type { PublisherIdentity } from '../../../shared/pack.ts';
import { AppError } from '../../../shared/errors.ts';
import { catchUp } from '../../archive/search/indexer.ts';
import { noteChange } from '../../archive/store/changes.ts';
import { recordsOfShelf } from '../../archive/store/removal.ts';
import { setShelfStatus, shelfNumber } from '../../archive/store/shelves.ts';
import type { Database } from '../../sqlite/open.ts';
import { identityOf, storedPublisher } from './identity.ts';
import { isNumberOf } from './number.ts';
import { publisherFolder, writeDecision } from './publisher-folder.ts';

interface Decision {
  folder: string;
  archive: Database;
  index: Database;
  publisher: string;
}

/** Trusts a publisher whose number was heard another way; throws `fingerprint_differs` and `publisher_unknown`. */
export async function trustPublisher(
  decision: Decision & { number: string },
): Promise<PublisherIdentity> {
  if (!isNumberOf(decision.number, decision.publisher)) throw new AppError('fingerprint_differs');
  return decide(decision, 'trusted');
}

/** Puts a publisher into quarantine; throws `publisher_unknown`. */
export async function quarantinePublisher(decision: Decision): Promise<PublisherIdentity> {
  return decide(decision, 'quarantined');
}

async function decide(
  { folder, archive, index, publisher: key }: Decision,
  status: 'trusted' | 'quarantined',
): Promise<PublisherIdentity> {
  const publisher = storedPublisher(archive, key);
  if (!publisher) throw new AppError('publisher_unknown');
  const change = archive.transaction(() => {
    setShelfStatus(archive, key, status);
    // What was found and counted before is no longer so: a change, though no record's own.
    const [first] = recordsOfShelf(archive, shelfNumber(archive, key));
    if (first !== undefined) noteChange(archive, first);
  });
  change.immediate();
  await catchUp(index, archive);
  writeDecision(publisherFolder(folder, key), status);
  return identityOf(archive, publisher);
}
