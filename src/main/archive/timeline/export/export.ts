// Writes what the timeline shows as CSV or JSON, with its sources and the query that made it, and nothing of who made it.
import { setImmediate as pause } from 'node:timers/promises';
import type { ExportReport } from '../../../../shared/contract.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { TimelineExport } from '../../../../shared/timeline.ts';
import { writeWhole } from '../../exchange/whole-file.ts';
import type { Searched } from '../../search/question.ts';
import { COUNTING_RULE } from '../rule.ts';
import { csvHead, csvLine } from './csv.ts';
import { askedOf } from './query-text.ts';
import { type Table, tableOf } from './tables.ts';

export interface TimelineExportOptions {
  searched: Searched;
  query: TimelineExport;
  /** Where to write; the reader chose it, and said yes where a file was there. */
  path: string;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

const STEP = 500;

/**
 * Writes an export of the timeline whole or not at all. `file_unwritable`, `disk_full` or `cancelled` where it cannot be.
 * The file says what was asked; no author, machine, path or time is in it, unless the reader's own note says so.
 */
export async function exportTimeline(options: TimelineExportOptions): Promise<ExportReport> {
  const { searched, query, path } = options;
  const table = tableOf(searched, query);
  return writeWhole({ path, replace: true }, async (add) => {
    let bytes = 0;
    let records = 0;
    for await (const { text, isRow } of linesOf(table, options)) {
      bytes += add(text);
      if (isRow) records++;
    }
    return { records, bytes, withheld: table.withheld };
  });
}

type Line = { text: string; isRow: boolean };

async function* linesOf(table: Table, options: TimelineExportOptions): AsyncGenerator<Line> {
  const lines = options.query.format === 'csv' ? csvLines : jsonLines;
  let done = 0;
  for (const line of lines(table, options.query)) {
    yield line;
    if (!line.isRow || ++done % STEP !== 0) continue;
    options.onProgress?.(done, table.total);
    await pause();
    if (options.signal?.aborted) throw new AppError('cancelled');
  }
}

// What a row comes from stands in the row, since a table loses whatever stands above it.
function* csvLines({ columns, rows }: Table, query: TimelineExport): Generator<Line> {
  const made = {
    'mahfuz.query': JSON.stringify(askedOf(query)),
    ...(query.note === '' ? {} : { 'mahfuz.note': query.note }),
  };
  const all = [...columns, ...Object.keys(made)];
  yield { text: csvHead(all), isRow: false };
  for (const { row } of rows) yield { text: csvLine(all, { ...row, ...made }), isRow: true };
}

function* jsonLines({ rows }: Table, query: TimelineExport): Generator<Line> {
  const head = {
    made_by: 'Mahfuz, timeline',
    what: query.what,
    query: askedOf(query),
    ...(query.note === '' ? {} : { note: query.note }),
    ...(query.what === 'figures' ? { rule: COUNTING_RULE } : {}),
  };
  yield { text: `${JSON.stringify(head, null, 1).slice(0, -2)},\n "rows": [`, isRow: false };
  let separator = '\n';
  for (const { row, more } of rows) {
    yield { text: `${separator}${JSON.stringify({ ...row, ...more })}`, isRow: true };
    separator = ',\n';
  }
  yield { text: '\n]}\n', isRow: false };
}
