// Questions a little wider than one that finds nothing, or little: each says what it leaves out.
import { FACETS } from '../../../shared/facets.ts';
import type { Relaxed } from '../../../shared/nearest.ts';
import type { Question } from '../../../shared/search.ts';
import { parseQuery } from '../query/parse.ts';
import type { LeafNode, QueryNode } from '../query/tree.ts';
import { isChosen, isFiltering } from './filter.ts';

/** A wider question, and how it is wider. */
export interface Wider {
  question: Question;
  relaxed: Relaxed;
}

/** Of longer questions only so many words are left out, one at a time. */
const MOST_LEFT_OUT = 10;

/** The questions that a question can be widened to, by kind: what changes least comes first. */
export function widerThan(question: Question): Wider[] {
  const { root } = parseQuery(question.text, false);
  return [
    ...otherReadings(question, root),
    ...phrasesApart(question, root),
    ...withoutFilters(question),
    ...withoutParts(question, root),
    ...anyOfThem(question, root),
  ];
}

function otherReadings(question: Question, root: QueryNode | null): Wider[] {
  if (!root) return [];
  const wider: Wider[] = [];
  if (question.forms !== 'always') {
    wider.push({ question: { ...question, forms: 'always' }, relaxed: { how: 'forms' } });
  }
  if (question.literal) {
    wider.push({ question: { ...question, literal: false }, relaxed: { how: 'names' } });
  }
  return wider;
}

// The parts of which a record must have, or must not have, every one.
function partsOf(root: QueryNode | null): QueryNode[] {
  if (!root) return [];
  return root.type === 'all' ? root.parts : [root];
}

function leafOf(part: QueryNode): LeafNode | null {
  if (part.type === 'not') return leafOf(part.part);
  return part.type === 'all' || part.type === 'any' ? null : part;
}

function phrasesApart(question: Question, root: QueryNode | null): Wider[] {
  return partsOf(root).flatMap((part) => {
    if (part.type !== 'words') return [];
    const [unit] = part.units;
    if (!unit?.quoted || unit.terms.length < 2) return [];
    const text = spliced(question.text, part.range, unit.text.replace(/["“”«»]/gu, ' '));
    return [
      { question: { ...question, text }, relaxed: { how: 'words', text: unit.text } as const },
    ];
  });
}

function withoutParts(question: Question, root: QueryNode | null): Wider[] {
  const pieces = piecesOf(question.text, root);
  return pieces.slice(0, MOST_LEFT_OUT).flatMap((piece) => withoutPieces(question, [piece]));
}

/** A part of a query as it is written, with its field or its minus. */
interface Piece {
  range: [start: number, end: number];
  /** True where records with it are refused. */
  refused: boolean;
}

function piecesOf(text: string, root: QueryNode | null): Piece[] {
  return partsOf(root).flatMap((part) => {
    const leaf = leafOf(part);
    if (!leaf) return [];
    const [start, end] = leaf.range;
    const before = SIGNS_BEFORE.exec(text.slice(0, start))?.[0] ?? '';
    return [{ range: [start - before.length, end], refused: part.type === 'not' }];
  });
}

/** What belongs to the next piece: a minus, and a field whose value was no value of it. */
const SIGNS_BEFORE = /(?:(?<!\S)[-\u2212]|\bNOT\s+)?(?:[\p{L}\p{M}]+:)?$/u;

function withoutPieces(question: Question, pieces: readonly Piece[]): Wider[] {
  const last = pieces.toSorted((a, b) => b.range[0] - a.range[0]);
  const text = last.reduce((left, { range }) => spliced(left, range, ''), question.text);
  if (text === '') return [];
  const left = pieces.map(({ range }) => question.text.slice(...range).trim()).join(' ');
  return [{ question: { ...question, text }, relaxed: { how: 'without', text: left } }];
}

/**
 * The question without all the parts of which, alone, nothing is found, where these are several; `countOf` counts what a
 * text finds whatever filters say.
 */
export function withoutDeadParts(question: Question, countOf: (text: string) => number): Wider[] {
  const { root } = parseQuery(question.text, false);
  const pieces = piecesOf(question.text, root).slice(0, MOST_LEFT_OUT);
  const dead = pieces.filter(
    ({ range, refused }) => !refused && countOf(question.text.slice(...range)) === 0,
  );
  return dead.length > 1 ? withoutPieces(question, dead) : [];
}

function anyOfThem(question: Question, root: QueryNode | null): Wider[] {
  const parts = partsOf(root);
  const pieces = parts.map((part) =>
    part.type === 'words' ? question.text.slice(...part.range).trim() : null,
  );
  if (parts.length < 2 || pieces.some((piece) => !piece)) return [];
  return [{ question: { ...question, text: pieces.join(' OR ') }, relaxed: { how: 'any' } }];
}

function withoutFilters(question: Question): Wider[] {
  const { filters } = question;
  const wider: Wider[] = [];
  for (const filter of FACETS.filter((facet) => isChosen(filters, facet))) {
    const fewer = { ...filters, [filter]: undefined, not: { ...filters.not, [filter]: undefined } };
    wider.push({
      question: { ...question, filters: fewer },
      relaxed: { how: 'without_filter', filter },
    });
  }
  if (filters.after !== undefined || filters.before !== undefined) {
    const { after: _after, before: _before, ...others } = filters;
    wider.push({ question: { ...question, filters: others }, relaxed: { how: 'without_dates' } });
  }
  if (wider.length > 1 && isFiltering(filters)) {
    wider.push({ question: { ...question, filters: {} }, relaxed: { how: 'without_filters' } });
  }
  return wider;
}

function spliced(text: string, [start, end]: readonly [number, number], by: string): string {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimStart();
  return [before, by, after].filter((part) => part !== '').join(' ');
}
