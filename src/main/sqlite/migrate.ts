// Brings a database file to the newest shape: numbered, named steps, each in one transaction with its number.
import { AppError } from '../../shared/errors.ts';
import type { Database } from './open.ts';

export interface Migration {
  /** 1, 2, ... without gaps. */
  version: number;
  name: string;
  up: (db: Database) => void;
}

/** The number of the last migration that a database file has had; 0 for a new file. */
export function schemaVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Refuses, with `newer_data`, a file that was written by a newer Mahfuz. */
export function refuseNewer(db: Database, migrations: readonly Migration[]): void {
  const found = schemaVersion(db);
  const known = migrations.length;
  if (found > known) throw new AppError('newer_data', { found, known });
}

/** Runs the migrations that a file has not had yet and tells how many ran. */
export function migrate(db: Database, migrations: readonly Migration[]): number {
  refuseNewer(db, migrations);
  const before = schemaVersion(db);
  for (const [index, migration] of migrations.entries()) {
    if (migration.version !== index + 1) throw new Error(`migration ${migration.name} misnumbered`);
    if (migration.version <= before) continue;
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
  return migrations.length - before;
}
