// Events of the timeline for tests.

import { civilStretch } from '../../../src/renderer/views/timeline/civil.ts';
import type { Edge, Ending, TimeMark, TimeSpan } from '../../../src/shared/timeline.ts';

/** An edge on a civil date of any precision. */
export function edge(value: string, kind: Edge['date']['kind'] = 'actual'): Edge {
  const precision = value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day';
  return { date: { value, precision, kind }, ...civilStretch(value) };
}

const row = (id: string): TimeSpan['row'] => ({
  shelf: 'mahfuz',
  id: `mahfuz/${id}`,
  kind: 'event',
  subtype: 'shutdown',
  lang: 'en',
  title: `Title of ${id}`,
  titles: {},
  date: null,
  end: null,
  status: null,
  countries: ['PK'],
  confidence: 'high',
  sources: 2,
  withdrawn: 'no',
});

const common = (id: string, start: Edge) => ({
  row: row(id),
  start,
  disputed: false,
  competing: [],
  services: [],
  regions: [],
  documents: 0,
});

/** A restriction from a date to an end. */
export function span(id: string, start: Edge, end: Ending): TimeSpan {
  const to = end.type === 'ended' ? end.edge.to : end.type === 'running' ? end.until : start.to;
  return {
    ...common(id, start),
    type: 'shutdown',
    end,
    recurrence: null,
    extent: null,
    scopes: [],
    reach: 'unstated',
    from: start.from,
    to,
  };
}

/** A statement on a date. */
export const mark = (id: string, start: Edge): TimeMark => ({
  ...common(id, start),
  type: 'statement',
  end: null,
});
