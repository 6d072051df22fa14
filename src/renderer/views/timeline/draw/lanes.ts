// Draws the lanes: names, bars and marks, and tells where each of them lies, so that it can be pointed at.
import { wordNumber } from '../../../wording/words.ts';
import { LANE_PADDING, type PlacedLane, ROW } from '../lanes.ts';
import type { TimeItem } from '../wording.ts';
import { type BarInks, type BarShape, barShape, inkBar } from './bars.ts';
import { inkCompeting } from './competing.ts';
import { type Frame, type Side, sideOf } from './frame.ts';
import { clustered, inkCluster } from './marks.ts';
import type { Scene } from './scene.ts';
import { apart, type Box, fitting, type Surface } from './surface.ts';

/** What is drawn where; several marks where they stand as one. */
export interface Target {
  box: Box;
  items: TimeItem[];
}

/** The part of all lanes that is seen, from the top of the first. */
export interface Window {
  from: number;
  to: number;
}

const LABEL = 11;
const NAME = 12;

interface LaneInk {
  surface: Surface;
  frame: Frame;
  scene: Scene;
}

/** Draws the lanes that a window shows, their tops at 0 where the window begins, and gives what can be pointed at. */
export function drawLanes(ink: LaneInk, window: Window): Target[] {
  const { surface, frame, scene } = ink;
  const seen = scene.lanes.filter(
    ({ top, height }) => top + height > window.from && top < window.to,
  );
  const shift = -window.from;
  const bottom = Math.min(window.to, lastBottom(scene.lanes)) - window.from;
  const plot: Box = {
    x: frame.plot.left,
    y: 0,
    width: frame.plot.right - frame.plot.left,
    height: window.to - window.from,
  };
  const targets: Target[] = [];
  // What stands at the end of the axis may reach over it; the names stay free.
  const [left, right] = frame.reversed ? [0, plot.x + plot.width + 5] : [plot.x - 5, frame.width];
  surface.clipped({ ...plot, x: left, width: right - left }, () => {
    for (const lane of seen) targets.push(...drawBars(ink, lane, shift));
    for (const lane of seen) targets.push(...drawMarks(ink, lane, shift));
    shadeOutside(ink, { ...plot, height: Math.max(0, bottom) });
  });
  drawRules(ink, seen, shift);
  for (const lane of seen) drawName(ink, lane, { shift, height: window.to - window.from });
  return targets;
}

const lastBottom = (lanes: readonly PlacedLane[]) => {
  const last = lanes.at(-1);
  return last ? last.top + last.height : 0;
};

function drawRules({ surface, frame, scene }: LaneInk, lanes: PlacedLane[], shift: number): void {
  const { rule } = scene.palette;
  const lines = lanes.map(({ top, height }) => ({
    x: 0,
    y: Math.round(top + height + shift) - 1,
    width: frame.width,
    height: 1,
  }));
  surface.boxes(lines, { fill: rule });
}

/** The name of a lane stays in sight as long as any of the lane is. */
function drawName(
  { surface, frame, scene }: LaneInk,
  lane: PlacedLane,
  { shift, height }: { shift: number; height: number },
): void {
  const { palette, words } = scene;
  const gap = 10;
  const width = frame.names.right - frame.names.left - gap - 14;
  const lowest = lane.top + lane.height + shift - LANE_PADDING - 4;
  const y = Math.min(Math.max(lane.top + shift, 0) + LANE_PADDING + 13, Math.max(lowest, 0));
  if (y > height + NAME) return;
  const [x, align] = frame.reversed
    ? ([frame.names.right - 14, 'right'] as const)
    : ([frame.names.left + 14, 'left'] as const);
  const name = fitting(surface, lane.name, { width, size: NAME, weight: 600 });
  surface.text(apart(name), { x, y }, { size: NAME, weight: 600, colour: palette.ink, align });
  if (lane.restrictions === 0 || lane.height < 2 * ROW + 8 || y + 15 > lowest + 2) return;
  const count = words.t('timeline.laneCount', {
    count: lane.restrictions,
    n: wordNumber(lane.restrictions, words),
  });
  const fitted = fitting(surface, count, { width, size: LABEL });
  surface.text(fitted, { x, y: y + 16 }, { size: LABEL, colour: palette.quiet, align });
}

function drawBars(ink: LaneInk, lane: PlacedLane, shift: number): Target[] {
  const { surface, frame, scene } = ink;
  const { palette } = scene;
  const inks: BarInks = { solid: new Map(), later: [] };
  const labels: (() => void)[] = [];
  const targets: Target[] = [];
  for (const { span, row, label, next } of lane.spans) {
    const middle = lane.firstRow + row * ROW + shift;
    const seen = sideOf(frame, span.from, span.to);
    if (seen.right < frame.plot.left - 40 || seen.left > frame.plot.right + 40) continue;
    const gap = next === Infinity ? Infinity : Math.abs(frame.x(next) - frame.x(span.to)) - 4;
    const shape = barShape(span, frame, { middle, room: gap });
    inkBar(inks, span, shape, { surface, palette, frame });
    labels.push(() => inkLabel(ink, { label, shape, gap }));
    if (scene.competing && span.competing.length > 0) {
      labels.push(() => inkCompeting({ surface, frame, palette }, span, middle));
    }
    targets.push({ box: grown(shape.box), items: [span] });
  }
  for (const [fill, boxes] of inks.solid) surface.boxes(boxes, { fill });
  for (const draw of [...inks.later, ...labels]) draw();
  return targets;
}

/** Even a thin bar can be pointed at. */
function grown({ x, y, width, height }: Box): Box {
  const by = Math.max(0, (ROW - 2 - height) / 2);
  return { x: x - 2, y: y - by, width: width + 4, height: height + 2 * by };
}

/** Writes the label after its bar, or on it where the bar is long and leaves no room. */
function inkLabel(
  { surface, frame, scene }: LaneInk,
  { label, shape, gap }: { label: string; shape: BarShape; gap: number },
): void {
  const { palette } = scene;
  const { box } = shape;
  const tail = shape.tail ? shape.tail.right - shape.tail.left : 0;
  const end = frame.reversed ? box.x - frame.plot.left : frame.plot.right - (box.x + box.width);
  const room = Math.min(gap - tail, end) - 10;
  const size = { size: LABEL, weight: 450 };
  const y = box.y + box.height / 2 + 4;
  if (room >= 24 && end > 0) {
    const text = fitting(surface, label, { width: room, ...size });
    const x = frame.reversed ? box.x - 6 : box.x + box.width + 6;
    const align = frame.reversed ? 'right' : 'left';
    const needed = surface.measure(text, size);
    if (text === label || needed > 40) {
      surface.text(
        apart(text),
        { x, y },
        { ...size, colour: palette.soft, align, halo: palette.page },
      );
      return;
    }
  }
  inkInside({ surface, frame, scene }, label, shape);
}

/** Bars below this height cannot hold a text of their own colour's contrast. */
const HOLDS_TEXT = 12;

function inkInside({ surface, frame, scene }: LaneInk, label: string, shape: BarShape): void {
  const { palette, words } = scene;
  const { box } = shape;
  // Naskh is too deep for a bar, and on a pattern nothing can be read.
  const held = shape.plain && box.height >= HOLDS_TEXT && words.language === 'en';
  const within = held && shape.certain ? shape.certain : { left: box.x, right: box.x + box.width };
  const seen: Side = {
    left: Math.max(within.left, frame.plot.left),
    right: Math.min(within.right, frame.plot.right),
  };
  const size = held ? { size: 10, weight: 600 } : { size: LABEL, weight: 450 };
  const room = seen.right - seen.left - (held ? 12 : 24);
  if (room < 24) return;
  const text = fitting(surface, label, { width: room, ...size });
  if (!text) return;
  const middle = box.y + box.height / 2;
  const align = frame.reversed ? 'right' : 'left';
  if (held) {
    const x = frame.reversed ? seen.right - 6 : seen.left + 6;
    surface.text(apart(text), { x, y: middle + 3.5 }, { ...size, colour: palette.page, align });
    return;
  }
  const width = surface.measure(text, size) + 8;
  const x = frame.reversed ? seen.right - 10 - width : seen.left + 10;
  surface.boxes([{ x, y: middle - 7, width, height: 14 }], { fill: palette.page, alpha: 0.94 });
  const at = { x: frame.reversed ? x + width - 4 : x + 4, y: middle + 4 };
  surface.text(apart(text), at, { ...size, colour: palette.ink, align });
}

function drawMarks({ surface, frame, scene }: LaneInk, lane: PlacedLane, shift: number): Target[] {
  const { markRow } = lane;
  if (markRow === null) return [];
  const { palette, words } = scene;
  const number = (count: number) => wordNumber(count, words);
  return clustered(lane.marks, frame).map((cluster) => ({
    box: inkCluster({ surface, frame, palette, words: { number } }, cluster, markRow + shift),
    items: cluster.marks,
  }));
}

/** What the query leaves out stands back. */
function shadeOutside({ surface, frame, scene }: LaneInk, plot: Box): void {
  const { selection, palette } = scene;
  if (!selection) return;
  const { left, right } = sideOf(frame, selection.from, selection.to);
  const from = Math.min(Math.max(left, plot.x), plot.x + plot.width);
  const to = Math.min(Math.max(right, plot.x), plot.x + plot.width);
  surface.boxes(
    [
      { ...plot, width: from - plot.x },
      { ...plot, x: to, width: plot.x + plot.width - to },
    ],
    { fill: palette.page, alpha: 0.68 },
  );
  const edges = [left, right].map((x) => ({
    x: Math.round(x),
    y: plot.y,
    width: 1,
    height: plot.height,
  }));
  surface.boxes(edges, { fill: palette.accent, alpha: 0.6 });
}

/** The last drawn thing under a point; what was drawn later lies above. */
export function targetAt(targets: readonly Target[], x: number, y: number): Target | undefined {
  return targets.findLast(
    ({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
  );
}
