// Turns a query into what FTS5 is asked, and into what is marked in texts.
import type { Terms } from '../../language/spellings.ts';
import { type OtherName, otherNames } from '../query/names.ts';
import { type FieldNode, type QueryNode, type WordsNode, wantedLeaves } from '../query/tree.ts';
import type { QueryUnit, WordForms } from '../query/unit.ts';
import type { Sought } from './matches.ts';
import { EVERY_RECORD, printedTag, tagOf } from './tags.ts';

/** A part of a tree in which no date stands. */
export type Undated = Exclude<QueryNode, { type: 'date' }>;

/** Tells whether any date stands in a part of a tree: dates are compared in memory, the rest is asked of the index. */
export function hasDate(node: QueryNode): boolean {
  if (node.type === 'all' || node.type === 'any') return node.parts.some(hasDate);
  return node.type === 'not' ? hasDate(node.part) : node.type === 'date';
}

/** The FTS5 expression of a part of a tree in which no date stands. */
export function ftsExpression(node: QueryNode): string {
  switch (node.type) {
    case 'all':
      return ftsAll(node.parts);
    case 'any':
      return ftsAny(node.parts.map(ftsExpression));
    case 'not':
      return ftsAll([node]);
    case 'words':
      return ftsWords(node);
    case 'field':
      return ftsField(node);
    case 'code':
      return ftsAny(node.codes.map((code) => ftsTag(tagOf(node.field, code))));
    case 'date':
      throw new Error('the index knows no dates');
  }
}

// FTS5 takes away only from something.
function ftsAll(parts: readonly QueryNode[]): string {
  const asked = parts.filter(({ type }) => type !== 'not').map(ftsExpression);
  const refused = parts.flatMap((part) => (part.type === 'not' ? ftsExpression(part.part) : []));
  const all = [...new Set(asked.length > 0 ? asked : [ftsTag(EVERY_RECORD)])].join(' AND ');
  return refused.length === 0 ? all : `((${all}) NOT ${ftsAny(refused)})`;
}

function ftsAny(expressions: readonly string[]): string {
  const different = [...new Set(expressions)];
  return different.length === 1
    ? `(${different[0]})`
    : `(${different.map(bracketed).join(' OR ')})`;
}

const bracketed = (expression: string) =>
  expression.includes(' AND ') ? `(${expression})` : expression;

function ftsWords({ units, things }: WordsNode): string {
  const typed = [...new Set(units.map(ftsUnit))].join(' AND ');
  if (things.length === 0) return typed;
  const others = otherNames(typedTerms(units), things).filter(({ telling }) => telling);
  return ftsAny([typed, ...others.map(ftsPhrase), ...things.map(ftsThing)]);
}

function ftsField({ field, unit, things }: FieldNode): string {
  const others = otherNames(unit.terms, things);
  if (field === 'title' || field === 'source') {
    const telling = others.filter(({ telling }) => telling);
    const column = field === 'title' ? 'title' : 'sources';
    return `{${column}} : ${ftsAny([...spellings(unit), ...telling].map(ftsPhrase))}`;
  }
  const printed = [unit, ...others].map((name) => {
    const terms = name.terms.map((term) => printedTag(field, term));
    return ftsPhrase({ ...name, terms });
  });
  const code = field === 'place' && /^[a-z]{2}$/i.test(unit.text) ? [unit.text] : [];
  return ftsAny([
    ...printed,
    ...things.map(ftsThing),
    ...code.map((country) => ftsTag(tagOf('place', country))),
  ]);
}

const ftsThing = ({ field, id }: FieldNode['things'][number]) => ftsTag(tagOf(field, id));
const ftsTag = (tag: string) => `"${tag}"`;
const ftsUnit = (unit: QueryUnit) =>
  unit.others || unit.forms
    ? ftsAny([...spellings(unit).map(ftsPhrase), ...(unit.forms ?? []).map(ftsForms)])
    : ftsPhrase(unit);
// A form of one language may be another word in others.
const ftsForms = ({ lang, terms }: WordForms) =>
  `${ftsAny(terms.map((term) => ftsPhrase({ terms: [term] })))} AND ${ftsTag(tagOf('lang', lang))}`;
const spellings = (unit: QueryUnit): Terms[] => [unit, ...(unit.others ?? [])];
const formsOf = ({ forms = [] }: QueryUnit) => forms.flatMap(({ terms }) => terms);
const typedTerms = (units: readonly QueryUnit[]) => units.flatMap(({ terms }) => terms);

/**
 * Terms that follow each other, of the last perhaps only the beginning. Terms consist of letters, digits, marks and the
 * joint, so that nothing in quotation marks can end them.
 */
export function ftsPhrase({ terms, open }: Pick<QueryUnit, 'terms'> & { open?: boolean }): string {
  return `"${terms.join(' ')}"${open ? ' *' : ''}`;
}

/** Words as an expression for a table that keeps no places of words: each for itself, the last one begun where its unit is. */
export function ftsWordsExpression(units: readonly QueryUnit[]): string {
  const phrases = units.flatMap(({ terms, open }) =>
    terms.map((term, at) => ftsPhrase({ terms: [term], open: open && at === terms.length - 1 })),
  );
  return phrases.join(' AND ');
}

/** What is to be marked in texts: what was asked for, and the other names that it was found by. */
export function soughtIn(root: QueryNode | null): Sought[] {
  const sought = new Map<string, Sought>();
  const add = (
    unit: number,
    { terms, open = false, isOther }: Omit<Sought, 'unit' | 'open'> & { open?: boolean },
  ) => {
    const key = `${unit} ${open} ${terms.join(' ')}`;
    if (!sought.has(key)) sought.set(key, { unit, terms, open, isOther });
  };
  let unit = 0;
  for (const leaf of wantedLeaves(root)) {
    if (leaf.type !== 'words' && leaf.type !== 'field') continue;
    const units = leaf.type === 'words' ? leaf.units : [leaf.unit];
    const first = unit;
    for (const each of units) {
      // A word that is part of two spellings is found by either.
      for (const spelling of spellings(each)) add(unit, spelling);
      for (const term of formsOf(each)) add(unit, { terms: [term], isOther: true });
      unit++;
    }
    const others: OtherName[] = otherNames(typedTerms(units), leaf.things);
    for (const other of others) {
      if (other.telling) add(first, { terms: other.terms, isOther: true });
    }
  }
  return [...sought.values()];
}

/** The words and phrases that are asked for anywhere in records, in the order of the query. */
export function wantedUnits(root: QueryNode | null): QueryUnit[] {
  return wantedLeaves(root).flatMap((leaf) => (leaf.type === 'words' ? leaf.units : []));
}
