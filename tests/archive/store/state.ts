// The logical state of an archive: all that its records are, and nothing of the order in which they came.
import { unpackRecord } from '../../../src/main/archive/store/codec.ts';
import { recordRow } from '../../../src/main/archive/store/records.ts';
import type { Database } from '../../../src/main/sqlite/open.ts';

interface Numbered {
  number: number;
  id: string;
  shelf: string;
  day_from: number | null;
  day_to: number | null;
  current: string;
}

/** Everything that is true of the archive whatever numbers its rows have, in one order. */
export function logicalState(db: Database): unknown {
  const records = db
    .prepare<[], Numbered>(
      `SELECT records.number, id, shelves.key AS shelf, day_from, day_to, hex(revisions.hash) AS current
       FROM records
       JOIN shelves ON shelves.number = records.shelf
       JOIN revisions ON revisions.number = records.current
       ORDER BY shelves.key, id`,
    )
    .all();
  return records.map(({ number, ...rest }) => ({
    ...rest,
    row: recordRow(db, number),
    revisions: db
      .prepare<[number], { revision: number; hash: string; data: Buffer }>(
        `SELECT revision, hex(hash) AS hash, data
         FROM revisions
         WHERE record = ?
         ORDER BY revision, hash`,
      )
      .all(number)
      .map(({ data, ...key }) => ({ ...key, record: unpackRecord(db, data) })),
    links: db
      .prepare(
        `SELECT role, target_shelf, target_id
         FROM links
         WHERE record = ?
         ORDER BY role, target_shelf, target_id`,
      )
      .all(number),
  }));
}
