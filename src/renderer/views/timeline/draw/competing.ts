// Other dates that others give for a start or an end, below the bar of the restriction.
import type { TimeSpan } from '../../../../shared/timeline.ts';
import { type Frame, sideOf } from './frame.ts';
import type { Palette } from './palette.ts';
import type { Surface } from './surface.ts';

interface CompetingInk {
  surface: Surface;
  frame: Frame;
  palette: Palette;
}

/** Draws a pointer at each competing date, joined to the date that the record gives. */
export function inkCompeting(
  { surface, frame, palette }: CompetingInk,
  span: TimeSpan,
  middle: number,
): void {
  const y = middle + 8;
  for (const { edge, at } of span.competing) {
    if (!at) continue;
    const own =
      edge === 'start' ? span.start : span.end.type === 'ended' ? span.end.edge : span.start;
    const side = sideOf(frame, at.from, at.to);
    const x = (side.left + side.right) / 2;
    const here = sideOf(frame, own.from, own.to);
    surface.path(`M${(here.left + here.right) / 2} ${y}H${x}`, {
      stroke: palette.warning,
      width: 1,
      dash: [2, 2],
    });
    if (side.right - side.left > 8) {
      surface.boxes([{ x: side.left, y: y - 1.5, width: side.right - side.left, height: 3 }], {
        fill: palette.warning,
        alpha: 0.35,
      });
    }
    // Open to the side that the date is of: a start points onward, an end back.
    const onward = (edge === 'start') !== frame.reversed ? 1 : -1;
    surface.path(`M${x} ${y - 4}v8M${x} ${y}l${onward * 5}-3v6z`, {
      fill: palette.page,
      stroke: palette.warning,
      width: 1.4,
    });
  }
}
