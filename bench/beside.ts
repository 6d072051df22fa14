// Asks what stands beside a list of results: facets, histogram, groups, and what is nearest where nothing is found.
import { facets } from '../src/main/archive/search/facets.ts';
import { documentsWith, likelyWords } from '../src/main/archive/search/likely-words.ts';
import { nearest } from '../src/main/archive/search/nearest.ts';
import { search } from '../src/main/archive/search/search.ts';
import { densityOf } from '../src/main/archive/timeline/found-density.ts';
import { openReader, type Reader } from '../src/main/router/reader.ts';
import { nearestQuery } from '../src/shared/nearest.ts';
import { facetsQuery, type SearchQueryInput, searchQuery } from '../src/shared/search.ts';
import { densityQuery } from '../src/shared/timeline.ts';
import { lexicons } from './generator.ts';
import { ms, type Summary, summary, table, timed } from './measure.ts';
import type { QueryClass } from './queries.ts';
import { between, pick, type Random, randomFrom } from './random.ts';

type Way = 'facets' | 'histogram' | 'grouped by event' | 'nearest' | 'list, facets and histogram';

// Each asks for something that nobody has asked before, so that nothing is at hand.
const ASK: Record<Way, (reader: Reader, query: SearchQueryInput) => unknown> = {
  facets: (reader, query) => facets(reader, facetsQuery.parse(query)),
  histogram: (reader, query) => densityOf(reader, densityQuery.parse({ ...query, unit: 'month' })),
  'grouped by event': (reader, query) =>
    search(reader, searchQuery.parse({ ...query, group: 'event' })),
  nearest: (reader, query) => nearest(reader, nearestQuery.parse(query)),
  'list, facets and histogram': (reader, query) => [
    search(reader, searchQuery.parse(query)),
    facets(reader, facetsQuery.parse(query)),
    densityOf(reader, densityQuery.parse({ ...query, unit: 'month' })),
  ],
};
const WAYS = Object.keys(ASK) as Way[];
/** Another question, so that the next one is not the latest. */
const BETWEEN = facetsQuery.parse({ text: 'between', filters: { years: ['1999'] } });

/** Milliseconds of all classes of queries in all these ways, as a table. */
export function besideTable(folder: string, classes: readonly QueryClass[]): string {
  const reader = openReader(folder);
  for (const way of WAYS) ASK[way](reader, { text: 'internet', filters: { kinds: ['event'] } });
  const rows = classes.map(({ name, queries }) => [
    name,
    ...WAYS.map((way) => timesText(summary(queries.map((query) => timeOf(reader, way, query))))),
  ]);
  reader.close();
  return table(['class', ...WAYS], rows);
}

function timeOf(reader: Reader, way: Way, query: SearchQueryInput): number {
  facets(reader, BETWEEN);
  return timed(() => ASK[way](reader, query))[0];
}

const timesText = ({ p50, p95 }: Summary) => `${ms(p50)} / ${ms(p95)}`;

const TYPOS = 200;

/**
 * How often the right word is offered first for words of the archive with one slip in them, at random places: a letter
 * left out, doubled, exchanged with the next or replaced. Random slips make other words more often than people's do.
 */
export function repairText(folder: string): string {
  const reader = openReader(folder);
  const [loading] = timed(() => documentsWith(reader.index, 'internet'));
  const random = randomFrom(5);
  const words = lexicons(1)
    .filter(({ language }) => language.space !== '')
    .flatMap(({ words }) => words.slice(60, 8000))
    .filter((word) => word.length >= 5 && documentsWith(reader.index, word) > 1);
  const times: number[] = [];
  let right = 0;
  for (let round = 0; round < TYPOS; ) {
    const word = pick(random, words);
    const typed = misspelt(word, random);
    if (typed === word || documentsWith(reader.index, typed) > 0) continue;
    round++;
    const [took, found] = timed(() => likelyWords(reader.index, typed, 3));
    times.push(took);
    if (found[0]?.word === word) right++;
  }
  reader.close();
  return `Typo repair: right word first for ${right} of ${TYPOS} random slips, ${timesText(summary(times))} ms each once the list of words is loaded, which takes ${ms(loading)} ms.`;
}

function misspelt(word: string, random: Random): string {
  const letters = Array.from(word);
  const at = between(random, 1, letters.length - 2);
  const letter = letters[at] ?? '';
  switch (between(random, 0, 3)) {
    case 0:
      return letters.toSpliced(at, 1).join('');
    case 1:
      return letters.toSpliced(at, 0, letter).join('');
    case 2:
      return letters.toSpliced(at, 2, letters[at + 1] ?? '', letter).join('');
    default:
      return letters.toSpliced(at, 1, pick(random, letters)).join('');
  }
}
