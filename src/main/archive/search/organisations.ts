// The organisations of an archive with their names, so that a query by one name finds what bears another.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { quarantinedShelves } from '../store/shelves.ts';
import { type KnownNames, knownNames } from '../query/names.ts';
import type { Thing } from '../query/tree.ts';
import { aboutIndex } from './index-file.ts';
import { FIRST_DATED, FIRST_STRAYED } from './numbers.ts';

/** Beyond so many organisations the rest are known by their printed names only. */
const MOST_ORGANISATIONS = 20_000;

interface Known {
  key: string;
  names: KnownNames;
}

const known = new WeakMap<Database, Known>();

/** Every name that queries of an archive may use; read when first asked for, and again after a change. */
export function namesIn({ index, archive }: { index: Database; archive: Database }): KnownNames {
  // A publisher in quarantine may not lend its names to other records.
  const hidden = quarantinedShelves(archive);
  const key = JSON.stringify([aboutIndex(index).change, hidden]);
  const before = known.get(index);
  if (before?.key === key) return before.names;
  const names = namesOf({ index, archive }, hidden);
  known.set(index, { key, names });
  return names;
}

// Addresses lie all over the archive, and hardly any is ever asked for: each is looked up when its name is.
function namesOf(
  { index, archive }: { index: Database; archive: Database },
  hidden: readonly string[],
): KnownNames {
  const records = organisations(index, new Set(hidden));
  const { longest, thingsNamed } = knownNames([...records.keys()]);
  const addressed = new Map<Thing, Thing | null>();
  const withAddress = (thing: Thing): Thing | null => {
    const record = records.get(thing);
    if (record === undefined) return thing;
    let found = addressed.get(thing);
    if (found === undefined) {
      const id = addressOf(archive, record);
      found = id === null ? null : { ...thing, id };
      addressed.set(thing, found);
    }
    return found;
  };
  return {
    longest,
    thingsNamed: (terms) => thingsNamed(terms).flatMap((thing) => withAddress(thing) ?? []),
  };
}

// Each with the number of its record; what it is addressed by is not yet known.
function organisations(index: Database, hidden: ReadonlySet<string>): Map<Thing, number> {
  const things = new Map<number, Thing>();
  for (const { record, shelf, lang, name } of namesOfOrganisations(index)) {
    if (hidden.has(shelf)) continue;
    let thing = things.get(record);
    if (!thing) {
      if (things.size === MOST_ORGANISATIONS) continue;
      things.set(record, (thing = { field: 'org', id: '', names: {} }));
    }
    (thing.names[lang] ??= []).push(name);
  }
  return new Map(Array.from(things, ([record, thing]) => [thing, record]));
}

interface NameRow {
  record: number;
  shelf: string;
  lang: string;
  name: string;
}

// Organisations have no date, so their numbers are the lowest, or, where those were taken, the highest.
function namesOfOrganisations(index: Database): NameRow[] {
  return statement<[number, number], NameRow>(
    index,
    `SELECT documents.record, documents.shelf, names.lang, names.name
     FROM documents
     JOIN names ON names.document = documents.number
     WHERE documents.kind = 'organisation' AND (documents.number < ? OR documents.number >= ?)
     ORDER BY documents.number, names.position`,
  ).all(FIRST_DATED, FIRST_STRAYED);
}

function addressOf(archive: Database, record: number): string | null {
  const row = statement<[number], { address: string }>(
    archive,
    `SELECT shelves.key || '/' || records.id AS address
     FROM records
     JOIN shelves ON shelves.number = records.shelf
     WHERE records.number = ?`,
  ).get(record);
  return row?.address ?? null;
}
