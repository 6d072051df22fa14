// What SQLite and the system say of the world, in our own codes.
import { expect, test } from 'vitest';
import { asFault, isDamage } from '../../src/main/sqlite/faults.ts';
import { AppError } from '../../src/shared/errors.ts';

const withCode = (code: string) => Object.assign(new Error('text'), { code });

test.each([
  ['SQLITE_FULL', 'disk_full'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk_full'],
  ['SQLITE_READONLY', 'folder_unwritable'],
  ['SQLITE_READONLY_DIRECTORY', 'folder_unwritable'],
  ['SQLITE_CANTOPEN', 'folder_unwritable'],
  ['EROFS', 'folder_unwritable'],
  ['EACCES', 'folder_unwritable'],
  ['SQLITE_CORRUPT', 'index_damaged'],
  ['SQLITE_CORRUPT_VTAB', 'index_damaged'],
  ['SQLITE_NOTADB', 'index_damaged'],
])('%s is %s', (code, expected) => {
  expect(asFault(withCode(code), 'index_damaged')).toMatchObject({ code: expected });
});

test('what is our own bug stays what it is, and an AppError is not wrapped again', () => {
  for (const bug of [withCode('SQLITE_ERROR'), new TypeError('x'), 'text', undefined]) {
    expect(asFault(bug)).toBe(bug);
  }
  const known = new AppError('cancelled');
  expect(asFault(known)).toBe(known);
});

test('damage is told from everything else', () => {
  const damage = [withCode('SQLITE_NOTADB'), new AppError('index_damaged')];
  expect(damage.map(isDamage)).toEqual([true, true]);
  const other = [withCode('SQLITE_FULL'), new AppError('disk_full'), new Error('text')];
  expect(other.map(isDamage)).toEqual([false, false, false]);
});
