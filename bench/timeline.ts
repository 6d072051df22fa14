// `npm run bench:counts -- [--size N] [--folder F]`: counts along time, spans and figures over generated records, beside GROUP BY.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  timelineDensity,
  timelineFigures,
  timelineSpans,
} from '../src/main/archive/timeline/timeline.ts';
import { layout } from '../src/main/data-folder/layout.ts';
import { openReader, type Reader } from '../src/main/router/reader.ts';
import type { Database } from '../src/main/sqlite/open.ts';
import {
  type DensityQuery,
  densityQuery,
  figuresQuery,
  type SpansQuery,
  spansQuery,
} from '../src/shared/timeline.ts';
import { build } from './build.ts';
import { ms, summary, table, timed } from './measure.ts';

const ROOT = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true, default: ['100000'] },
    /** A data folder that is there already, in place of one that is made. */
    folder: { type: 'string' },
  },
});

const lines: string[] = [];

function say(text: string): void {
  lines.push(text, '');
  console.log(`${text}\n`);
}

async function measureSize(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mahfuz-bench-'));
  try {
    await build(folder, size);
    measure(folder, `${size} records`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(folder: string, name: string): void {
  if (!existsSync(layout(folder).archive)) throw new Error('no archive in that folder');
  const reader = openReader(folder);
  const rows = [...densityRows(reader), ...groupByRows(reader), ...spanRows(reader)];
  say(`### Timeline: ${name}, milliseconds`);
  say(table(['what', 'first', 'p50', 'p95', 'most'], rows));
  reader.close();
}

/** A line of figures: the first time apart, since it fills what is held in memory. */
function row(name: string, works: (() => unknown)[]): string[] {
  const [first = 0, ...times] = works.map((work) => timed(work)[0]);
  const { p50, p95, max } = summary(times);
  return [name, ms(first), ms(p50), ms(p95), ms(max)];
}

function times(count: number, work: (round: number) => unknown): (() => unknown)[] {
  return Array.from({ length: count }, (_, round) => () => work(round));
}

const DAY = 1440;
const START = (Date.UTC(2006, 0, 1) / 86_400_000) * DAY;
const YEARS = 21 * 365 * DAY;

/** The stretch of one frame of a scripted zoom from all years down to ten days and back, drifting to the right. */
function frame(round: number, rounds: number): { from: number; to: number } {
  const deep = 1 - Math.abs(1 - (2 * round) / rounds);
  const length = Math.round(YEARS * (10 / (21 * 365)) ** deep);
  const from = START + Math.round((YEARS - length) * (round / rounds));
  return { from, to: from + length };
}

const ROUNDS = 400;

function densityRows(reader: Reader): string[][] {
  const ask = (query: Partial<DensityQuery>) => timelineDensity(reader, densityQuery.parse(query));
  // Nothing is excluded, and no answer to an earlier question serves the next.
  const fresh = (round: number): Partial<DensityQuery> => ({
    filters: { not: { services: [`no-such-service-${round}`] } },
  });
  return [
    row(
      'histogram of everything, a new question each time',
      times(60, (round) => ask({ ...fresh(round), unit: 'month' })),
    ),
    row(
      'histogram of a common word, a new question each time',
      times(40, (round) =>
        ask({ ...fresh(round), text: round % 2 === 0 ? 'internet' : 'court', unit: 'month' }),
      ),
    ),
    row(
      `zoom and pan over everything, ${ROUNDS} frames`,
      times(ROUNDS, (round) => ask({ ...frame(round, ROUNDS), most: 400 })),
    ),
    row(
      'the finest that is given: 20,000 bins of days',
      times(20, () =>
        ask({ unit: 'day', most: 20_000, from: START, to: START + 20_000 * DAY - 1 }),
      ),
    ),
  ];
}

function groupByRows({ archive, index }: Reader): string[][] {
  const grouped = (db: Database, sql: string) => times(20, () => db.prepare(sql).all());
  return [
    row(
      'beside it: GROUP BY month over the records of the archive',
      grouped(archive, 'SELECT substr(date, 1, 7) AS month, count(*) FROM records GROUP BY month'),
    ),
    row(
      'beside it: GROUP BY month over the days of the index',
      grouped(
        index,
        `SELECT strftime('%Y-%m', day_from * 86400, 'unixepoch') AS month, count(*)
         FROM documents
         GROUP BY month`,
      ),
    ),
    row(
      'beside it: GROUP BY day over the numbers of the index, no calendar',
      grouped(index, 'SELECT number >> 10 AS day, count(*) FROM documents GROUP BY day'),
    ),
  ];
}

function spanRows(reader: Reader): string[][] {
  const ask = (query: Partial<SpansQuery>) => timelineSpans(reader, spansQuery.parse(query));
  const drawn = ask({ mostSpans: 5000, mostRows: 200 });
  const name = `${drawn.allSpans} restrictions, ${drawn.spans.length} drawn`;
  return [
    row(
      `${name}: all years`,
      times(20, () => ask({ mostSpans: 5000, mostRows: 200 })),
    ),
    row(
      `lanes by country, 8 rows, 1,000 drawn: ${ROUNDS} frames`,
      times(ROUNDS, (round) => ask({ ...frame(round, ROUNDS) })),
    ),
    row(
      'days under restriction by country and year',
      times(20, (round) =>
        timelineFigures(
          reader,
          figuresQuery.parse({
            by: round % 2 === 0 ? ['country', 'year'] : ['year'],
          }),
        ),
      ),
    ),
  ];
}

say(`Node ${process.version}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores`);
if (values.folder) measure(values.folder, values.folder);
else for (const size of values.size) await measureSize(Number(size));
mkdirSync(join(ROOT, 'out', 'bench'), { recursive: true });
writeFileSync(join(ROOT, 'out', 'bench', 'counts.md'), lines.join('\n'));
