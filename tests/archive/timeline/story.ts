// A small archive with a block, what was said of it and what else was cut, in our own words.
import type { ArchiveRecord } from '../../../src/shared/record.ts';
import { sampleDocument, sampleEvent, sampleOrganisation } from '../sample.ts';
import { day, month, year } from '../search/indexed.ts';

const service = (id: string, printed = id) => ({ id, printed });
const none = {
  restriction: { type: 'none' },
  status: null,
  end: null,
  places: [{ country: 'PK' }],
};
const mention = { id: 'test/org-regulator', printed: 'the regulator' };

/** The block of a service, from a day to a day, which one party dates otherwise. */
export const block = sampleEvent({
  id: 'test/block',
  title: 'A service is blocked',
  start: day('2024-02-17'),
  end: day('2025-05-07'),
  restriction: { type: 'service_block', services: [service('x', 'X')] },
  places: [{ country: 'PK', scope: 'national' }],
  claims: [
    { field: 'start', value: '2024-02-18', who: 'a tester of proxies' },
    { field: 'end', value: 'by the morning of 2025-05-08', who: 'a minister' },
    { field: 'trigger', value: 'anger' },
  ],
  related: ['test/cut'],
});

export const hearing = sampleEvent({
  id: 'test/hearing-event',
  title: 'A court asks why',
  event_type: 'court',
  ...none,
  start: day('2024-03-05'),
  documents: ['test/hearing'],
  mentions: [mention],
});

/** Everything in the story, in no order. */
export const story: ArchiveRecord[] = [
  block,
  hearing,
  sampleEvent({
    id: 'test/cut',
    title: 'Phones are silent in one city',
    start: month('2024-02'),
    end: null,
    status: 'unknown',
    restriction: { type: 'shutdown' },
    places: [{ country: 'PK', region: 'Quetta', scope: 'local' }],
  }),
  sampleEvent({
    id: 'test/nights',
    title: 'Every night without a network',
    start: day('2024-03-01'),
    end: null,
    status: 'ongoing',
    status_as_of: '2024-03-20',
    recurrence: 'from dusk to dawn',
    restriction: { type: 'shutdown', services: [] },
    places: [{ country: 'IN', region: 'North', scope: 'several_cities' }, { country: 'PK' }],
  }),
  sampleEvent({
    id: 'test/back',
    title: 'The service is back',
    event_type: 'restoration',
    ...none,
    start: { value: '2025-05-07T21:30+05:00', precision: 'minute', kind: 'actual' },
    related: ['test/block'],
  }),
  sampleEvent({
    id: 'test/secret',
    title: 'Withdrawn for safety',
    start: day('2024-03-02'),
    end: day('2024-03-03'),
    withdrawn: { at: '2024-04-01', why: 'somebody was named', safety: true },
  }),
  sampleEvent({
    id: 'test/mistaken',
    title: 'Withdrawn as a mistake',
    start: day('2024-03-04'),
    end: day('2024-03-05'),
    places: [{ country: 'PK' }],
    withdrawn: { at: '2024-04-01', why: 'it did not happen', safety: false },
  }),
  sampleDocument({
    id: 'test/hearing',
    title: 'The order of a court',
    genre: 'court_order',
    published: day('2024-03-06'),
    about: [
      { event: 'test/hearing-event', role: 'reports' },
      { event: 'test/block', role: 'orders' },
    ],
  }),
  sampleDocument({
    id: 'test/letter',
    title: 'A letter that demands the service back',
    published: month('2024-03'),
    about: [{ event: 'test/block', role: 'demands' }],
    mentions: [mention],
  }),
  sampleDocument({ id: 'test/year', title: 'A report of the year', published: year('2024') }),
  sampleDocument({ id: 'test/undated', title: 'A leaflet', published: null }),
  sampleOrganisation({ id: 'test/org-regulator', title: 'The regulator' }),
];
