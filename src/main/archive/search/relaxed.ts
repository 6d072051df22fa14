// Questions a little wider than one that finds nothing, or little: each says what it leaves out.
import { FACETS } from '../../../shared/facets.ts';
import type { Question, Relaxed } from '../../../shared/search.ts';
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
  const parts = partsOf(root);
  if (parts.length < 2) return [];
  return parts.slice(0, MOST_LEFT_OUT).flatMap((part) => {
    const leaf = leafOf(part);
    if (!leaf) return [];
    const [start, end] = leaf.range;
    const sign =
      part.type === 'not' ? (SIGN_BEFORE.exec(question.text.slice(0, start))?.[0] ?? '') : '';
    const left: [number, number] = [start - sign.length, end];
    const text = spliced(question.text, left, '');
    const what = question.text.slice(...left).trim();
    return text === ''
      ? []
      : [{ question: { ...question, text }, relaxed: { how: 'without', text: what } as const }];
  });
}

/** What says that the next piece must not be there. */
const SIGN_BEFORE = /(?:[-\u2212]|\bNOT\s+)$/u;

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
  return `${text.slice(0, start)} ${by} ${text.slice(end)}`.replace(/\s+/gu, ' ').trim();
}
