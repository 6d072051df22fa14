// Trusting a publisher, and taking that back; both are decisions of a person, and of nothing else.
import type { PublisherIdentity } from '../../../shared/pack.ts';
import { AppError } from '../../../shared/errors.ts';
import { setShelfStatus } from '../../archive/store/shelves.ts';
import type { Database } from '../../sqlite/open.ts';
import { identityOf, storedPublisher } from './identity.ts';
import { isNumberOf } from './number.ts';
import { publisherFolder, writeDecision } from './publisher-folder.ts';

interface Decision {
  folder: string;
  archive: Database;
  publisher: string;
}

/** Trusts a publisher whose number was heard another way; throws `fingerprint_differs` and `publisher_unknown`. */
export function trustPublisher(decision: Decision & { number: string }): PublisherIdentity {
  if (!isNumberOf(decision.number, decision.publisher)) throw new AppError('fingerprint_differs');
  return decide(decision, 'trusted');
}

/** Puts a publisher into quarantine; throws `publisher_unknown`. */
export function quarantinePublisher(decision: Decision): PublisherIdentity {
  return decide(decision, 'quarantined');
}

function decide(
  { folder, archive, publisher: key }: Decision,
  status: 'trusted' | 'quarantined',
): PublisherIdentity {
  const publisher = storedPublisher(archive, key);
  if (!publisher) throw new AppError('publisher_unknown');
  setShelfStatus(archive, key, status);
  writeDecision(publisherFolder(folder, key), status);
  return identityOf(archive, publisher);
}
