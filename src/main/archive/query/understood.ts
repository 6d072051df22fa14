// Says what a query was understood as, in a form that any language can put in words.
import type { AlsoSearched, SearchResults, Understood } from '../../../shared/search.ts';
import { namesOfCode } from './codes.ts';
import { otherNames } from './names.ts';
import { type FieldNode, type QueryNode, type WordsNode, wantedLeaves } from './tree.ts';
import type { QueryUnit } from './unit.ts';

/** What was understood; null where everything was asked for. */
export function understoodOf(root: QueryNode | null): Understood | null {
  return root && understood(root);
}

function understood(node: QueryNode): Understood {
  switch (node.type) {
    case 'all':
    case 'any':
      return { type: node.type, parts: node.parts.map(understood) };
    case 'not':
      return { type: 'not', part: understood(node.part) };
    case 'words':
      return node.things.length > 0 || node.units.length === 1
        ? { ...shown(node.units.at(-1)), text: node.text }
        : { type: 'all', parts: node.units.map((unit) => shown(unit)) };
    case 'field':
      return fieldUnderstood(node);
    case 'code': {
      const { field, text, codes } = node;
      return { type: 'field', field, text, known: codes.map((code) => namesOfCode(field, code)) };
    }
    case 'date':
      return { type: 'date', field: node.field, value: node.value };
  }
}

function fieldUnderstood({ field, unit, things }: FieldNode): Understood {
  const asked = field === 'title' || field === 'source' ? [] : things;
  const known = asked.map(({ names }) =>
    Object.fromEntries(Object.entries(names).map(([lang, [first = '']]) => [lang, [first]])),
  );
  return { type: 'field', field, text: unit.text, known };
}

/** The words and phrases that were looked for, each once, as results and page say it. */
export function shownTerms(root: QueryNode | null): SearchResults['terms'] {
  const terms = new Map<string, SearchResults['terms'][number]>();
  for (const leaf of wantedLeaves(root)) {
    if (leaf.type !== 'words') continue;
    for (const unit of leaf.units) {
      const { type, text } = shown(unit);
      terms.set(`${unit.open} ${unit.terms.join(' ')}`, { text, kind: type });
    }
  }
  return [...terms.values()];
}

function shown(unit: QueryUnit | undefined) {
  const type = unit?.quoted ? 'phrase' : unit?.unfinished ? 'prefix' : 'word';
  return { type, text: unit?.text ?? '' } as const;
}

/** How many other names of a thing are said. */
const MOST_SAID = 8;

/** For each name and word in a query, what else the same things were looked for as, and in which other forms. */
export function alsoSearched(root: QueryNode | null): AlsoSearched[] {
  return everyLeaf(root).flatMap((leaf) => [...namesSearched(leaf), ...formsSearched(leaf)]);
}

function namesSearched(leaf: WordsNode | FieldNode): AlsoSearched[] {
  const terms = leaf.type === 'words' ? leaf.units.flatMap((unit) => unit.terms) : leaf.unit.terms;
  const names = otherNames(terms, leaf.things).map(({ name }) => name);
  const typed = leaf.type === 'words' ? leaf.text : leaf.unit.text;
  return names.length === 0 ? [] : [{ typed, names: names.slice(0, MOST_SAID) }];
}

function formsSearched(leaf: WordsNode | FieldNode): AlsoSearched[] {
  const units = leaf.type === 'words' ? leaf.units : [leaf.unit];
  return units.flatMap(({ text, forms = [] }) => {
    const names = [...new Set(forms.flatMap(({ terms }) => terms))].slice(0, MOST_SAID);
    return names.length === 0 ? [] : [{ typed: text, names, forms: true as const }];
  });
}

function everyLeaf(node: QueryNode | null): (WordsNode | FieldNode)[] {
  if (!node) return [];
  if (node.type === 'all' || node.type === 'any') return node.parts.flatMap(everyLeaf);
  if (node.type === 'not') return everyLeaf(node.part);
  return node.type === 'words' || node.type === 'field' ? [node] : [];
}
