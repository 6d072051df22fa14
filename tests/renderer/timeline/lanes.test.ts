// Lanes below each other: only what is in view takes room, and nothing lies over anything else.
import { describe, expect, it } from 'vitest';
import { fixedWords } from '../../../src/renderer/i18n.ts';
import { frameOf } from '../../../src/renderer/views/timeline/draw/frame.ts';
import { itemsOf } from '../../../src/renderer/views/timeline/items.ts';
import { heightOf, placeLanes } from '../../../src/renderer/views/timeline/lanes.ts';
import { placeIn } from '../../../src/renderer/views/timeline/places.ts';
import { keyOf } from '../../../src/renderer/views/timeline/wording.ts';
import type { Words } from '../../../src/renderer/wording/words.ts';
import type { Lane, Spans } from '../../../src/shared/timeline.ts';
import { edge, mark, span } from './made.ts';

const words: Words = { language: 'en', digits: 'latin', t: fixedWords('en') };
const ended = (id: string, from: string, to: string) =>
  span(id, edge(from), { type: 'ended', edge: edge(to) });

const lane = (key: string, rest: Partial<Lane>): Lane => ({
  key,
  names: {},
  rows: 1,
  spans: [],
  marks: [],
  allSpans: 0,
  allMarks: 0,
  ...rest,
});

const spans: Spans = {
  from: 0,
  to: 1,
  spans: [
    ended('early', '2020-01-01', '2020-02-01'),
    ended('first', '2024-02-01', '2024-03-01'),
    ended('second', '2024-04-01', '2024-05-01'),
    ended('beside', '2024-02-10', '2024-06-01'),
  ],
  marks: [mark('said', edge('2024-02-15'))],
  lanes: [
    lane('PK', {
      rows: 3,
      spans: [
        { span: 0, row: 0 },
        { span: 2, row: 1 },
        { span: 1, row: 1 },
        { span: 3, row: 2 },
      ],
      marks: [0],
      allSpans: 6,
      allMarks: 1,
    }),
    lane('IN', { spans: [{ span: 0, row: 0 }], allSpans: 1 }),
    lane('IR', { spans: [{ span: 3, row: 0 }], allSpans: 1 }),
  ],
  moreLanes: 0,
  allSpans: 6,
  allMarks: 1,
  moreSpans: 2,
  moreMarks: 0,
  before: 0,
  after: 0,
  withheld: 0,
  extent: null,
  change: 1,
};
const view = { from: edge('2024').from, to: edge('2024').to };
const placed = placeLanes(spans, { view, by: 'country', words });

describe('lanes', () => {
  it('with nothing in view take no room, and neither do their rows', () => {
    expect(placed.map(({ name }) => name)).toEqual(['Pakistan', 'Iran']);
    expect(placed[0]?.spans.map(({ span: { row }, row: at }) => [row.id, at])).toEqual([
      ['mahfuz/first', 0],
      ['mahfuz/beside', 1],
      ['mahfuz/second', 0],
    ]);
  });

  it('say how much is in view and how much is not drawn', () => {
    expect(placed[0]).toMatchObject({ restrictions: 3, hidden: 2 });
  });

  it('lie below each other without a gap', () => {
    expect(placed[0]?.top).toBe(0);
    expect(placed[1]?.top).toBe(placed[0]?.height);
    expect(heightOf(placed)).toBe((placed[0]?.height ?? 0) + (placed[1]?.height ?? 0));
  });

  it('tell each bar where the next of its row begins', () => {
    const [first, beside, second] = placed[0]?.spans ?? [];
    expect(first?.next).toBe(edge('2024-04-01').from);
    expect(second?.next).toBe(Infinity);
    expect(beside?.next).toBe(Infinity);
  });
});

describe('an event', () => {
  it('is listed once, in the order of time, however many lanes it stands in', () => {
    expect(itemsOf(spans, view).map(({ row }) => row.id)).toEqual([
      'mahfuz/first',
      'mahfuz/beside',
      'mahfuz/said',
      'mahfuz/second',
    ]);
  });

  it('is found where it is drawn, or not at all', () => {
    const frame = frameOf(view, { width: 1000, names: 100, reversed: false });
    for (const item of itemsOf(spans, view)) {
      const box = placeIn(placed, frame, keyOf(item));
      const start = frame.x(item.start.from);
      expect(box?.x).toBeLessThanOrEqual(start);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(start);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(heightOf(placed));
    }
    expect(placeIn(placed, frame, 'mahfuz mahfuz/early')).toBeNull();
  });
});
