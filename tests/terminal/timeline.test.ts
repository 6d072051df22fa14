// timeline and figures in the terminal, asked of the archive that comes with Mahfuz.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import { buildBundled } from '../../src/main/archive/opening/build-bundled.ts';
import { run } from '../../src/main/terminal/run.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;
let bundledFolder: string;

beforeAll(async () => {
  const own = mkdtempSync(join(tmpdir(), 'mahfuz-test-'));
  bundledFolder = join(own, 'bundled');
  folder = join(own, 'data');
  await buildBundled(join(root, 'resources', 'corpus'), bundledFolder);
  return () => rmSync(own, { recursive: true, force: true });
}, 60_000);

/** Runs a command line in this process and gives what it wrote, and its exit code. */
async function cli(...args: string[]) {
  let out = '';
  const said: string[] = [];
  const code = await run(
    args,
    { folder: () => folder, bundledFolder },
    {
      write: async (text) => void (out += text),
      say: (text) => void said.push(text),
      screen: { width: null, bold: false },
      progress: () => {},
      askSecret: () => Promise.resolve(null),
      input: () => Readable.from([]),
      signal: new AbortController().signal,
      here: folder,
    },
  );
  return { code, out, said };
}

const jsonOf = async (...args: string[]) => JSON.parse((await cli(...args, '--json')).out);
const sum = (bins: { count: number }[]) => bins.reduce((all, { count }) => all + count, 0);

test('X was dark in Pakistan from 17 February 2024 until 7 May 2025, and who dates it otherwise is said', async () => {
  const { out, code } = await cli('timeline', 'service:X', '--country', 'PK');
  expect(code).toBe(0);
  expect(out).toMatch(
    /\n2024-02-17 to 2025-05-07\n {2}X becomes inaccessible .*\n {2}service block · X · PK · national · .* · disputed\n {2}Start by Top10VPN: 2024-02-18\n {2}mahfuz\/pk-2024-02-17-x-block\n/,
  );
  const figures = await jsonOf('figures', 'service:X', '--country', 'PK', '--after', '2024-02-17');
  expect(figures.rows[0]).toMatchObject({ country: 'PK', national_least: 446, national_most: 446 });
  expect(figures.within).toEqual({ from: '2024-02-17', to: null });
});

test.each([
  [['X', 'ban']],
  [['shutdown', '--country', 'PK', '--after', '2024', '--before', '2024']],
  [['court -kind:event']],
  [['X', '--literal', '--kind', 'event']],
  [['--lang', 'ur']],
  [['bans', '--forms', 'always']],
  [['bans', '--forms', 'never']],
  [['--service', 'x', '--not', 'country:PK']],
])('the sum along time is what search finds: %s', async (asked) => {
  const { total, undated, uncertain } = await jsonOf('search', ...asked, '--limit', '0');
  for (const unit of ['decade', 'year', 'month', 'week', 'day', 'hour']) {
    const counted = await jsonOf('timeline', ...asked, '--by', unit);
    expect(counted).toMatchObject({ total, undated, uncertain, before: 0, after: 0 });
    expect(sum(counted.bins) + sum(counted.coarser) + undated).toBe(total);
  }
});

test('dates known by their month or year stand on lines of their own', async () => {
  const { out } = await cli('timeline', '--country', 'PK', '--by', 'day', '--limit', '0');
  expect(out).toMatch(/, by day\n2006-02-27 +\d/);
  expect(out).toMatch(/\n\nKnown by the month only\n\d{4}-\d{2} +\d/);
});

test('restrictions are listed from when to when, and what nobody knows is not made up', async () => {
  const { out } = await cli('timeline', 'kind:restriction', '--country', 'PK', '--limit', '100');
  expect(out).toMatch(/\n\d{4}-\d{2}-\d{2} – end unknown\n/);
  expect(out).toMatch(/and still so on 2018-12-14; what came then is not known here\n/);
  const { restrictions, more_restrictions, other_events } = await jsonOf(
    'timeline',
    '--country',
    'PK',
    '--limit',
    '5',
  );
  expect(restrictions).toHaveLength(5);
  expect(more_restrictions).toBeGreaterThan(40);
  expect(other_events).toBeGreaterThan(100);
});

test('figures show the rule by which they are counted, in the help too', async () => {
  const { out, code } = await cli('figures', '--country', 'PK,IN', '--by', 'country,year');
  expect(code).toBe(0);
  expect(out).toMatch(/^Days under restriction +national +regional +reach unstated +entries\n/);
  expect(out).toMatch(/\nPakistan, 2024 +\d+ +/);
  expect(out).toContain('An unknown end never runs on');
  expect((await cli('help', 'figures')).out).toContain('An unknown end never runs on');
});

test('how a query was understood is said, and what is wrong in it', async () => {
  const { out } = await cli('timeline', 'Twitter', 'ban');
  expect(out).toMatch(/^\d+ records.*\n.?Also, for “Twitter”: .*ایکس/);
  const { said } = await cli('figures', 'servce:X');
  expect(said.join(' ')).toContain('is no field; did you mean service:?');
});

test('nothing found is said, and is no failure', async () => {
  expect(await cli('timeline', 'zzzz')).toEqual({
    code: 1,
    out: '',
    said: ['Nothing in this archive matches.'],
  });
  expect(await cli('figures', 'zzzz')).toMatchObject({ code: 1, out: '' });
});

test('wrong words are answered with what would do', async () => {
  const wrong = async (...args: string[]) => (await cli(...args)).said.join(' ');
  expect(await wrong('timeline', '--by', 'minute')).toContain(
    '--by minute is none of decade, year, month, week, day, hour.',
  );
  expect(await wrong('figures', '--by', 'place')).toContain(
    '--by place is none of country, year, kind, service.',
  );
  expect(await wrong('search', '--by', 'year')).toContain('--by means nothing to search.');
});
