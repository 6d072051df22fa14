// The same time for every rival: dates of documents and restrictions in lanes, made from one seed.
import type { Density, Spans, TimeSpan } from '../../src/shared/timeline.ts';

const DAY = 1440;
/** From 2004 to 2026, in minutes of the axis. */
export const EXTENT = { from: 17_884_800, to: 29_980_800 };
const LANES = 30;
const ROWS = 8;

export interface Made {
  /** Sorted minutes of the documents. */
  dates: Float64Array;
  spans: Spans;
}

/** Times of one rival, in milliseconds: from frame to frame, and of its own work in each. */
export interface Times {
  frames: number[];
  work: number[];
}

/** Numbers from 0 to 1, the same at every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TYPES = ['shutdown', 'service_block', 'throttle', 'content_block'] as const;

function makeSpan(number: number, random: () => number): TimeSpan {
  const length = EXTENT.to - EXTENT.from;
  const from = EXTENT.from + Math.floor((random() ** 0.5 * length) / DAY) * DAY;
  const to = from + Math.ceil(random() ** 6 * 900 + 1) * DAY;
  const edge = (start: number) => ({
    date: { value: '2024-01-01', precision: 'day', kind: 'actual' } as const,
    from: start,
    to: start + DAY,
  });
  const how = random();
  const end: TimeSpan['end'] =
    how < 0.65
      ? { type: 'ended', edge: edge(to - DAY) }
      : how < 0.8
        ? { type: 'running', asOf: '2024-01-01', until: to }
        : { type: 'unknown' };
  return {
    row: {
      shelf: 'bench',
      id: `bench/${number}`,
      kind: 'event',
      subtype: 'shutdown',
      lang: 'en',
      title: `Restriction number ${number} of the benchmark`,
      titles: {},
      date: null,
      end: null,
      status: null,
      countries: [],
      confidence: null,
      sources: 1,
      withdrawn: 'no',
    },
    start: edge(from),
    disputed: false,
    competing: [],
    services: [],
    regions: [],
    documents: 0,
    type: TYPES[number % TYPES.length] ?? 'shutdown',
    end,
    recurrence: random() < 0.05 ? 'every night' : null,
    extent: null,
    scopes: [],
    reach: 'national',
    from,
    to: end.type === 'unknown' ? from + DAY : to,
  };
}

/** So many documents and restrictions. */
export function make(documents: number, restrictions: number): Made {
  const random = randomFrom(1);
  const dates = Float64Array.from({ length: documents }, () =>
    Math.floor(EXTENT.from + random() ** 0.6 * (EXTENT.to - EXTENT.from)),
  ).toSorted();
  const spans = Array.from({ length: restrictions }, (_, number) => makeSpan(number, random));
  const lanes = Array.from({ length: LANES }, (_, lane) => {
    const own = spans.flatMap((_span, index) => (index % LANES === lane ? [index] : []));
    return {
      key: String(lane),
      names: { en: [`Lane ${lane}`] },
      rows: ROWS,
      spans: own.map((span, index) => ({ span, row: index % ROWS })),
      marks: [],
      allSpans: own.length,
      allMarks: 0,
    };
  });
  const counts = { allMarks: 0, moreLanes: 0, moreSpans: 0, moreMarks: 0, before: 0, after: 0 };
  return {
    dates,
    spans: {
      ...EXTENT,
      ...counts,
      spans,
      marks: [],
      lanes,
      allSpans: restrictions,
      withheld: 0,
      extent: EXTENT,
      change: 1,
    },
  };
}

/** How many of sorted dates lie before a minute. */
function before(dates: Float64Array, minute: number): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] ?? 0) < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The documents of a view in so many bins, counted anew. */
export function count(
  dates: Float64Array,
  view: { from: number; to: number },
  bins: number,
): Density {
  const edges = Float64Array.from(
    { length: bins + 1 },
    (_, bin) => view.from + ((view.to - view.from) * bin) / bins,
  );
  const below = edges.map((edge) => before(dates, edge));
  const counts = Uint32Array.from(
    { length: bins },
    (_, bin) => (below[bin + 1] ?? 0) - (below[bin] ?? 0),
  );
  const first = below[0] ?? 0;
  const last = below[bins] ?? 0;
  return {
    unit: 'day',
    ...view,
    bins: { edges, counts },
    coarser: [],
    before: first,
    after: dates.length - last,
    undated: 0,
    total: dates.length,
    uncertain: 0,
    extent: EXTENT,
    change: 1,
  };
}

/** The views of the script: nearer around the middle of what is densest, along, and back. */
export function script(steps: number): { from: number; to: number }[] {
  const whole = EXTENT.to - EXTENT.from;
  const centre = EXTENT.from + whole * 0.7;
  return Array.from({ length: steps }, (_, step) => {
    const part = step / (steps - 1);
    const depth = 1 - Math.abs(2 * part - 1);
    const length = whole * 0.004 ** depth;
    const middle = centre + (part - 0.5) * whole * 0.3;
    return { from: middle - length * 0.7, to: middle + length * 0.3 };
  });
}
