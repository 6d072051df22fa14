// What two records say of one thing, laid side by side: what both say, and what only one does (pure).
import { kept, type Piece as Change, wordChanges } from '../reader/changes/pieces.ts';

/** A stretch of text; `only` where the other side does not have it. */
export interface Piece {
  text: string;
  only: boolean;
}

/** An item of a list or a paragraph; `only` where the other side has none like it. */
export interface Item {
  pieces: Piece[];
  only: boolean;
}

/** What one record says, and the language it says it in: null where it is the interface's own words. */
export interface Said {
  lang: string | null;
  items: Item[];
}

export type PairState = 'same' | 'differs' | 'first' | 'second';

export interface Pair {
  /** Whether both say the same, each something else, or only one of them anything. */
  state: PairState;
  first: Said;
  second: Said;
}

export interface Lines {
  lang: string | null;
  blocks: string[];
}

/** Texts with less in common, from 0 to 1, are two different texts: marking every word would tell nothing. */
const ALIKE = 0.3;

const plain = (text: string, only = false): Item => ({ pieces: [{ text, only: false }], only });

// Spaces, capitals and the form of letters are no difference between two records.
const form = (text: string) =>
  text.normalize('NFKC').toLocaleLowerCase('und').replaceAll(/\s+/g, ' ').trim();

function stateOf(first: string[], second: string[], same: boolean): PairState {
  if (second.length === 0) return 'first';
  if (first.length === 0) return 'second';
  return same ? 'same' : 'differs';
}

/** Lists side by side, in whatever order: each item is on both sides or on one. */
export function pairOfLists(first: Lines, second: Lines): Pair {
  const a = new Set(first.blocks.map(form));
  const b = new Set(second.blocks.map(form));
  const both = a.size > 0 && b.size > 0;
  const items = (blocks: string[], other: Set<string>) =>
    blocks.map((text) => plain(text, both && !other.has(form(text))));
  return {
    state: stateOf(
      first.blocks,
      second.blocks,
      a.size === b.size && [...a].every((one) => b.has(one)),
    ),
    first: { lang: first.lang, items: items(first.blocks, b) },
    second: { lang: second.lang, items: items(second.blocks, a) },
  };
}

/** The paragraphs of a text whose pieces are marked. */
function paragraphs(pieces: Piece[]): Item[] {
  const items: Item[] = [{ pieces: [], only: false }];
  for (const { text, only } of pieces) {
    text.split(/\n{2,}/).forEach((part, index) => {
      if (index > 0) items.push({ pieces: [], only: false });
      if (part) items.at(-1)?.pieces.push({ text: part, only });
    });
  }
  return items.filter((item) => item.pieces.some(({ text }) => text.trim() !== ''));
}

const sideOf = (changes: Change[], mine: 'removed' | 'added'): Item[] =>
  paragraphs(
    changes
      .filter(({ change }) => change === 'same' || change === mine)
      .map(({ text, change }) => ({ text, only: change === mine && text.trim() !== '' })),
  );

/** Texts side by side, marked word by word where they are in one language and have enough in common. */
export function pairOfTexts(first: Lines, second: Lines): Pair {
  const [a, b] = [first, second].map(({ blocks }) => blocks.join('\n\n')) as [string, string];
  const state = stateOf(first.blocks, second.blocks, form(a) === form(b));
  const comparable = state === 'differs' && first.lang === second.lang;
  const changes = comparable ? wordChanges(a, b) : null;
  const marked = changes && kept(changes) >= ALIKE ? changes : null;
  const side = (lines: Lines, mine: 'removed' | 'added'): Said => ({
    lang: lines.lang,
    items: marked
      ? sideOf(marked, mine)
      : lines.blocks.flatMap((text) => paragraphs([{ text, only: false }])),
  });
  return { state, first: side(first, 'removed'), second: side(second, 'added') };
}
