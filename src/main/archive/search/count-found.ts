// How many records a question finds, without keeping what was found: for questions that nobody has asked yet.
import type { Question } from '../../../shared/search.ts';
import { columnsOf } from './columns.ts';
import { isFiltering } from './filter.ts';
import { hiddenShelves, letThrough } from './found.ts';
import { countMatches } from './index-search.ts';
import { matchAll } from './matched.ts';
import { readQuestion, type Searched } from './question.ts';

/** How many records a question finds. */
export function countFound(searched: Searched, question: Question): number {
  const { index, archive } = searched;
  const read = readQuestion(searched, question);
  const hidden = hiddenShelves(archive, question.filters);
  const isPlain = read.dated.length === 0 && hidden.length === 0 && !isFiltering(question.filters);
  if (isPlain && read.match) return countMatches(index, read.match);
  const matched = matchAll(index, columnsOf(index), { read, scored: false });
  return letThrough(matched, question.filters, hidden).places.length;
}
