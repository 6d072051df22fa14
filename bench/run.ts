// `npm run bench -- [--size N]`: builds archives of generated records, asks them everything, and prints the figures.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openReader } from '../src/main/router/reader.ts';
import { search } from '../src/main/archive/search/search.ts';
import { namesInMemory } from '../src/main/archive/search/names.ts';
import { MOST_IN_MEMORY, suggest } from '../src/main/archive/search/suggest.ts';
import { searchQuery } from '../src/shared/search.ts';
import { type ArchiveProcess, startArchive } from './archive-process.ts';
import { type Ask, type Asked, askAll, WAYS } from './asking.ts';
import { besideTable, repairText } from './beside.ts';
import { build, buildRivals, type Built, type Cost, type Rival } from './build.ts';
import { lexicons } from './generator.ts';
import { ms, summary, table, timed, timedAsync } from './measure.ts';
import { type QueryClass, queryClasses } from './queries.ts';

const ROOT = join(import.meta.dirname, '..');
const BUNDLED = join(ROOT, 'out', 'bundled');
const mb = (bytes: number) => (bytes / 1e6).toFixed(0);

/** Larger archives are built once: what else is built from them would take longer than everything that is asked. */
const MOST_BUILT_TWICE = 200_000;

const { values } = parseArgs({
  options: { size: { type: 'string', multiple: true, default: ['10000', '100000'] } },
});
const lines: string[] = [];
say(
  `Node ${process.version}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${mb(totalmem())} MB of memory, ${process.platform}`,
);
await measureStart();
for (const size of values.size) await measureSize(Number(size));
mkdirSync(join(ROOT, 'out', 'bench'), { recursive: true });
writeFileSync(join(ROOT, 'out', 'bench', `${values.size.join('-')}.md`), lines.join('\n'));

function say(text: string): void {
  lines.push(text, '');
  console.log(`${text}\n`);
}

async function measureSize(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mahfuz-bench-'));
  try {
    const built = await build(folder, size);
    sayBuilt(built, size > MOST_BUILT_TWICE ? [] : await buildRivals(folder));
    const classes = queryClasses(lexicons(1), built.sample);
    sayAsked(`${size} records, core`, await askCore(folder, classes));
    say(
      `### ${size} records, what stands beside the list: milliseconds, p50 / p95, each asked anew`,
    );
    say(besideTable(folder, classes));
    say(repairText(folder));
    await saySuggested(folder, size, classes);
    await measureContract(folder, size, classes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function askCore(folder: string, classes: QueryClass[]): Promise<Asked[]> {
  const reader = openReader(folder);
  const ask: Ask = async (query) => {
    const parsed = searchQuery.parse(query);
    return timed(() => search(reader, parsed));
  };
  await warm(ask);
  const asked = await askAll(classes, ask);
  reader.close();
  return asked;
}

async function measureContract(folder: string, size: number, classes: QueryClass[]) {
  const nothing = join(folder, 'no-bundled-archive');
  const [started, archive] = await timedAsync(() => startArchive(folder, nothing));
  const ask: Ask = (query) => timedAsync(() => archive.call('archive.search', query));
  const [first] = await ask({ text: 'internet' });
  await warm(ask);
  sayAsked(`${size} records, through the archive process`, await askAll(classes, ask));
  await archive.call('archive.suggest', { text: 'court' });
  say(
    `Archive process at ${size} records: ready after ${ms(started)} ms, first answer ${ms(first)} ms later; ${mb(archive.memory().now)} MB resident after all queries.`,
  );
  if (size <= MOST_BUILT_TWICE) await sayRebuilt(archive);
  await archive.close();
}

async function sayRebuilt(archive: ArchiveProcess): Promise<void> {
  const [took] = await timedAsync(() => archive.run('archive.rebuildIndex'));
  say(
    `Rebuilding the index in it: ${(took / 1000).toFixed(1)} s, ${mb(archive.memory().most)} MB resident at most.`,
  );
}

// The start of a process is measured elsewhere; here everything that is done once is done.
async function warm(ask: Ask): Promise<void> {
  for (const options of Object.values(WAYS)) {
    for (const text of ['internet shutdown', 'کی بندش', '互联网']) await ask({ text, ...options });
  }
}

async function saySuggested(folder: string, size: number, classes: QueryClass[]): Promise<void> {
  const reader = openReader(folder);
  const [first] = timed(() => suggest(reader, { text: 'court', limit: 8 }));
  const [loading] = await timedAsync(async () => {
    const held = () => size > MOST_IN_MEMORY || namesInMemory(reader.index) !== null;
    while (!held()) await sleep(5);
  });
  const typed = classes.flatMap(({ queries }) =>
    queries.map(({ text }) => text?.slice(0, 6) ?? ''),
  );
  const times = typed.map((text) => timed(() => suggest(reader, { text, limit: 8 }))[0]);
  reader.close();
  const { p50, p95 } = summary(times);
  const loaded =
    size <= MOST_IN_MEMORY ? `names in memory ${ms(loading)} ms later` : 'from the index';
  say(
    `Suggestions: first after ${ms(first)} ms, ${loaded}; then p50 ${ms(p50)}, p95 ${ms(p95)} ms.`,
  );
}

function sayBuilt(built: Built, rivals: Rival[]): void {
  const { records, textBytes, archiveBytes, indexBytes, merging, indexing } = built;
  const row = (name: string, cost: Cost, bytes: number) => [
    name,
    (records / cost.seconds).toFixed(0),
    (records / cost.processorSeconds).toFixed(0),
    `${mb(bytes)} MB, ${(bytes / textBytes).toFixed(2)} of the text`,
  ];
  say(`## ${records} records, ${mb(textBytes)} MB of text`);
  say(
    table(
      ['built', 'records/s', 'records per processor second', 'size'],
      [
        row('archive (merged, hashed, compressed)', merging, archiveBytes),
        row('index (read, cut, hashed, indexed, optimised)', indexing, indexBytes),
        ...rivals.map((rival) => row(`beside it: ${rival.name}`, rival, rival.bytes)),
      ],
    ),
  );
}

function sayAsked(title: string, asked: Asked[]): void {
  const ways = Object.keys(WAYS);
  say(
    `### ${title}: milliseconds, p50 / p95, page of 20 with passages and exact counts, first ask`,
  );
  say(
    table(
      ['class', 'found', ...ways],
      asked.map(({ name, hits, times }) => [
        name,
        String(hits),
        ...ways.map((way) => `${ms(times[way]?.p50 ?? 0)} / ${ms(times[way]?.p95 ?? 0)}`),
      ]),
    ),
  );
}

/** From the start of the archive process to the first answer, with the bundled archive: on a new folder, and again. */
async function measureStart(): Promise<void> {
  if (!existsSync(BUNDLED)) return say('No bundled archive: run npm run corpus first.');
  const times: Record<'first' | 'again', number[]> = { first: [], again: [] };
  for (let round = 0; round < 5; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'mahfuz-bench-'));
    for (const when of ['first', 'again'] as const) {
      const [took, archive] = await timedAsync(async () => {
        const started = await startArchive(folder, BUNDLED);
        await started.call('archive.search', { text: 'twitter ban' });
        return started;
      });
      times[when].push(took);
      await archive.close();
    }
    rmSync(folder, { recursive: true, force: true });
  }
  say(
    `Archive process from start to first answer, bundled archive: ${ms(summary(times.first).p50)} ms on a new data folder, ${ms(summary(times.again).p50)} ms after that (median of 5).`,
  );
}
