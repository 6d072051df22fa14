// What the engines find, held against reading every text.
import type { SearchQueryInput } from '../../src/shared/search.ts';
import { type Engine, isPhrase, type Running, unlessRefused } from './engine.ts';
import { plainScan } from './plain-scan.ts';

/** Queries that find more by a plain scan are timed only. */
export const MOST_TRUE = 300;

/** A query of the comparison, with its class. */
export interface Asked {
  name: string;
  query: SearchQueryInput;
}

export interface Score {
  queries: number;
  /** The part of what should be found that was, in the mean of the queries. */
  recall: number;
  /** The part of what was found that should not be. */
  extra: number;
}

const KINDS: [name: string, holds: (asked: Asked) => boolean][] = [
  ['phrases', ({ query }) => isPhrase(query)],
  ['beginnings', ({ query }) => query.prefix === true],
  ['unspaced scripts', ({ name }) => name === 'unspaced scripts'],
  ['words', () => true],
];

/** For each kind of query the score of every engine. */
export async function scores(
  engines: { engine: Engine; running: Running }[],
  asked: Asked[],
  size: number,
): Promise<[kind: string, scores: Score[]][]> {
  const truths = plainScan(
    size,
    asked.map(({ query }) => query),
  );
  const table: [string, Score[]][] = [];
  for (const [kind] of KINDS) {
    const chosen = asked.flatMap((one, index) => {
      const truth = truths[index] ?? new Set();
      const fits = kindOf(one) === kind && truth.size > 0 && truth.size <= MOST_TRUE;
      return fits ? [{ ...one, truth }] : [];
    });
    const row: Score[] = [];
    for (const { engine, running } of engines) row.push(await scoreOf(engine, running, chosen));
    table.push([kind, row]);
  }
  return table;
}

function kindOf(asked: Asked): string {
  return KINDS.find(([, holds]) => holds(asked))?.[0] ?? '';
}

async function scoreOf(
  engine: Engine,
  running: Running,
  chosen: (Asked & { truth: Set<number> })[],
): Promise<Score> {
  const answered = chosen.filter(({ query }) => engine.answers(query));
  let recall = 0;
  let extra = 0;
  for (const { query, truth } of answered) {
    const found = await unlessRefused(running.found(query), new Set<number>());
    const right = [...found].filter((number) => truth.has(number)).length;
    recall += right / truth.size;
    extra += found.size === 0 ? 0 : 1 - right / found.size;
  }
  const queries = answered.length;
  return { queries, recall: recall / queries, extra: extra / queries };
}
