// The stretch of time that is in view: zoomed, panned and kept within limits (pure).
import type { CivilMinute } from '../../../shared/timeline.ts';

/** A stretch of time [from, to). */
export interface Stretch {
  from: CivilMinute;
  to: CivilMinute;
}

export const HOUR = 60;
export const DAY = 24 * HOUR;

/** The shortest stretch that can be looked at. */
export const SHORTEST = 6 * HOUR;

/** How much room stands before and after what is to be seen, as a part of it. */
const MARGIN = 0.03;

/** Years are written with four digits, from 0000 to 9999: what lies beyond has no date. */
const CALENDAR: Stretch = { from: -1_036_120_320, to: 4_223_371_680 };

/** How long a stretch is, in minutes. */
export const lengthOf = ({ from, to }: Stretch): number => to - from;

/** A stretch with a little room on both sides, never shorter than can be looked at. */
export function withMargin({ from, to }: Stretch): Stretch {
  const room = Math.max((to - from) * MARGIN, (SHORTEST - (to - from)) / 2);
  return { from: from - room, to: to + room };
}

/** As far as may be looked at where something reaches over an extent. */
export function limitsOf(extent: Stretch): Stretch {
  const { from, to } = withMargin(extent);
  return { from: Math.max(from, CALENDAR.from), to: Math.min(to, CALENDAR.to) };
}

/** The nearest stretch of at least the shortest length that lies within the limits. */
export function within(view: Stretch, limits: Stretch): Stretch {
  const length = Math.min(Math.max(lengthOf(view), SHORTEST), lengthOf(limits));
  const centre = (view.from + view.to) / 2;
  const from = Math.min(Math.max(centre - length / 2, limits.from), limits.to - length);
  return { from, to: from + length };
}

/** The view made `factor` times as long around a moment that keeps its place; below 1 it comes nearer. */
export function zoomed(view: Stretch, factor: number, at: number): Stretch {
  const length = Math.max(lengthOf(view) * factor, SHORTEST);
  const part = (at - view.from) / lengthOf(view);
  const from = at - part * length;
  return { from, to: from + length };
}

/** The view moved by a part of its own length; positive towards what is later. */
export function panned(view: Stretch, part: number): Stretch {
  const by = lengthOf(view) * part;
  return { from: view.from + by, to: view.to + by };
}

/** The view moved as little as shows a stretch, and widened only where it has no room for it. */
export function showing(view: Stretch, wanted: Stretch): Stretch {
  const room = withMargin(wanted);
  if (lengthOf(room) > lengthOf(view)) return room;
  const by = room.from < view.from ? room.from - view.from : Math.max(0, room.to - view.to);
  return { from: view.from + by, to: view.to + by };
}

/** The view of a given length with a moment in its middle. */
export function centredOn(at: number, length: number): Stretch {
  return { from: at - length / 2, to: at + length / 2 };
}

/** True where a part of the one lies in the other. */
export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.from < b.to && b.from < a.to;
}
