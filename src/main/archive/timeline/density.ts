// Counts records in bins of time, each once, and only in bins at least as coarse as its date.
import type {
  Bins,
  CivilMinute,
  Density,
  DensityQuery,
  TimeUnit,
} from '../../../shared/timeline.ts';
import { TIME_UNITS } from '../../../shared/timeline.ts';
import {
  binEdges,
  binsNeeded,
  civilStretch,
  dayOf,
  MINUTES_A_DAY,
  monthOf,
  monthStart,
  type Stretch,
} from './civil.ts';
import { countAll, countBelow, countBetween, daysOf, type Steps, type Tally } from './tally.ts';

/** Precisions of dates, the finest first, with the unit that each fills. */
const PRECISIONS = ['day', 'month', 'year'] as const;
type Precision = (typeof PRECISIONS)[number];

/** Minutes at which the records with a time begin that lie on certain days, ascending; others of these days have none. */
export type MinutesOn = (fromDay: number, toDay: number) => Float64Array;

/** What of a density is counted; the rest is known from the search. */
export type Counted = Omit<Density, 'uncertain' | 'change'>;
export type Asked = Pick<DensityQuery, 'from' | 'to' | 'unit' | 'most'>;

/** Counts what was found in bins, by the rule that `Density` states. */
export function density(tally: Tally, asked: Asked, minutesOn: MinutesOn): Counted {
  const extent = extentOf(tally);
  const { total, undated } = tally;
  const stretch = stretchAsked(asked, extent);
  if (!stretch) {
    const unit = asked.unit === 'auto' ? 'year' : asked.unit;
    return { ...NOTHING, unit, total, undated, extent };
  }
  const unit = chooseUnit(asked, stretch, minutesOn);
  const edges = binEdges(unit, stretch);
  const whole = { from: edges[0] ?? 0, to: edges.at(-1) ?? 0 };
  const counted = unit === 'hour' ? byHours(tally, edges, minutesOn) : byDays(tally, unit, edges);
  return { unit, ...whole, ...counted, total, undated, extent };
}

const NOTHING = {
  from: 0,
  to: 0,
  bins: { edges: Float64Array.of(0), counts: new Uint32Array() },
  coarser: [],
  before: 0,
  after: 0,
};

/** From the first to the end of the last date, as coarse as it is; null where nothing has one. */
export function extentOf(tally: Tally): Stretch | null {
  const ends = PRECISIONS.flatMap((precision) => {
    const days = daysOf(tally[precision]);
    return days ? [{ from: days.first, to: endOf(precision, days.last) }] : [];
  });
  if (ends.length === 0) return null;
  return {
    from: Math.min(...ends.map(({ from }) => from)) * MINUTES_A_DAY,
    to: Math.max(...ends.map(({ to }) => to)) * MINUTES_A_DAY,
  };
}

/** The first day after the day, month or year that begins on a day. */
function endOf(precision: Precision, day: number): number {
  if (precision === 'day') return day + 1;
  return monthStart(monthOf(day) + (precision === 'month' ? 1 : 12));
}

/** The stretch that is asked for, where something is not said as far as there is something; never empty. */
export function stretchAsked(
  { from, to }: Pick<Asked, 'from' | 'to'>,
  extent: Stretch | null,
): Stretch | null {
  const first = from === undefined ? extent?.from : momentStretch(from).from;
  const last = to === undefined ? extent?.to : momentStretch(to).to;
  const start = first ?? last;
  const end = last ?? first;
  if (start === undefined || end === undefined) return null;
  return end > start ? { from: start, to: end } : { from: start, to: start + 1 };
}

/** The stretch of a moment: a civil date's own, or none but where it is. */
export function momentStretch(moment: string | CivilMinute): Stretch {
  return typeof moment === 'string' ? civilStretch(moment) : { from: moment, to: moment };
}

function chooseUnit({ unit, most }: Asked, stretch: Stretch, minutesOn: MinutesOn): TimeUnit {
  const finest = unit === 'auto' ? TIME_UNITS.length - 1 : TIME_UNITS.indexOf(unit);
  for (const one of TIME_UNITS.slice(1, finest + 1).toReversed()) {
    if (binsNeeded(one, stretch) > most) continue;
    // Where nothing has a time, hours would only be empty.
    const [first, last] = [dayOf(stretch.from), dayOf(stretch.to - 1)];
    if (unit !== 'auto' || one !== 'hour' || minutesOn(first, last + 1).length > 0) return one;
  }
  return 'decade';
}

type Parts = Pick<Density, 'bins' | 'coarser' | 'before' | 'after'>;

/** The coarsest precision of a date that still fits into one bin of a unit. */
const FITS: Record<Exclude<TimeUnit, 'hour'>, Precision> = {
  decade: 'year',
  year: 'year',
  month: 'month',
  week: 'day',
  day: 'day',
};

function byDays(tally: Tally, unit: keyof typeof FITS, edges: Float64Array): Parts {
  const fine = PRECISIONS.indexOf(FITS[unit]) + 1;
  const fitting = PRECISIONS.slice(0, fine).map((precision) => tally[precision]);
  const days = edges.map(dayOf);
  const counts = new Uint32Array(edges.length - 1);
  for (const steps of fitting) addCounts(counts, steps, days);
  const [from, to] = [days[0] ?? 0, days.at(-1) ?? 0];
  const sides = fitting.map((steps) => sidesOf(steps, from, to));
  return withCoarser(tally, PRECISIONS.slice(fine), { bins: { edges, counts }, sides });
}

function byHours(tally: Tally, edges: Float64Array, minutesOn: MinutesOn): Parts {
  const [from, to] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  const [firstDay, endDay] = [dayOf(from), dayOf(to - 1) + 1];
  const minutes = minutesOn(firstDay, endDay);
  const counts = new Uint32Array(edges.length - 1);
  const timed = new Uint32Array(endDay - firstDay);
  const sides = sidesOf(tally.day, firstDay, endDay);
  for (const minute of minutes) {
    addOne(timed, dayOf(minute) - firstDay);
    if (minute < from) sides.before++;
    else if (minute >= to) sides.after++;
    else addOne(counts, Math.floor((minute - from) / 60));
  }
  const days = dayBins(firstDay, endDay);
  addCounts(days.counts, tally.day, days.edges.map(dayOf));
  for (const [day, count] of timed.entries()) days.counts[day] = (days.counts[day] ?? 0) - count;
  const parts = withCoarser(tally, ['month', 'year'], { bins: { edges, counts }, sides: [sides] });
  return { ...parts, coarser: [{ precision: 'day', ...days }, ...parts.coarser] };
}

function addOne(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function dayBins(from: number, to: number): Bins {
  const stretch = { from: from * MINUTES_A_DAY, to: to * MINUTES_A_DAY };
  return { edges: binEdges('day', stretch), counts: new Uint32Array(to - from) };
}

interface Sides {
  before: number;
  after: number;
}

function withCoarser(
  tally: Tally,
  precisions: readonly Precision[],
  { bins, sides }: { bins: Bins; sides: Sides[] },
): Parts {
  const stretch = { from: bins.edges[0] ?? 0, to: bins.edges.at(-1) ?? 0 };
  const coarser = precisions.map((precision) => {
    const edges = binEdges(precision, stretch);
    const days = edges.map(dayOf);
    const counts = new Uint32Array(edges.length - 1);
    addCounts(counts, tally[precision], days);
    sides.push(sidesOf(tally[precision], days[0] ?? 0, days.at(-1) ?? 0));
    return { precision, edges, counts };
  });
  const sum = (side: keyof Sides) => sides.reduce((all, one) => all + one[side], 0);
  return { bins, coarser, before: sum('before'), after: sum('after') };
}

function addCounts(counts: Uint32Array, steps: Steps, days: Float64Array): void {
  for (let bin = 0; bin < counts.length; bin++) {
    counts[bin] = (counts[bin] ?? 0) + countBetween(steps, days[bin] ?? 0, days[bin + 1] ?? 0);
  }
}

function sidesOf(steps: Steps, from: number, to: number): Sides {
  return { before: countBelow(steps, from), after: countAll(steps) - countBelow(steps, to) };
}
