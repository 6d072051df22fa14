// Draws what stands above the lanes: the axis, how much there is over time, and what is known by month or year only.
import { type Axis, axisOf } from '../ticks.ts';
import {
  BARS,
  COARSE,
  drawCoarser,
  drawCounts,
  drawScale,
  GAP,
  type TopInk,
  type TopLayout,
} from './bins.ts';
import { sideOf } from './frame.ts';
import type { Scene, SecondCalendar } from './scene.ts';
import { type Box, fitting } from './surface.ts';

/** Heights in pixels. */
export const ABOVE = 18;
export const TICKS = 20;
export const CALENDAR = 17;

/** How high each part is, with a row for each precision that is too coarse for the bars. */
export function topLayout({
  density,
  around,
  calendar,
}: Pick<Scene, 'density' | 'around' | 'calendar'>): TopLayout {
  const axis = ABOVE + TICKS + (calendar ? CALENDAR : 0);
  const bars = axis + GAP + BARS;
  const rows = Math.max(1, (around ?? density)?.coarser.length ?? 1);
  return { axis, bars, height: bars + GAP + rows * COARSE + GAP };
}

/** Draws the part above the lanes. */
export function drawTop(ink: TopInk): void {
  const { surface, frame, scene } = ink;
  const layout = topLayout(scene);
  const axis = axisOf(frame.view, frame.plot.right - frame.plot.left, scene.words);
  const plot: Box = {
    x: frame.plot.left,
    y: 0,
    width: frame.plot.right - frame.plot.left,
    height: layout.height,
  };
  surface.clipped({ ...plot, x: plot.x - 5, width: plot.width + 10 }, () => {
    drawAxis(ink, axis, layout);
    drawCounts(ink, layout);
    drawCoarser(ink, layout);
    drawSelection(ink, layout);
  });
  drawNames(ink, layout);
  surface.boxes([{ x: 0, y: layout.height - 1, width: frame.width, height: 1 }], {
    fill: scene.palette.ruleStrong,
  });
}

/** The lines of the ticks, over a height. */
export function drawGrid({ surface, frame, scene }: TopInk, from: number, to: number): void {
  const axis = axisOf(frame.view, frame.plot.right - frame.plot.left, scene.words);
  const line = (at: number): Box => ({
    x: Math.round(frame.x(at)),
    y: from,
    width: 1,
    height: to - from,
  });
  const inPlot = ({ x }: Box) => x >= frame.plot.left && x <= frame.plot.right;
  surface.boxes(axis.ticks.map(({ at }) => line(at)).filter(inPlot), { fill: scene.palette.grid });
  surface.boxes(axis.above.map(({ at }) => line(at)).filter(inPlot), { fill: scene.palette.rule });
}

function drawAxis(ink: TopInk, axis: Axis, layout: TopLayout): void {
  const { surface, frame, scene } = ink;
  const { palette, calendar } = scene;
  drawGrid(ink, ABOVE, layout.height);
  const align = frame.reversed ? 'right' : 'left';
  const inward = frame.reversed ? -1 : 1;
  axis.above.forEach(({ at, label }, index) => {
    const x = frame.x(at);
    const next = axis.above[index + 1];
    const start = frame.reversed ? Math.min(x, frame.plot.right) : Math.max(x, frame.plot.left);
    const width = surface.measure(label, { size: 11.5, weight: 600 });
    // The label of a unit that began before the view stays in sight until the next one pushes it out.
    const room = next ? frame.x(next.at) : frame.reversed ? frame.plot.left : frame.plot.right + 8;
    if (Math.abs(room - start) < width + (next ? 10 : 0)) return;
    surface.text(
      label,
      { x: start + inward * 4, y: 13 },
      { size: 11.5, weight: 600, colour: palette.ink, align },
    );
  });
  for (const { at, label } of axis.ticks) {
    const place = { x: frame.x(at) + inward * 4, y: ABOVE + 13 };
    const end = place.x + inward * surface.measure(label, { size: 11 });
    if (end > frame.plot.right + 10 || end < frame.plot.left - 10) continue;
    surface.text(label, place, { size: 11, colour: palette.soft, align });
  }
  if (calendar) drawCalendar(ink, axis, calendar);
}

function drawCalendar(
  { surface, frame, scene }: TopInk,
  axis: Axis,
  calendar: SecondCalendar,
): void {
  const inward = frame.reversed ? -1 : 1;
  let free = Number.NEGATIVE_INFINITY;
  for (const { at } of axis.ticks) {
    const label = calendar.date(at);
    const along = inward * frame.x(at);
    if (along < free) continue;
    surface.text(
      label,
      { x: frame.x(at) + inward * 4, y: ABOVE + TICKS + 11 },
      { size: 10, colour: scene.palette.quiet, align: frame.reversed ? 'right' : 'left' },
    );
    free = along + surface.measure(label, { size: 10 }) + 8;
  }
}

/** The stretch that is chosen, or being drawn. */
function drawSelection({ surface, frame, scene }: TopInk, layout: TopLayout): void {
  const { selection, drawing, palette } = scene;
  const shown = drawing ?? selection;
  if (!shown) return;
  const { left, right } = sideOf(frame, shown.from, shown.to);
  if (drawing) {
    surface.boxes(
      [{ x: left, y: layout.axis, width: right - left, height: layout.height - layout.axis }],
      {
        fill: palette.accent,
        alpha: 0.16,
      },
    );
  }
  const edges = [left, right].map((x) => ({
    x: x - 1,
    y: layout.axis,
    width: 2,
    height: layout.height - layout.axis,
  }));
  surface.boxes(edges, { fill: palette.accent });
}

function drawNames({ surface, frame, scene }: TopInk, layout: TopLayout): void {
  const { palette, words, density, around, calendar } = scene;
  const { t } = words;
  const { left, right } = frame.names;
  const [x, align] = frame.reversed
    ? ([right - 14, 'right'] as const)
    : ([left + 14, 'left'] as const);
  const width = right - left - 24;
  const write = (text: string, y: number, strong = false) =>
    surface.text(
      fitting(surface, text, { width, size: 11, weight: strong ? 600 : 400 }),
      { x, y },
      {
        size: 11,
        weight: strong ? 600 : 400,
        colour: strong ? palette.ink : palette.quiet,
        align,
      },
    );
  if (calendar)
    write(t('timeline.calendarComputed', { calendar: calendar.name }), ABOVE + TICKS + 11);
  if (density) {
    write(t('timeline.records'), layout.axis + 16, true);
    write(t(`timeline.per.${density.unit}`), layout.axis + 31);
    drawScale({ surface, frame, scene }, layout);
  }
  (around ?? density)?.coarser.forEach(({ precision }, row) =>
    write(t(`timeline.only.${precision}`), layout.bars + GAP + row * COARSE + COARSE / 2 + 5),
  );
}
