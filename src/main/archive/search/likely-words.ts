// Finds the words of an index that were likely meant by one that it has not.
import { slipCost } from '../../language/slips.ts';
import type { Database } from '../../sqlite/open.ts';
import { aboutIndex } from './index-file.ts';
import { type WordList, wordList } from './word-list.ts';

interface Held extends WordList {
  change: number;
  /** For each word which letters it has, by one bit for several letters, so that most words are passed over at a glance. */
  letters: Uint32Array;
  lengths: Uint8Array;
}

/** A word of the index. */
export interface LikelyWord {
  word: string;
  /** How many documents have it. */
  documents: number;
  /** The lower, the likelier. */
  cost: number;
}

const held = new WeakMap<Database, Held>();

function wordsHeld(index: Database): Held {
  const { change } = aboutIndex(index);
  const before = held.get(index);
  if (before?.change === change) return before;
  const { words, documents } = wordList(index);
  const now = {
    change,
    words,
    documents,
    letters: Uint32Array.from(words, lettersOf),
    lengths: Uint8Array.from(words, ({ length }) => length),
  };
  held.set(index, now);
  return now;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters >>> 0;
}

function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many documents have a word, as far as the list of words knows. */
export function documentsWith(index: Database, word: string): number {
  const { words, documents } = wordsHeld(index);
  const at = firstFrom(words, word);
  return words[at] === word ? (documents[at] ?? 0) : 0;
}

/** At most so many documents have a word that begins so, as far as the list of words knows: what has several counts for each. */
export function documentsBegun(index: Database, beginning: string): number {
  const { words, documents } = wordsHeld(index);
  let sum = 0;
  for (let at = firstFrom(words, beginning); at < words.length; at++) {
    if (!words[at]?.startsWith(beginning)) break;
    sum += documents[at] ?? 0;
  }
  return sum;
}

// The place of the first word that does not come before another.
function firstFrom(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How much likelier ten times as many documents make a word. */
const COMMONNESS = 0.22;

/** What costs so much more than the likeliest is not worth being offered. */
const MUCH_LESS_LIKELY = 1;

/** The words that were likely meant by a folded word, the likeliest first; itself is not among them. */
export function likelyWords(index: Database, typed: string, limit: number): LikelyWord[] {
  const most = mostSlips(typed);
  if (most === 0) return [];
  const { words, documents, letters, lengths } = wordsHeld(index);
  const own = lettersOf(typed);
  const found: LikelyWord[] = [];
  for (let at = 0; at < words.length; at++) {
    if (Math.abs((lengths[at] ?? 0) - typed.length) > MOST_LETTERS) continue;
    // Each slip brings at most one letter and takes one away.
    if (bitsOf(own ^ (letters[at] ?? 0)) > 2 * MOST_LETTERS) continue;
    const word = words[at] ?? '';
    if (word === typed) continue;
    const cost = slipCost(typed, word, most);
    if (cost === Infinity) continue;
    const count = documents[at] ?? 0;
    found.push({ word, documents: count, cost: cost - COMMONNESS * Math.log10(count + 1) });
  }
  found.sort((a, b) => a.cost - b.cost || b.documents - a.documents);
  const [best] = found;
  return found.slice(0, limit).filter(({ cost }) => cost <= (best?.cost ?? 0) + MUCH_LESS_LIKELY);
}

/** Letters more, less or others than these make another word. */
const MOST_LETTERS = 2;

// A short word has many neighbours, and of a long one more can be wrong.
function mostSlips({ length }: string): number {
  if (length < 3) return 0;
  if (length < 5) return 1.35;
  if (length < 7) return 1.7;
  return length < 9 ? 2 : 2.4;
}
