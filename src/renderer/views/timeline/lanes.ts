// The lanes as they lie below each other, made ready once for many drawings (pure).
import type { CivilMinute, LaneBy, Spans, TimeMark, TimeSpan } from '../../../shared/timeline.ts';
import type { Words } from '../../wording/words.ts';
import { reachOf } from './items.ts';
import { overlaps, type Stretch } from './viewport.ts';
import type { TimeItem } from './wording.ts';
import { shortLabel, wordLane } from './wording.ts';

/** Heights in pixels. */
export const ROW = 19;
export const MARK_ROW = 20;
export const LANE_PADDING = 5;

export interface PlacedSpan {
  span: TimeSpan;
  row: number;
  label: string;
  /** Where the next one of its row begins. */
  next: CivilMinute;
}

export interface PlacedLane {
  key: string;
  name: string;
  top: number;
  height: number;
  /** Middle of the row of marks; null where the lane has none. */
  markRow: number | null;
  /** Middle of the first row of bars. */
  firstRow: number;
  spans: PlacedSpan[];
  marks: TimeMark[];
  /** Restrictions in view. */
  restrictions: number;
  /** Events in or around the view that are not drawn, because there are too many. */
  hidden: number;
}

interface Placing {
  /** Lanes and rows with nothing in this view take no room. */
  view: Stretch;
  by: LaneBy;
  words: Words;
}

/** Lays the lanes out below each other; tops count from the first lane. */
export function placeLanes(spans: Spans, { view, by, words }: Placing): PlacedLane[] {
  let top = 0;
  return spans.lanes.flatMap((lane) => {
    const marks = lane.marks
      .flatMap((index) => spans.marks[index] ?? [])
      .toSorted((a, b) => a.start.from - b.start.from);
    const inView = (item: TimeItem | undefined) => item && overlaps(reachOf(item), view);
    const used = lane.spans.filter(({ span }) => inView(spans.spans[span]));
    const marksInView = marks.filter(inView).length;
    if (used.length + marksInView === 0) return [];
    // A row that is used keeps its order, and so its place beside the others.
    const rows = [...new Set(used.map(({ row }) => row))].toSorted((a, b) => a - b);
    const placed = lane.spans.flatMap(({ span, row: given }) => {
      const found = spans.spans[span];
      const row = rows.indexOf(given);
      if (row < 0) return [];
      return found
        ? [{ span: found, row, label: shortLabel(found, by, words), next: Infinity }]
        : [];
    });
    tellNext(placed);
    const marksHeight = marksInView > 0 ? MARK_ROW : 0;
    const height = 2 * LANE_PADDING + marksHeight + rows.length * ROW;
    const here: PlacedLane = {
      key: lane.key,
      name: wordLane(lane, by, words),
      top,
      height,
      markRow: marksInView > 0 ? top + LANE_PADDING + MARK_ROW / 2 : null,
      firstRow: top + LANE_PADDING + marksHeight + ROW / 2,
      spans: placed,
      marks,
      restrictions: used.length,
      hidden: lane.allSpans - lane.spans.length + lane.allMarks - lane.marks.length,
    };
    top += height;
    return [here];
  });
}

/** Tells each bar where the next one of its row begins. */
function tellNext(placed: PlacedSpan[]): void {
  placed.sort((a, b) => a.span.from - b.span.from);
  const upcoming = new Map<number, CivilMinute>();
  for (const item of placed.toReversed()) {
    item.next = upcoming.get(item.row) ?? Infinity;
    upcoming.set(item.row, item.span.from);
  }
}

/** How high all lanes are together, in pixels. */
export function heightOf(lanes: readonly PlacedLane[]): number {
  const last = lanes.at(-1);
  return last ? last.top + last.height : 0;
}
