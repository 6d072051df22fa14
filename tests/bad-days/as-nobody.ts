// Opens a data folder as an account that may not write there, and says with which code that failed.
import { openArchive } from '../../src/main/archive/opening/open-archive.ts';
import { openDatabase } from '../../src/main/sqlite/open.ts';
import { AppError } from '../../src/shared/errors.ts';

const [folder = '', bundledFolder = '', user = ''] = process.argv.slice(2);
// Loads SQLite while its files may still be read.
openDatabase(':memory:').close();
if (user) process.seteuid?.(Number(user));
try {
  (await openArchive({ folder, bundledFolder })).close();
  console.log('opened');
} catch (error) {
  console.log(error instanceof AppError ? error.code : `unexpected ${String(error)}`);
}
