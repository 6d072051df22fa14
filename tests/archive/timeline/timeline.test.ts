// The timeline over a real archive and its index: counts, lanes, steps and stories of what a search finds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catchUp } from '../../../src/main/archive/search/indexer.ts';
import {
  timelineChain,
  timelineDensity,
  timelineEvents,
  timelineSpans,
  timelineStep,
} from '../../../src/main/archive/timeline/timeline.ts';
import type { Input } from '../../../src/shared/contract.ts';
import type { ArchiveRecord } from '../../../src/shared/record.ts';
import {
  densityQuery,
  eventsQuery,
  type Spans,
  spansQuery,
  stepQuery,
} from '../../../src/shared/timeline.ts';
import { sampleDocument, sampleEvent } from '../sample.ts';
import { day, indexed } from '../search/indexed.ts';
import { fuzzyDateBetween, shown } from './any-date.ts';
import { story } from './story.ts';

async function timelineOf(records: readonly ArchiveRecord[]) {
  const searched = await indexed(records);
  return {
    ...searched,
    density: (query: Input<'timeline.density'>) =>
      timelineDensity(searched, densityQuery.parse(query)),
    spans: (query: Input<'timeline.spans'>) => timelineSpans(searched, spansQuery.parse(query)),
    events: (query: Input<'timeline.events'>) => timelineEvents(searched, eventsQuery.parse(query)),
    step: (query: Input<'timeline.step'>) => timelineStep(searched, stepQuery.parse(query)),
    chain: (id: string) => timelineChain(searched, { id }),
  };
}

const sum = (counts: Uint32Array) => counts.reduce((all, one) => all + one, 0);
const slug = (id: string) => id.slice('test/'.length);
const lanes = ({ lanes: all, spans, marks }: Spans) =>
  Object.fromEntries(
    all.map((lane) => [
      lane.key,
      [
        ...lane.spans.map(({ span, row }) => `${slug(spans[span]?.row.id ?? '')} ${row}`),
        ...lane.marks.map((mark) => slug(marks[mark]?.row.id ?? '')),
      ],
    ]),
  );

test('counts along time are those of the search, with any text and filters', async () => {
  const { density, find } = await timelineOf(story);
  for (const query of [
    {},
    { text: 'service' },
    { text: '-court' },
    { filters: { countries: ['PK'] } },
    { filters: { after: '2024-03', before: '2024-03' } },
    { text: 'after:2025' },
    { text: 'nothing is called so' },
  ]) {
    const { total, undated, uncertain } = find(query);
    for (const unit of ['decade', 'year', 'month', 'week', 'day', 'hour'] as const) {
      const counted = density({ ...query, unit });
      const bins = [counted.bins, ...counted.coarser];
      const inBins = bins.reduce((all, { counts }) => all + sum(counts), 0);
      expect(inBins + counted.before + counted.after + counted.undated).toBe(total);
      expect(counted).toMatchObject({ total, undated, uncertain });
    }
  }
});

test('a minute counts in its hour on the clock at the place', async () => {
  const { density } = await timelineOf(story);
  const { bins, unit, coarser } = density({ from: '2025-05-07', to: '2025-05-07' });
  expect(unit).toBe('hour');
  expect(bins.counts[21]).toBe(1);
  expect(sum(bins.counts)).toBe(1);
  expect(coarser.map(({ precision, counts }) => [precision, sum(counts)])).toEqual([
    ['day', 0],
    ['month', 0],
    ['year', 0],
  ]);
});

test('an event that is said to have ended before it began counts at its start', async () => {
  const odd = sampleEvent({
    id: 'test/odd',
    start: { value: '2024-03-20T10:00+05:00', precision: 'minute', kind: 'actual' },
    end: { value: '2024-03', precision: 'month', kind: 'reported' },
  });
  const { density } = await timelineOf([odd, sampleDocument({ published: day('2024-03-20') })]);
  const byDay = density({ unit: 'day' });
  expect(byDay.extent && shown(byDay.extent.from)).toBe('2024-03-20T00:00');
  const byHour = density({ from: '2024-03-20', to: '2024-03-20' });
  expect(byHour.bins.counts[10]).toBe(1);
  expect(byHour.coarser[0]?.counts).toEqual(Uint32Array.of(1));
});

test('what is found reaches as far as the last known end of a restriction', async () => {
  const block = sampleEvent({
    id: 'test/long',
    start: day('2024-02-17'),
    end: { value: '2025-05', precision: 'month', kind: 'reported' },
  });
  const { density } = await timelineOf([block, sampleDocument({ published: day('2024-03-20') })]);
  const { extent, bins } = density({ unit: 'year' });
  expect(extent && [shown(extent.from), shown(extent.to)]).toEqual([
    '2024-02-17T00:00',
    '2025-06-01T00:00',
  ]);
  expect(bins.counts).toEqual(Uint32Array.of(2));
});

test('what is said to be running is found on every day up to that, and not after', async () => {
  const runs = (id: string, fields: object) =>
    sampleEvent({ id: `test/${id}`, start: day('2022-03-04'), end: null, ...fields });
  const { density, ids } = await timelineOf([
    runs('said', { status: 'ongoing', status_as_of: '2025-12-02' }),
    runs('unsaid', { status: 'ongoing' }),
    runs('unknown', { status: 'unknown', status_as_of: '2025-12-02' }),
    runs('before', { status: 'ongoing', status_as_of: '2021-01-01' }),
  ]);
  expect(ids({ filters: { after: '2025', before: '2025' } })).toEqual(['said']);
  expect(ids({ text: 'on:2025-12-02' })).toEqual(['said']);
  expect(ids({ filters: { after: '2025-12-03' } })).toEqual([]);
  expect(ids({ filters: { before: '2022-03-03' } })).toEqual([]);
  const { extent } = density({ unit: 'year' });
  expect(extent && [shown(extent.from), shown(extent.to)]).toEqual([
    '2022-03-04T00:00',
    '2025-12-03T00:00',
  ]);
});

test('whatever is found, at whatever zoom, the sum of all bins is what was found', async () => {
  const dates = fc.sample(fuzzyDateBetween(19_700, 19_760), { numRuns: 60, seed: 5 });
  const records = dates.map((date, at) =>
    at % 2 === 0
      ? sampleDocument({ id: `test/d${at}`, published: at % 10 === 0 ? null : date })
      : sampleEvent({ id: `test/e${at}`, start: date, end: dates[at - 1] }),
  );
  const { density } = await timelineOf(records);
  const minutes = fc.integer({ min: 19_690 * 1440, max: 19_770 * 1440 });
  fc.assert(
    fc.property(minutes, minutes, fc.integer({ min: 1, max: 3000 }), (from, to, most) => {
      const { bins, coarser, before, after, undated, total } = density({ from, to, most });
      const inBins = [bins, ...coarser].reduce((all, { counts }) => all + sum(counts), 0);
      expect(inBins + before + after + undated).toBe(total);
    }),
  );
});

test('restrictions stand as spans, other events as marks, in a lane for each country', async () => {
  const { spans } = await timelineOf(story);
  const drawn = spans({});
  expect(lanes(drawn)).toEqual({
    PK: ['cut 1', 'block 0', 'nights 1', 'mistaken 2', 'hearing-event', 'back'],
    IN: ['nights 0'],
  });
  expect(drawn).toMatchObject({
    allSpans: 4,
    allMarks: 2,
    moreSpans: 0,
    moreMarks: 0,
    withheld: 1,
    moreLanes: 0,
  });
  expect(drawn.lanes[0]).toMatchObject({ allSpans: 4, allMarks: 2, rows: 3 });
  expect(drawn.lanes[0]?.names.en?.[0]).toBe('Pakistan');
});

test('lanes can be kinds, services and organisations, and what has none comes last', async () => {
  const { spans } = await timelineOf(story);
  expect(Object.keys(lanes(spans({ laneBy: 'kind' })))).toEqual([
    'shutdown',
    'service_block',
    'court',
    'restoration',
  ]);
  expect(lanes(spans({ laneBy: 'service' })).x).toEqual(['block 0']);
  expect(Object.keys(lanes(spans({ laneBy: 'service' })))).toEqual(['x', '']);
  const organisations = spans({ laneBy: 'organisation' });
  expect(lanes(organisations)['local/test/org-regulator']).toEqual(['hearing-event']);
  expect(organisations.lanes[0]?.names).toEqual({ en: ['The regulator'] });
});

test('two lanes can be laid above one another, in the order asked for, empty or not', async () => {
  const { spans } = await timelineOf(story);
  const drawn = spans({ lanes: ['IN', 'BD', 'PK'] });
  expect(drawn.lanes.map(({ key, allSpans }) => [key, allSpans])).toEqual([
    ['IN', 1],
    ['BD', 0],
    ['PK', 4],
  ]);
  // What stands in other lanes is not left out for want of room.
  expect(spans({ lanes: ['IN'] })).toMatchObject({ allSpans: 1, allMarks: 0, moreSpans: 0 });
});

test('how an event ended is told apart: with a date, running as of a day, or unknown', async () => {
  const { spans } = await timelineOf(story);
  const drawn = Object.fromEntries(spans({}).spans.map((span) => [slug(span.row.id), span]));
  expect(drawn.block?.end).toMatchObject({
    type: 'ended',
    edge: { date: { value: '2025-05-07' } },
  });
  expect(drawn.nights).toMatchObject({
    end: { type: 'running', asOf: '2024-03-20' },
    recurrence: 'from dusk to dawn',
    reach: 'regional',
  });
  expect(drawn.cut?.end).toEqual({ type: 'unknown' });
  // As far as is known: to the end of the month of its start, and to the end of the day of which it is said.
  expect(shown(drawn.cut?.to ?? 0)).toBe('2024-03-01T00:00');
  expect(shown(drawn.nights?.to ?? 0)).toBe('2024-03-21T00:00');
  expect(drawn.mistaken?.row.withdrawn).toBe('retracted');
});

test('who gives another date is said, and where it lies if it begins with a date', async () => {
  const { spans } = await timelineOf(story);
  const found = spans({ text: 'blocked' }).spans[0];
  expect(found).toMatchObject({ disputed: true, documents: 2, reach: 'national' });
  expect(found?.competing.map(({ edge, who, at }) => [edge, who, at && shown(at.from)])).toEqual([
    ['start', 'a tester of proxies', '2024-02-18T00:00'],
    ['end', 'a minister', null],
  ]);
});

test('no more is given than is drawn, and how many more there are is exact', async () => {
  const many = Array.from({ length: 40 }, (_, at) =>
    sampleEvent({
      id: `test/cut-${at}`,
      start: day('2024-03-01'),
      end: day(`2024-03-${String(1 + (at % 30)).padStart(2, '0')}`),
      places: [{ country: 'PK' }],
    }),
  );
  const { spans, events } = await timelineOf(many);
  const drawn = spans({ mostRows: 4 });
  expect(drawn.lanes[0]).toMatchObject({ allSpans: 40, rows: 4 });
  expect(drawn.spans).toHaveLength(4);
  expect(drawn.moreSpans).toBe(36);
  // The longest are drawn first.
  expect(drawn.spans.map(({ end }) => end.type === 'ended' && end.edge.date.value)).toContain(
    '2024-03-30',
  );
  expect(spans({ mostRows: 200, mostSpans: 10 })).toMatchObject({ moreSpans: 30 });
  expect(events({ limit: 7, order: 'longest' })).toMatchObject({ total: 40 });
  expect(events({ limit: 7, offset: 36 }).events).toHaveLength(4);
});

test('spans outside the stretch are counted as before and after', async () => {
  const { spans } = await timelineOf(story);
  const drawn = spans({ from: '2025', to: '2025' });
  expect(lanes(drawn)).toEqual({ PK: ['block 0', 'back'] });
  expect(drawn).toMatchObject({ before: 4, after: 0, allSpans: 1, allMarks: 1 });
});

test('from one event to the next and back, and no event is passed over', async () => {
  const { step } = await timelineOf(story);
  const walk = (direction: 'next' | 'previous', at: string) => {
    const seen: string[] = [];
    for (let query: Input<'timeline.step'> = { at, direction }; ; ) {
      const found = step(query);
      if (!found) return seen;
      const { row, start } = 'span' in found ? found.span : found.mark;
      seen.push(slug(row.id));
      query = { at: start.from, direction, past: { shelf: row.shelf, id: row.id } };
    }
  };
  const all = ['cut', 'block', 'nights', 'mistaken', 'hearing-event', 'back'];
  expect(walk('next', '2000')).toEqual(all);
  expect(walk('previous', '2030')).toEqual(all.toReversed());
  expect(walk('next', '2024-03-02')).toEqual(all.slice(3));
  const from = (query: Partial<Input<'timeline.step'>>) =>
    step({ at: '2024-02-18', direction: 'next', ...query });
  expect(from({ what: 'marks' })).toMatchObject({ mark: { row: { id: 'test/hearing-event' } } });
  expect(from({ lanes: { by: 'service', keys: ['x'] } })).toBeNull();
  expect(from({ lanes: { by: 'country', keys: ['BD', 'IN'] } })).toMatchObject({
    span: { row: { id: 'test/nights' } },
  });
});

test('the story of a block is told in the order of time, with the documents of each step', async () => {
  const { chain } = await timelineOf(story);
  const { subject, steps } = chain('test/block');
  expect(subject.id).toBe('test/block');
  expect(
    steps.map(({ role, row, documents }) => [
      role,
      slug(row.id),
      documents.map((one) => slug(one.row.id)),
    ]),
  ).toEqual([
    ['restriction', 'cut', []],
    ['restriction', 'block', []],
    ['statement', 'letter', []],
    ['order', 'hearing-event', ['hearing']],
    ['restoration', 'back', []],
  ]);
  expect(steps.filter(({ asked }) => asked)).toHaveLength(1);
});

test('a hearing, a document and a restoration lead to the story that they are part of', async () => {
  const { chain } = await timelineOf(story);
  for (const id of ['test/hearing-event', 'test/back', 'test/letter', 'test/hearing']) {
    expect(chain(id).subject.id).toBe('test/block');
  }
  expect(chain('test/back').steps.find(({ asked }) => asked)?.row.id).toBe('test/back');
});

test('an organisation leads to everything that names it', async () => {
  const { chain } = await timelineOf(story);
  const { subject, steps } = chain('test/org-regulator');
  expect(subject.kind).toBe('organisation');
  expect(steps.map(({ row }) => slug(row.id))).toEqual(['letter', 'hearing-event']);
});

test('what is not here has no story, and what was withdrawn for safety only that it was here', async () => {
  const { chain } = await timelineOf(story);
  expect(() => chain('test/nobody')).toThrow(expect.objectContaining({ code: 'not_found' }));
  expect(chain('test/secret').steps).toMatchObject([{ asked: true, documents: [] }]);
});

test('what changed in the archive is counted and drawn by the next question', async () => {
  const { density, spans, put, index, archive } = await timelineOf(story);
  const question = { text: 'blocked' };
  expect([density(question).total, spans(question).allSpans]).toEqual([1, 1]);
  put([sampleEvent({ id: 'test/again', title: 'Blocked again', places: [{ country: 'PK' }] })]);
  await catchUp(index, archive);
  expect([density(question).total, spans(question).allSpans]).toEqual([2, 2]);
});

test('questions that are asked in turn do not mix', async () => {
  const { density } = await timelineOf(story);
  const asked = ['', 'blocked', 'court', 'letter', 'service', 'report'];
  const once = asked.map((text) => density({ text }).total);
  expect(asked.map((text) => density({ text }).total)).toEqual(once);
  expect(new Set(once).size).toBeGreaterThan(2);
});
