// Saves what the window shows as a PDF.
import type { BrowserWindow } from 'electron';
import { withoutTraces } from './pdf-traces.ts';
import { saveTo } from './save.ts';

/** Prints the window's page to the file and tells its size in bytes; throws disk_full, folder_unwritable or file_unreadable. */
export async function printToPdf(window: BrowserWindow, path: string): Promise<{ bytes: number }> {
  const pdf = await window.webContents.printToPDF({
    pageSize: 'A4',
    printBackground: true,
    generateTaggedPDF: true,
    preferCSSPageSize: true,
  });
  return saveTo(path, withoutTraces(pdf));
}
