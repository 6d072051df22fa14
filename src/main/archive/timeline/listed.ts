// The events of a stretch of time as a list.
import type { Question } from '../../../shared/search.ts';
import type { EventsQuery, OnlyLanes, TimeEvents } from '../../../shared/timeline.ts';
import type { Searched } from '../search/question.ts';
import { cardsOf } from './cards.ts';
import { stretchAsked } from './density.ts';
import { type EventFacts, eventsOf, extentOf, isInLanes } from './events.ts';
import { foundLately } from './recent.ts';

/** The events that a question finds in a stretch of time: one page of them. */
export function eventsIn(searched: Searched, query: EventsQuery): TimeEvents {
  const { columns, events } = eventsAsked(searched, query);
  const page = events.slice(query.offset, query.offset + query.limit);
  const card = cardsOf(searched.archive, columns);
  return {
    events: page.flatMap(({ number }) => card(number) ?? []),
    total: events.length,
    change: columns.change,
  };
}

type Asked = Pick<EventsQuery, 'from' | 'to' | 'what' | 'order'> & { lanes?: OnlyLanes };

/** All events that a question finds in a stretch of time, but those withdrawn for safety, in the order asked for. */
export function eventsAsked(searched: Searched, query: Asked & Question) {
  const what = foundLately(searched, query);
  const shown = eventsOf(searched, what).filter(({ withheld }) => !withheld);
  const stretch = stretchAsked(query, extentOf(shown)) ?? { from: 0, to: 0 };
  const events = shown.filter(
    (event) =>
      event.from < stretch.to &&
      event.to > stretch.from &&
      isInLanes(what.columns, event, query.lanes) &&
      (query.what === 'all' || event.isSpan === (query.what === 'spans')),
  );
  if (query.order === 'longest') events.sort(longestFirst);
  return { columns: what.columns, events };
}

const longestFirst = (a: EventFacts, b: EventFacts) => b.to - b.from - (a.to - a.from);
