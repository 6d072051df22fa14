// Makes the data folder and the folders in it.
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { asFault, faultCode } from '../sqlite/faults.ts';
import { layout } from './layout.ts';
import { makeFolder } from './make-folder.ts';

/** Makes the data folder with its `local` folder, readable by this account alone, where they are missing. */
export function readyFolder(folder: string): void {
  for (const path of [folder, layout(folder).local]) {
    try {
      makeFolder(path);
    } catch (error) {
      throw folderFault(path, error);
    }
    if (!statSync(path).isDirectory()) throw new AppError('folder_missing');
  }
}

function folderFault(path: string, error: unknown): unknown {
  const fault = asFault(error);
  if (fault instanceof AppError) return fault;
  if (!/^E(NOENT|NOTDIR|EXIST|LOOP|NAMETOOLONG)$/.test(faultCode(error))) return error;
  // On a disk that may only be read, a folder that cannot be made is reported as one that is not there.
  const unwritable = isUnwritable(nearestFolder(path));
  return new AppError(unwritable ? 'folder_unwritable' : 'folder_missing', {}, { cause: error });
}

function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}

function isUnwritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}
