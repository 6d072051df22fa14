// How else the words of a query may be written in a text, where folding cannot make the spellings one: together or apart,
// with a joiner, a hyphen, points or a space, on another seat of hamza.
import { JOINT, words } from './words.ts';

/** Terms that follow each other; of the last one only the beginning may be given. */
export interface Terms {
  terms: string[];
  open: boolean;
}

/** A word of a query, as typed and as the index has it. */
export interface TypedWord extends Terms {
  text: string;
}

/** Words that are written as one in some texts, at most. */
const MOST_JOINED = 3;
/** Shorter parts are too often words, or beginnings of words, with nothing in common. */
const LEAST_PART = 3;
/** Parts of Persian and Urdu words that are written with a joiner, a space or nothing. */
const FIRST_PARTS = new Set(['می', 'نمی', 'بی', 'نا', 'وب']);
const LAST_PARTS = new Set(['ها', 'های', 'هایی', 'ای', 'ام', 'ات', 'اش', 'اند', 'تر', 'ترین']);

const ARABIC_SCRIPT = /^\p{sc=Arab}+$/u;
const JOINER = /\u200C/gu;
const HYPHENATED = /^\P{L}*[\p{L}\p{M}]+['’ʼ\u2010\u2011-][\p{L}\p{M}]+\P{L}*$/u;
/** English and Russian words that are written with a hyphen, a space or nothing. */
const PARTED =
  /^(?:(wi)(fi)|(e)(books?|commerce|government|mails?|papers?|sims?)|(anti|co|cyber|non|web|анти|веб|интернет|кибер|онлайн)(\p{L}{4,}))$/u;
/** The ending that joins a Persian word to the next, which others write as a hamza above, or not at all. */
const EZAFE = /(?<=[\u0647\u06C1])\u200C[\u06CC\u064A](?![\p{L}\p{M}])/gu;
/** Thai abbreviations are consonants with points or without. */
const THAI_POINTS = /^(?:[\u0E01-\u0E2E]\.){2,}$/u;
const THAI_CONSONANTS = /^[\u0E01-\u0E2E]{2,4}$/u;
/** But for what a time of day is written with. */
const CAPITALS = /^(?![AP]M$)\p{Lu}{2,5}$/u;
const POINTS = /^\p{L}(?:\.\p{L}){2,}\.?$/u;
/** The end of a loan word of three letters or more. */
const LONG_VOWEL = /(?<=[\u30A1-\u30FA\u30FC]{2}[\u30A1-\u30FA])\u30FC(?![\u30A1-\u30FA\u30FC])/gu;
const SHORT_VOWEL = /(?<=[\u30A1-\u30FA\u30FC]{2}[\u30A1-\u30FA])(?![\u30A1-\u30FA\u30FC])/gu;
const PERSIAN_HEH = /^\p{sc=Arab}{3,}\u0647$/u;
const HAMZA_BEFORE_WAW = /(?<=\p{L})[\u0624\u0626](?=\u0648)/gu;

/**
 * For each of the words that stand side by side in a query, the other terms by which it is found: its own, and those of
 * a word that it makes with its neighbours. A text has all words, in whatever spelling, exactly where for each word it
 * has the typed terms or one of these. Never more than about twice the letters of the word.
 */
export function otherSpellings(typed: readonly TypedWord[]): Terms[][] {
  const others = typed.map(ownSpellings);
  for (let first = 0; first < typed.length; first++) {
    for (let last = first + 1; last < Math.min(first + MOST_JOINED, typed.length); last++) {
      const joined = joinedSpelling(typed.slice(first, last + 1));
      if (joined) for (let at = first; at <= last; at++) others[at]?.push(joined);
    }
  }
  return others;
}

function ownSpellings({ text, terms, open }: TypedWord): Terms[] {
  const found = new Map<string, Terms>();
  const add = (spelling: string[], begun: boolean) => {
    if (spelling.length > 0 && spelling.join(' ') !== terms.join(' '))
      found.set(spelling.join(' '), { terms: spelling, open: begun });
  };
  if (termsOf(text).some((term) => term.includes(JOINT)))
    return unspacedSpellings({ text, terms, open });
  add(termsOf(text.replace(JOINER, ' ')), open);
  add(termsOf(text.replace(EZAFE, '')), open);
  // Urdu has another heh, and after it this ending makes another word (سربراہ, سربراہی).
  if (PERSIAN_HEH.test(text) && terms.length === 1) add([`${terms[0]}\u06CC`], open);
  add(termsOf(text.replace(HAMZA_BEFORE_WAW, otherSeat)), open);
  if (CAPITALS.test(text)) add(Array.from(terms[0] ?? ''), false);
  if (POINTS.test(text)) add([terms.join('')], open);
  if (terms.length === 2 && HYPHENATED.test(text)) add([terms.join('')], open);
  // While it is being typed a word has no end that could be told from its beginning.
  if (terms.length === 1) for (const parts of partings(terms[0] ?? '')) add(parts, false);
  return [...found.values()];
}

// Of a word in a script without spaces: Thai abbreviations, and Japanese loan words with and without a long last vowel.
function unspacedSpellings({ text, terms, open }: TypedWord): Terms[] {
  const spellings: Terms[] = [];
  if (THAI_POINTS.test(text)) spellings.push(lookedFor(text.replaceAll('.', ''), open));
  if (THAI_CONSONANTS.test(text)) spellings.push(lookedFor(text.split('').join('.'), open));
  const kana = text.normalize('NFKC');
  for (const other of [kana.replace(LONG_VOWEL, ''), kana.replace(SHORT_VOWEL, '\u30FC')]) {
    if (other !== kana) spellings.push(lookedFor(other, open));
  }
  // What is begun by what was typed is found anyway.
  return spellings.filter((other) => other.terms.join(' ') !== terms.join(' '));
}

// As every query is: what follows the last letter is not known.
function lookedFor(text: string, open: boolean): Terms {
  const terms = termsOf(text);
  const last = terms.at(-1) ?? '';
  if (!last.endsWith(JOINT)) return { terms, open };
  const joined = terms.at(-2)?.endsWith(JOINT + last.slice(0, -JOINT.length)) ?? false;
  return joined ? { terms: terms.slice(0, -1), open } : { terms, open: true };
}

const otherSeat = (letter: string) => (letter === '\u0624' ? '\u0626' : '\u0624');

/** The ways in which a term may be written as two. */
function partings(term: string): string[][] {
  if (!ARABIC_SCRIPT.test(term)) {
    const parts = PARTED.exec(term)?.slice(1).filter(Boolean);
    return parts ? [parts] : [];
  }
  const found: string[][] = [];
  for (let at = 2; at <= term.length - 2; at++) {
    const parts = [term.slice(0, at), term.slice(at)];
    if (mayJoin(parts)) found.push(parts);
  }
  return found;
}

function joinedSpelling(typed: readonly TypedWord[]): Terms | null {
  const parts = typed.map(({ terms }) => (terms.length === 1 ? (terms[0] ?? '') : ''));
  if (!parts.every((part) => ARABIC_SCRIPT.test(part)) || !mayJoin(parts)) return null;
  return { terms: [parts.join('')], open: typed.at(-1)?.open ?? false };
}

function mayJoin(parts: readonly string[]): boolean {
  const long = parts.filter(({ length }) => length >= LEAST_PART);
  return (
    long.length > 0 &&
    parts.every(
      (part, at) =>
        part.length >= LEAST_PART ||
        (at === 0 && FIRST_PARTS.has(part)) ||
        (at > 0 && LAST_PARTS.has(part)),
    )
  );
}

const termsOf = (text: string) => words(text).map(({ term }) => term);
