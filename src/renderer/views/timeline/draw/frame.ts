// Where time lies on the drawing: from minutes of the axis to pixels and back, in either direction of writing (pure).
import { scaleLinear } from 'd3-scale';
import type { CivilMinute } from '../../../../shared/timeline.ts';
import type { Stretch } from '../viewport.ts';

export interface Side {
  left: number;
  right: number;
}

export interface Frame {
  width: number;
  view: Stretch;
  /** True where time runs from right to left. */
  reversed: boolean;
  /** The column of names, where reading begins. */
  names: Side;
  /** Where time lies. */
  plot: Side;
  x: (minute: CivilMinute) => number;
  minute: (x: number) => CivilMinute;
  minutesPerPixel: number;
}

/** How much room is left after the end of the axis. */
const AFTER = 12;

interface Size {
  width: number;
  /** Of the column of names. */
  names: number;
  reversed: boolean;
}

/** The frame of a drawing of a width that shows a view. */
export function frameOf(view: Stretch, { width, names, reversed }: Size): Frame {
  const plot = reversed
    ? { left: AFTER, right: width - names }
    : { left: names, right: width - AFTER };
  const range = reversed ? [plot.right, plot.left] : [plot.left, plot.right];
  const scale = scaleLinear([view.from, view.to], range);
  return {
    width,
    view,
    reversed,
    names: reversed ? { left: plot.right, right: width } : { left: 0, right: plot.left },
    plot,
    x: (minute) => scale(minute),
    minute: (x) => scale.invert(x),
    minutesPerPixel: (view.to - view.from) / Math.max(1, plot.right - plot.left),
  };
}

/** Two moments as left and right on the drawing. */
export function sideOf(frame: Frame, from: CivilMinute, to: CivilMinute): Side {
  const [a, b] = [frame.x(from), frame.x(to)];
  return a < b ? { left: a, right: b } : { left: b, right: a };
}
