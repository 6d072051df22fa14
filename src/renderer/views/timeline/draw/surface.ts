// What the timeline is drawn on: the same few strokes for the canvas of the window and for an SVG file.

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How something is filled and outlined; colours are of CSS. */
export interface Ink {
  fill?: string;
  stroke?: string;
  /** Of the outline, in pixels; 1 without it. */
  width?: number;
  dash?: readonly number[];
  /** 0 to 1; 1 without it. */
  alpha?: number;
}

/** Fillings that are told apart without colour. */
export type Pattern = 'hatch' | 'comb' | 'dots';

export interface TextStyle {
  /** In pixels. */
  size: number;
  colour: string;
  weight?: number;
  align?: 'left' | 'right' | 'center';
  /** A halo of this colour keeps the text legible over what it lies on. */
  halo?: string;
}

export interface Surface {
  /** Boxes of one ink, drawn together. */
  boxes: (boxes: readonly Box[], ink: Ink) => void;
  /** A path in the notation of SVG; `at` is where its 0 0 lies. */
  path: (path: string, ink: Ink, at?: { x: number; y: number }) => void;
  /** A box filled with a pattern of one colour. */
  pattern: (box: Box, pattern: Pattern, colour: string) => void;
  /** A box of one colour that fades out towards its left or right edge. */
  fade: (box: Box, colour: string, towards: 'left' | 'right') => void;
  /** One line of text whose baseline is at y. */
  text: (text: string, at: { x: number; y: number }, style: TextStyle) => void;
  /** How wide a line of text is, in pixels. */
  measure: (text: string, style: Pick<TextStyle, 'size' | 'weight'>) => number;
  /** Draws only what lies inside a box. */
  clipped: (box: Box, draw: () => void) => void;
}

/** One tile of a pattern, as paths of SVG: what is stroked and how wide, in a square or column of this size. */
export interface Tile {
  width: number;
  height: number;
  path: string;
  stroke: number;
}

export const TILES: Record<Pattern, Tile> = {
  hatch: { width: 6, height: 6, path: 'M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3', stroke: 1.6 },
  comb: { width: 5, height: 8, path: 'M1.5 0v8', stroke: 2.2 },
  dots: { width: 4, height: 4, path: 'M1 1h1.200M3 3h1.200', stroke: 1.2 },
};

/** A text that keeps its own direction among others, whatever it begins or ends with. */
export const apart = (text: string): string => `\u2068${text}\u2069`;

/** A text cut to a width, with an ellipsis; empty where not even a few letters fit. */
export function fitting(
  surface: Surface,
  text: string,
  { width, size, weight }: { width: number; size: number; weight?: number },
): string {
  const wide = (piece: string) => surface.measure(piece, { size, weight });
  if (wide(text) <= width) return text;
  const letters = Array.from(text);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (wide(`${letters.slice(0, middle).join('')}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return low < 3 ? '' : `${letters.slice(0, low).join('').trimEnd()}…`;
}
