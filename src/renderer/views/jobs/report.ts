// How a long task ended, in sentences.
import type { CheckReport, ExportReport, ImportReport, JobEnd } from '../../../shared/contract.ts';
import type { LedgerExport, PackImportReport, RemovalReport } from '../../../shared/pack.ts';
import { wordValue } from '../../wording/rows.ts';
import { type Words, wordBytes } from '../../wording/words.ts';
import { counted, wordPackImport, wordRemoved } from '../packs/wording.ts';

function wordImport(report: ImportReport, words: Words): string[] {
  const outcomes = (['added', 'updated', 'known', 'older'] as const)
    .filter((outcome) => report[outcome] > 0)
    .map((outcome) => words.t(`jobs.${outcome}`, counted(report[outcome], words)));
  return [words.t('jobs.imported', counted(report.lines, words)), outcomes.join(' ')];
}

function wordExport(report: ExportReport, words: Words): string[] {
  const size = wordBytes(report.bytes, words);
  const said = [words.t('jobs.exported', { ...counted(report.records, words), size })];
  if (report.withheld > 0) said.push(words.t('jobs.withheld', counted(report.withheld, words)));
  return said;
}

function wordLedger({ bytes }: LedgerExport, words: Words): string[] {
  return [words.t('packs.ledger.exported', { size: wordBytes(bytes, words) })];
}

function wordCheck({ records, problems }: CheckReport, words: Words): string[] {
  if (problems.length === 0) return [words.t('jobs.checkedWell', counted(records, words))];
  const each = problems.map(({ code, detail }) => {
    const facts = Object.values(detail).map(String);
    return [wordValue('jobs.problem', code, words), ...facts].join(' ');
  });
  const found = words.t('jobs.checkedProblems', counted(problems.length, words));
  return [found, ...each, words.t('jobs.checkedNext')];
}

/** What a finished task has to say, a sentence an item; empty for one that failed, whose error says it. */
export function wordReport({ kind, result }: JobEnd, words: Words): string[] {
  if (result === null) return [];
  if (kind === 'import') return wordImport(result as ImportReport, words);
  if (kind === 'export') {
    return 'records' in result
      ? wordExport(result as ExportReport, words)
      : wordLedger(result as LedgerExport, words);
  }
  if (kind === 'inspect') return [words.t('jobs.inspected')];
  if (kind === 'pack') return wordPackImport(result as PackImportReport, words);
  if (kind === 'share') return [words.t('packs.share.safe')];
  if (kind === 'remove') return [wordRemoved(result as RemovalReport, words)];
  if (kind === 'check') return wordCheck(result as CheckReport, words);
  return [words.t('jobs.rebuilt', counted((result as { records: number }).records, words))];
}
