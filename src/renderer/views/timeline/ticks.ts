// The axis: which years, months, days or hours are written under a view, and what stands above them (pure).
import { type TimeInterval, utcDay, utcHour, utcMonth, utcYear } from 'd3-time';
import type { CivilMinute } from '../../../shared/timeline.ts';
import { wordCivil } from '../../wording/dates.ts';
import { dateFormat } from '../../wording/formats.ts';
import { localeOf, type Words } from '../../wording/words.ts';
import { asDate, asMinute, civilDay } from './civil.ts';
import { DAY, HOUR, lengthOf, type Stretch } from './viewport.ts';

export type Unit = 'hour' | 'day' | 'month' | 'year';

interface Level {
  unit: Unit;
  every: TimeInterval;
  /** About how long it is. */
  length: number;
  /** How many pixels its label needs. */
  room: number;
}

const years = (count: number): Level => ({
  unit: 'year',
  every: utcYear.every(count) ?? utcYear,
  length: count * 365.25 * DAY,
  room: 46,
});
const months = (count: number): Level => ({
  unit: 'month',
  every: utcMonth.every(count) ?? utcMonth,
  length: count * 30.4 * DAY,
  room: 44,
});
const hours = (count: number): Level => ({
  unit: 'hour',
  every: utcHour.every(count) ?? utcHour,
  length: count * HOUR,
  room: 48,
});

/** Days that divide a month into weeks, without one that crowds the month after. */
const weeks = utcDay.filter((day) => (day.getUTCDate() - 1) % 7 === 0 && day.getUTCDate() < 29);

const LEVELS: Level[] = [
  hours(1),
  hours(3),
  hours(6),
  { unit: 'day', every: utcDay, length: DAY, room: 30 },
  { unit: 'day', every: weeks, length: 7 * DAY, room: 34 },
  months(1),
  months(3),
  years(1),
  years(2),
  years(5),
  years(10),
  years(50),
  years(100),
  years(500),
  years(1000),
  years(2000),
];

const ABOVE: Record<Unit, TimeInterval | null> = {
  hour: utcDay,
  day: utcMonth,
  month: utcYear,
  year: null,
};

export interface Tick {
  at: CivilMinute;
  label: string;
}

export interface Axis {
  unit: Unit;
  ticks: Tick[];
  /** The longer units that the ticks belong to; the first may begin before the view. */
  above: Tick[];
}

/** The finest level whose labels have room. */
function levelFor(view: Stretch, width: number): Level {
  const perPixel = lengthOf(view) / Math.max(1, width);
  const last = LEVELS.at(-1) as Level;
  return LEVELS.find(({ length, room }) => length / perPixel >= room) ?? last;
}

interface Asked {
  view: Stretch;
  width: number;
  words: Words;
}

/** The axis of the last drawing: its parts ask for the same one several times a frame. */
let last: { asked: Asked; axis: Axis } | null = null;

/** What the axis says under a view of `width` pixels. */
export function axisOf(view: Stretch, width: number, words: Words): Axis {
  const known = last?.asked;
  const same =
    known?.view.from === view.from &&
    known.view.to === view.to &&
    known.width === width &&
    known.words === words;
  if (last && same) return last.axis;
  const axis = makeAxis(view, width, words);
  last = { asked: { view, width, words }, axis };
  return axis;
}

function makeAxis(view: Stretch, width: number, words: Words): Axis {
  const { unit, every } = levelFor(view, width);
  const start = asDate(view.from);
  const end = asDate(view.to);
  const ticks = every.range(every.ceil(start), end).map((date) => ({
    at: asMinute(date),
    label: remembered(words, `${unit} ${date.getTime()}`, () => tickLabel(date, unit, words)),
  }));
  const longer = ABOVE[unit];
  const above = longer
    ? longer.range(longer.floor(start), end).map((date) => ({
        at: asMinute(date),
        label: remembered(words, `above ${unit} ${date.getTime()}`, () =>
          aboveLabel(date, unit, words),
        ),
      }))
    : [];
  return { unit, ticks, above };
}

const labels = new WeakMap<Words, Map<string, string>>();
/** More labels than are kept; wording one is slow enough to be felt in a frame. */
const MOST_LABELS = 5000;

function remembered(words: Words, key: string, make: () => string): string {
  const known = labels.get(words) ?? new Map<string, string>();
  labels.set(words, known);
  const label = known.get(key) ?? make();
  if (known.size > MOST_LABELS) known.clear();
  known.set(key, label);
  return label;
}

function tickLabel(date: Date, unit: Unit, words: Words): string {
  if (unit === 'year') return wordCivil(civilDay(asMinute(date)).slice(0, -6), words);
  const options: Record<Exclude<Unit, 'year'>, Intl.DateTimeFormatOptions> = {
    hour: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    day: { day: 'numeric' },
    month: { month: 'short' },
  };
  return dateFormat(localeOf(words), { ...options[unit], timeZone: 'UTC' }).format(date);
}

function aboveLabel(date: Date, unit: Unit, words: Words): string {
  const day = civilDay(asMinute(date));
  const length = unit === 'hour' ? day.length : unit === 'day' ? -3 : -6;
  return wordCivil(day.slice(0, length), words, unit === 'hour' ? 'long' : 'short');
}
