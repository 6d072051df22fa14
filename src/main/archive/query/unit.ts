// Reads one word or phrase of a query into the terms that the index holds.
import type { Terms } from '../../language/spellings.ts';
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
  /** What it is found by as well: the same word spelt otherwise. */
  others?: Terms[];
  /** Other grammatical forms of a word, for each language in whose texts they count as such. */
  forms?: WordForms[];
}

/** Words of one language that are forms of another word. */
export interface WordForms {
  /** The primary subtag. */
  lang: string;
  terms: string[];
}

/** How a word or phrase was written. */
export interface Written {
  quoted?: boolean;
  /** True where nothing says yet that its last word is complete. */
  typing?: boolean;
}

/** Reads a word or phrase; null where there is no letter or digit in it. */
export function readUnit(text: string, { quoted = false, typing = false }: Written = {}) {
  const terms = termsOf(text);
  const last = terms.at(-1);
  if (last === undefined) return null;
  const shown = { text: text.trim(), quoted };
  if (!last.endsWith(JOINT)) return unit({ ...shown, terms, open: typing, unfinished: typing });
  // The last letter of an unspaced script: what follows it in a text is not known.
  const letter = last.slice(0, -JOINT.length);
  const joined = terms.at(-2)?.endsWith(JOINT + letter) ?? false;
  if (joined) {
    return unit({ ...shown, terms: terms.slice(0, -1), open: typing, unfinished: false });
  }
  // While typing it may still get a mark.
  const begun = [...terms.slice(0, -1), typing ? letter : last];
  return unit({ ...shown, terms: begun, open: true, unfinished: false });
}

/** The terms of a text in order. */
export function termsOf(text: string): string[] {
  return words(text).map(({ term }) => term);
}

const unit = (read: QueryUnit): QueryUnit => read;
