// rebuild-index and check: looking after the archive.
import type { CheckReport } from '../../../shared/contract.ts';
import type { Local } from '../../router/local.ts';
import { json } from '../json.ts';
import { counted, harmless } from '../lines.ts';
import { withProgress } from '../progress.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

/** Makes the search index anew. */
export async function rebuildIndex(
  { json: asJson }: { json: boolean },
  local: Local,
  terminal: Terminal,
): Promise<ExitCode> {
  const report = await withProgress(terminal, (onProgress) =>
    local.run('archive.rebuildIndex', {}, { signal: terminal.signal, onProgress }),
  );
  const { records } = report as { records: number };
  await terminal.write(
    asJson
      ? `${json({ records })}\n`
      : `The search index of ${counted(records, 'record')} was made anew.\n`,
  );
  return EXIT.found;
}

/** Checks everything, and says each thing that is wrong. */
export async function check(
  { json: asJson }: { json: boolean },
  local: Local,
  terminal: Terminal,
): Promise<ExitCode> {
  const report = await withProgress(terminal, (onProgress) =>
    local.run('archive.check', {}, { signal: terminal.signal, onProgress }),
  );
  const { records, problems } = report as CheckReport;
  await terminal.write(`${asJson ? json(report) : checkText({ records, problems })}\n`);
  return problems.length === 0 ? EXIT.found : EXIT.failure;
}

function checkText({ records, problems }: CheckReport): string {
  if (problems.length === 0) return `All is well: ${counted(records, 'record')} checked.`;
  return [
    `${counted(problems.length, 'problem')} among ${counted(records, 'record')}:`,
    ...problems.map(problemText),
    'Most of them are put right when Mahfuz is next opened; if this list comes again then, keep a copy of the data folder.',
  ].join('\n');
}

const PROBLEMS: Record<string, string> = {
  archive_structure: 'the archive file is damaged',
  archive_unreadable: 'the archive file cannot be read to its end',
  revision_untrue: 'a revision is not what was stored',
  record_untrue: 'a record is listed otherwise than it says',
  countries_untrue: 'the list of countries does not fit the records',
  links_untrue: 'the list of links does not fit the records',
  changes_incomplete: 'the list of changes has a gap',
  local_file_changed: 'an imported file was changed',
  local_file_unmerged: 'an imported file was not added',
  local_file_missing: 'an imported file is gone',
  pack_file_changed: 'a file of a publisher was changed; a pack that has it brings it again',
  pack_file_missing: 'a file of a publisher is gone; a pack that has it brings it again',
  index_structure: 'the search index file is damaged',
  index_unreadable: 'the search index cannot be read to its end',
  index_behind: 'the search index has not followed the archive',
  index_missing: 'a record is missing from the search index',
  index_different: 'the search index says otherwise than a record',
  index_surplus: 'the search index has records that the archive has not',
};

function problemText({ code, detail }: CheckReport['problems'][number]): string {
  const facts = Object.entries(detail).map(([name, value]) => `${name} ${value}`);
  const said = PROBLEMS[code] ?? code.replaceAll('_', ' ');
  return harmless(`  ${said}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`);
}
