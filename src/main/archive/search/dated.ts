// Judges parts of a query in which dates stand: every document at once, and with a third answer where a date is too coarse.
import type { Database } from '../../sqlite/open.ts';
import type { QueryNode } from '../query/tree.ts';
import type { Columns } from './columns.ts';
import { ftsExpression, hasDate } from './expression.ts';
import { judgeDate, NO, PERHAPS, type Verdicts, YES } from './filter.ts';
import { allMatches } from './all-matches.ts';

/** What is judged, and the verdicts so far. */
export interface Judged {
  index: Database;
  columns: Columns;
  verdicts: Verdicts;
}

/** Lets the verdicts stand only where all of these parts of a query are so, or may be. */
export function judgeAll({ index, columns, verdicts }: Judged, parts: readonly QueryNode[]): void {
  for (const part of parts) restrict(verdicts, judgeNode(index, columns, part));
}

function judgeNode(index: Database, columns: Columns, node: QueryNode): Verdicts {
  if (!hasDate(node)) return judgeText(index, columns, ftsExpression(node));
  switch (node.type) {
    case 'date':
      return judgeDate(columns, node.field, node.value);
    case 'not':
      return opposite(judgeNode(index, columns, node.part));
    case 'any':
      return node.parts.map((part) => judgeNode(index, columns, part)).reduce(widen);
    case 'all':
      return node.parts.map((part) => judgeNode(index, columns, part)).reduce(restrict);
    default:
      throw new Error('a word is no date');
  }
}

function judgeText(index: Database, { numbers }: Columns, expression: string): Verdicts {
  const verdicts = new Uint8Array(numbers.length);
  let place = 0;
  // Both are in ascending order, so one walk meets every match.
  for (const number of allMatches(index, { table: 'texts', expression })) {
    while ((numbers[place] ?? number) < number) place++;
    verdicts[place] = YES;
  }
  return verdicts;
}

function restrict(one: Verdicts, other: Verdicts): Verdicts {
  for (let place = 0; place < one.length; place++) {
    if (other[place] === NO) one[place] = NO;
    else if (other[place] === PERHAPS && one[place] === YES) one[place] = PERHAPS;
  }
  return one;
}

function widen(one: Verdicts, other: Verdicts): Verdicts {
  for (let place = 0; place < one.length; place++) {
    if (other[place] === YES) one[place] = YES;
    else if (other[place] === PERHAPS && one[place] === NO) one[place] = PERHAPS;
  }
  return one;
}

function opposite(verdicts: Verdicts): Verdicts {
  return verdicts.map((verdict) => (verdict === NO ? YES : verdict === YES ? NO : PERHAPS));
}
