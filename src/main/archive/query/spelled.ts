// Gives the words of a query the other spellings by which they are found.
import { otherSpellings, type TypedWord } from '../../language/spellings.ts';
import type { QueryNode, WordsNode } from './tree.ts';
import type { QueryUnit } from './unit.ts';

/**
 * The tree of a query with the other spellings of its words, for which the query is needed as it was typed, joiners and
 * all. What stands in quotation marks is looked for as it is written.
 */
export function withSpellings(root: QueryNode | null, typed: string): QueryNode | null {
  return root && spelled(root, typed);
}

function spelled(node: QueryNode, typed: string): QueryNode {
  switch (node.type) {
    case 'all':
      return { ...node, parts: spelledInRow(node.parts, typed) };
    case 'any':
      return { ...node, parts: node.parts.map((part) => spelled(part, typed)) };
    case 'not':
      return { ...node, part: spelled(node.part, typed) };
    case 'words':
      return spelledInRow([node], typed)[0] ?? node;
    case 'field': {
      // Other fields ask for names as a whole, which have spellings of their own.
      if (node.field !== 'title' && node.field !== 'source') return node;
      const [unit = node.unit] = spelledUnits([{ unit: node.unit, text: node.unit.text }]);
      return { ...node, unit };
    }
    default:
      return node;
  }
}

// Only words that stand side by side can be parts of one.
function spelledInRow(parts: readonly QueryNode[], typed: string): QueryNode[] {
  const done: QueryNode[] = [];
  for (let at = 0; at < parts.length; at++) {
    const row: WordsNode[] = [];
    for (let part = parts[at]; part?.type === 'words'; part = parts[++at]) row.push(part);
    const units = spelledUnits(
      row.flatMap(({ units, range }) =>
        units.map((unit) => ({ unit, text: typed.slice(range[0], range[1]) })),
      ),
    );
    for (const words of row) done.push({ ...words, units: units.splice(0, words.units.length) });
    const other = parts[at];
    if (other) done.push(spelled(other, typed));
  }
  return done;
}

/** What has no other spellings, and makes no word with its neighbours. */
const AS_WRITTEN: TypedWord = { text: '', terms: [], open: false };

function spelledUnits(typed: readonly { unit: QueryUnit; text: string }[]): QueryUnit[] {
  const others = otherSpellings(
    typed.map(({ unit, text }) => (unit.quoted ? AS_WRITTEN : { ...unit, text })),
  );
  return typed.map(({ unit }, at) => (others[at]?.length ? { ...unit, others: others[at] } : unit));
}
