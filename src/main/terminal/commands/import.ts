// import: the reader's own files into the archive.
import { resolve } from 'node:path';
import type { ImportReport } from '../../../shared/contract.ts';
import type { Local } from '../../router/local.ts';
import { json } from '../json.ts';
import { counted } from '../lines.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';
import { withProgress } from '../progress.ts';

/** Imports files one after the other; each is taken whole or not at all, and the first that is refused ends it. */
export async function importFiles(
  { files, json: asJson }: { files: string[]; json: boolean },
  local: Local,
  terminal: Terminal,
): Promise<ExitCode> {
  const reports: (ImportReport & { file: string })[] = [];
  for (const file of files) {
    const report = await withProgress(terminal, (onProgress) =>
      local.run(
        'archive.import',
        { grant: '' },
        { path: resolve(terminal.here, file), signal: terminal.signal, onProgress },
      ),
    );
    reports.push({ file, ...(report as ImportReport) });
    if (!asJson) await terminal.write(`${reportText(report as ImportReport, file)}\n`);
  }
  if (asJson) await terminal.write(`${json(reports)}\n`);
  return EXIT.found;
}

function reportText({ lines, added, updated, older, known }: ImportReport, file: string): string {
  const parts = [
    added > 0 ? counted(added, 'new record') : null,
    updated > 0 ? `${counted(updated, 'record')} brought up to date` : null,
    older > 0 ? `${counted(older, 'older revision')} kept beside the current one` : null,
    known > 0 ? `${counted(known, 'revision')} here already` : null,
  ].filter(Boolean);
  return `${file}: ${counted(lines, 'line')} read: ${parts.join(', ')}.`;
}
