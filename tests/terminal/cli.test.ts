// The terminal as people and programs meet it: real processes over real data folders.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { putRevision } from '../../src/main/archive/store/merge.ts';
import { ARCHIVE_MIGRATIONS, openArchiveFile } from '../../src/main/archive/store/schema.ts';
import { layout } from '../../src/main/data-folder/layout.ts';
import { acquireWriterLock } from '../../src/main/data-folder/lock.ts';
import { manyDocuments, writeNdjson } from '../archive/made.ts';
import { sampleDocument } from '../archive/sample.ts';
import { temporaryFolder } from '../folders.ts';

const root = join(import.meta.dirname, '../..');
const door = join(root, 'src/main/cli.ts');

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a command line with nothing of this machine's own folders in reach. */
function cli(data: string, ...args: string[]): Ran {
  const env = { PATH: process.env.PATH, HOME: join(data, '..'), XDG_DATA_HOME: join(data, '..') };
  const end = spawnSync(process.execPath, [door, '--data', data, ...args], {
    encoding: 'utf8',
    cwd: join(data, '..'),
    env,
    maxBuffer: 64 << 20,
  });
  return { code: end.status, out: end.stdout, err: end.stderr };
}

/** A data folder that does not exist yet, in a folder that holds nothing else. */
const newFolder = () => join(temporaryFolder(), 'data');

let shared: string;
beforeAll(() => {
  if (!existsSync(join(root, 'out/bundled/bundled.json'))) {
    spawnSync(process.execPath, [join(root, 'scripts/corpus.ts')], { cwd: root });
  }
  const folder = mkdtempSync(join(tmpdir(), 'mahfuz-cli-'));
  shared = join(folder, 'data');
  expect(cli(shared, 'stats')).toMatchObject({ code: 0, err: '' });
  return () => rmSync(folder, { recursive: true, force: true });
});

describe('search', () => {
  it('answers for people and writes nothing but the answer', () => {
    const { code, out, err } = cli(shared, 'search', 'X', 'ban', '--limit', '2');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^\d+ records .*1 to 2\n.?Also, for “X”: Twitter, .*\n.*\n\n1 {2}\S.*\n {3}\d{4}-\d{2}.* · .*\n/,
    );
    expect(out).toMatch(/\n {3}mahfuz\/[a-z0-9-]+\n\nMore: add --offset 2\n$/);
    expect(out).not.toContain('\u001b');
  });

  it('answers for programs, within what was asked for', () => {
    const args = ['X ban', '--after', '2024-02', '--country', 'PK', '--limit', '20', '--json'];
    const { code, out } = cli(shared, 'search', ...args);
    expect(code).toBe(0);
    const { total, hits } = JSON.parse(out);
    expect(total).toBeGreaterThan(20);
    expect(hits).toHaveLength(20);
    for (const hit of hits) {
      expect(Object.keys(hit)).toEqual(
        expect.arrayContaining(['id', 'kind', 'title', 'date', 'passage', 'sources', 'shelf']),
      );
      expect(hit.countries).toContain('PK');
      expect((hit.end ?? hit.date) >= '2024-02').toBe(true);
      for (const [start, end] of hit.title_marks) {
        expect(hit.title.slice(start, end)).toMatch(/^(X|ban)$/i);
      }
    }
  });

  it('finds the same by an Urdu query, and shows a right-to-left title on its own', () => {
    const { code, out } = cli(shared, 'search', 'بلاگ سپاٹ', '--json', '--limit', '200');
    expect(code).toBe(0);
    const ids = JSON.parse(out).hits.map((hit: { id: string }) => hit.id);
    expect(ids).toContain('mahfuz/pk-2006-02-27-blogspot-block');
  });

  it('says how it understood operators and fields, and what is wrong in a query', () => {
    const query = '(Lahore OR Karachi) -TikTok service:ٹوئٹر kind:banana after:2024 on:2/8/2024';
    const { out, err } = cli(shared, 'search', query, '--limit', '0');
    expect(out).toBe('');
    expect(err).toBe(
      '“banana” is no value of that field; it was looked for as words.\n' +
        '“2/8/2024” is no date of the form 2024, 2024-02 or 2024-02-17; it was looked for as words.\n' +
        'Nothing in this archive matches.\n' +
        'Without kind:banana on:2/8/2024, 3 would match.\n',
    );
    const found = cli(shared, 'search', 'service:ٹوئٹر -Nigeria after:2024', '--limit', '1');
    expect(found.err).toBe('');
    expect(found.out).toContain('Looked for: service: X and not “Nigeria” and from 2024 on.\n');
    const json = JSON.parse(cli(shared, 'search', 'Twitter OR', '--json', '--limit', '1').out);
    expect(json).toMatchObject({
      understood: { type: 'word', text: 'Twitter' },
      mistakes: [{ reason: 'or_alone', range: [8, 10] }],
      also: [{ typed: 'Twitter', names: expect.arrayContaining(['X', 'ایکس']) }],
    });
  });

  it('finds a name by other names, unless it is to be literal', () => {
    const total = (...args: string[]) =>
      JSON.parse(cli(shared, 'search', ...args, '--json', '--limit', '0').out).total;
    expect(total('Twitter')).toBeGreaterThan(total('Twitter', '--literal'));
    expect(total('"Twitter"')).toBe(total('Twitter', '--literal'));
  });

  it('says on standard error that nothing was found, with exit code 1', () => {
    const ran = cli(shared, 'search', 'zzyzx', 'qwfp', '--country', 'PK');
    expect(ran).toMatchObject({ code: 1, out: '', err: 'Nothing in this archive matches.\n' });
    const json = cli(shared, 'search', 'zzyzx', '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ total: 0, hits: [], nearest: { meant: [] } });
  });

  it('says what would find something where nothing is found', () => {
    const { code, err } = cli(shared, 'search', 'wikpedia', 'zzyzx');
    expect(code).toBe(1);
    expect(err).toContain('Nothing in this archive matches.\n');
    const misspelt = cli(shared, 'search', 'twiter', '--not', 'kind:term');
    expect(misspelt.err).toMatch(/Did you mean: twitter {3}\(finds \d+\)\n/);
    const hidden = cli(shared, 'search', 'twitter', '--year', '1990');
    expect(hidden.err).toMatch(/Without --year, \d+ would match\.\n/);
  });

  it('counts what is found by facets, and groups it by event', () => {
    const counted = cli(shared, 'search', 'twitter', '--facets');
    expect(counted).toMatchObject({ code: 0, err: '' });
    expect(counted.out).toMatch(/^Kind\n +\d+ {2}event$/m);
    expect(counted.out).toMatch(/^ +\d+ {2}Pakistan, PK$/m);
    const json = JSON.parse(cli(shared, 'search', 'twitter', '--facets', '--json').out);
    const total = JSON.parse(cli(shared, 'search', 'twitter', '--json').out).total;
    expect(json.total).toBe(total);
    const grouped = JSON.parse(cli(shared, 'search', 'twitter', '--group', '--json').out);
    expect(grouped.total).toBe(total);
    expect(grouped.groups_total).toBeLessThan(total);
    expect(grouped.hits[0].group.records).toBeGreaterThan(0);
    expect(cli(shared, 'search', 'twitter', '--group').out).toMatch(/in \d+ groups/);
  });

  it.each([
    [['serach'], 'There is no command serach.'],
    [['search', 'x', '--limit', 'all'], '--limit all is not a whole number from 0 to 200.'],
    [['search', 'x'.repeat(1001)], 'The query is longer than 1000 characters. Shorten it.'],
  ])('refuses wrong use (%j) in a sentence with exit code 2', (args, sentence) => {
    const ran = cli(shared, ...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err.startsWith(sentence)).toBe(true);
    expect(ran.err).not.toContain('    at ');
  });

  it('takes it as no error when its reader leaves early', async () => {
    const child = spawn(process.execPath, [door, '--data', shared, 'export']);
    let err = '';
    child.stderr.on('data', (chunk) => (err += chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.once('exit', done));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('show', () => {
  const id = 'mahfuz/pk-2006-02-27-blogspot-block';

  it('shows a record with its facts, its dispute, its links and how each source was read', () => {
    const { code, out } = cli(shared, 'show', id);
    expect(code).toBe(0);
    expect(out).toMatch(/^Order against a dozen cartoon websites/);
    for (const part of [
      'When ',
      'Services ',
      '\nDisputed\n',
      '\nOrganisations (',
      '\nSources (6)\n',
      'read as an excerpt',
      `${id}, revision 1 of`,
    ]) {
      expect(out).toContain(part);
    }
  });

  it('shows it in another language, and says which there are', () => {
    expect(cli(shared, 'show', id, '--lang', 'ur').out).toMatch(/^\u2067[^\n]*بلاگ سپاٹ/);
    const none = cli(shared, 'show', id, '--lang', 'fr');
    expect(none.code).toBe(2);
    expect(none.err).toMatch(/^This record has no text in fr; it has en, ur\./);
  });

  it('gives it whole as JSON, and its citation in each style', () => {
    expect(JSON.parse(cli(shared, 'show', id, '--json').out).record.id).toBe(id);
    expect(cli(shared, 'show', id, '--cite', 'bibtex').out).toMatch(/^@misc\{mahfuz:/);
    expect(JSON.parse(cli(shared, 'show', id, '--cite', 'csl').out)[0].id).toBe(id);
    expect(cli(shared, 'show', id, '--cite', 'text').out).toContain('Mahfuz archive');
  });

  it('says when there is no such record, with exit code 1, and when an id is none, with 2', () => {
    expect(cli(shared, 'show', 'mahfuz/none')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^No record mahfuz\/none is in this archive\. Search for/),
    });
    expect(cli(shared, 'show', 'none')).toMatchObject({ code: 2, out: '' });
  });
});

describe('the other commands', () => {
  it('count the archive for people and programs', () => {
    const { records, byKind } = JSON.parse(cli(shared, 'stats', '--json').out);
    expect(records).toBeGreaterThan(800);
    expect(cli(shared, 'stats').out).toContain(`${byKind.event} events`);
  });

  it('teach, without opening anything', () => {
    const nowhere = newFolder();
    expect(cli(nowhere).out).toContain('npm run -s cli -- search WORDS');
    expect(cli(nowhere, 'help', 'export').out).toContain('--query');
    expect(cli(nowhere, '--version').out).toMatch(/^Mahfuz \d+\.\d+\.\d+\n$/);
    expect(existsSync(nowhere)).toBe(false);
  });

  it('write nowhere but into the data folder', () => {
    const folder = newFolder();
    expect(cli(folder, 'search', 'wikipedia').code).toBe(0);
    expect(cli(folder, 'check')).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(join(folder, '..'))).toEqual(['data']);
  });
});

describe('import and export', () => {
  it('bring records in, find them, and give them out again under a name of their own', () => {
    const folder = newFolder();
    const file = writeNdjson(join(folder, '../own.ndjson'), manyDocuments(3));
    expect(cli(folder, 'import', file)).toMatchObject({
      code: 0,
      out: `${file}: 3 lines read: 3 new records.\n`,
      err: '',
    });
    expect(cli(folder, 'import', file).out).toContain('3 revisions here already');
    const found = cli(folder, 'search', '"Statement number 2"', '--shelf', 'local');
    expect(found.out).toContain('many/document-2 --shelf local');
    expect(cli(folder, 'show', 'many/document-2', '--shelf', 'local').code).toBe(0);

    const out = join(folder, '../out.ndjson');
    const exported = cli(folder, 'export', out, '--shelf', 'local');
    expect(exported).toMatchObject({ code: 0, out: '', err: '3 records exported.\n' });
    expect(readFileSync(out, 'utf8')).toContain('"id":"local-many/document-2"');
    const again = cli(folder, 'export', out);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/^The file out\.ndjson is there already\./);
  });

  it('name the line and the field that is wrong, and take nothing of the file', () => {
    const folder = newFolder();
    const bad = writeNdjson(join(folder, '../bad.ndjson'), [
      ...manyDocuments(2),
      { ...sampleDocument(), published: { value: '2024-02', precision: 'day', kind: 'actual' } },
    ]);
    const ran = cli(folder, 'import', bad);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(
      /^bad\.ndjson, line 3: published: .* Nothing of this file was imported\./,
    );
    expect(cli(folder, 'search', '--shelf', 'local').code).toBe(1);
  });

  it('pass on what a search finds, one line a record, and leave out what was withdrawn for safety', () => {
    const folder = newFolder();
    const withdrawn = { at: '2026-01-01', why: 'It names a witness.', safety: true };
    const file = writeNdjson(join(folder, '../own.ndjson'), [
      sampleDocument({ id: 'own/open', title: 'Statement of a witness' }),
      sampleDocument({
        id: 'own/safe',
        title: 'Statement of a witness',
        body: 'Zainab',
        withdrawn,
      }),
    ]);
    cli(folder, 'import', file);
    const ran = cli(folder, 'export', '--query', '"Statement of a witness"', '--shelf', 'local');
    expect(ran.code).toBe(0);
    expect(ran.out.split('\n')).toHaveLength(2);
    expect(ran.err).toBe('1 record exported. 1 record withdrawn for safety was left out.\n');
    expect(cli(folder, 'show', 'own/safe').out).not.toContain('Zainab');
    expect(cli(folder, 'show', 'own/safe', '--reveal').out).toContain('Zainab');
    expect(cli(folder, 'export', '--query', 'zzyzx')).toMatchObject({ code: 1, out: '' });
  });

  it('never let a record give orders to the terminal', () => {
    const folder = newFolder();
    const orders = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e';
    const file = writeNdjson(join(folder, '../own.ndjson'), [
      sampleDocument({ id: 'own/evil', title: `evil${orders}`, body: `evil ${orders} text` }),
    ]);
    cli(folder, 'import', file);
    for (const args of [
      ['search', 'evil', '--shelf', 'local'],
      ['search', 'evil', '--shelf', 'local', '--json'],
      ['show', 'own/evil'],
      ['show', 'own/evil', '--json'],
      ['show', 'own/evil', '--cite', 'csl'],
      ['show', 'own/evil', '--cite', 'markdown'],
    ]) {
      const { code, out } = cli(folder, ...args);
      expect(code).toBe(0);
      expect(out).toContain('evil');
      expect(out).not.toMatch(/[\u001b\u0007\u009b\u202e]/);
    }
  });
});

describe('beside a window that is open', () => {
  it('reads, and refuses to write in a sentence', () => {
    const folder = newFolder();
    cli(folder, 'stats');
    const lock = acquireWriterLock(folder);
    try {
      expect(cli(folder, 'search', 'wikipedia').code).toBe(0);
      expect(cli(folder, 'export', '--kind', 'term').code).toBe(0);
      const file = writeNdjson(join(folder, '../own.ndjson'), manyDocuments(1));
      for (const args of [['import', file], ['rebuild-index'], ['check']]) {
        expect(cli(folder, ...args)).toMatchObject({
          code: 2,
          out: '',
          err: expect.stringMatching(/^Another Mahfuz is using this data folder\. /),
        });
      }
    } finally {
      lock.release();
    }
  });

  it('reads while the window imports and the index is behind', () => {
    const folder = newFolder();
    cli(folder, 'stats');
    const lock = acquireWriterLock(folder);
    const archive = openArchiveFile(layout(folder).archive);
    try {
      archive.transaction(() => putRevision(archive, 'local', sampleDocument()))();
      expect(cli(folder, 'search', 'wikipedia')).toMatchObject({ code: 0, err: '' });
    } finally {
      archive.close();
      lock.release();
    }
    // Once nobody writes, the index follows by itself.
    expect(cli(folder, 'search', '--shelf', 'local')).toMatchObject({ code: 0 });
  });
});

describe('on a bad day', () => {
  const indexFile = (folder: string) =>
    join(folder, readdirSync(folder).find((name) => /^search-\d+\.sqlite$/.test(name)) as string);

  it('makes a damaged index anew and says so', () => {
    const folder = newFolder();
    cli(folder, 'stats');
    writeFileSync(indexFile(folder), 'no index');
    expect(cli(folder, 'search', 'wikipedia')).toMatchObject({
      code: 0,
      err: 'The search index was missing, older or damaged, and was made anew.\n',
    });
  });

  it('says of a check what is wrong, with exit code 2', () => {
    const folder = newFolder();
    cli(folder, 'stats');
    const archive = openArchiveFile(layout(folder).archive);
    archive.exec(`UPDATE records SET title = 'forged' WHERE id = 'mahfuz/org-pta'`);
    archive.close();
    const ran = cli(folder, 'check');
    expect(ran.code).toBe(2);
    expect(ran.out).toContain('  a record is listed otherwise than it says (');
    expect(ran.out).toContain('mahfuz/org-pta');
  });

  it('refuses the data of a newer Mahfuz and leaves them as they are', () => {
    const folder = newFolder();
    cli(folder, 'stats');
    const archive = openArchiveFile(layout(folder).archive);
    const newer = Math.max(...ARCHIVE_MIGRATIONS.map(({ version }) => version)) + 1;
    archive.pragma(`user_version = ${newer}`);
    archive.close();
    const before = readFileSync(layout(folder).archive);
    expect(cli(folder, 'search', 'x')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^This data folder was last used by a newer Mahfuz/),
    });
    expect(readFileSync(layout(folder).archive).equals(before)).toBe(true);
  });

  // Windows knows no such signal from another process.
  it.skipIf(process.platform === 'win32')(
    'stops an import at Ctrl-C with nothing of the file taken, and takes it whole the next time',
    async () => {
      const folder = newFolder();
      cli(folder, 'stats');
      const file = writeNdjson(join(folder, '../many.ndjson'), manyDocuments(12_000));
      const child = spawn(process.execPath, [door, '--data', folder, 'import', file]);
      let err = '';
      child.stderr.on('data', (chunk) => (err += chunk));
      const part = join(layout(folder).local, 'incoming.part');
      // A key press may arrive twice: from the terminal, and from the launcher that passes it on.
      const waiting = setInterval(() => existsSync(part) && child.kill('SIGINT'), 5);
      const code = await new Promise((done) => child.once('exit', done));
      clearInterval(waiting);
      expect({ code, err }).toEqual({
        code: 130,
        err: 'Cancelled. Nothing that was finished before is lost.\n',
      });
      expect(readdirSync(layout(folder).local)).toEqual([]);
      expect(cli(folder, 'search', '--shelf', 'local').code).toBe(1);
      expect(cli(folder, 'import', file).out).toContain('12,000 new records');
    },
  );
});
