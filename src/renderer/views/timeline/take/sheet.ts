// The timeline on a sheet: what was asked and found, the chart, and what it rests on; drawn alike as SVG and as PNG.
import { namesWidth } from '../draw/drawing.ts';
import { type Frame, frameOf } from '../draw/frame.ts';
import { drawLanes } from '../draw/lanes.ts';
import type { Scene } from '../draw/scene.ts';
import type { Surface } from '../draw/surface.ts';
import { drawGrid, drawTop, topLayout } from '../draw/top.ts';
import { heightOf } from '../lanes.ts';
import type { Stretch } from '../viewport.ts';

/** How wide a sheet is, in pixels. */
export const SHEET = 1120;
const MARGIN = 24;
const LINE = 17;

export interface SheetText {
  title: string;
  /** Below the title: the query and the sums. */
  head: string[];
  /** At the foot: sources, rights, a line of the reader's own. */
  foot: string[];
}

export interface SheetInput {
  scene: Scene;
  view: Stretch;
  reversed: boolean;
  text: SheetText;
}

export interface Sheet {
  width: number;
  height: number;
  /** Parts one below the other, each drawn from 0 0. */
  parts: { y: number; draw: (surface: Surface) => void }[];
}

/** Lays out a whole sheet; texts are measured by `measure`. */
export function sheetOf(input: SheetInput, measure: Surface['measure']): Sheet {
  const { text } = input;
  const inner = SHEET - 2 * MARGIN;
  const head = text.head.flatMap((line) => wrapped(line, inner, measure));
  const foot = text.foot.flatMap((line) => wrapped(line, inner, measure));
  const headHeight = MARGIN + 26 + head.length * LINE + 10;
  const chart = chartParts(input);
  const footTop = headHeight + chart.height + 12;
  return {
    width: SHEET,
    height: footTop + foot.length * LINE + MARGIN,
    parts: [
      { y: 0, draw: (surface) => writeHead(surface, input, head) },
      ...chart.parts.map(({ y, draw }) => ({ y: headHeight + y, draw })),
      { y: footTop, draw: (surface) => writeLines(surface, input, { lines: foot, size: 11 }) },
    ],
  };
}

interface ChartParts {
  height: number;
  parts: Sheet['parts'];
}

/** The chart alone, its lanes from one height to another; all of them without. */
export function chartParts(
  { scene, view, reversed }: SheetInput,
  lanes?: { from: number; to: number },
): ChartParts {
  const frame: Frame = frameOf(view, { width: SHEET, names: namesWidth(SHEET), reversed });
  const top = topLayout(scene).height;
  const window = lanes ?? { from: 0, to: heightOf(scene.lanes) };
  const height = window.to - window.from;
  return {
    height: top + height,
    parts: [
      { y: 0, draw: (surface) => drawTop({ surface, frame, scene }) },
      {
        y: top,
        draw: (surface) => {
          const ink = { surface, frame, scene };
          drawGrid(ink, 0, height);
          drawLanes(ink, window);
        },
      },
    ],
  };
}

function writeHead(surface: Surface, input: SheetInput, lines: string[]): void {
  const { reversed, scene, text } = input;
  const x = reversed ? SHEET - MARGIN : MARGIN;
  const align = reversed ? 'right' : 'left';
  surface.text(
    text.title,
    { x, y: MARGIN + 14 },
    { size: 20, weight: 600, colour: scene.palette.ink, align },
  );
  writeLines(surface, input, { lines, size: 12, from: MARGIN + 22 });
}

interface Lines {
  lines: string[];
  size: number;
  from?: number;
}

function writeLines(
  surface: Surface,
  { reversed, scene }: SheetInput,
  { lines, size, from = 0 }: Lines,
): void {
  const x = reversed ? SHEET - MARGIN : MARGIN;
  const align = reversed ? 'right' : 'left';
  lines.forEach((line, index) => {
    const y = from + (index + 1) * LINE - 3;
    surface.text(line, { x, y }, { size, colour: scene.palette.soft, align });
  });
}

/** A text broken at spaces into lines that fit. */
export function wrapped(text: string, width: number, measure: Surface['measure']): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer, { size: 12 }) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** As high a stretch of lanes as fits on a page of paper beside the rest, cut between lanes where it can be. */
export function pagesOf(scene: Scene, height: number): { from: number; to: number }[] {
  const room = height - topLayout(scene).height;
  const pages: { from: number; to: number }[] = [];
  let from = 0;
  for (const { top, height: own } of scene.lanes) {
    if (top + own - from <= room || top === from) continue;
    pages.push({ from, to: top });
    from = top;
  }
  return [...pages, { from, to: heightOf(scene.lanes) }];
}
