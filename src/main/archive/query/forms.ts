// Gives the words of a query the other grammatical forms by which they are found where little else is.
import { JOINT } from '../../language/words.ts';
import { joined, type QueryNode, type WordsNode } from './tree.ts';
import type { QueryUnit, WordForms } from './unit.ts';

/** The forms of a word that an archive has. */
export type FormsOf = (term: string) => WordForms[];

/** Tells whether any word of a query may have other forms. */
export function mayHaveForms(root: QueryNode | null): boolean {
  return withForms(root, (term) => [{ lang: '', terms: [term] }]) !== null;
}

/**
 * The tree with the forms of its words; null where none has any. Names keep their form, and so does what stands in
 * quotation marks, what is refused, and a word that is still being typed.
 */
export function withForms(root: QueryNode | null, formsOf: FormsOf): QueryNode | null {
  if (!root) return null;
  let found = false;
  const formed = (node: QueryNode): QueryNode => {
    if (node.type === 'all' || node.type === 'any') {
      return joined(node.type, node.parts.map(formed)) ?? node;
    }
    if (node.type !== 'words' || node.things.length > 0) return node;
    return { ...node, units: node.units.map(withOwn) } satisfies WordsNode;
  };
  const withOwn = (unit: QueryUnit): QueryUnit => {
    const [term = '', ...more] = unit.terms;
    if (unit.quoted || unit.open || more.length > 0 || term.includes(JOINT)) return unit;
    const forms = formsOf(term);
    if (forms.length === 0) return unit;
    found = true;
    return { ...unit, forms };
  };
  const widened = formed(root);
  return found ? widened : null;
}
