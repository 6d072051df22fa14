// Whose pack it is where its lists are gone: files are named by their content, and known ones tell.
import { filesOf } from '../../archive/store/files.ts';
import { shelves } from '../../archive/store/shelves.ts';
import type { Database } from '../../sqlite/open.ts';
import type { Container } from '../container/container.ts';
import { payloadName } from '../format/names.ts';

/**
 * The publisher here that has listed most of the files of a pack, or null. It proves nothing: every file is still
 * checked against that publisher's own lists.
 */
export function publisherByFiles(
  archive: Database,
  { entries }: Pick<Container, 'entries'>,
): string | null {
  let [found, most] = [null as string | null, 0];
  for (const { number, key } of shelves(archive)) {
    const known = filesOf(archive, number).filter(({ path, hash }) =>
      entries.has(payloadName(path, hash)),
    );
    if (known.length > most) [found, most] = [key, known.length];
  }
  return found;
}
