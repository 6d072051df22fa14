// Reads what a reader typed: words, which must all match, and "phrases"; every text is a query, none is a mistake.
import type { SearchResults } from '../../../shared/search.ts';
import { JOINT, words } from '../../language/words.ts';

/** One thing to look for: terms that follow each other; of the last one only the beginning may be given. */
export interface QueryUnit {
  /** As typed, without quotation marks. */
  text: string;
  quoted: boolean;
  terms: string[];
  /** True where any term that begins with the last of `terms` matches. */
  open: boolean;
  /** True for a word of a script with spaces that is still being typed. */
  unfinished: boolean;
}

/** Words and phrases beyond these are not looked for: whoever pastes a page finds it by less. */
export const MAX_UNITS = 40;

const OPENING = '"“”„‟«»「」『』＂';
const PIECES = new RegExp(`[${OPENING}]([^${OPENING}]*)([${OPENING}]|$)|[^\\s${OPENING}]+`, 'gu');

/** Reads a query; `prefix` says that its last word may be unfinished. */
export function parseQuery(text: string, prefix: boolean): QueryUnit[] {
  const units = new Map<string, QueryUnit>();
  for (const match of text.matchAll(PIECES)) {
    const [whole, phrase, closing] = match;
    const typing = prefix && !closing && match.index + whole.length === text.length;
    const unit = readUnit(phrase ?? whole, phrase !== undefined, typing);
    if (unit && units.size < MAX_UNITS) units.set(ftsPhrase(unit), unit);
  }
  return [...units.values()];
}

/** What was looked for, as results and page say it. */
export function shownTerms(units: readonly QueryUnit[]): SearchResults['terms'] {
  return units.map(({ text, quoted, unfinished }) => ({
    text,
    kind: quoted ? 'phrase' : unfinished ? 'prefix' : 'word',
  }));
}

/** The units as an FTS5 expression that all of them must match; null where there is nothing to look for. */
export function ftsExpression(units: readonly QueryUnit[]): string | null {
  return units.length === 0 ? null : units.map(ftsPhrase).join(' AND ');
}

/** The same where the index keeps no places of words: each word for itself, the last one begun where its unit is. */
export function ftsWordsExpression(units: readonly QueryUnit[]): string {
  const phrases = units.flatMap(({ terms, open }) =>
    terms.map((term, at) => `"${term}"${open && at === terms.length - 1 ? ' *' : ''}`),
  );
  return phrases.join(' AND ');
}

// Terms consist of letters, digits, marks and the joint, so that nothing in quotation marks can end them.
function ftsPhrase({ terms, open }: QueryUnit): string {
  return `"${terms.join(' ')}"${open ? ' *' : ''}`;
}

function readUnit(text: string, quoted: boolean, typing: boolean): QueryUnit | null {
  const terms = words(text).map(({ term }) => term);
  const last = terms.at(-1);
  if (last === undefined) return null;
  const shown = { text: text.trim(), quoted };
  if (!last.endsWith(JOINT)) return { ...shown, terms, open: typing, unfinished: typing };
  // The last letter of an unspaced script: what follows it in a text is not known.
  const letter = last.slice(0, -JOINT.length);
  const joined = terms.at(-2)?.endsWith(JOINT + letter) ?? false;
  if (joined) return { ...shown, terms: terms.slice(0, -1), open: typing, unfinished: false };
  // While typing it may still get a mark.
  const begun = [...terms.slice(0, -1), typing ? letter : last];
  return { ...shown, terms: begun, open: true, unfinished: false };
}
