// Which documents the words of a question match, and how well: for all of them at once, kept for the latest question.
import type { Database } from '../../sqlite/open.ts';
import { type Columns, columnsOf } from './columns.ts';
import { judgeAll } from './dated.ts';
import { type Verdicts, YES } from './filter.ts';
import { allMatches, allScores } from './all-matches.ts';
import { type Read, readQuestion, type Searched, type Words } from './question.ts';

/** What the words of a question match, by place of the columns, whatever filters say. */
export interface Matched {
  columns: Columns;
  read: Read;
  verdicts: Verdicts;
  /** The lower, the more relevant; null where no scores were asked for, or nothing is relevant to everything. */
  scores: Float64Array | null;
}

interface Held {
  key: string;
  matched: Matched;
}

const latest = new WeakMap<Database, Held>();

/** What the words of a question match; `scored` asks for scores too, which take longer. */
export function matchedBy(
  searched: Searched,
  words: Words,
  { scored = false, read }: { scored?: boolean; read?: Read } = {},
): Matched {
  const columns = columnsOf(searched.index);
  const { text, literal, prefix, forms } = words;
  const key = JSON.stringify([text, literal, prefix, forms]);
  const before = latest.get(searched.index);
  if (before?.key === key && before.matched.columns === columns) {
    if (!scored || before.matched.scores || !mayScore(before.matched.read)) return before.matched;
  }
  const matched = matchAll(searched.index, columns, {
    read: read ?? readQuestion(searched, words),
    scored,
  });
  latest.set(searched.index, { key, matched });
  return matched;
}

const mayScore = ({ match }: Read) => match?.table === 'texts';

/** What was read of a question matched against every document. */
export function matchAll(
  index: Database,
  columns: Columns,
  { read, scored }: { read: Read; scored: boolean },
): Matched {
  const size = columns.numbers.length;
  const verdicts = new Uint8Array(size);
  const scores = scored && mayScore(read) ? new Float64Array(size) : null;
  if (!read.match) verdicts.fill(YES);
  else if (scores) {
    const visit = visitor(columns);
    for (const [number, score] of allScores(index, read.match)) {
      const place = visit(number);
      verdicts[place] = YES;
      scores[place] = score;
    }
  } else {
    const visit = visitor(columns);
    for (const number of allMatches(index, read.match)) verdicts[visit(number)] = YES;
  }
  judgeAll({ index, columns, verdicts }, read.dated);
  return { columns, read, verdicts, scores };
}

// The place of each of several numbers that come in ascending order, as the columns are: one walk meets all.
function visitor({ numbers }: Columns): (number: number) => number {
  let place = 0;
  return (number) => {
    while ((numbers[place] ?? number) < number) place++;
    return place;
  };
}
