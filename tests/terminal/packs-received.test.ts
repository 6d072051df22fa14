// A courier's day in the terminal: a pack comes in, its number is compared, it is searched, passed on and taken back.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintGroups } from '../../src/main/packs/format/fingerprint.ts';
import { run } from '../../src/main/terminal/run.ts';
import { makeBundled } from '../archive/made.ts';
import { sampleDocument } from '../archive/sample.ts';
import { temporaryFolder } from '../folders.ts';
import { recordsFile, TestPublisher, writePack } from '../packs/made.ts';

/** Runs command lines in this process, over one data folder. */
async function terminal() {
  const [folder, here, bundledFolder] = [temporaryFolder(), temporaryFolder(), await makeBundled()];
  return {
    here,
    cli: async (...args: string[]) => {
      const said = { out: '', err: '' };
      const code = await run(
        args,
        { folder: () => join(folder, 'data'), bundledFolder },
        {
          write: async (text) => void (said.out += text),
          say: (text) => void (said.err += `${text}\n`),
          screen: { width: null, bold: false },
          progress: () => {},
          askSecret: async () => null,
          input: async function* () {},
          signal: new AbortController().signal,
          here,
        },
      );
      return { code, ...said };
    },
  };
}

test('from import to trust, search, ledger, passing on and taking back', {
  timeout: 60_000,
}, async () => {
  const { cli, here } = await terminal();
  const publisher = new TestPublisher();
  const file = recordsFile('hrd/a.ndjson.zst', [
    sampleDocument({ id: 'hrd/one', title: 'Quicksilver over the valley' }),
  ]);
  const path = writePack(temporaryFolder(), publisher.issue([file]));
  const number = fingerprintGroups(publisher.fingerprint);

  expect(await cli('publisher', 'list')).toMatchObject({ code: 1, out: '' });
  const looked = await cli('pack', 'import', path, '--look');
  expect(looked.code).toBe(0);
  expect(looked.out).toContain(`Its number: ${number.join(' ')}`);
  expect(looked.out).toContain('not known on this computer');
  expect((await cli('publisher', 'list')).code).toBe(1);

  const imported = await cli('pack', 'import', path);
  expect(imported).toMatchObject({ code: 0, err: '' });
  expect(imported.out).toContain('1 file added: 1 new record');
  expect(imported.out).toContain('in quarantine');

  expect((await cli('publisher', 'trust', ...number.with(0, '00000'))).code).toBe(2);
  expect(await cli('publisher', 'trust', ...number)).toMatchObject({ code: 0 });
  expect((await cli('publisher', 'list')).out).toContain('trusted: its number was compared');
  const found = await cli('search', 'Quicksilver', '--json');
  expect(JSON.parse(found.out).hits[0]).toMatchObject({
    id: 'hrd/one',
    shelf: publisher.fingerprint,
  });

  const ledger = await cli('ledger', number[0] ?? '');
  expect(ledger.out).toContain('1 file issued: 1 held, 0 missing, 0 damaged');
  expect(ledger.out).toContain('Import 1: list 1, 1 file, 1 revision.');
  expect((await cli('ledger', 'Sample Rights Monitor', '--lang', 'ur')).out).toContain(
    'جاری شدہ فائلیں',
  );

  const shared = await cli('pack', 'share', number[0] ?? '', '.', '--as', 'pack');
  expect(shared.out).toContain('safe to remove');
  const [name] = readdirSync(here);
  expect(name).toMatch(/^mahfuz-\d{5}-list-1\.pack$/);
  expect((await cli('pack', 'verify', join(here, name ?? ''))).code).toBe(0);

  const taken = await cli('pack', 'undo', number[0] ?? '', '1', '--json');
  expect(JSON.parse(taken.out)).toMatchObject({ records: 1, files: 1 });
  expect((await cli('search', 'Quicksilver')).code).toBe(1);
  expect((await cli('publisher', 'list')).code).toBe(1);
  expect((await cli('ledger', 'nobody')).err).toContain('No publisher');
});

test('a record can be removed, and a folder that is no pack is refused in a sentence', async () => {
  const { cli, here } = await terminal();
  const removed = await cli('remove', 'mahfuz/statement');
  expect(removed.code).toBe(0);
  expect(removed.out).toContain('Removed: 1 record');
  expect((await cli('show', 'mahfuz/statement')).code).toBe(1);
  expect(await cli('pack', 'import', here)).toMatchObject({ code: 2 });
});
