// Everything that a drawing of the timeline shows.
import type { Density } from '../../../../shared/timeline.ts';
import type { Words } from '../../../wording/words.ts';
import type { PlacedLane } from '../lanes.ts';
import type { Stretch } from '../viewport.ts';
import type { Palette } from './palette.ts';

/** A calendar beside the Gregorian: what it is called, and the date in it of a minute of the axis. */
export interface SecondCalendar {
  name: string;
  date: (minute: number) => string;
}

export interface Scene {
  /** What the query finds. */
  density: Density | undefined;
  /** What it would find without its dates; undefined where it has none. */
  around: Density | undefined;
  lanes: readonly PlacedLane[];
  /** The stretch that the query is narrowed to. */
  selection: Stretch | null;
  /** A stretch that is being drawn with the pointer. */
  drawing: Stretch | null;
  /** Whether other dates that others give are drawn too. */
  competing: boolean;
  /** Dates in the reader's own calendar under the axis; null without. */
  calendar: SecondCalendar | null;
  words: Words;
  palette: Palette;
}
