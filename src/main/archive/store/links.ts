// Which records a record links to, and as what.
import type { ArchiveRecord, DocumentRecord } from '../../../shared/record.ts';

/** The field that a link stands in; of a document about an event, what it does there. */
export type LinkRole =
  | DocumentRecord['about'][number]['role']
  | 'mentions'
  | 'documents'
  | 'related'
  | 'claims';

export interface Link {
  role: LinkRole;
  /** The address that is linked to; no such record need exist here. */
  shelf: string;
  id: string;
}

/** Every different link of a record; a link without a shelf means the record's own. */
export function linksOf(record: ArchiveRecord, shelf: string): Link[] {
  const links = new Map<string, Link>();
  for (const [role, written] of writtenLinks(record)) {
    const link = { role, ...linkAddress(written, shelf) };
    links.set(`${role} ${link.shelf} ${link.id}`, link);
  }
  return [...links.values()];
}

/** Reads a link as it is written, `ns/slug` or `shelf:ns/slug`, in a record of the given shelf. */
export function linkAddress(written: string, ownShelf: string): { shelf: string; id: string } {
  const colon = written.indexOf(':');
  if (colon < 0) return { shelf: ownShelf, id: written };
  return { shelf: written.slice(0, colon), id: written.slice(colon + 1) };
}

/** Every link of a record as it is written, with the field that it stands in. */
export function writtenLinks(record: ArchiveRecord): [LinkRole, string][] {
  if (record.kind !== 'document' && record.kind !== 'event') return [];
  const links: [LinkRole, string][] = record.related.map((link) => ['related', link]);
  for (const { id } of record.mentions) if (id) links.push(['mentions', id]);
  if (record.kind === 'document') {
    for (const { event, role } of record.about) links.push([role, event]);
  } else {
    for (const link of record.documents) links.push(['documents', link]);
    for (const { document } of record.claims) if (document) links.push(['claims', document]);
  }
  return links;
}
