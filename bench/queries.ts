// The queries of the bench, by class: words of known frequency, and pieces of the records themselves, so that all find something.
import type { SearchQueryInput } from '../src/shared/search.ts';
import type { Lexicon, Made } from './generator.ts';
import { between, pick, type Random, randomFrom } from './random.ts';

export interface QueryClass {
  name: string;
  queries: SearchQueryInput[];
}

const PER_CLASS = 25;

/** Every class of queries for an archive that was made with these words and of which these records are a sample. */
export function queryClasses(lexicons: Lexicon[], sample: Made[], seed = 1): QueryClass[] {
  const random = randomFrom(seed * 104_729);
  const english = lexicons.find(({ language }) => language.tag === 'en') ?? lexicons[0];
  const urdu = lexicons.find(({ language }) => language.tag === 'ur') ?? lexicons[0];
  if (!english || !urdu) throw new Error('no words');
  const ranked = (low: number, high: number) => () =>
    pick(random, [english, english, urdu]).words[between(random, low, high)] ?? '';
  const ranks = new Map(lexicons.flatMap(({ words }) => words.map((word, rank) => [word, rank])));
  const piece = (count: number) => () => {
    const words = wordsOf(pick(random, sample), ranks);
    return words.length < 5
      ? 'internet court'
      : Array.from({ length: count }, () => pick(random, words)).join(' ');
  };
  const unspaced = sample.filter(({ record }) => ['zh', 'my'].includes(record.lang));
  const texts: [string, () => string][] = [
    ['stop words', ranked(0, 19)],
    ['common words', ranked(60, 400)],
    ['medium words', ranked(1000, 4000)],
    ['rare words', ranked(8000, 29_000)],
    ['two words', piece(2)],
    ['three words', piece(3)],
    ['phrases', () => `"${phraseOf(pick(random, sample), random)}"`],
    ['unspaced scripts', () => letters(pick(random, unspaced), random)],
    ['nothing found', () => `zz${between(random, 1, 1e9).toString(36)} court`],
  ];
  const classes = texts.map(([name, make]) => ({ name, queries: asked(make) }));
  const words = ranked(60, 4000);
  return [
    ...classes,
    {
      name: 'beginnings, 3 to 5 letters',
      queries: asked(() => begun(words(), 3, 5, random), true),
    },
    {
      name: 'beginnings, 1 or 2 letters',
      queries: asked(() => begun(words(), 1, 2, random), true),
    },
    { name: 'everything', queries: [{ text: '' }] },
  ];
}

function asked(make: () => string, prefix = false): SearchQueryInput[] {
  return Array.from({ length: PER_CLASS }, () => ({ text: make(), prefix }));
}

function textOf({ record }: Made): string {
  if (record.kind === 'document') return record.body;
  return record.kind === 'event' ? record.summary : record.title;
}

// Words that stand in one record together, neither among the most common of their language nor rare.
function wordsOf(made: Made, ranks: ReadonlyMap<string, number>): string[] {
  return textOf(made)
    .split(/[\s“”.,،۔。，]+/u)
    .filter((word) => {
      const rank = ranks.get(word) ?? 0;
      return rank >= 40 && rank < 3000;
    });
}

function phraseOf(made: Made, random: Random): string {
  const clauses = textOf(made)
    .split(/[“”.,،۔。，\n]+/u)
    .map((clause) => clause.trim().split(' '));
  const long = clauses.filter((clause) => clause.length >= 4);
  if (long.length === 0) return 'of the';
  const clause = pick(random, long);
  const length = between(random, 2, 4);
  const start = between(random, 0, clause.length - length);
  return clause.slice(start, start + length).join(' ');
}

function letters(made: Made, random: Random): string {
  const runs = textOf(made).match(/[\p{L}\p{M}]{6,}/gu) ?? ['互联网'];
  return Array.from(pick(random, runs))
    .slice(0, between(random, 2, 5))
    .join('');
}

function begun(word: string, least: number, most: number, random: Random): string {
  return Array.from(word)
    .slice(0, between(random, least, most))
    .join('');
}
