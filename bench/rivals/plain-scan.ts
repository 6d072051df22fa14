// What a query finds when every text is read from its beginning to its end: the truth that the engines are held against.
import type { SearchQueryInput } from '../../src/shared/search.ts';
import { documentTexts } from './documents.ts';
import { isPhrase } from './engine.ts';

/** A joiner that shows no space between two letters ends no word. */
const WORDS = /[\p{L}\p{N}\p{M}\u200c\u200d]+/gu;
const UNSPACED = /^[\p{Script=Han}\p{Script=Myanmar}]+$/u;

/**
 * The documents that each query finds by the plain meaning of its text: whole words in lower case, all of them
 * somewhere in the document; a phrase in one text, in order; the beginning of a word; a run of whole letters with
 * their marks where a script has no spaces. Nothing is folded and nothing is stemmed.
 */
export function plainScan(size: number, queries: SearchQueryInput[]): Set<number>[] {
  const found = queries.map(() => new Set<number>());
  const tests = queries.map(testOf);
  let number = 0;
  for (const texts of documentTexts(size)) {
    const seen = seenIn(texts);
    tests.forEach((test, index) => test(seen) && found[index]?.add(number));
    number += 1;
  }
  return found;
}

interface Seen {
  words: Set<string>;
  /** All words in order with a space before and after each, a line for each text. */
  spaced: string;
  letters: string;
}

function seenIn(texts: string[]): Seen {
  const lines = texts.map((text) => text.toLowerCase().match(WORDS) ?? []);
  return {
    words: new Set(lines.flat()),
    spaced: lines.map((words) => ` ${words.join(' ')} `).join('\n'),
    letters: texts.join('\n'),
  };
}

function testOf(query: SearchQueryInput): (seen: Seen) => boolean {
  const words = query.text?.toLowerCase().match(WORDS) ?? [];
  const run = ` ${words.join(' ')} `;
  if (words.length === 1 && UNSPACED.test(words[0] ?? '')) {
    return ({ letters }) => hasLetters(letters, words[0] ?? '');
  }
  if (isPhrase(query)) {
    return (seen) => words.every((word) => seen.words.has(word)) && seen.spaced.includes(run);
  }
  if (query.prefix) return ({ spaced }) => spaced.includes(run.trimEnd());
  return (seen) => words.every((word) => seen.words.has(word));
}

function hasLetters(text: string, letters: string): boolean {
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) {
    if (!/^\p{M}/u.test(text.slice(at + letters.length, at + letters.length + 1))) return true;
  }
  return false;
}
