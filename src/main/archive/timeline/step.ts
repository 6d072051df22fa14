// From one event to the next along time.
import type { Step, StepQuery } from '../../../shared/timeline.ts';
import { recordNumber } from '../reading/view.ts';
import type { Columns } from '../search/columns.ts';
import type { Searched } from '../search/question.ts';
import { cardsOf } from './cards.ts';
import { civilStretch } from './civil.ts';
import { type EventFacts, eventsOf, isInLanes } from './events.ts';
import { foundLately } from './recent.ts';

/** The event that begins next, or began before, among what a question finds; null at the end. */
export function stepFrom(searched: Searched, query: StepQuery): Step {
  const what = foundLately(searched, query);
  const events = eventsOf(searched, what).filter((event) => isAsked(what.columns, event, query));
  const past = query.past && recordNumber(searched.archive, query.past);
  const here = events.findIndex(({ number }) => number === past);
  const next = here < 0 ? fromMinute(events, query) : here + (isNext(query) ? 1 : -1);
  const event = events[next];
  return event ? cardsOf(searched.archive, what.columns)(event.number) : null;
}

const isNext = ({ direction }: StepQuery) => direction === 'next';

function isAsked(columns: Columns, event: EventFacts, { what, lanes }: StepQuery): boolean {
  if (event.withheld) return false;
  if (what !== 'all' && event.isSpan !== (what === 'spans')) return false;
  return isInLanes(columns, event, lanes);
}

function fromMinute(events: readonly EventFacts[], query: StepQuery): number {
  const { at } = query;
  const minute = typeof at === 'string' ? civilStretch(at).from : at;
  const first = events.findIndex(({ from }) => from >= minute);
  const next = first < 0 ? events.length : first;
  return isNext(query) ? next : next - 1;
}
