// Makes the data folder and the folders in it.
import { mkdirSync, statSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import { asFault, faultCode } from '../sqlite/faults.ts';
import { PRIVATE_FOLDER } from './atomic.ts';
import { layout } from './layout.ts';
import { giveToOwner } from './ownership.ts';

/** Makes the data folder with its `local` folder, readable by this account alone, where they are missing. */
export function readyFolder(folder: string): void {
  for (const path of [folder, layout(folder).local]) {
    try {
      const first = mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER });
      if (first) giveToOwner(first);
      if (first && first !== path) giveToOwner(path);
    } catch (error) {
      const fault = asFault(error);
      if (fault instanceof AppError) throw fault;
      if (!/^E(NOENT|NOTDIR|EXIST|LOOP|NAMETOOLONG)$/.test(faultCode(error))) throw error;
      throw new AppError('folder_missing', {}, { cause: error });
    }
    if (!statSync(path).isDirectory()) throw new AppError('folder_missing');
  }
}
