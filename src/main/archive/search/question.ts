// Reads the text of a question against what an archive has names for.
import type { Question } from '../../../shared/search.ts';
import type { Database } from '../../sqlite/open.ts';
import { withNames } from '../query/names.ts';
import { parseQuery } from '../query/parse.ts';
import type { ParsedQuery } from '../query/tree.ts';
import { namesIn } from './organisations.ts';
import { type Wanted, wanted } from './unfinished.ts';

/** What is searched: an index and the archive it follows. */
export interface Searched {
  index: Database;
  archive: Database;
}

/** The words of a question, and how they are to be taken. */
export type Words = Pick<Question, 'text' | 'literal' | 'prefix' | 'forms'>;

/** A question as it was read: what is looked for, and what is wrong in its text. */
export interface Read extends Wanted, Pick<ParsedQuery, 'mistakes'> {}

/** Reads a question. */
export function readQuestion(searched: Searched, { text, prefix, literal }: Words): Read {
  const { root, mistakes } = parseQuery(text, prefix);
  const named = withNames(root, namesIn(searched), literal);
  return { ...wanted(searched.index, named), mistakes };
}
