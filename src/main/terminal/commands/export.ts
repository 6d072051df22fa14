// export: records as NDJSON, to a file or to standard output.
import { resolve } from 'node:path';
import { parseInput } from '../../router/answer.ts';
import type { Parsed } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { exportedLines, exportRecords } from '../../archive/exchange/export.ts';
import { numbersToExport } from '../../router/handlers.ts';
import type { Local } from '../../router/local.ts';
import type { Command } from '../arguments.ts';
import { counted } from '../lines.ts';
import { withProgress } from '../progress.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

/** Exports what a search finds, or everything; it only reads, so it needs no leave from whoever writes. */
export async function exportTo(
  { file, search }: Extract<Command, { name: 'export' }>,
  local: Local,
  terminal: Terminal,
): Promise<ExitCode> {
  const input = parseInput('archive.export', { grant: '', ...search }) as Parsed<'archive.export'>;
  const reader = await local.reader();
  const numbers = numbersToExport(reader, input);
  const { records, withheld } = await withProgress(terminal, (progress) => {
    const onProgress = (done: number, total: number) => progress({ phase: 'writing', done, total });
    const options = { archive: reader.archive, numbers, signal: terminal.signal, onProgress };
    return file === null
      ? writeLines(terminal, exportedLines(options))
      : exportRecords({ ...options, path: resolve(terminal.here, file) });
  });
  if (records + withheld === 0) terminal.say('Nothing in this archive matches.');
  const left = withheld > 0 ? ` ${leftOut(withheld)}` : '';
  if ((file !== null && records > 0) || withheld > 0)
    terminal.say(`${counted(records, 'record')} exported.${left}`);
  return records > 0 ? EXIT.found : EXIT.nothing;
}

const leftOut = (withheld: number) =>
  `${counted(withheld, 'record')} withdrawn for safety ${withheld === 1 ? 'was' : 'were'} left out.`;

async function writeLines(terminal: Terminal, lines: AsyncIterable<string | null>) {
  const report = { records: 0, withheld: 0 };
  for await (const line of lines) {
    if (terminal.signal.aborted) throw new AppError('cancelled');
    if (line === null) report.withheld += 1;
    else {
      await terminal.write(line);
      report.records += 1;
    }
  }
  return report;
}
