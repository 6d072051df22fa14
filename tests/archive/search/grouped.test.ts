// Results grouped by event: what comes together, in which order, and how many there are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchQueryInput } from '../../../src/shared/search.ts';
import { sampleDocument, sampleEvent } from '../sample.ts';
import { day, indexed } from './indexed.ts';

const document = (id: string, events: string[], fields: Record<string, unknown> = {}) =>
  sampleDocument({
    id: `test/${id}`,
    title: id,
    about: events.map((event) => ({ event: `test/${event}`, role: 'reports' })),
    ...fields,
  });
const event = (id: string, fields: Record<string, unknown> = {}) =>
  sampleEvent({ id: `test/${id}`, title: id, summary: 'Silence.', ...fields });

const RECORDS = [
  event('block', { start: day('2024-02-17'), end: null, summary: 'A platform was blocked.' }),
  document('news', ['block'], {
    body: 'The platform platform platform.',
    published: day('2024-02-18'),
  }),
  event('hearing', {
    start: day('2024-03-01'),
    end: null,
    summary: 'The court asked about the platform.',
  }),
  document('order', ['hearing', 'block'], {
    body: 'Restore the platform.',
    published: day('2024-03-02'),
  }),
  document('alone', [], { body: 'Another platform.', published: day('2020-01-01') }),
  document('survey', ['block', 'hearing', 'a', 'b', 'c'], {
    body: 'Every platform of the year.',
    published: day('2024-12-31'),
  }),
  document('dangling', ['missing'], {
    body: 'A platform nobody recorded.',
    published: day('2019-01-01'),
  }),
];

async function grouped() {
  const all = await indexed(RECORDS);
  const groups = (query: SearchQueryInput) => {
    const { hits, groups } = all.find({ group: 'event', ...query });
    return hits.map(({ title }, at) => [
      title,
      ...(groups?.[at]?.others.map((hit) => hit.title) ?? []),
    ]);
  };
  return { ...all, groups };
}

describe('results grouped by event', () => {
  it('bring a document, the events it is about and what else is about these together', async () => {
    const { groups, find } = await grouped();
    const newest = { text: 'platform', sort: 'newest' as const };
    expect(groups(newest)).toEqual([
      ['survey'],
      ['order', 'hearing', 'news', 'block'],
      ['alone'],
      ['dangling'],
    ]);
    const results = find({ ...newest, group: 'event' });
    expect(results.groupsTotal).toBe(4);
    expect(results.total).toBe(7);
    expect(results.groups?.map(({ records }) => records)).toEqual([1, 4, 1, 1]);
  });

  it('show the best hit of each, and the next best with their passages', async () => {
    const { find, groups } = await grouped();
    const byRelevance = find({ text: 'platform' }).hits.map(({ title }) => title);
    const [first, ...rest] = byRelevance;
    expect(groups({ text: 'platform' }).flat().toSorted()).toEqual(byRelevance.toSorted());
    expect(groups({ text: 'platform' })[0]?.[0]).toBe(first);
    expect(rest).toHaveLength(6);
    const { groups: found } = find({ text: 'platform', group: 'event', members: 1 });
    const story = found?.find(({ records }) => records === 4);
    expect(story?.others).toHaveLength(1);
    expect(story?.others[0]?.passage?.marks).not.toEqual([]);
  });

  it('are counted by what was found, not by what there is', async () => {
    const { find, groups } = await grouped();
    const filters = { kinds: ['event' as const] };
    expect(groups({ text: 'platform', filters, sort: 'oldest' })).toEqual([['block', 'hearing']]);
    expect(find({ text: 'platform', filters, group: 'event' }).groupsTotal).toBe(1);
    expect(find({ text: 'nothingness', group: 'event' })).toMatchObject({
      groupsTotal: 0,
      groups: [],
    });
  });

  it('come page by page without a gap or a repetition, in every order', async () => {
    const { groups } = await grouped();
    const query = fc.record({
      text: fc.constantFrom('platform', '', 'court OR platform'),
      sort: fc.constantFrom('relevance' as const, 'newest' as const, 'oldest' as const),
    });
    fc.assert(
      fc.property(query, fc.integer({ min: 1, max: 3 }), (asked, limit) => {
        const whole = groups(asked);
        const pages: string[][] = [];
        for (let offset = 0; offset < whole.length; offset += limit) {
          pages.push(...groups({ ...asked, offset, limit }));
        }
        expect(pages).toEqual(whole);
        expect(new Set(whole.flat()).size).toBe(whole.flat().length);
      }),
      { numRuns: 40 },
    );
  });
});
