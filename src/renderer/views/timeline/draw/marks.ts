// Point events: a shape for each kind, and one sign with a number where many fall together.
import type { MarkType, TimeMark } from '../../../../shared/timeline.ts';
import { type Frame, sideOf } from './frame.ts';
import type { Palette } from './palette.ts';
import type { Box, Surface } from './surface.ts';

/** How wide and high a mark is, in pixels. */
export const MARK = 9;
/** Marks nearer to each other than this, in pixels, stand as one with their number. */
const CROWDED = 10;

/** Shapes around 0 0 in the notation of SVG. */
export const MARK_SHAPES: Record<MarkType, { path: string; hollow?: true; line?: true }> = {
  statement: { path: 'M-4.500 0a4.500 4.500 0 1 0 9 0a4.500 4.500 0 1 0-9 0z' },
  court: { path: 'M0-5.500L5.500 0L0 5.500L-5.500 0z' },
  legislation: { path: 'M-4-4h8v8h-8z' },
  campaign: { path: 'M0-5L5 4H-5z' },
  restoration: { path: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z', hollow: true },
  arrest: { path: 'M-4-4L4 4M4-4L-4 4', line: true },
  report: { path: 'M-4-4.500h8v9h-8zM-2-1.500h4M-2 1.500h4', hollow: true },
  other: { path: 'M-2.200 0a2.200 2.200 0 1 0 4.400 0a2.200 2.200 0 1 0-4.400 0z' },
};

/** Draws the shape of a mark. */
export function inkMark(
  { surface, colour, page }: { surface: Surface; colour: string; page: string },
  type: MarkType,
  { x, y }: { x: number; y: number },
): void {
  const { path, hollow, line } = MARK_SHAPES[type];
  const at = { x: Math.round(x * 2) / 2, y };
  if (line) surface.path(path, { stroke: colour, width: 2 }, at);
  else if (hollow) surface.path(path, { fill: page, stroke: colour, width: 1.6 }, at);
  else surface.path(path, { fill: colour, stroke: page, width: 1 }, at);
}

/** Marks that are drawn as one. */
export interface Cluster {
  marks: TimeMark[];
  /** Its middle. */
  x: number;
  left: number;
  right: number;
}

/** Gathers marks, which come in the order of their starts, into clusters of what cannot be told apart. */
export function clustered(marks: readonly TimeMark[], frame: Frame): Cluster[] {
  const clusters: Cluster[] = [];
  for (const mark of marks) {
    const { left, right } = sideOf(frame, mark.start.from, mark.start.to);
    const x = (left + right) / 2;
    if (x < frame.plot.left - MARK || x > frame.plot.right + MARK) continue;
    const last = clusters.at(-1);
    if (last && Math.abs(x - last.x) < CROWDED + (last.marks.length > 1 ? 6 : 0)) {
      last.marks.push(mark);
      last.left = Math.min(last.left, x);
      last.right = Math.max(last.right, x);
      last.x = (last.left + last.right) / 2;
    } else clusters.push({ marks: [mark], x, left: x, right: x });
  }
  return clusters;
}

interface MarkInk {
  surface: Surface;
  frame: Frame;
  palette: Palette;
  words: { number: (count: number) => string };
}

/** Draws a cluster in a row whose middle is at y, and tells where it lies. */
export function inkCluster(
  { surface, frame, palette, words }: MarkInk,
  cluster: Cluster,
  y: number,
): Box {
  const [only] = cluster.marks;
  if (cluster.marks.length === 1 && only) {
    const { left, right } = sideOf(frame, only.start.from, only.start.to);
    // A date known by its month or year: the mark stands in the middle of all the days that may be meant.
    if (right - left > MARK) {
      surface.fade(
        { x: left, y: y - 2, width: (right - left) / 2, height: 4 },
        palette.rest,
        'left',
      );
      surface.fade(
        { x: cluster.x, y: y - 2, width: (right - left) / 2, height: 4 },
        palette.rest,
        'right',
      );
    }
    inkMark({ surface, colour: palette.soft, page: palette.page }, only.type, { x: cluster.x, y });
    return { x: cluster.x - MARK / 2 - 1, y: y - 6, width: MARK + 2, height: 12 };
  }
  const count = words.number(cluster.marks.length);
  const width = Math.max(15, surface.measure(count, { size: 10, weight: 600 }) + 8);
  const box = { x: cluster.x - width / 2, y: y - 7, width, height: 14 };
  surface.path(pill(box), { fill: palette.page, stroke: palette.soft, width: 1.2 });
  surface.text(
    count,
    { x: cluster.x, y: y + 3.5 },
    { size: 10, weight: 600, colour: palette.soft, align: 'center' },
  );
  return box;
}

function pill({ x, y, width, height }: Box): string {
  const r = height / 2;
  return `M${x + r} ${y}h${width - height}a${r} ${r} 0 0 1 0 ${height}h${height - width}a${r} ${r} 0 0 1 0 ${-height}z`;
}
