// Says in our own error codes what SQLite and the file system report about the world.
import { AppError, type ErrorCode } from '../../shared/errors.ts';

/** What an SQLite error says about the file it came from. */
export type DamageCode = 'archive_damaged' | 'index_damaged' | 'notebook_damaged';

const BY_SQLITE: [RegExp, ErrorCode][] = [
  [/^SQLITE_FULL/, 'disk_full'],
  // Raised where the file beside the database cannot grow: a full disk, in practice.
  [/^SQLITE_IOERR_(SHMSIZE|TRUNCATE)/, 'disk_full'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR_SHMOPEN|IOERR_DELETE|IOERR_ACCESS)/, 'folder_unwritable'],
];
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ|IOERR_DATA)/;

const BY_SYSTEM: Record<string, ErrorCode> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EFBIG: 'disk_full',
  EACCES: 'folder_unwritable',
  EPERM: 'folder_unwritable',
  EROFS: 'folder_unwritable',
};

/** The text code of a system or SQLite error, such as ENOSPC or SQLITE_FULL; empty where there is none. */
export function faultCode(thrown: unknown): string {
  const code = thrown instanceof Error ? (thrown as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Tells whether an error means that a database file is not what was written into it. */
export function isDamage(thrown: unknown): boolean {
  if (thrown instanceof AppError) return thrown.code.endsWith('_damaged');
  return DAMAGED.test(faultCode(thrown));
}

/** Turns a fault in writing what a person chose the place of into `disk_full` or `file_unwritable` with its name. */
export function asWritingFault(thrown: unknown, name: string): unknown {
  const fault = asFault(thrown);
  if (fault instanceof AppError && fault.code !== 'folder_unwritable') return fault;
  if (!/^E[A-Z]/.test(faultCode(thrown))) return fault;
  return new AppError('file_unwritable', { name }, { cause: thrown });
}

/** Turns a fault of the disk, the folder or a damaged file into its AppError; our own bugs stay as they are. */
export function asFault(thrown: unknown, damaged: DamageCode = 'archive_damaged'): unknown {
  if (thrown instanceof AppError) return thrown;
  const code = faultCode(thrown);
  if (DAMAGED.test(code)) return new AppError(damaged, {}, { cause: thrown });
  const known = BY_SYSTEM[code] ?? BY_SQLITE.find(([pattern]) => pattern.test(code))?.[1];
  return known ? new AppError(known, {}, { cause: thrown }) : thrown;
}
