// Sets text for a terminal: harmless, wrapped to its width, right-to-left text kept to itself, matches in bold.
import type { Mark } from '../../shared/search.ts';

/** What is known of where the text goes. */
export interface Screen {
  /** Columns to wrap at; null where the text goes to a file or another program. */
  width: number | null;
  /** Whether bold is understood. */
  bold: boolean;
}

/**
 * Takes from a text what a terminal would obey: control characters become spaces, direction marks a mark that shows
 * nothing; every unit keeps its place, so that marks stay true.
 */
export function harmless(text: string): string {
  return text
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\u2060');
}

const WIDE =
  '[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{1f300}-\\u{1f64f}\\u{1f900}-\\u{1f9ff}\\u{20000}-\\u{3fffd}]';
const WIDE_CHARACTER = new RegExp(WIDE, 'u');
/** Pieces between which a line may end: a wide letter stands alone, everything else goes by words. */
const PIECES = new RegExp(`${WIDE}\\p{M}*|(?:(?!${WIDE})\\S)+|\\s+`, 'gu');

/** How many columns a text takes: marks none, East Asian letters two. */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\p{M}\p{Cf}]/u.test(character)) continue;
    width += WIDE_CHARACTER.test(character) ? 2 : 1;
  }
  return width;
}

/** Where the lines of a text begin and end when it is wrapped to a width; a longer word has a line of its own. */
function lineRanges(text: string, width: number): Mark[] {
  const ranges: Mark[] = [];
  let start = -1;
  let end = 0;
  let used = 0;
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    const taken = columns(piece);
    if (/^\s/.test(piece)) {
      used += taken;
      continue;
    }
    if (start >= 0 && used + taken > width) {
      ranges.push([start, end]);
      start = -1;
    }
    if (start < 0) {
      start = index;
      used = 0;
    }
    used += taken;
    end = index + piece.length;
  }
  if (start >= 0) ranges.push([start, end]);
  return ranges;
}

const RTL = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Thaa}\p{sc=Syrc}\p{sc=Nkoo}\p{sc=Adlm}]/u;
const ISOLATE_LTR = '\u2066';
const ISOLATE_RTL = '\u2067';
const END_ISOLATE = '\u2069';

/** Keeps a line of a text that has right-to-left letters from turning what stands around it. */
function isolated(line: string, text: string): string {
  if (!RTL.test(text)) return line;
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return `${RTL.test(first) ? ISOLATE_RTL : ISOLATE_LTR}${line}${END_ISOLATE}`;
}

function emboldened(text: string, [from, to]: Mark, marks: readonly Mark[]): string {
  let line = '';
  let at = from;
  for (const [start, end] of marks) {
    const [first, last] = [Math.max(start, at), Math.min(end, to)];
    if (first >= last) continue;
    line += `${text.slice(at, first)}\u001b[1m${text.slice(first, last)}\u001b[22m`;
    at = last;
  }
  return line + text.slice(at, to);
}

interface Setting {
  /** What stands before the first line, and as many spaces before the others. */
  before?: string;
  marks?: readonly Mark[];
}

/** Sets one paragraph: harmless, wrapped, indented, isolated, its marks in bold where the screen can show it. */
export function paragraph(screen: Screen, text: string, setting: Setting = {}): string {
  const { before = '', marks = [] } = setting;
  const safe = harmless(text).replace(/\n/g, ' ');
  const indent = columns(before);
  const width = screen.width === null ? Infinity : Math.max(20, screen.width - indent);
  return lineRanges(safe, width)
    .map((range, index) => {
      const line = screen.bold ? emboldened(safe, range, marks) : safe.slice(...range);
      return (index === 0 ? before : ' '.repeat(indent)) + isolated(line, safe);
    })
    .join('\n');
}

/** A whole number as people read it: 1,234. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A number of things: 1 record, 2 records. */
export function counted(number: number, thing: string): string {
  return `${count(number)} ${thing}${number === 1 ? '' : 's'}`;
}
