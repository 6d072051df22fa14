// Saves what the window shows as a PDF.
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { AppError } from '../../shared/errors.ts';
import { asFault } from '../sqlite/faults.ts';

/** Prints the window's page to the file and tells its size in bytes; throws disk_full, folder_unwritable or file_unreadable. */
export async function printToPdf(window: BrowserWindow, path: string): Promise<{ bytes: number }> {
  const pdf = await window.webContents.printToPDF({
    pageSize: 'A4',
    printBackground: true,
    generateTaggedPDF: true,
    preferCSSPageSize: true,
  });
  try {
    await writeFile(path, pdf);
  } catch (error) {
    const fault = asFault(error);
    throw fault instanceof AppError
      ? fault
      : new AppError('file_unreadable', { name: basename(path) }, { cause: error });
  }
  return { bytes: pdf.length };
}
