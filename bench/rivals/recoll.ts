// Recoll over the same pages as files: its command, and its library in a process that stays, as its own window uses it.
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { SearchQueryInput } from '../../src/shared/search.ts';
import { timed } from '../measure.ts';
import { numberOf } from './documents.ts';
import { type Engine, type EngineBuilt, PAGE, Refused, type Running } from './engine.ts';

const LIBRARY = join(import.meta.dirname, 'asked-by-line.py');
const PYTHONS = ['python3', '/usr/bin/python3'];
const MOST_OUTPUT = 256 * 1024 * 1024;

/** Tells whether its command and its indexer are installed. */
export function hasRecoll(): boolean {
  return ['recollq', 'recollindex'].every((name) => !spawnSync(name, ['-h']).error);
}

/** Indexes the pages of a folder; of its library, the engine comes second where Python has it. */
export function buildRecoll(
  pages: string,
  folder: string,
  pageBytes: number,
): [Engine[], EngineBuilt] {
  const settings = join(folder, 'recoll');
  mkdirSync(settings);
  writeFileSync(
    join(settings, 'recoll.conf'),
    // By itself it refuses a beginning that more than 10,000 words have.
    `topdirs = ${pages}\nindexstemminglanguages = english\nloglevel = 1\nmaxTermExpand = 10000000\nmaxXapianClauses = 10000000\n`,
  );
  const [took, { status }] = timed(() => spawnSync('recollindex', ['-c', settings]));
  const index = join(settings, 'xapiandb');
  const indexBytes = readdirSync(index).reduce(
    (sum, name) => sum + statSync(join(index, name)).size,
    0,
  );
  if (status !== 0) throw new Error('recollindex failed');
  const common = { files: [index], answers: () => true };
  const engines: Engine[] = [{ name: 'recollq', ...common, start: async () => command(settings) }];
  const python = PYTHONS.find(
    (one) => spawnSync(one, ['-c', 'from recoll import recoll']).status === 0,
  );
  if (python)
    engines.push({ name: 'Recoll in process', ...common, start: () => library(python, settings) });
  return [
    engines,
    { name: 'Recoll index', seconds: took / 1000, indexBytes, textBytes: pageBytes },
  ];
}

const asked = ({ text = '', prefix }: SearchQueryInput) => (prefix ? `${text}*` : text);

function command(settings: string): Running {
  const run = async (...args: string[]) => {
    const options = { maxBuffer: MOST_OUTPUT };
    const all = ['-c', settings, '-E', ...args];
    try {
      return (await promisify(execFile)('recollq', all, options)).stdout;
    } catch (error) {
      const { stderr = '' } = error as { stderr?: string };
      if (stderr.startsWith('Query setup failed')) throw new Refused(stderr);
      throw error;
    }
  };
  return {
    page: async (query) => {
      const said = await run('-A', '-n', String(PAGE), asked(query));
      return Number(/^(\d+) results/m.exec(said)?.[1] ?? 0);
    },
    found: async (query) => {
      const said = await run('-b', '-n', '0', asked(query));
      return new Set(
        said
          .split('\n')
          .filter((line) => line.endsWith('.html'))
          .map(numberOf),
      );
    },
    close: async () => {},
  };
}

/** What asked-by-line.py says. */
interface Answer {
  total?: number;
  found?: string[];
  refused?: string;
}

async function library(python: string, settings: string): Promise<Running> {
  const child: ChildProcess = spawn(python, [LIBRARY, settings], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const waiting: ((line: string) => void)[] = [];
  lines.on('line', (line) => waiting.shift()?.(line));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const died = ended.then<never>(() => {
    throw new Error("Recoll's library ended");
  });
  died.catch(() => {});
  const heard = () => Promise.race([died, new Promise<string>((resolve) => waiting.push(resolve))]);
  const ask = async (question: object) => {
    const answer = heard();
    child.stdin?.write(`${JSON.stringify(question)}\n`);
    const said = JSON.parse(await answer) as Answer;
    if (said.refused !== undefined) throw new Refused(said.refused);
    return said;
  };
  await heard();
  return {
    page: async (query) => (await ask({ text: asked(query), page: PAGE })).total ?? 0,
    found: async (query) => {
      const { found = [] } = await ask({ text: asked(query), page: 0 });
      return new Set(found.map(numberOf));
    },
    close: async () => {
      child.stdin?.end();
      await ended;
    },
  };
}
