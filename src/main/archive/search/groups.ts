// Which records tell of the same: a document and the events that it is about, and whatever else is about these.
import type { Coded } from './coded.ts';

/** A document about more events than these is a survey, and ties them not to one another. */
const MOST_EVENTS = 4;

/** Groups of documents. */
export interface Groups {
  /** For each document the number of its group. */
  of: Uint32Array;
  /** No group has this number or a higher one. */
  end: number;
}

/**
 * For each document the number of its group, from the addresses of an event itself and of the events that a document is
 * about. Who has none, or too many, is a group of its own.
 */
export function groupsOf({ values, codes, starts, members }: Coded): Groups {
  const leader = Uint32Array.from(values.keys());
  const leaderOf = (event: number) => {
    let at = event;
    while (leader[at] !== at) {
      // Halves the way for whoever asks next.
      leader[at] = leader[leader[at] ?? 0] ?? 0;
      at = leader[at] ?? 0;
    }
    return at;
  };
  const eventsOf = (set: number) => members.subarray(starts[set], starts[set + 1]);
  const tied = (set: number) => {
    const events = eventsOf(set);
    return events.length > 0 && events.length <= MOST_EVENTS ? events : null;
  };
  for (let set = 0; set + 1 < starts.length; set++) {
    const [first, ...others] = tied(set) ?? [];
    if (first === undefined) continue;
    for (const other of others) leader[leaderOf(other)] = leaderOf(first);
  }
  // Of a set once, since most documents have the same: none.
  const groupOfSet = Array.from({ length: starts.length - 1 }, (_, set) => {
    const [first] = tied(set) ?? [];
    return first === undefined ? null : leaderOf(first);
  });
  return {
    of: codes.map((set, place) => groupOfSet[set] ?? values.length + place),
    end: values.length + codes.length,
  };
}
