// From what the page shows to what the archive is asked (pure).
import type { Input } from '../../../shared/contract.ts';
import type { LaneBy } from '../../../shared/timeline.ts';
import type { Query } from '../../history.ts';
import { questionOf } from '../search/query.ts';
import { lengthOf, type Stretch } from './viewport.ts';

/** What is searched, as every question of the timeline names it. */
export const searchedBy = questionOf;

/** The same query without its dates: what would stand beside the chosen stretch. */
export function withoutDates(query: Query): Query {
  const { after: _after, before: _before, ...filters } = query.filters;
  return { ...query, filters };
}

/** True where the dates of a query narrow it. */
export const isDated = ({ filters }: Query): boolean =>
  filters.after !== undefined || filters.before !== undefined;

/** Views are widened to multiples of this part of their length, so that small moves ask nothing new. */
const GRAIN = 1 / 4;
/** How much is asked for on either side of the view, as a part of its length. */
const BESIDE = 1 / 2;

/** The stretch that is asked for where a view is shown: wider, and the same for views that lie near each other. */
export function askedStretch(view: Stretch): Stretch {
  // Lengths grow by the square root of two, so that zooming a little asks for the same stretch.
  const length = 2 ** (Math.ceil(2 * Math.log2(lengthOf(view))) / 2);
  const grain = Math.max(1, Math.round(length * GRAIN));
  return {
    from: Math.floor((view.from - length * BESIDE) / grain) * grain,
    to: Math.ceil((view.to + length * BESIDE) / grain) * grain,
  };
}

/** No bar is narrower than this, in pixels. */
const NARROWEST_BAR = 3.5;

/** The histogram of a view that is `width` pixels wide. */
export function densityInput(
  query: Query,
  view: Stretch,
  width: number,
): Input<'timeline.density'> {
  const asked = askedStretch(view);
  const minutesPerPixel = Math.max(1, lengthOf(view) / Math.max(100, width));
  const most = Math.ceil(lengthOf(asked) / minutesPerPixel / NARROWEST_BAR);
  return { ...searchedBy(query), ...asked, most: Math.min(20_000, Math.ceil(most / 50) * 50) };
}

/** No bar takes less room in its row, in pixels. */
const LEAST_BAR = 9;

interface LaneChoice {
  by: LaneBy;
  /** Only these lanes; all without it. */
  only: string[] | null;
}

/** The lanes of a view that is `width` pixels wide. */
export function spansInput(
  query: Query,
  view: Stretch,
  { width, by, only }: LaneChoice & { width: number },
): Input<'timeline.spans'> & { laneBy: LaneBy } {
  const asked = askedStretch(view);
  const perPixel = 2 ** (Math.ceil(2 * Math.log2(lengthOf(view) / Math.max(100, width))) / 2);
  return {
    ...searchedBy(query),
    ...asked,
    laneBy: by,
    lanes: only ?? undefined,
    mostLanes: 60,
    mostRows: 14,
    mostSpans: 5000,
    mostMarks: 5000,
    least: Math.round(perPixel * LEAST_BAR),
  };
}
