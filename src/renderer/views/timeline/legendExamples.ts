// Restrictions that the legend draws: one for each way in which a bar can end.
import type { Edge, Ending, RestrictionType, TimeSpan } from '../../../shared/timeline.ts';

/** What a sign of the legend stands for. */
export type Shown = Ending['type'] | 'recurring' | 'doubtful';

const edge = (from: number, to: number): Edge => ({
  date: { value: '2024', precision: 'year', kind: 'actual' },
  from,
  to,
});

/** A restriction on an axis that reaches from 0 to 100. */
export function exampleSpan(shown: Shown, type: RestrictionType): TimeSpan {
  const doubtful = shown === 'doubtful';
  const ends: Record<Ending['type'], Ending> = {
    ended: { type: 'ended', edge: doubtful ? edge(62, 96) : edge(96, 96) },
    running: { type: 'running', asOf: '2024-01-01', until: 84 },
    ended_undated: { type: 'ended_undated' },
    unknown: { type: 'unknown' },
  };
  const open = shown === 'unknown' || shown === 'ended_undated';
  return {
    row: {
      shelf: '',
      id: shown,
      kind: 'event',
      subtype: type,
      lang: 'en',
      title: '',
      titles: {},
      date: null,
      end: null,
      status: null,
      countries: [],
      confidence: null,
      sources: 1,
      withdrawn: 'no',
    },
    start: doubtful ? edge(2, 36) : open ? edge(2, 40) : edge(2, 2),
    disputed: false,
    competing: [],
    services: [],
    regions: [],
    documents: 0,
    type,
    end: ends[shown === 'recurring' || doubtful ? 'ended' : shown],
    recurrence: shown === 'recurring' ? '' : null,
    extent: null,
    scopes: [],
    reach: 'unstated',
    from: 2,
    to: open ? 40 : 96,
  };
}
