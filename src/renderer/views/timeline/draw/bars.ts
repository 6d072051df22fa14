// How one restriction is drawn: what of it is certain, what only may be, and how it ended.
import type { Edge, RestrictionType, TimeSpan } from '../../../../shared/timeline.ts';
import { type Frame, type Side, sideOf } from './frame.ts';
import type { Palette } from './palette.ts';
import type { Box, Pattern, Surface } from './surface.ts';

/** How high bars are in pixels, so that what cuts more is seen more: a whole network above a service above a page. */
export const BAR_HEIGHT: Record<RestrictionType, number> = {
  shutdown: 14,
  service_block: 12,
  throttle: 8,
  content_block: 5,
  unknown: 8,
};

/** How long the tail of a bar is whose end is not known, in pixels. */
export const TAIL = 22;
/** No bar is shorter than this, in pixels. */
const SHORTEST_BAR = 3;
/** A doubtful stretch below this many pixels cannot be seen and is drawn as certain. */
const SHORTEST_DOUBT = 3;
/** Bars below this length carry no signs of how their dates are known. */
const SHORTEST_SIGNED = 10;

/** How the line at a date is dashed, by how the date is known. */
export const DATE_DASH: Record<Edge['date']['kind'], readonly number[]> = {
  actual: [],
  estimated: [5, 3],
  reported: [1.5, 2],
};

/** Where a bar lies, before it is inked. */
export interface BarShape {
  /** All of it, with its tail. */
  box: Box;
  /** What is certain; null where nothing is but that it lies within. */
  certain: Side | null;
  /** What may belong to it, with the side towards which it becomes less likely. */
  doubts: { side: Side; towards: 'left' | 'right' }[];
  /** The stretch after which nothing is known. */
  tail: Side | null;
  /** True where what is certain is filled with one colour. */
  plain: boolean;
}

const widthOf = ({ left, right }: Side) => right - left;

/** Lays out a bar whose row has its middle at `middle`, with so much room until the next one, in pixels. */
export function barShape(
  span: TimeSpan,
  frame: Frame,
  { middle, room }: { middle: number; room: number },
): BarShape {
  const { start, end } = span;
  const [earlier, later] = frame.reversed
    ? (['right', 'left'] as const)
    : (['left', 'right'] as const);
  const known = end.type === 'ended' ? end.edge.to : end.type === 'running' ? end.until : start.to;
  const whole = sideOf(frame, span.from, Math.max(known, start.to));
  const height = BAR_HEIGHT[span.type];
  const grown = Math.max(0, SHORTEST_BAR - widthOf(whole)) / 2;
  const body = { left: whole.left - grown, right: whole.right + grown };
  const startDoubt = sideOf(frame, start.from, start.to);
  const endDoubt = end.type === 'ended' ? sideOf(frame, end.edge.from, end.edge.to) : null;
  const doubts: BarShape['doubts'] = [];
  const certain = { ...body };
  const open = end.type === 'unknown' || end.type === 'ended_undated';
  if (widthOf(startDoubt) >= SHORTEST_DOUBT && !open) {
    doubts.push({ side: startDoubt, towards: earlier });
    certain[earlier] = startDoubt[later];
  }
  if (endDoubt && widthOf(endDoubt) >= SHORTEST_DOUBT) {
    doubts.push({ side: endDoubt, towards: later });
    certain[later] = endDoubt[earlier];
  }
  if (widthOf(certain) < 0) meetInTheMiddle(doubts, body);
  const at = body[later];
  const tail =
    open && room >= TAIL
      ? { left: later === 'left' ? at - TAIL : at, right: later === 'left' ? at : at + TAIL }
      : null;
  const left = Math.min(body.left, tail?.left ?? body.left);
  const right = Math.max(body.right, tail?.right ?? body.right);
  return {
    box: { x: left, y: middle - height / 2, width: right - left, height },
    certain: widthOf(certain) > 0 ? certain : null,
    doubts,
    tail,
    plain: patternOf(span) === null && !open,
  };
}

/** Where both dates may mean the same days, the bar rises to its middle and falls again. */
function meetInTheMiddle(doubts: BarShape['doubts'], body: Side): void {
  const middle = (body.left + body.right) / 2;
  for (const doubt of doubts) {
    doubt.side =
      doubt.towards === 'left'
        ? { left: body.left, right: middle }
        : { left: middle, right: body.right };
  }
}

/** What is drawn of many bars at once. */
export interface BarInks {
  solid: Map<string, Box[]>;
  later: (() => void)[];
}

/** Adds a bar to what is drawn; patterns tell recurrence and how it ended without any colour. */
export function inkBar(inks: BarInks, span: TimeSpan, shape: BarShape, on: InkOn): void {
  const { surface, palette, frame } = on;
  const colour = palette[span.type];
  const { y, height } = shape.box;
  const box = ({ left, right }: Side): Box => ({ x: left, y, width: right - left, height });
  const pattern = patternOf(span);
  if (shape.certain && shape.plain) {
    const boxes = inks.solid.get(colour) ?? [];
    boxes.push(box(shape.certain));
    inks.solid.set(colour, boxes);
  } else if (shape.certain) {
    const certain = box(shape.certain);
    inks.later.push(() =>
      inkPatterned(surface, certain, { pattern, colour, ground: palette.page }),
    );
  }
  for (const { side, towards } of shape.doubts) {
    inks.later.push(() => surface.fade(box(side), colour, towards));
  }
  inks.later.push(() => inkEnds(span, shape, { surface, palette, frame }));
}

export interface InkOn {
  surface: Surface;
  palette: Palette;
  frame: Frame;
}

function patternOf(span: TimeSpan): Pattern | null {
  if (span.recurrence !== null) return 'comb';
  return span.end.type === 'running' ? 'hatch' : null;
}

function inkPatterned(
  surface: Surface,
  box: Box,
  { pattern, colour, ground }: { pattern: Pattern | null; colour: string; ground: string },
): void {
  if (box.width < 6 || pattern === null) {
    // A hollow bar: it began, and nothing is known of its end.
    surface.boxes(
      [inner(box)],
      pattern === null ? { fill: ground, stroke: colour, width: 1.5 } : { fill: colour },
    );
    return;
  }
  surface.boxes([box], { fill: ground });
  surface.pattern(box, pattern, colour);
  if (pattern === 'hatch') surface.boxes([inner(box)], { stroke: colour, width: 1.2 });
  else surface.boxes([{ ...box, y: box.y + box.height - 2, height: 2 }], { fill: colour });
}

const inner = ({ x, y, width, height }: Box): Box => ({
  x: x + 0.6,
  y: y + 0.6,
  width: Math.max(1, width - 1.2),
  height: Math.max(1, height - 1.2),
});

/** The line at each date, the arrow of what runs on, and the tail of what is not known. */
function inkEnds(span: TimeSpan, shape: BarShape, { surface, palette, frame }: InkOn): void {
  const colour = palette[span.type];
  const { x, y, width, height } = shape.box;
  const middle = y + height / 2;
  const forward = frame.reversed ? -1 : 1;
  const line = (at: number, kind: Edge['date']['kind']) =>
    surface.path(`M${at} ${middle - 8}v16`, { stroke: colour, width: 1.5, dash: DATE_DASH[kind] });
  const last = frame.reversed ? x : x + width;
  if (width >= SHORTEST_SIGNED) {
    const first = frame.reversed ? x + width : x;
    if (span.start.date.kind !== 'actual') line(first, span.start.date.kind);
    const { end } = span;
    if (end.type === 'ended' && end.edge.date.kind !== 'actual') line(last, end.edge.date.kind);
  }
  if (span.end.type === 'running') {
    const half = Math.max(5, height / 2 + 1);
    surface.path(`M${last} ${middle - half}l${forward * 8} ${half}l${forward * -8} ${half}z`, {
      fill: colour,
    });
  }
  if (shape.tail) inkTail(span, shape.tail, { surface, colour, middle, forward });
}

interface TailInk {
  surface: Surface;
  colour: string;
  middle: number;
  forward: number;
}

function inkTail(span: TimeSpan, tail: Side, { surface, colour, middle, forward }: TailInk): void {
  const from = forward > 0 ? tail.left : tail.right;
  if (span.end.type === 'ended_undated') {
    const end = from + forward * (TAIL - 6);
    surface.path(`M${from} ${middle}H${end}`, { stroke: colour, width: 1.5, dash: [3, 3] });
    surface.path(`M${end - forward * 3} ${middle - 5}h${forward * 3}v10h${forward * -3}`, {
      stroke: colour,
      width: 1.5,
    });
    return;
  }
  const dots = [5, 9.5, 13].map((at, index) => {
    const size = 3 - index * 0.6;
    return { x: from + forward * at - size / 2, y: middle - size / 2, width: size, height: size };
  });
  surface.boxes(dots, { fill: colour });
  surface.text(
    '?',
    { x: from + forward * 18, y: middle + 4 },
    { size: 11, weight: 600, colour, align: 'center' },
  );
}
