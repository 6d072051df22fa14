// Days under restriction of what a question finds, in groups, by the rule in days.ts.
import type {
  DayRange,
  Figures,
  FiguresBy,
  FiguresQuery,
  FiguresRow,
  Reach,
} from '../../../shared/timeline.ts';
import { civilDate, civilSpan, type DaySpan } from '../dates.ts';
import type { Searched } from '../search/question.ts';
import { dayOf } from './civil.ts';
import { countDays } from './days.ts';
import { momentStretch } from './density.ts';
import { type Entry, entriesOf } from './entries.ts';
import { eventsOf } from './events.ts';
import { laneNames } from './lane-names.ts';
import { foundLately } from './recent.ts';

/** Days under restriction, in groups; what was withdrawn is not counted. */
export function figuresOf(searched: Searched, query: FiguresQuery): Figures {
  const what = foundLately(searched, query);
  const spans = eventsOf(searched, what).filter(({ isSpan }) => isSpan);
  const all = entriesOf(searched, what.columns, spans);
  const entries = all.filter(({ withdrawn }) => !withdrawn);
  const within = stretchOf(query);
  const rows = rowsOf(groupsOf(entries, query.by, within), query.by);
  const running = entries.flatMap(({ asOf }) => asOf ?? []).sort();
  return {
    rows: rows.map((row) => ({ ...row, names: namesOf(searched, row.key) })),
    all: rowOf({ key: {}, entries, within }),
    within: shownStretch(within),
    withdrawn: all.length - entries.length,
    asOf: running.length > 0 ? { first: running[0] ?? '', last: running.at(-1) ?? '' } : null,
    change: what.columns.change,
  };
}

function stretchOf({ from, to, filters }: FiguresQuery): DaySpan {
  const [first, last] = [from ?? filters.after, to ?? filters.before];
  return {
    from: first === undefined ? -Infinity : dayOf(momentStretch(first).from),
    to: last === undefined ? Infinity : dayOf(momentStretch(last).to - 1),
  };
}

function shownStretch({ from, to }: DaySpan): Figures['within'] {
  const shown = (day: number) => (Number.isFinite(day) ? civilDate(day) : null);
  return { from: shown(from), to: shown(to) };
}

interface Group {
  key: FiguresRow['key'];
  /** The country that the group is of, where it is of one. */
  country?: string;
  entries: Entry[];
  within: DaySpan;
}

/** Each entry stands in every group that it belongs to: in two countries, in three years. */
function groupsOf(entries: readonly Entry[], by: readonly FiguresBy[], within: DaySpan): Group[] {
  if (by.length === 0) return [];
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    for (const key of keysOf(entry, by, within)) {
      const name = JSON.stringify(by.map((one) => key[one]));
      const group = groups.get(name) ?? { ...newGroup(key, within), entries: [] };
      groups.set(name, group);
      group.entries.push(entry);
    }
  }
  return [...groups.values()];
}

function newGroup(key: FiguresRow['key'], within: DaySpan): Omit<Group, 'entries'> {
  const { year, country } = key;
  const ofCountry = country === undefined ? {} : { country };
  if (year === undefined) return { key, within, ...ofCountry };
  const { from, to } = civilSpan(year);
  const clipped = { from: Math.max(from, within.from), to: Math.min(to, within.to) };
  return { key, within: clipped, ...ofCountry };
}

function keysOf(entry: Entry, by: readonly FiguresBy[], within: DaySpan): FiguresRow['key'][] {
  let keys: FiguresRow['key'][] = [{}];
  for (const one of new Set(by)) {
    const values = valuesOf(entry, one, within);
    keys = keys.flatMap((key) => values.map((value) => ({ ...key, [one]: value })));
  }
  return keys;
}

function valuesOf(entry: Entry, by: FiguresBy, within: DaySpan): string[] {
  switch (by) {
    case 'country':
      return [...entry.reaches.keys()];
    case 'kind':
      return [entry.kind];
    case 'service':
      return entry.services.length > 0 ? entry.services : [''];
    case 'year':
      return yearsOf(entry, within);
  }
}

const yearOf = (day: number) => Number(civilDate(day).slice(0, 4));

function yearsOf({ days }: Entry, within: DaySpan): string[] {
  const may = days.possible ?? days.oneOf;
  if (!may) return [];
  const [from, to] = [Math.max(may.from, within.from), Math.min(may.to, within.to)];
  if (from > to) return [];
  const first = yearOf(from);
  return Array.from({ length: yearOf(to) - first + 1 }, (_, more) =>
    String(first + more).padStart(4, '0'),
  );
}

type Counted = Omit<FiguresRow, 'names'>;

function rowOf(group: Group): FiguresRow {
  return { ...countedRow(group), names: {} };
}

function countedRow({ key, country, entries, within }: Group): Counted {
  const ofReach = (reach: Reach): DayRange => {
    const known = entries.filter((entry) => hasReach(entry, reach, country));
    return countDays(
      known.map(({ days }) => days),
      within,
    );
  };
  const count = (is: (entry: Entry) => boolean) => entries.filter(is).length;
  return {
    key,
    national: ofReach('national'),
    regional: ofReach('regional'),
    unstated: ofReach('unstated'),
    entries: entries.length,
    open: count(({ open }) => open),
    running: count(({ asOf }) => asOf !== null),
    recurring: count(({ recurring }) => recurring),
    coarse: count(({ coarse }) => coarse),
    oneSource: count(({ oneSource }) => oneSource),
  };
}

function hasReach({ reaches }: Entry, reach: Reach, country: string | undefined): boolean {
  if (country !== undefined) return reaches.get(country) === reach;
  return [...reaches.values()].includes(reach);
}

/** In the order of the groups' keys: years ascending, all else by the number of entries. */
function rowsOf(groups: readonly Group[], by: readonly FiguresBy[]): FiguresRow[] {
  const entries = new Map<string, number>();
  const named = (one: FiguresBy, key: FiguresRow['key']) => `${one} ${key[one]}`;
  for (const { key, entries: own } of groups) {
    for (const one of by) {
      entries.set(named(one, key), (entries.get(named(one, key)) ?? 0) + own.length);
    }
  }
  const order = (a: FiguresRow['key'], b: FiguresRow['key']) => {
    for (const one of by) {
      const [first = '', second = ''] = [a[one], b[one]];
      if (first === second) continue;
      const more = (entries.get(named(one, b)) ?? 0) - (entries.get(named(one, a)) ?? 0);
      return one !== 'year' && more !== 0 ? more : first < second ? -1 : 1;
    }
    return 0;
  };
  return groups.map(rowOf).sort((a, b) => order(a.key, b.key));
}

function namesOf({ archive }: Searched, key: FiguresRow['key']): FiguresRow['names'] {
  const names: FiguresRow['names'] = {};
  for (const one of ['country', 'service'] as const) {
    if (key[one]) names[one] = laneNames(archive, one, key[one]);
  }
  return names;
}
