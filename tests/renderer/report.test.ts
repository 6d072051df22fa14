// A finished task says what it did, and only that.
import { describe, expect, it } from 'vitest';
import { fixedWords } from '../../src/renderer/i18n.ts';
import { wordReport } from '../../src/renderer/views/jobs/report.ts';
import type { Words } from '../../src/renderer/wording/words.ts';
import type { CheckReport, JobEnd } from '../../src/shared/contract.ts';

const en: Words = { language: 'en', digits: 'latin', t: fixedWords('en') };
const end = (kind: JobEnd['kind'], result: JobEnd['result']): JobEnd => ({
  job: 'j',
  kind,
  result,
  error: null,
});

describe('the report of a task', () => {
  it('names what an import added, and is silent about what it did not', () => {
    const report = { lines: 1204, added: 1200, updated: 1, known: 0, older: 3 };
    expect(wordReport(end('import', report), en)).toEqual([
      'Import finished: 1,204 lines.',
      '1,200 new records. 1 record has a newer revision now. 3 older revisions are kept beside the current ones.',
    ]);
  });

  it('says what an export left out for somebody’s safety', () => {
    const report = { records: 1, bytes: 2_000_000, withheld: 2 };
    expect(wordReport(end('export', report), en)).toEqual([
      '1 record exported (2 MB).',
      '2 were left out because they were withdrawn for safety.',
    ]);
  });

  it('lists each problem that a check found, also one that it has no sentence for', () => {
    const problems: CheckReport['problems'] = [
      { code: 'index_behind', detail: {} },
      { code: 'stars_misaligned', detail: { id: 'a/b' } },
    ];
    expect(wordReport(end('check', { records: 5, problems }), en)).toEqual([
      '2 problems were found.',
      'The search index has not followed the archive.',
      'stars_misaligned a/b',
      expect.stringContaining('Start Mahfuz again'),
    ]);
    expect(wordReport(end('check', { records: 5, problems: [] }), en)).toEqual([
      'Checked 5 records: nothing is wrong.',
    ]);
  });

  it('counts what a rebuild indexed, and leaves a failure to its error', () => {
    expect(wordReport(end('rebuild', { records: 827 }), en)).toEqual([
      'The search index was rebuilt: 827 records.',
    ]);
    expect(wordReport(end('rebuild', null), en)).toEqual([]);
  });
});
