// What changed between two texts, word by word (pure).
import { diffArrays } from 'diff';

export type Change = 'same' | 'removed' | 'added';

/** A stretch of text that is in both, only in the older or only in the newer one. */
export interface Piece {
  change: Change;
  text: string;
}

/** How long two texts may be compared, in milliseconds; texts with less in common are shown whole, one after the other. */
const PATIENCE = 250;

// Where no spaces part the words, each letter with its marks stands for itself.
const UNSPACED =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Tibetan}]\\p{M}*';
// A word keeps its marks, its joiners (U+200C, U+200D) and the apostrophes within.
const WORD =
  "(?:(?!%U)[\\p{L}\\p{N}])(?:(?!%U)(?:[\\p{L}\\p{N}\\p{M}\\u200c\\u200d]|['’](?=\\p{L})))*";
const TOKEN = new RegExp(`${UNSPACED}|${WORD.replaceAll('%U', UNSPACED)}|\\s+|.\\p{M}*`, 'gsu');

/** A text in the units that are compared: words, spaces, single signs. */
export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Puts neighbours of one kind together, and what was removed before what was added in its place. */
function gathered(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) result.push({ change: 'removed', text: removed });
    if (added) result.push({ change: 'added', text: added });
    removed = '';
    added = '';
  };
  pieces.forEach(({ change, text }, index) => {
    if (change === 'removed') removed += text;
    else if (change === 'added') added += text;
    else if (isBridge(pieces, index)) {
      // A lone space between two replaced words would cut one replacement into crumbs.
      removed += text;
      added += text;
    } else {
      flush();
      const last = result.at(-1);
      if (last?.change === 'same') last.text += text;
      else result.push({ change, text });
    }
  });
  flush();
  return result;
}

/** Tells whether a piece is no more than the space between two changes, of which one removes and one adds. */
function isBridge(pieces: Piece[], index: number): boolean {
  if (!/^[ \t]+$/.test(pieces[index]?.text ?? '')) return false;
  const changes = (from: number, step: 1 | -1): Change[] => {
    const change = pieces[from]?.change ?? 'same';
    return change === 'same' ? [] : [change, ...changes(from + step, step)];
  };
  const [before, after] = [changes(index - 1, -1), changes(index + 1, 1)];
  const both = [...before, ...after];
  const between = before.length > 0 && after.length > 0;
  return between && both.includes('removed') && both.includes('added');
}

/** The two texts as pieces, word by word; null where too little is common to compare them in time. */
export function wordChanges(before: string, after: string): Piece[] | null {
  if (before === after) return before === '' ? [] : [{ change: 'same', text: before }];
  const changes = diffArrays(tokensOf(before), tokensOf(after), { timeout: PATIENCE });
  if (!changes) return null;
  const pieces = changes.map(({ value, added, removed }): Piece => {
    const change = added ? 'added' : removed ? 'removed' : 'same';
    return { change, text: value.join('') };
  });
  return gathered(pieces);
}

/** How much of the longer text is in both, from 0 to 1, counted in letters. */
export function kept(pieces: Piece[]): number {
  const letters = (wanted: Change) =>
    pieces
      .filter(({ change }) => change === wanted)
      .reduce((sum, { text }) => sum + text.replaceAll(/\s/g, '').length, 0);
  const same = letters('same');
  const longer = same + Math.max(letters('removed'), letters('added'));
  return longer === 0 ? 1 : same / longer;
}
