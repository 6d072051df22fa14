// What the values of facets are called.
import type { FacetName } from '../../../shared/search.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { shelves } from '../store/shelves.ts';
import { type Vocabulary, vocabularyEntry } from '../vocabulary.ts';

const VOCABULARIES: Partial<Record<FacetName, Vocabulary>> = {
  countries: 'places',
  services: 'services',
  triggers: 'triggers',
};

/** The current names of a value by language; none where it is a plain code, or nothing here says what it is. */
export function namesOfValue(
  archive: Database,
  facet: FacetName,
  value: string,
): Record<string, string> {
  const vocabulary = VOCABULARIES[facet];
  if (vocabulary) return currentNames(vocabularyEntry(vocabulary, value)?.names ?? {});
  if (facet === 'organisations') return titlesOfAddress(archive, value);
  const shelf = facet === 'shelves' && shelves(archive).find(({ key }) => key === value);
  return shelf ? { en: shelf.name } : {};
}

function currentNames(names: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([lang, [first = '']]) => [lang, first]));
}

function titlesOfAddress(archive: Database, address: string): Record<string, string> {
  const slash = address.indexOf('/');
  const row = statement<string[], { lang: string; title: string; titles: string | null }>(
    archive,
    `SELECT records.lang, records.title, records.titles
     FROM records
     JOIN shelves ON shelves.number = records.shelf
     WHERE records.id = ? AND shelves.key = ?`,
  ).get(address.slice(slash + 1), address.slice(0, slash));
  if (!row) return {};
  const titles: Record<string, string> = row.titles === null ? {} : JSON.parse(row.titles);
  return { ...titles, [row.lang]: row.title };
}
