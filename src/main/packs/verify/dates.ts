// What dates have to say: notes for the reader, and never a decision.
import type { Note } from './verdict.ts';

export interface Clock {
  /** What this computer's clock says. */
  now: Date;
  /** A moment that has certainly passed: when this Mahfuz was made, or the latest that a publisher was seen to sign. */
  floor: Date;
}

interface Dated {
  role: string;
  typed: { expires: string };
}

/** `expired` for each list whose publisher planned a newer one by now, `clock` where the clock cannot be right. */
export function clockNotes(lists: readonly Dated[], issued: string | null, clock: Clock): Note[] {
  const floor = Math.max(clock.floor.getTime(), issued === null ? 0 : Date.parse(issued));
  if (clock.now.getTime() < floor) {
    return [{ code: 'clock', detail: { floor: new Date(floor).toISOString() } }];
  }
  return lists
    .filter(({ typed }) => clock.now >= new Date(typed.expires))
    .map(({ role, typed }) => ({ code: 'expired', detail: { role, since: typed.expires } }));
}
