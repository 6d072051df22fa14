// Asks the reader for files in the system's own dialogs; what they choose becomes a grant.
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { Grant } from '../../shared/contract.ts';
import type { Grants, Purpose } from './grants.ts';

/** Lets the reader choose a file to open or a name to save under; null when they cancel. */
export async function askForFile(
  window: BrowserWindow,
  grants: Grants,
  { purpose, suggestedName }: { purpose: Purpose; suggestedName: string },
): Promise<Grant | null> {
  const path = purpose === 'open' ? await toOpen(window) : await toSave(window, suggestedName);
  return path ? grants.give(path, purpose) : null;
}

// dontAddToRecent: what was opened here is nobody else's business.
async function toOpen(window: BrowserWindow): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'dontAddToRecent'],
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
