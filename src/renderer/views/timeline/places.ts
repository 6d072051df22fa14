// Where an event lies among all lanes, whether it is drawn at the moment or not (pure).
import { barShape } from './draw/bars.ts';
import { type Frame, sideOf } from './draw/frame.ts';
import { MARK } from './draw/marks.ts';
import type { Box } from './draw/surface.ts';
import { type PlacedLane, ROW } from './lanes.ts';
import { keyOf } from './wording.ts';

/** The box of an event in the first lane that has it, counted from the top of all lanes; null where none has. */
export function placeIn(lanes: readonly PlacedLane[], frame: Frame, key: string): Box | null {
  for (const lane of lanes) {
    const placed = lane.spans.find(({ span }) => keyOf(span) === key);
    if (placed) {
      const middle = lane.firstRow + placed.row * ROW;
      const { box } = barShape(placed.span, frame, { middle, room: Infinity });
      const left = Math.max(box.x, frame.plot.left - 4);
      const right = Math.min(box.x + box.width, frame.plot.right + 4);
      return {
        x: left,
        y: middle - ROW / 2 + 1,
        width: Math.max(4, right - left),
        height: ROW - 2,
      };
    }
    const mark = lane.marks.find((one) => keyOf(one) === key);
    if (mark && lane.markRow !== null) {
      const { left, right } = sideOf(frame, mark.start.from, mark.start.to);
      const x = (left + right) / 2;
      return { x: x - MARK / 2 - 2, y: lane.markRow - 7, width: MARK + 4, height: 14 };
    }
  }
  return null;
}
