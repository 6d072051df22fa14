// Offers records by their names while a reader types, misspelt or half-finished.
import type { Parsed } from '../../../shared/contract.ts';
import type { Suggestion } from '../../../shared/search.ts';
import { JOINT } from '../../language/words.ts';
import { asFault } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { recordRow } from '../store/records.ts';
import { quarantinedShelves } from '../store/shelves.ts';
import { parseQuery } from '../query/parse.ts';
import { termsOf } from '../query/unit.ts';
import { ftsWordsExpression, soughtIn, wantedUnits } from './expression.ts';
import { aboutIndex } from './index-file.ts';
import { recordOfDocument } from './index-search.ts';
import { matcherOf } from './matches.ts';
import { type HeldNames, type Name, namesInMemory } from './names.ts';
import { FIRST_DATED } from './numbers.ts';
import type { Searched } from './question.ts';

/** Beyond so many documents their names cost more memory and time to load than they are worth. */
export const MOST_IN_MEMORY = 20_000;

/**
 * Records that are called so, the likeliest first: up to 20,000 documents with misspellings, beyond that, and until the
 * names are loaded, those that have every word, the last one as a beginning. Throws nothing but faults of the files.
 */
export function suggest(
  { index, archive }: Searched,
  { text, limit }: Parsed<'archive.suggest'>,
): Suggestion[] {
  try {
    const held = aboutIndex(index).documents <= MOST_IN_MEMORY ? namesInMemory(index) : null;
    const found = held ? namesLike(held, text) : namesBeginning(index, text, limit);
    return offered({ index, archive }, found, limit);
  } catch (error) {
    throw asFault(error, 'index_damaged');
  }
}

// Each record once, and of an event and the document that tells of it by the same title and date only the first.
function offered({ index, archive }: Searched, names: Iterable<Name>, limit: number): Suggestion[] {
  const known = new Set<string>();
  const hidden = new Set(quarantinedShelves(archive));
  const suggestions: Suggestion[] = [];
  for (const { document, name, lang } of names) {
    if (suggestions.length === limit) break;
    const row = recordRow(archive, recordOfDocument(index, document));
    if (!row || hidden.has(row.shelf)) continue;
    const { shelf, id, kind, date } = row;
    const keys = [`${shelf} ${id}`, `${name} ${date?.value ?? id}`];
    if (!keys.some((key) => known.has(key)))
      suggestions.push({ shelf, id, kind, title: name, lang, date });
    for (const key of keys) known.add(key);
  }
  return suggestions;
}

/** A name is asked for by fewer words than this; more would only take time. */
const MOST_WORDS = 12;

function namesLike(names: HeldNames, text: string): Name[] {
  const found = names.search(text, {
    tokenize: (query) => termsOf(query).slice(0, MOST_WORDS),
    combineWith: 'AND',
    prefix: (term, at, terms) => at === terms.length - 1 || term.endsWith(JOINT),
    // One slip in a word of four letters, two in one of eight.
    fuzzy: (term) => (term.length < 4 || term.includes(JOINT) ? false : 0.2),
    maxFuzzy: 2,
    weights: { prefix: 0.6, fuzzy: 0.2 },
  });
  return found.map(({ document, lang, name }) => ({ document, lang, name }));
}

// Organisations and terms have no date, so they come first, and then the most recent.
function namesBeginning(index: Database, text: string, limit: number): Name[] {
  const { root } = parseQuery(text, true);
  const units = wantedUnits(root);
  if (units.length === 0) return [];
  const expression = ftsWordsExpression(units);
  const undated = documentsNamed(index, { expression, from: 0, to: FIRST_DATED, limit });
  const dated = documentsNamed(index, { expression, from: FIRST_DATED, to: 2 ** 32, limit });
  const matcher = matcherOf(soughtIn(root));
  return [...undated, ...dated].flatMap((document) => {
    const names = namesOfDocument(index, document);
    const matched = names.map(
      ({ name }) => new Set(matcher.find(name).map(({ unit }) => unit)).size,
    );
    return names[matched.indexOf(Math.max(...matched))] ?? [];
  });
}

interface NamedRange {
  expression: string;
  /** Numbers from here, to before there. */
  from: number;
  to: number;
  limit: number;
}

function documentsNamed(index: Database, { expression, from, to, limit }: NamedRange): number[] {
  return statement<[string, number, number, number], number>(
    index,
    `SELECT rowid
     FROM name_starts
     WHERE name_starts MATCH ? AND rowid >= ? AND rowid < ?
     ORDER BY rowid DESC
     LIMIT ?`,
  )
    .pluck()
    .all(expression, from, to, limit);
}

function namesOfDocument(index: Database, document: number): Name[] {
  return statement<[number], Name>(
    index,
    `SELECT document, lang, name
     FROM names
     WHERE document = ?
     ORDER BY position`,
  ).all(document);
}
