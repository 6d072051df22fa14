// THE COUNTING RULE: how many days a number of restrictions makes, from as few as there were at least to as many as
// there may have been. Pure; days are civil days at the place, counted since 1970-01-01.
import type { DayRange } from '../../../shared/timeline.ts';
import type { DaySpan } from '../dates.ts';

/**
 * What is known of the days of one restriction.
 *
 * - With a known end: every day from its latest start to its earliest end is certain, every day from its earliest start to
 *   its latest end is possible. Where both may be the same day, at least one day on which they can be is.
 * - Without one: one day on which it may have begun, and no more. An unknown end never runs on.
 * - Said to be running as of a day: as if it ended on that day.
 * - Coming again and again: its first and its last day are certain, those between are possible.
 */
export interface KnownDays {
  /** Days on each of which it was in force; null where no day is certain. */
  certain: DaySpan | null;
  /** In each of these spans it was in force on at least one day. */
  atLeastOneIn: DaySpan[];
  /** Days on which it may have been in force; null where it counts for one day only. */
  possible: DaySpan | null;
  /** It counts for one of these days. */
  oneOf: DaySpan | null;
}

/** When a restriction began and ended; `end` is null where nobody says, and the day as of which it runs where it does. */
export interface Lasted {
  start: DaySpan;
  end: DaySpan | null;
  recurring: boolean;
}

/** What the rule makes of one restriction; null where it is said to have ended before it began. */
export function knownDays({ start, end, recurring }: Lasted): KnownDays {
  if (end === null || end.to < start.from) {
    return { certain: null, atLeastOneIn: [start], possible: null, oneOf: start };
  }
  const possible = { from: start.from, to: end.to };
  // Whatever of a start lies after the last day on which it can have ended is no start.
  const first = { from: start.from, to: Math.min(start.to, end.to) };
  const last = { from: Math.max(end.from, start.from), to: end.to };
  if (recurring) return { certain: null, atLeastOneIn: [first, last], possible, oneOf: null };
  if (first.to > last.from) {
    // Whenever it began and ended, some day of these was one of its days.
    const both = { from: last.from, to: first.to };
    return { certain: null, atLeastOneIn: [both], possible, oneOf: null };
  }
  const certain = { from: first.to, to: last.from };
  return { certain, atLeastOneIn: [], possible, oneOf: null };
}

/**
 * Counts the days of several restrictions, those on which more than one was in force once. `within` counts only days
 * from its first to its last; what may lie outside is not certain to be in it.
 *
 * Both numbers are exact: there are dates, as precise as days, that fit what is known and make just so many days.
 */
export function countDays(known: readonly KnownDays[], within: DaySpan = EVER): DayRange {
  const certain = union(known.flatMap((one) => clip(one.certain, within)));
  const hit = known.flatMap((one) => one.atLeastOneIn.filter((span) => isIn(span, within)));
  const possible = union(known.flatMap((one) => clip(one.possible, within)));
  const single = known.flatMap((one) => clip(one.oneOf, within));
  return {
    least: length(certain) + fewestDays(hit, certain),
    most: length(possible) + mostDays(single, possible),
  };
}

const EVER: DaySpan = { from: -Infinity, to: Infinity };

function clip(span: DaySpan | null, within: DaySpan): DaySpan[] {
  if (!span) return [];
  const clipped = { from: Math.max(span.from, within.from), to: Math.min(span.to, within.to) };
  return clipped.from <= clipped.to ? [clipped] : [];
}

const isIn = (span: DaySpan, within: DaySpan) => span.from >= within.from && span.to <= within.to;

/** Spans that do not touch, ascending, that cover the same days. */
function union(spans: readonly DaySpan[]): DaySpan[] {
  const united: DaySpan[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else united.push({ from, to });
  }
  return united;
}

const length = (spans: readonly DaySpan[]) =>
  spans.reduce((days, { from, to }) => days + to - from + 1, 0);

/** The fewest days beside those covered that leave none of these spans without a day. */
function fewestDays(spans: readonly DaySpan[], covered: readonly DaySpan[]): number {
  let last = -Infinity;
  let days = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.to - b.to)) {
    if (last >= from || touches(covered, { from, to })) continue;
    last = to;
    days++;
  }
  return days;
}

function touches(covered: readonly DaySpan[], { from, to }: DaySpan): boolean {
  return (lastFrom(covered, to)?.to ?? -Infinity) >= from;
}

/** Of spans that do not touch, ascending, the last one that begins on a day or before. */
function lastFrom(spans: readonly DaySpan[], day: number): DaySpan | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}

/** The most days outside those covered that can be had by taking one different day of each of these spans. */
function mostDays(spans: readonly DaySpan[], covered: readonly DaySpan[]): number {
  const taken = new Set<number>();
  // Whoever has the least time left chooses first, and takes the earliest day: a later one could serve more others.
  for (const { from, to } of [...spans].sort((a, b) => a.to - b.to || b.from - a.from)) {
    for (let day = from; day <= to; day++) {
      const cover = lastFrom(covered, day);
      if (cover && cover.to >= day) day = cover.to;
      else if (!taken.has(day)) {
        taken.add(day);
        break;
      }
    }
  }
  return taken.size;
}
