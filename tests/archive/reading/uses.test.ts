// Where a term is used, found in a real index.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namesOfTerm, usesIn } from '../../../src/main/archive/reading/uses.ts';
import { recordView } from '../../../src/main/archive/reading/view.ts';
import { createIndex } from '../../../src/main/archive/search/index-file.ts';
import { rebuildIndex } from '../../../src/main/archive/search/indexer.ts';
import { putRevision } from '../../../src/main/archive/store/merge.ts';
import { openArchiveFile } from '../../../src/main/archive/store/schema.ts';
import type { ArchiveRecord, TermRecord } from '../../../src/shared/record.ts';
import { sampleDocument, sampleTerm } from '../sample.ts';

const names = (title: string, more = {}) =>
  namesOfTerm(sampleTerm({ title, ...more }) as TermRecord);

describe('the names of a term', () => {
  it.each([
    ['Throttling', ['Throttling']],
    ['Deep packet inspection (DPI)', ['Deep packet inspection', 'DPI']],
    ['FATA (Federally Administered Tribal Areas)', ['FATA', 'Federally Administered Tribal Areas']],
    ['Autonomous system (AS) number', ['Autonomous system (AS) number']],
    ['Cost of Shutdown Tool (COST)', ['Cost of Shutdown Tool']],
    ['لا فل انٹرسیپٹ (لمز، LIMS)', ['لا فل انٹرسیپٹ', 'لمز', 'LIMS']],
  ])('of %s are %j', (title, expected) => {
    expect(names(title)).toEqual(expected);
  });

  it('include its aliases and its titles in other languages', () => {
    const more = {
      aliases: { en: ['Bandwidth limiting'] },
      translations: { ur: { title: 'تھراٹلنگ' } },
    };
    expect(names('Throttling', more)).toEqual(['Throttling', 'تھراٹلنگ', 'Bandwidth limiting']);
  });
});

describe('a term', () => {
  async function viewOf(...records: ArchiveRecord[]) {
    const folder = mkdtempSync(join(tmpdir(), 'mahfuz-uses-'));
    const archive = openArchiveFile(':memory:');
    archive.transaction(() => {
      for (const record of records) putRevision(archive, 'mahfuz', record);
    })();
    const path = join(folder, 'index.sqlite');
    const index = createIndex(path);
    await rebuildIndex(index, archive);
    const view = recordView(archive, { id: 'test/term-throttling' }, usesIn({ archive, index }));
    index.close();
    archive.close();
    rmSync(folder, { recursive: true });
    return view;
  }
  const document = (id: string, body: string, date: string | null) =>
    sampleDocument({
      id: `test/${id}`,
      title: 'A report',
      body,
      published: date && { value: date, precision: 'day', kind: 'actual' },
    });

  it('is used in every record whose text has one of its names as a phrase, newest first', async () => {
    const { usedIn, usedInTotal } = await viewOf(
      sampleTerm({
        title: 'Bandwidth throttling (BT)',
        definition: 'Bandwidth throttling is slow.',
      }),
      document('old', 'There was bandwidth throttling.', '2020-01-01'),
      document('undated', 'They call it BT.', null),
      document('new', 'BANDWIDTH   Throttling again', '2024-01-01'),
      document('apart', 'The throttling of bandwidth', '2025-01-01'),
      document('part', 'Bandwidth was throttled', '2025-01-01'),
    );
    expect(usedIn.map(({ id }) => id)).toEqual(['test/new', 'test/old', 'test/undated']);
    expect(usedInTotal).toBe(3);
  });

  it('with a name that is no word is used nowhere', async () => {
    const { usedIn } = await viewOf(sampleTerm({ title: '"…" (!)' }), document('a', 'x', null));
    expect(usedIn).toEqual([]);
  });
});
