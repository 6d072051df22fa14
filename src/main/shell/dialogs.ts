// Asks the reader for files and folders in the system's own dialogs; what they choose becomes a grant.
import { basename } from 'node:path';
import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { Grant, GrantRequest } from '../../shared/contract.ts';
import type { Grants } from './grants.ts';

/** Lets the reader choose a file or folder to open, a name to save under or a folder to write into; null when they cancel. */
export async function askForFile(
  window: BrowserWindow,
  grants: Grants,
  { purpose, suggestedName }: { purpose: GrantRequest; suggestedName: string },
): Promise<Grant | null> {
  const path =
    purpose === 'save' ? await toSave(window, suggestedName) : await toOpen(window, purpose);
  return path ? grants.give(path, purpose === 'open-folder' ? 'open' : purpose) : null;
}

// dontAddToRecent: what was opened here is nobody else's business.
async function toOpen(
  window: BrowserWindow,
  purpose: Exclude<GrantRequest, 'save'>,
): Promise<string | undefined> {
  const properties: OpenDialogOptions['properties'] =
    purpose === 'open' ? ['openFile'] : ['openDirectory', 'createDirectory'];
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: [...properties, 'dontAddToRecent'],
  });
  return filePaths[0];
}

async function toSave(window: BrowserWindow, suggestedName: string): Promise<string | undefined> {
  const { filePath } = await dialog.showSaveDialog(window, {
    // The page suggests a name, never a folder.
    defaultPath: basename(suggestedName),
    properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return filePath;
}
