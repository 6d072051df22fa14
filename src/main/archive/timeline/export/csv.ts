// Writes rows as CSV by RFC 4180, safe to open in a spreadsheet.
import type { Row } from './event-row.ts';

// A spreadsheet would take such a cell for a formula, which may call a server when the file is opened.
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: Row[string] | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of CSV with its line end, in the order of the columns. */
export function csvLine(columns: readonly string[], row: Row): string {
  return `${columns.map((column) => cell(row[column])).join(',')}\r\n`;
}

/** The line that names the columns. */
export function csvHead(columns: readonly string[]): string {
  return `${columns.map(cell).join(',')}\r\n`;
}
