// Sticks that lost their lists: what is known of their files is still taken, and nothing else.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordByAddress } from '../../../src/main/archive/store/records.ts';
import { importPack } from '../../../src/main/packs/import/import-pack.ts';
import { makeBundled, openFolder } from '../../archive/made.ts';
import { sampleDocument } from '../../archive/sample.ts';
import { temporaryFolder } from '../../folders.ts';
import { recordsFile, TestPublisher, writePack } from '../made.ts';

const doc = (slug: string) => sampleDocument({ id: `hrd/${slug}` });

test.each([
  ['all its lists', (name: string) => name !== ''],
  ['its first root', (name: string) => name === '1.root.json'],
  ['its timestamp', (name: string) => name === 'timestamp.json'],
])('a stick that lost %s still brings the files that a known publisher listed', async (_, lost) => {
  const open = await openFolder(temporaryFolder(), await makeBundled());
  const publisher = new TestPublisher();
  const one = recordsFile('hrd/a.ndjson.zst', [doc('one')]);
  const two = recordsFile('hrd/b.ndjson.zst', [doc('two')], { seq: 1 });
  const issue = publisher.issue([one, two]);
  await importPack({ ...open, path: writePack(temporaryFolder(), issue, [one]) });
  const torn = writePack(temporaryFolder(), issue);
  for (const name of readdirSync(join(torn, 'metadata')).filter(lost)) {
    rmSync(join(torn, 'metadata', name));
  }
  const report = await importPack({ ...open, path: torn });
  expect(report).toMatchObject({ files: { merged: 1, known: 1, damaged: 0 } });
  const shelf = publisher.fingerprint;
  expect(recordByAddress(open.archive, { id: 'hrd/two', shelf })?.record).toEqual(doc('two'));
});

test('a stick without lists whose files nobody here has listed is refused', async () => {
  const open = await openFolder(temporaryFolder(), await makeBundled());
  const issue = new TestPublisher().issue([recordsFile('hrd/a.ndjson.zst', [doc('one')])]);
  const path = writePack(temporaryFolder(), issue);
  rmSync(join(path, 'metadata'), { recursive: true });
  await expect(importPack({ ...open, path })).rejects.toMatchObject({
    code: 'pack_refused',
    detail: { cause: 'no-metadata' },
  });
});
