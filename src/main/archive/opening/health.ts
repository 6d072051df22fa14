// Tells at a quick look whether an archive is one, remembers suspicion, and moves a damaged one out of the way.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import { syncFolder, writeAtomically } from '../../data-folder/atomic.ts';
import { layout } from '../../data-folder/layout.ts';
import { isDamage } from '../../sqlite/faults.ts';
import { schemaVersion } from '../../sqlite/migrate.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { lastChange, recordByNumber } from '../store/records.ts';
import { shelves } from '../store/shelves.ts';

/** Throws `archive_damaged` where an archive plainly is not one; costs the same whatever its size. */
export function probeArchive(archive: Database): void {
  if (schemaVersion(archive) === 0) throw new AppError('archive_damaged');
  if (shelves(archive).length === 0) throw new AppError('archive_damaged');
  lastChange(archive);
  const last = lastRecord(archive);
  if (last !== null && !recordByNumber(archive, last)) throw new AppError('archive_damaged');
}

function lastRecord(db: Database): number | null {
  const row = statement<[], { last: number | null }>(
    db,
    `SELECT max(number) AS last
     FROM records`,
  ).get();
  return row?.last ?? null;
}

/** SQLite's own check of a database, one table after the other; gives what it objects to, in its words. */
export async function structuralFaults(db: Database, signal?: AbortSignal): Promise<string[]> {
  const faults: string[] = [];
  try {
    for (const table of tables(db)) {
      if (signal?.aborted) throw new AppError('cancelled');
      for (const fault of integrityOf(db, table)) if (fault !== 'ok') faults.push(fault);
      await pause();
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    faults.push('unreadable');
  }
  return faults;
}

function tables(db: Database): string[] {
  const rows = statement<[], { name: string }>(
    db,
    `SELECT name
     FROM sqlite_schema
     WHERE type = 'table' AND rootpage > 0
     ORDER BY name`,
  ).all();
  return rows.map(({ name }) => name);
}

function integrityOf(db: Database, table: string): string[] {
  const quoted = `"${table.replaceAll('"', '""')}"`;
  const rows = db.pragma(`integrity_check(${quoted})`) as { integrity_check: string }[];
  return rows.map(({ integrity_check }) => integrity_check);
}

/** Remembers that something is wrong, so that the next opening looks at the whole archive and puts it right. */
export function suspectArchive(folder: string): void {
  writeAtomically(layout(folder).suspectMarker, '');
}

/** Tells whether something wrong was met since the archive was last looked at whole. */
export function isSuspect(folder: string): boolean {
  return existsSync(layout(folder).suspectMarker);
}

/** Forgets the suspicion, once the archive was found sound or replaced. */
export function clearSuspicion(folder: string): void {
  rmSync(layout(folder).suspectMarker, { force: true });
}

/** Moves a damaged archive out of the way under a name of its own, which it gives; nothing of it is deleted. */
export function setAside(folder: string): string {
  const { archive } = layout(folder);
  let number = 1;
  while (existsSync(join(folder, `archive-damaged-${number}.sqlite`))) number += 1;
  const aside = join(dirname(archive), `archive-damaged-${number}.sqlite`);
  // The log goes first: beside a new archive it would be taken for that one's own.
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(archive + suffix)) renameSync(archive + suffix, aside + suffix);
  }
  syncFolder(folder);
  return basename(aside);
}
