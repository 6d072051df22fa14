// A publisher as people see it: its number, what it says of itself, and whose name its own resembles.
import type { PublisherIdentity, PublisherStatus } from '../../../shared/pack.ts';
import { newestSigned } from '../../archive/store/metadata.ts';
import { type Shelf, shelfByKey, shelves } from '../../archive/store/shelves.ts';
import type { Database } from '../../sqlite/open.ts';
import { fingerprintGroups } from '../format/fingerprint.ts';
import { heldRoot } from '../verify/held.ts';
import { publisherOf } from '../verify/publisher.ts';
import type { Publisher } from '../verify/verdict.ts';
import { resembles } from './resemblance.ts';

/** A publisher of this archive as its newest root describes it; null where nothing of it is here. */
export function storedPublisher(archive: Database, fingerprint: string): Publisher | null {
  const shelf = shelfByKey(archive, fingerprint);
  const newest = shelf && newestSigned(archive, shelf.number, 'root');
  return newest ? publisherOf(heldRoot(newest.bytes), fingerprint) : null;
}

/** The shelves of publishers. */
export function publisherShelves(archive: Database): Shelf[] {
  return shelves(archive).filter(({ status }) => status === 'trusted' || status === 'quarantined');
}

/** What is shown of a publisher, beside those here whose names are hard to tell from its own. */
export function identityOf(archive: Database, publisher: Publisher): PublisherIdentity {
  const { fingerprint, name, about, contact, rootVersion, thresholds } = publisher;
  const { root, targets } = thresholds;
  return {
    fingerprint,
    digits: fingerprintGroups(fingerprint),
    status: statusOf(archive, fingerprint),
    names: name,
    about,
    contact,
    rootVersion,
    rootThreshold: root?.threshold ?? 0,
    rootKeys: root?.keys ?? 0,
    listThreshold: targets?.threshold ?? 0,
    listKeys: targets?.keys ?? 0,
    resembles: resembling(archive, publisher),
  };
}

function statusOf(archive: Database, fingerprint: string): PublisherStatus {
  const status = shelfByKey(archive, fingerprint)?.status;
  return status === 'trusted' || status === 'quarantined' ? status : 'unknown';
}

function resembling(archive: Database, { fingerprint, name }: Publisher) {
  const own = Object.values(name);
  return publisherShelves(archive).flatMap(({ key }) => {
    const other = key === fingerprint ? null : storedPublisher(archive, key);
    const names = Object.values(other?.name ?? {});
    const alike = names.some((theirs) => own.some((ours) => resembles(ours, theirs)));
    if (!other || !alike) return [];
    return { fingerprint: key, digits: fingerprintGroups(key), names: other.name };
  });
}

/** What a publisher's shelf is called: its name in English where it has one. */
export function shelfName({ name, fingerprint }: Pick<Publisher, 'name' | 'fingerprint'>): string {
  return name.en ?? Object.values(name)[0] ?? fingerprint.slice(0, 8);
}
