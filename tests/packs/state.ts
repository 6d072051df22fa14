// All that is true of an archive's publishers whatever the order in which things came: records, ledger, lists, proof.
import { filesOf } from '../../src/main/archive/store/files.ts';
import { evidenceOf, knownSigned } from '../../src/main/archive/store/metadata.ts';
import { type Shelf, shelves } from '../../src/main/archive/store/shelves.ts';
import type { Database } from '../../src/main/sqlite/open.ts';
import { logicalState } from '../archive/store/state.ts';

/** The logical state of records and of what publishers signed. */
export function packState(db: Database): unknown {
  return {
    records: logicalState(db),
    shelves: byKey(shelves(db)).map(({ number, key, status, seen }) => ({
      key,
      status,
      seen,
      files: filesOf(db, number)
        .map(({ number: _number, import: _import, ...file }) => ({
          ...file,
          carries: carriedBy(db, _number),
        }))
        .toSorted((a, b) => (`${a.path} ${a.hash}` < `${b.path} ${b.hash}` ? -1 : 1)),
      signed: knownSigned(db, number),
      evidence: evidenceOf(db, number),
    })),
    standing: db
      .prepare(
        `SELECT shelves.key, records.id, revisions.revision, hex(revisions.hash) AS hash, standing
         FROM revisions
         JOIN records ON records.number = revisions.record
         JOIN shelves ON shelves.number = records.shelf
         ORDER BY shelves.key, records.id, revisions.revision, hash`,
      )
      .all(),
  };
}

const byKey = (all: readonly Shelf[]) => all.toSorted((a, b) => (a.key < b.key ? -1 : 1));

function carriedBy(db: Database, file: number): unknown[] {
  return db
    .prepare(
      `SELECT hex(revisions.hash) AS hash
       FROM carried
       JOIN revisions ON revisions.number = carried.revision
       WHERE file = ?
       ORDER BY 1`,
    )
    .pluck()
    .all(file);
}
