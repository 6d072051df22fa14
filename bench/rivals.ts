// `npm run bench:rivals -- [--size N]`: our search beside kiwix-serve and Recoll, over the same documents and queries, in one run.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { lexicons } from './generator.ts';
import { ms, type Summary, summary, table, timedAsync } from './measure.ts';
import { type QueryClass, queryClasses } from './queries.ts';
import { forget } from './rivals/cold.ts';
import { writeDocuments } from './rivals/documents.ts';
import { type Engine, type EngineBuilt, type Running, unlessRefused } from './rivals/engine.ts';
import { type Asked, MOST_TRUE, type Score, scores } from './rivals/found.ts';
import { buildKiwix, hasKiwix } from './rivals/kiwix.ts';
import { ourEngines, oursBuilt } from './rivals/ours.ts';
import { buildRecoll, hasRecoll } from './rivals/recoll.ts';

const COLD_ROUNDS = 15;
const WARMING = ['internet', 'court order', 'website'];

const DIFFERENCES = `What differs in the work: Mahfuz counts exactly, folds letters of all scripts, looks for other grammatical forms where words as typed find little, keeps the order of phrases and chooses the best passage of the stored text. kiwix-serve answers whole pages of HTML over HTTP on this computer, estimates its counts, stems English, keeps no positions (a phrase is its words in any order) and knows no beginnings of words, which are left out of its figures; the ZIM file holds the pages too. Recoll, allowed more words than by itself for a beginning, stems English, keeps the order of phrases and holds the texts in its index too; recollq is a process for every query, the process that stays asks Recoll's library by lines of JSON. The plain scan takes whole words in lower case as they stand: what folding and stemming find beyond that counts as false hits here.`;

const { values } = parseArgs({ options: { size: { type: 'string', default: '100000' } } });
const size = Number(values.size);
const lines: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'mahfuz-rivals-'));
try {
  await compare();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const out = join(import.meta.dirname, '..', 'out', 'bench');
mkdirSync(out, { recursive: true });
writeFileSync(join(out, `rivals-${size}.md`), lines.join('\n'));

function say(text: string): void {
  lines.push(text, '');
  console.log(`${text}\n`);
}

async function compare(): Promise<void> {
  say(`## Beside others, ${size} documents`);
  say(
    `Node ${process.version}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${process.platform}.`,
  );
  const { engines, classes } = await buildAll();
  const asked = classes
    .filter(({ name }) => name !== 'everything')
    .flatMap(({ name, queries }) => queries.map((query) => ({ name, query })));
  const running = await Promise.all(engines.map((engine) => engine.start()));
  await sayTimes(engines, running, asked);
  await sayFound(engines, running, asked);
  await Promise.all(running.map(({ close }) => close()));
  await sayCold(engines, asked);
  say(DIFFERENCES);
}

async function buildAll(): Promise<{ engines: Engine[]; classes: QueryClass[] }> {
  const ours = join(folder, 'ours');
  mkdirSync(ours);
  const made = await build(ours, size);
  const engines = ourEngines(ours);
  const built = [oursBuilt(made)];
  const pages = join(folder, 'pages');
  const bytes = hasKiwix() || hasRecoll() ? writeDocuments(pages, size) : 0;
  if (hasKiwix()) {
    const [engine, cost] = buildKiwix(pages, folder);
    engines.push(engine);
    built.push(cost);
  } else
    say('kiwix-serve and zimwriterfs (Debian: kiwix-tools, zim-tools) are not installed here.');
  if (hasRecoll()) {
    const [found, cost] = buildRecoll(pages, folder, bytes);
    engines.push(...found);
    built.push(cost);
  } else say('recollq and recollindex (Debian: recollcmd) are not installed here.');
  sayBuilt(built, made.textBytes);
  return { engines, classes: queryClasses(lexicons(1), made.sample) };
}

function sayBuilt(built: EngineBuilt[], textBytes: number): void {
  const mb = (bytes: number) => (bytes / 1e6).toFixed(0);
  const rows = built.map(({ name, seconds, indexBytes, textBytes: kept }) => [
    name,
    (size / seconds).toFixed(0),
    mb(indexBytes),
    kept === 0 ? 'in it' : mb(kept),
    `${mb(indexBytes + kept)}, ${((indexBytes + kept) / textBytes).toFixed(2)} of the text`,
  ]);
  say(`${mb(textBytes)} MB of titles and texts.`);
  say(table(['built', 'documents/s', 'index, MB', 'texts, MB', 'both, MB'], rows));
}

/** Every query once of every engine, the engines in turn and each as often before the others as after them. */
async function sayTimes(engines: Engine[], running: Running[], asked: Asked[]): Promise<void> {
  for (const text of WARMING) for (const { page } of running) await page({ text });
  const times = engines.map(() => asked.map(() => Number.NaN));
  const refused = engines.map(() => 0);
  const order = asked.map((_, index) => index).toSorted((a, b) => scatter(a) - scatter(b));
  for (const [turn, index] of order.entries()) {
    const { query } = asked[index] as Asked;
    for (let step = 0; step < engines.length; step++) {
      const which = (turn + step) % engines.length;
      if (!engines[which]?.answers(query)) continue;
      const [took, total] = await timedAsync(() =>
        unlessRefused((running[which] as Running).page(query), null),
      );
      if (total === null) refused[which] = (refused[which] ?? 0) + 1;
      else (times[which] as number[])[index] = took;
    }
  }
  const names = [...new Set(asked.map(({ name }) => name))];
  const row = (title: string, wanted: (one: Asked) => boolean) => [
    title,
    ...times.map((all) =>
      cell(summary(all.filter((took, index) => took >= 0 && wanted(asked[index] as Asked)))),
    ),
  ];
  say(
    'First ask of every query, everything warm: milliseconds, p50 / p95, a page of 20 with passages and the count.',
  );
  say(
    table(
      ['class', ...engines.map(({ name }) => name)],
      [...names.map((name) => row(name, (one) => one.name === name)), row('all', () => true)],
    ),
  );
  for (const [which, count] of refused.entries()) {
    if (count > 0) say(`${engines[which]?.name} refused ${count} of these, which are left out.`);
  }
  sayRatios(engines, times);
}

function cell({ count, p50, p95 }: Summary): string {
  return count === 0 ? '–' : `${ms(p50)} / ${ms(p95)}`;
}

// The same order every time, without the classes following one another.
function scatter(index: number): number {
  return (index * 7919) % 1009;
}

function sayRatios(engines: Engine[], times: number[][]): void {
  const ours = engines.filter(({ name }) => name.startsWith('Mahfuz'));
  const rows = engines.slice(ours.length).map(({ name }, place) => {
    const theirs = times[ours.length + place] as number[];
    return [
      name,
      ...ours.map((_, which) => {
        const own = summary(
          (times[which] as number[]).filter((_took, index) => (theirs[index] ?? Number.NaN) >= 0),
        );
        const other = summary(theirs.filter((took) => took >= 0));
        return `${(other.p50 / own.p50).toFixed(1)} / ${(other.p95 / own.p95).toFixed(1)}`;
      }),
    ];
  });
  if (rows.length === 0) return;
  say('As many times faster, p50 / p95 over the queries that both answer:');
  say(table(['against', ...ours.map(({ name }) => name)], rows));
}

async function sayFound(engines: Engine[], running: Running[], asked: Asked[]): Promise<void> {
  // An engine that is asked in two ways finds the same in both.
  const once = engines.flatMap((engine, index) =>
    engine.name.endsWith('process') ? [] : [{ engine, running: running[index] as Running }],
  );
  const found = await scores(once, asked, size);
  say(
    `Found of what a plain scan finds / part of what was found that it does not find, for queries that find 1 to ${MOST_TRUE}:`,
  );
  say(
    table(
      ['queries', 'how many', ...once.map(({ engine }) => engine.name)],
      found.map(([kind, row]) => [kind, String(row[0]?.queries), ...row.map(wordScore)]),
    ),
  );
}

function wordScore({ queries, recall, extra }: Score): string {
  return queries === 0 ? '–' : `${recall.toFixed(3)} / ${extra.toFixed(3)}`;
}

/** The first page after a start with nothing of the files in memory. */
async function sayCold(engines: Engine[], asked: Asked[]): Promise<void> {
  const words = asked.filter(({ name, query }) => name.endsWith('words') && !query.prefix);
  const rows: string[][] = [];
  for (const engine of engines) {
    const starts: number[] = [];
    const pages: number[] = [];
    for (let round = 0; round < COLD_ROUNDS; round++) {
      if (!forget(engine.files))
        return say(
          'What the system holds of files in memory cannot be dropped here: nothing cold was measured.',
        );
      const [started, running] = await timedAsync(engine.start);
      const { query } = words[(round * 17) % words.length] as Asked;
      const [took] = await timedAsync(() => running.page(query));
      starts.push(started);
      pages.push(took);
      await running.close();
    }
    rows.push([engine.name, ms(summary(starts).p50), cell(summary(pages))]);
  }
  say(
    `Cold: started with its files out of memory, then one page; milliseconds, ${COLD_ROUNDS} starts.`,
  );
  say(table(['engine', 'start, p50', 'first page, p50 / p95'], rows));
}
