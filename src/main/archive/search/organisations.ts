// The organisations of an archive with their names, so that a query by one name finds what bears another.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { type KnownNames, knownNames } from '../query/names.ts';
import type { Thing } from '../query/tree.ts';
import { aboutIndex } from './index-file.ts';
import { FIRST_DATED, FIRST_STRAYED } from './numbers.ts';

/** Beyond so many organisations the rest are known by their printed names only. */
const MOST_ORGANISATIONS = 20_000;

interface Known {
  change: number;
  names: KnownNames;
}

const known = new WeakMap<Database, Known>();

/** Every name that queries of an archive may use; read when first asked for, and again after a change. */
export function namesIn({ index, archive }: { index: Database; archive: Database }): KnownNames {
  const { change } = aboutIndex(index);
  const before = known.get(index);
  if (before?.change === change) return before.names;
  const names = knownNames(organisations(index, archive));
  known.set(index, { change, names });
  return names;
}

function organisations(index: Database, archive: Database): Thing[] {
  const things = new Map<number, Thing>();
  for (const { record, lang, name } of namesOfOrganisations(index)) {
    let thing = things.get(record);
    if (!thing) {
      const id = things.size < MOST_ORGANISATIONS ? addressOf(archive, record) : null;
      if (id === null) continue;
      things.set(record, (thing = { field: 'org', id, names: {} }));
    }
    (thing.names[lang] ??= []).push(name);
  }
  return [...things.values()];
}

interface NameRow {
  record: number;
  lang: string;
  name: string;
}

// Organisations have no date, so their numbers are the lowest, or, where those were taken, the highest.
function namesOfOrganisations(index: Database): NameRow[] {
  return statement<[number, number], NameRow>(
    index,
    `SELECT documents.record, names.lang, names.name
     FROM documents
     JOIN names ON names.document = documents.number
     WHERE documents.kind = 'organisation' AND (documents.number < ? OR documents.number >= ?)
     ORDER BY documents.number, names.position`,
  ).all(FIRST_DATED, FIRST_STRAYED);
}

// A publisher in quarantine may not lend its names to other records.
function addressOf(archive: Database, record: number): string | null {
  const row = statement<[number], { address: string }>(
    archive,
    `SELECT shelves.key || '/' || records.id AS address
     FROM records
     JOIN shelves ON shelves.number = records.shelf
     WHERE records.number = ? AND shelves.trust <> 'quarantined'`,
  ).get(record);
  return row?.address ?? null;
}
