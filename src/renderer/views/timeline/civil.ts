// Civil dates and minutes of the axis (pure).
import { utcDay, utcMonth, utcYear } from 'd3-time';
import type { CivilMinute } from '../../../shared/timeline.ts';
import { DAY, type Stretch } from './viewport.ts';

const MINUTE_MS = 60_000;

/** A minute of the axis as the moment that a scale in UTC takes for it. */
export const asDate = (minute: CivilMinute): Date => new Date(minute * MINUTE_MS);

/** The minute of the axis that a date in UTC stands for. */
export const asMinute = (date: Date): CivilMinute => date.getTime() / MINUTE_MS;

/** The stretch that a civil date YYYY, YYYY-MM or YYYY-MM-DD covers. */
export function civilStretch(value: string): Stretch {
  const [year = 0, month, day] = value.slice(0, 10).split('-').map(Number);
  const from = new Date(0).setUTCFullYear(year, (month ?? 1) - 1, day ?? 1) / MINUTE_MS;
  if (day !== undefined) return { from, to: from + DAY };
  const unit = month === undefined ? utcYear : utcMonth;
  return { from, to: asMinute(unit.offset(asDate(from), 1)) };
}

/** The civil day YYYY-MM-DD in which a minute lies. */
export function civilDay(minute: CivilMinute): string {
  const iso = asDate(minute).toISOString();
  return iso.slice(0, iso.indexOf('T'));
}

/** A stretch of whole days as the shortest pair of civil dates that means it: years, months, or its first and last day. */
export function civilRange({ from, to }: Stretch): { after: string; before: string } {
  const first = civilDay(from);
  const last = civilDay(to - 1);
  if (first.endsWith('-01-01') && last.endsWith('-12-31')) {
    return { after: first.slice(0, -6), before: last.slice(0, -6) };
  }
  const wholeMonths = first.endsWith('-01') && civilDay(to).endsWith('-01');
  return wholeMonths
    ? { after: first.slice(0, -3), before: last.slice(0, -3) }
    : { after: first, before: last };
}

/** The stretch that the dates of a filter leave; the limits where they leave a side open. */
export function filteredStretch(
  { after, before }: { after?: string; before?: string },
  limits: Stretch,
): Stretch {
  return {
    from: after === undefined ? limits.from : civilStretch(after).from,
    to: before === undefined ? limits.to : civilStretch(before).to,
  };
}

/** Narrower than this, in pixels, a unit is too small to be aimed at. */
const AIMED = 7;

/** A stretch that was drawn with a pointer, widened or narrowed to whole units that it could be aimed at; days at least. */
export function snapped({ from, to }: Stretch, minutesPerPixel: number): Stretch {
  const aimable = (length: number) => length / minutesPerPixel >= AIMED;
  const unit = aimable(DAY) ? utcDay : aimable(30 * DAY) ? utcMonth : utcYear;
  const start = unit.round(asDate(from));
  const end = unit.round(asDate(to));
  if (end > start) return { from: asMinute(start), to: asMinute(end) };
  const first = unit.floor(asDate((from + to) / 2));
  return { from: asMinute(first), to: asMinute(unit.offset(first, 1)) };
}
