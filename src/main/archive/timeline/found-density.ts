// Density over what a question finds, kept for the latest question, so that zooming and panning count nothing again.
import type { Density, DensityQuery } from '../../../shared/timeline.ts';
import { UNDATED } from '../search/columns.ts';
import { NO, PERHAPS } from '../search/filter.ts';
import type { Found } from '../search/found.ts';
import type { Searched } from '../search/question.ts';
import { MINUTES_A_DAY, type Stretch } from './civil.ts';
import { density, type MinutesOn } from './density.ts';
import { foundLately } from './recent.ts';
import { minutesOf, type Starts, startsOf } from './starts.ts';
import { DAY, type Tally, tallyOf } from './tally.ts';

interface Counted {
  starts: Starts;
  tally: Tally;
  uncertain: number;
  /** The last day on which anything that was found may have ended, as far as that is known. */
  lastDay: number;
}

const latest = new WeakMap<Found, Counted>();

/** How many of the records that a question finds lie where along time. */
export function densityOf(searched: Searched, query: DensityQuery): Density {
  const what = foundLately(searched, query);
  const { starts, tally, uncertain, lastDay } = countedOf(searched, what);
  const minutesOn = minutesIn(searched, what, starts);
  const counted = density(tally, query, minutesOn);
  const extent = counted.extent && upToLastEnd(counted.extent, lastDay);
  return { ...counted, extent, uncertain, change: what.columns.change };
}

// Records count where they begin, and what they tell of may have lasted for years after the last of them began.
function upToLastEnd({ from, to }: Stretch, lastDay: number): Stretch {
  return { from, to: Math.max(to, (lastDay + 1) * MINUTES_A_DAY) };
}

function countedOf(searched: Searched, what: Found): Counted {
  const before = latest.get(what);
  if (before) return before;
  const starts = startsOf(searched, what.columns);
  const counted = {
    starts,
    tally: tallyOf(starts.counters, what.places),
    uncertain: uncertainIn(what),
    lastDay: lastDayIn(what),
  };
  latest.set(what, counted);
  return counted;
}

function lastDayIn({ columns: { dayTo }, places }: Found): number {
  let last = UNDATED;
  for (const place of places) last = Math.max(last, dayTo[place] ?? UNDATED);
  return last;
}

function uncertainIn({ verdicts }: Found): number {
  let uncertain = 0;
  for (let place = 0; place < verdicts.length; place++) {
    if (verdicts[place] === PERHAPS) uncertain++;
  }
  return uncertain;
}

function minutesIn(searched: Searched, { verdicts }: Found, starts: Starts): MinutesOn {
  const { days, precisions } = starts;
  return (fromDay, toDay) => {
    const places = placesOn(starts, fromDay, toDay).filter(
      (place) => verdicts[place] !== NO && precisions[place] === DAY,
    );
    const minutes = Array.from(
      minutesOf(searched, starts, places),
      ([place, minute]) => (days[place] ?? 0) * MINUTES_A_DAY + minute,
    );
    return Float64Array.from(minutes).sort();
  };
}

/** Places of all documents that begin on certain days. */
function placesOn({ columns, days, odd }: Starts, fromDay: number, toDay: number): number[] {
  const { dayFrom, byDate } = columns;
  const placeAt = (rank: number) => byDate?.[rank] ?? rank;
  const firstDay = (rank: number) => dayFrom[placeAt(rank)] ?? toDay;
  const lies = (place: number) => (days[place] ?? 0) >= fromDay && (days[place] ?? 0) < toDay;
  const places: number[] = [];
  for (let rank = firstRank(dayFrom.length, firstDay, fromDay); firstDay(rank) < toDay; rank++) {
    if (lies(placeAt(rank))) places.push(placeAt(rank));
  }
  const others = odd.filter((place) => lies(place) && (dayFrom[place] ?? 0) < fromDay);
  return [...places, ...others];
}

/** The first of so many ranks whose first day is a day or later; they are in the order of days. */
function firstRank(count: number, firstDay: (rank: number) => number, day: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firstDay(middle) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
