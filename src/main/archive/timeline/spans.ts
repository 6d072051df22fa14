// Restrictions as spans in lanes and rows, and all other events as marks: no more than is drawn, and how many more.
import type { Lane, Spans, SpansQuery, TimeMark, TimeSpan } from '../../../shared/timeline.ts';
import type { Columns } from '../search/columns.ts';
import type { Searched } from '../search/question.ts';
import { type Card, cardsOf } from './cards.ts';
import { stretchAsked } from './density.ts';
import { type EventFacts, eventsOf, extentOf, isInLanes, laneKeys } from './events.ts';
import { laneNames } from './lane-names.ts';
import { layOut } from './layout.ts';
import { foundLately } from './recent.ts';

/** What of the events that a question finds is drawn in a stretch of time. */
export function spansOf(searched: Searched, query: SpansQuery): Spans {
  const what = foundLately(searched, query);
  const all = eventsOf(searched, what);
  const events = all.filter(({ withheld }) => !withheld);
  const extent = extentOf(events);
  const stretch = stretchAsked(query, extent) ?? { from: 0, to: 0 };
  // What stands in no lane that was asked for is left out because nobody wants it, not for want of room.
  const wanted = query.lanes && { by: query.laneBy, keys: query.lanes };
  const inside = events.filter(
    (event) =>
      event.from < stretch.to && event.to > stretch.from && isInLanes(what.columns, event, wanted),
  );
  const lanes = lanesOf(what.columns, inside, query);
  const drawn = draw(searched, what.columns, { lanes: lanes.slice(0, query.mostLanes), query });
  const allSpans = inside.filter(({ isSpan }) => isSpan).length;
  const allMarks = inside.length - allSpans;
  return {
    ...stretch,
    ...drawn,
    moreLanes: Math.max(0, lanes.length - query.mostLanes),
    allSpans,
    allMarks,
    moreSpans: allSpans - drawn.spans.length,
    moreMarks: allMarks - drawn.marks.length,
    before: events.filter(({ to }) => to <= stretch.from).length,
    after: events.filter(({ from }) => from >= stretch.to).length,
    withheld: all.length - events.length,
    extent,
    change: what.columns.change,
  };
}

interface LaneOf {
  key: string;
  spans: EventFacts[];
  marks: EventFacts[];
}

/** The lanes that were asked for; or all that there are, those with the most restrictions first. */
function lanesOf(
  columns: Columns,
  events: readonly EventFacts[],
  { laneBy, lanes: wanted }: SpansQuery,
): LaneOf[] {
  const lanes = new Map<string, LaneOf>(
    wanted?.map((key) => [key, { key, spans: [], marks: [] }]) ?? [],
  );
  for (const event of events) {
    for (const key of laneKeys(columns, laneBy, event)) {
      let lane = lanes.get(key);
      if (!lane) {
        if (wanted) continue;
        lanes.set(key, (lane = { key, spans: [], marks: [] }));
      }
      (event.isSpan ? lane.spans : lane.marks).push(event);
    }
  }
  if (wanted) return [...lanes.values()];
  return [...lanes.values()].sort(
    (a, b) =>
      // What belongs to nothing comes last.
      Number(a.key === '') - Number(b.key === '') ||
      b.spans.length - a.spans.length ||
      b.marks.length - a.marks.length ||
      (a.key < b.key ? -1 : 1),
  );
}

/** Draws each event once, however many lanes it stands in. */
class Drawn<One> {
  readonly cards: One[] = [];
  readonly #places = new Map<number, number>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** The place of an event among what is drawn; null where there is no room for it. */
  place(event: EventFacts, card: () => One | null): number | null {
    const before = this.#places.get(event.number);
    if (before !== undefined) return before;
    const made = this.cards.length < this.#most ? card() : null;
    if (made === null) return null;
    const place = this.cards.push(made) - 1;
    this.#places.set(event.number, place);
    return place;
  }
}

type Drawing = Pick<Spans, 'spans' | 'marks' | 'lanes'>;

function draw(
  searched: Searched,
  columns: Columns,
  { lanes, query }: { lanes: readonly LaneOf[]; query: SpansQuery },
): Drawing {
  const card = cardsOf(searched.archive, columns);
  const spans = new Drawn<TimeSpan>(query.mostSpans);
  const marks = new Drawn<TimeMark>(query.mostMarks);
  const laid = lanes.map((lane) => {
    const { rows, used } = layOut(lane.spans, query);
    const inRows = lane.spans.flatMap((event, at) => {
      const row = rows[at] ?? null;
      const span = row === null ? null : spans.place(event, () => spanIn(card(event.number)));
      return row === null || span === null ? [] : [{ span, row }];
    });
    const shown = lane.marks.flatMap((event) => {
      const mark = marks.place(event, () => markIn(card(event.number)));
      return mark === null ? [] : [mark];
    });
    return { lane, rows: used, spans: inRows, marks: shown };
  });
  const named = laid.map(
    ({ lane, ...drawn }): Lane => ({
      key: lane.key,
      names: laneNames(searched.archive, query.laneBy, lane.key),
      ...drawn,
      allSpans: lane.spans.length,
      allMarks: lane.marks.length,
    }),
  );
  return { spans: spans.cards, marks: marks.cards, lanes: named };
}

const spanIn = (card: Card | null): TimeSpan | null => (card && 'span' in card ? card.span : null);
const markIn = (card: Card | null): TimeMark | null => (card && 'mark' in card ? card.mark : null);
