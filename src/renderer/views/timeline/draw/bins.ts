// Draws how many records there are over time: bars, their scale, and bands for dates that are too coarse for the bars.
import type { Bins } from '../../../../shared/timeline.ts';
import { wordNumber } from '../../../wording/words.ts';
import { binsIn, highest, roundTop } from '../counts.ts';
import { type Frame, sideOf } from './frame.ts';
import type { Scene } from './scene.ts';
import type { Box, Surface } from './surface.ts';

/** Heights in pixels. */
export const BARS = 66;
export const COARSE = 17;
export const GAP = 5;

export interface TopInk {
  surface: Surface;
  frame: Frame;
  scene: Scene;
}

export interface TopLayout {
  /** Bottom of the axis. */
  axis: number;
  /** Bottom of the bars. */
  bars: number;
  height: number;
}

/** The greatest count that the bars reach to. */
function topCount({ density, around }: Scene, frame: Frame): number {
  return roundTop(
    Math.max(
      1,
      density ? highest(density.bins, frame.view) : 0,
      around ? highest(around.bins, frame.view) : 0,
    ),
  );
}

/** Draws the bars: pale what the query would find without its dates, full what it finds. */
export function drawCounts(ink: TopInk, layout: TopLayout): void {
  const { surface, frame, scene } = ink;
  const { density, around, palette } = scene;
  const top = topCount(scene, frame);
  const levels = [top, top / 2].filter(Number.isInteger);
  const { left, right } = frame.plot;
  surface.boxes(
    levels.map((level) => ({
      x: left,
      y: Math.round(layout.bars - (BARS * level) / top),
      width: right - left,
      height: 1,
    })),
    { fill: palette.grid },
  );
  if (around)
    surface.boxes(countBoxes(frame, around.bins, { top, bottom: layout.bars }), {
      fill: palette.rest,
    });
  if (density)
    surface.boxes(countBoxes(frame, density.bins, { top, bottom: layout.bars }), {
      fill: palette.count,
    });
  surface.boxes([{ x: left, y: layout.bars, width: right - left, height: 1 }], {
    fill: palette.ruleStrong,
  });
}

function countBoxes(
  frame: Frame,
  bins: Bins,
  { top, bottom }: { top: number; bottom: number },
): Box[] {
  const [first, last] = binsIn(bins, frame.view);
  const boxes: Box[] = [];
  for (let index = first; index < last; index++) {
    const count = bins.counts[index] ?? 0;
    if (count === 0) continue;
    const { left, right } = sideOf(frame, bins.edges[index] ?? 0, bins.edges[index + 1] ?? 0);
    const gap = right - left > 5 ? 1 : 0;
    const height = Math.max(1.5, (BARS * count) / top);
    boxes.push({
      x: left + gap,
      y: bottom - height,
      width: Math.max(1, right - left - gap),
      height,
    });
  }
  return boxes;
}

/** Draws a row of bands for each precision that is too coarse for the bars. */
export function drawCoarser({ surface, frame, scene }: TopInk, layout: TopLayout): void {
  const { density, around, palette, words } = scene;
  (around ?? density)?.coarser.forEach((bins, row) => {
    const middle = layout.bars + GAP + row * COARSE + COARSE / 2 + 1;
    const own = density?.coarser.find(({ precision }) => precision === bins.precision);
    const [first, last] = binsIn(bins, frame.view);
    for (let index = first; index < last; index++) {
      const count = own?.counts[index] ?? 0;
      if ((bins.counts[index] ?? 0) === 0) continue;

      const { left, right } = sideOf(frame, bins.edges[index] ?? 0, bins.edges[index + 1] ?? 0);
      const seen = {
        left: Math.max(left, frame.plot.left),
        right: Math.min(right, frame.plot.right),
      };
      const band = { x: left + 1, y: middle - 5, width: Math.max(2, right - left - 2), height: 10 };
      surface.pattern(band, 'dots', count > 0 ? palette.count : palette.rest);
      surface.boxes([band], { stroke: palette.rest });
      const text = wordNumber(count, words);
      const width = surface.measure(text, { size: 10, weight: 600 });
      if (count === 0 || seen.right - seen.left < width + 8) continue;
      const x = (seen.left + seen.right) / 2;
      surface.boxes([{ x: x - width / 2 - 3, y: middle - 6, width: width + 6, height: 12 }], {
        fill: palette.page,
      });
      surface.text(
        text,
        { x, y: middle + 3.5 },
        { size: 10, weight: 600, colour: palette.soft, align: 'center' },
      );
    }
  });
}

/** Writes the counts that the lines behind the bars mean. */
export function drawScale({ surface, frame, scene }: TopInk, layout: TopLayout): void {
  const top = topCount(scene, frame);
  const x = frame.reversed ? frame.names.left + 12 : frame.names.right - 12;
  for (const level of [top, top / 2].filter(Number.isInteger)) {
    surface.text(
      wordNumber(level, scene.words),
      { x, y: layout.bars - (BARS * level) / top + 4 },
      { size: 10, colour: scene.palette.quiet, align: frame.reversed ? 'left' : 'right' },
    );
  }
}
