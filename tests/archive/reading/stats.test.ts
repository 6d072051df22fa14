// Counting the archive.
import { expect, it } from 'vitest';
import { archiveStats } from '../../../src/main/archive/reading/stats.ts';
import { putRevision } from '../../../src/main/archive/store/merge.ts';
import { openArchiveFile } from '../../../src/main/archive/store/schema.ts';
import { openDatabase } from '../../../src/main/sqlite/open.ts';
import { sampleDocument, sampleEvent, sampleOrganisation } from '../sample.ts';

it('counts records by kind, shelf, country and language, and what they rest on', () => {
  const archive = openArchiveFile(':memory:');
  const index = openDatabase(':memory:');
  const ur = { title: 'عنوان' };
  const sources = [
    { title: 'a', read: 'whole' },
    { title: 'b', read: 'excerpt' },
  ];
  archive.transaction(() => {
    putRevision(archive, 'mahfuz', sampleEvent({ translations: { ur } }));
    putRevision(archive, 'mahfuz', sampleEvent({ revision: 2, translations: { ur }, sources }));
    putRevision(archive, 'mahfuz', sampleOrganisation());
    putRevision(
      archive,
      'local',
      sampleDocument({
        lang: 'ur',
        published: { value: '2023', precision: 'year', kind: 'actual' },
        withdrawn: { at: '2026-01-01', why: '', safety: false },
      }),
    );
  })();
  const stats = archiveStats({ archive, index });
  expect(stats).toMatchObject({
    records: 3,
    byKind: { document: 1, event: 1, organisation: 1 },
    byShelf: [
      { shelf: 'mahfuz', name: 'Bundled with Mahfuz', records: 2 },
      { shelf: 'local', name: 'Imported files', records: 1 },
    ],
    countries: [
      { country: 'PK', records: 2 },
      { country: 'IN', records: 1 },
    ],
    languages: [
      { lang: 'en', records: 2 },
      { lang: 'ur', records: 2 },
    ],
    firstDate: '2023',
    lastDate: '2024-02',
    sources: 4,
    oneSource: 2,
    revisions: 4,
    withdrawn: 1,
    change: 4,
  });
  expect(stats.archiveBytes).toBeGreaterThan(0);
  archive.close();
  index.close();
});

it('counts nothing in an empty archive', () => {
  const archive = openArchiveFile(':memory:');
  const stats = archiveStats({ archive, index: archive });
  expect(stats).toMatchObject({
    records: 0,
    firstDate: null,
    lastDate: null,
    sources: 0,
    change: 0,
  });
  archive.close();
});
