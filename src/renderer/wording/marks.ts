// Cuts a text where its marks begin and end.
import type { Mark } from '../../shared/search.ts';

export interface Piece {
  /** Where the piece begins in the text, in UTF-16 units. */
  start: number;
  text: string;
  marked: boolean;
}

/** The text as pieces that are marked or not; marks may come in any order, overlap and reach beyond the text. */
export function cutAtMarks(text: string, marks: Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (end: number, marked: boolean) => {
    if (end > at) pieces.push({ start: at, text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    add(Math.min(start, text.length), false);
    add(Math.min(end, text.length), true);
  }
  add(text.length, false);
  return pieces;
}
