// kiwix-serve over a ZIM file with a full-text index, asked by HTTP on this computer alone.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SearchQueryInput } from '../../src/shared/search.ts';
import { timed } from '../measure.ts';
import { FIRST_PAGE, numberOf, PICTURE_NAME } from './documents.ts';
import { type Engine, type EngineBuilt, MOST_FOUND, PAGE, type Running } from './engine.ts';

const HOST = '127.0.0.1';
/** The most hits that one of its pages can hold. */
const LONGEST_PAGE = 140;
const NAME = 'bench';
const PATIENCE_MS = 20_000;

/** Tells whether both of its programs are installed. */
export function hasKiwix(): boolean {
  return ['kiwix-serve', 'zimwriterfs'].every((name) => !spawnSync(name, ['--version']).error);
}

/** Packs the pages of a folder into a ZIM file with a full-text index. */
export function buildKiwix(pages: string, folder: string): [Engine, EngineBuilt] {
  const zim = join(folder, `${NAME}.zim`);
  const about = ['-l', 'eng', '-t', NAME, '-d', NAME, '-c', NAME, '-p', NAME];
  const [took, { status, stderr }] = timed(() =>
    spawnSync('zimwriterfs', ['-w', FIRST_PAGE, '-I', PICTURE_NAME, ...about, pages, zim], {
      encoding: 'utf8',
    }),
  );
  if (status !== 0 || !existsSync(zim)) throw new Error(`zimwriterfs failed: ${stderr}`);
  const engine: Engine = {
    name: 'kiwix-serve',
    files: [zim],
    // Its question has no sign for a word's beginning.
    answers: ({ prefix }) => !prefix,
    start: () => startKiwix(zim),
  };
  return [
    engine,
    {
      name: 'ZIM with full-text index',
      seconds: took / 1000,
      indexBytes: statSync(zim).size,
      textBytes: 0,
    },
  ];
}

async function startKiwix(zim: string): Promise<Running> {
  const port = await freePort();
  const server = spawn('kiwix-serve', ['--address', HOST, '--port', String(port), zim], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const agent = new Agent({ keepAlive: true });
  const fetchPage = (path: string) => fetchText({ host: HOST, port, agent, path });
  const ask = ({ text = '' }: SearchQueryInput, start: number, length: number) =>
    fetchPage(
      `/search?content=${NAME}&pattern=${encodeURIComponent(text)}&start=${start}&pageLength=${length}`,
    );
  await untilAnswered(() => fetchPage('/'));
  return {
    page: async (query) => countIn(await ask(query, 0, PAGE)),
    found: async (query) => {
      const found = new Set<number>();
      for (let start = 0; ; start += LONGEST_PAGE) {
        const page = await ask(query, start, LONGEST_PAGE);
        const hits = [...page.matchAll(/<a href="(\/bench\/[^"]+)">/g)];
        for (const [, address = ''] of hits) found.add(numberOf(address));
        if (hits.length < LONGEST_PAGE || found.size >= MOST_FOUND) return found;
      }
    },
    close: async () => {
      agent.destroy();
      server.kill();
      await ended;
    },
  };
}

function countIn(page: string): number {
  const count = /<\/b> of <b>\s*([\d,.]+)/.exec(page)?.[1];
  return Number(count?.replace(/\D/g, '') ?? 0);
}

function fetchText(options: {
  host: string;
  port: number;
  agent: Agent;
  path: string;
}): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = get(options, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => resolve(Buffer.concat(pieces).toString()));
      answer.on('error', reject);
    });
    asked.on('error', reject);
  });
}

async function untilAnswered(ask: () => Promise<unknown>): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; ; await sleep(5)) {
    try {
      await ask();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, HOST, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
