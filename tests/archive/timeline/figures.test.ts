// Days under restriction of what a search finds: by country, year, kind and service, with the rule kept.
import { expect, test } from 'vitest';
import { entryOf } from '../../../src/main/archive/timeline/entries.ts';
import { COUNTING_RULE } from '../../../src/main/archive/timeline/rule.ts';
import { timelineFigures } from '../../../src/main/archive/timeline/timeline.ts';
import type { Input } from '../../../src/shared/contract.ts';
import type { EventRecord } from '../../../src/shared/record.ts';
import { type FiguresRow, figuresQuery } from '../../../src/shared/timeline.ts';
import { sampleEvent } from '../sample.ts';
import { day, indexed, month } from '../search/indexed.ts';
import { story } from './story.ts';

async function figuresOf(records = story) {
  const searched = await indexed(records);
  return (query: Input<'timeline.figures'>) => timelineFigures(searched, figuresQuery.parse(query));
}

const range = ({ least, most }: { least: number; most: number }) =>
  least === most ? least : [least, most];
const shown = ({ key, national, regional, unstated }: FiguresRow) => ({
  ...key,
  days: [range(national), range(regional), range(unstated)],
});

test('national, regional and unstated reach are counted apart, country by country', async () => {
  const figures = await figuresOf();
  const { rows, all, withdrawn } = figures({});
  expect(rows.map(shown)).toEqual([
    // The nights of the North are of India; Pakistan is named with them, and not how far.
    { country: 'PK', days: [446, 1, [2, 20]] },
    { country: 'IN', days: [0, [2, 20], 0] },
  ]);
  expect(all).toMatchObject({ entries: 3, open: 1, running: 1, recurring: 1, coarse: 1 });
  expect(withdrawn).toBe(2);
});

test('what is running counts to the day as of which it is said, and that day is told', async () => {
  const figures = await figuresOf();
  expect(figures({}).asOf).toEqual({ first: '2024-03-20', last: '2024-03-20' });
  expect(figures({ filters: { countries: ['PK'] }, text: 'blocked' }).asOf).toBeNull();
});

test('years part what goes over their end, and sum up to what is certain', async () => {
  const figures = await figuresOf();
  const { rows } = figures({ text: 'service:X kind:restriction', by: ['year'] });
  expect(rows.map(shown)).toEqual([
    { year: '2024', days: [319, 0, 0] },
    { year: '2025', days: [127, 0, 0] },
  ]);
});

test('the dates of the filters limit the days, and so does a stretch', async () => {
  const figures = await figuresOf();
  const filtered = figures({ filters: { after: '2025-01', before: '2025-01' }, by: [] });
  expect(shown(filtered.all)).toEqual({ days: [31, 0, 0] });
  expect(filtered.within).toEqual({ from: '2025-01-01', to: '2025-01-31' });
  expect(filtered.rows).toEqual([]);
  const stretch = figures({ from: '2025-05-01', to: '2025-05' });
  expect(stretch.within).toEqual({ from: '2025-05-01', to: '2025-05-31' });
  expect(stretch.all.national).toEqual({ least: 7, most: 7 });
});

test('dates leave nothing out that was said to be running on them', async () => {
  const figures = await figuresOf();
  const days = { after: '2024-03-10', before: '2024-03-20' };
  const limited = figures({ filters: { ...days, countries: ['IN'] } });
  const stretch = figures({ from: days.after, to: days.before, filters: { countries: ['IN'] } });
  expect(limited.all).toEqual(stretch.all);
  expect(limited.all.running).toBe(1);
});

test('groups of several kinds have a row for each', async () => {
  const figures = await figuresOf();
  const { rows } = figures({ by: ['country', 'kind'] });
  expect(rows.map(shown)).toEqual([
    { country: 'PK', kind: 'shutdown', days: [0, 1, [2, 20]] },
    { country: 'PK', kind: 'service_block', days: [446, 0, 0] },
    { country: 'IN', kind: 'shutdown', days: [0, [2, 20], 0] },
  ]);
  expect(figures({ by: ['service'] }).rows.map(({ key }) => key.service)).toEqual(['', 'x']);
});

test('two that overlap count once in a country, and apart in their groups', async () => {
  const cut = (id: string, from: string, to: string, type: string) =>
    sampleEvent({
      id: `test/${id}`,
      start: day(from),
      end: day(to),
      restriction: { type },
      places: [{ country: 'PK', scope: 'national' }],
    });
  const figures = await figuresOf([
    cut('a', '2024-02-01', '2024-02-10', 'shutdown'),
    cut('b', '2024-02-06', '2024-02-15', 'throttle'),
  ]);
  expect(figures({}).all.national).toEqual({ least: 15, most: 15 });
  expect(figures({ by: ['kind'] }).rows.map(({ national }) => national.most)).toEqual([10, 10]);
});

test('an entry says how it is counted: open, coarse, on one source, withdrawn', () => {
  const entry = (fields: Record<string, unknown>) =>
    entryOf(sampleEvent({ end: null, status: 'unknown', ...fields }) as EventRecord);
  expect(entry({})).toMatchObject({ open: true, asOf: null, coarse: false, oneSource: true });
  expect(entry({ start: month('2024-02') })).toMatchObject({ coarse: true });
  const ongoing = { status: 'ongoing', status_as_of: '2024-03-01' };
  expect(entry(ongoing)).toMatchObject({ open: false, asOf: '2024-03-01' });
  // Nobody says as of when: then it is not known to have run on.
  expect(entry({ status: 'ongoing' })).toMatchObject({ open: true, asOf: null });
  // An end that is over without a day is no end either.
  expect(entry({ status: 'ended' })).toMatchObject({ open: true });
  const two = [
    { title: 'A', read: 'whole' },
    { title: 'B', read: 'not_read' },
  ];
  expect(entry({ sources: two })).toMatchObject({ oneSource: false });
});

test('the reach is that of each country, and a region is a part even where no scope is given', () => {
  const places = [
    { country: 'PK', scope: 'national' },
    { country: 'IN', region: 'North' },
    { country: 'IN', scope: 'several_cities' },
    { country: 'BD', scope: 'cross_border' },
    { country: null },
  ];
  const { reaches } = entryOf(sampleEvent({ places }) as EventRecord);
  expect(Object.fromEntries(reaches)).toEqual({
    PK: 'national',
    IN: 'regional',
    BD: 'unstated',
    '': 'unstated',
  });
});

test('the rule is stated', () => {
  expect(COUNTING_RULE.length).toBeGreaterThan(5);
  expect(COUNTING_RULE.join(' ')).toMatch(/never runs on.*never added together/);
});
