// Says in words how a query was understood, what else its names were looked for as, and what is wrong in it.
import type { QueryMistake, QueryReason, SearchResults, Understood } from '../../shared/search.ts';
import { paragraph, type Screen } from './lines.ts';

/** What people should know of their query beside its results: one paragraph each, none for plain words. */
export function queryNotes(screen: Screen, results: SearchResults): string[] {
  const { understood, also } = results;
  const notes = understood && !isPlain(understood) ? [`Looked for: ${meaning(understood)}.`] : [];
  for (const { typed, names, forms } of also)
    notes.push(`Also, ${forms ? 'forms of' : 'for'} ${quoted(typed)}: ${names.join(', ')}`);
  if (also.some(({ forms }) => forms)) notes.push('With --forms never, words keep their form.');
  if (also.some(({ forms }) => !forms))
    notes.push('With --literal or in quotation marks, words are found only as typed.');
  return notes.map((note) => paragraph(screen, note));
}

/** A sentence about each mistake in a query. */
export function mistakeTexts(text: string, mistakes: readonly QueryMistake[]): string[] {
  return mistakes.map((mistake) => {
    const piece = quoted(text.slice(...mistake.range));
    return REASONS[mistake.reason](piece, mistake.nearest ?? '');
  });
}

const quoted = (text: string) => `“${text}”`;

const REASONS: Record<QueryReason, (piece: string, nearest: string) => string> = {
  unknown_field: (piece, nearest) =>
    `${piece} is no field; did you mean ${nearest}:? What stands after it was looked for as words.`,
  unknown_value: (piece) => `${piece} is no value of that field; it was looked for as words.`,
  not_a_date: (piece) =>
    `${piece} is no date of the form 2024, 2024-02 or 2024-02-17; it was looked for as words.`,
  no_value: (piece) => `${piece} needs a value after its colon; it was looked for as a word.`,
  unclosed_group: (piece) =>
    `The bracket ${piece} is never closed; it was taken to reach to the end.`,
  unopened_group: (piece) => `Nothing opens the bracket ${piece}; it was passed over.`,
  empty_group: (piece) => `Nothing stands in ${piece}; it was passed over.`,
  or_alone: (piece) => `${piece} needs something before and after it; it was passed over.`,
  not_alone: (piece) => `${piece} needs something after it; it was passed over.`,
  too_deep: (piece) => `Brackets stand in brackets too often; ${piece} was passed over.`,
  too_many: (piece) => `The query is too long: ${piece} was left out.`,
};

// Plain words and phrases are seen as they were typed.
function isPlain(understood: Understood): boolean {
  if (understood.type === 'all') return understood.parts.every(isWord);
  return isWord(understood);
}

const isWord = ({ type }: Understood) => type === 'word' || type === 'phrase' || type === 'prefix';

function meaning(understood: Understood): string {
  switch (understood.type) {
    case 'all':
      return understood.parts.map(within).join(' and ');
    case 'any':
      return understood.parts.map(within).join(' or ');
    case 'not':
      return `not ${within(understood.part)}`;
    case 'word':
    case 'phrase':
      return quoted(understood.text);
    case 'prefix':
      return quoted(`${understood.text}…`);
    case 'field':
      return `${understood.field}: ${valueText(understood)}`;
    case 'date':
      return DATES[understood.field](understood.value);
  }
}

const within = (part: Understood) =>
  part.type === 'all' || part.type === 'any' ? `(${meaning(part)})` : meaning(part);

const DATES = {
  before: (value: string) => `until ${value}`,
  after: (value: string) => `from ${value} on`,
  on: (value: string) => `at some time of ${value}`,
};

function valueText({ text, known }: Extract<Understood, { type: 'field' }>): string {
  const names = known.map((name) => name.en?.[0] ?? Object.values(name)[0]?.[0] ?? text);
  return names.length > 0 ? [...new Set(names)].join(' or ') : quoted(text);
}
