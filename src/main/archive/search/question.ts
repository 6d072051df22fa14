// Reads the text of a question against what an archive has names for.
import type { Question } from '../../../shared/search.ts';
import type { Database } from '../../sqlite/open.ts';
import { mayHaveForms, withForms } from '../query/forms.ts';
import { withNames } from '../query/names.ts';
import { parseQuery } from '../query/parse.ts';
import type { ParsedQuery } from '../query/tree.ts';
import { hasMatches } from './index-search.ts';
import { formsIn } from './word-forms.ts';
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

/** So few documents with the words as typed are next to nothing. */
const FEW = 5;

/** Reads a question; forms of its words are looked for where they are asked for, or little else is found. */
export function readQuestion(searched: Searched, { text, prefix, literal, forms }: Words): Read {
  const { index } = searched;
  const { root, mistakes } = parseQuery(text, prefix);
  const named = withNames(root, namesIn(searched), literal);
  const typed = wanted(index, named);
  if (literal || forms === 'never' || !mayHaveForms(typed.root)) return { ...typed, mistakes };
  if (forms === 'few' && !findsFew(index, typed)) return { ...typed, mistakes };
  const widened = withForms(typed.root, (term) => formsIn(index, term));
  return { ...(widened ? wanted(index, widened) : typed), mistakes };
}

function findsFew(index: Database, { match }: Wanted): boolean {
  return match !== null && !hasMatches(index, match, FEW);
}
