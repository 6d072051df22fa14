// What travels between Electron's main process and the archive process, whichever of the two channels carries it.
import type { EventName, Events, Reply } from './contract.ts';

/** One call; `caller` tells windows apart, `path` is the file behind the input's grant. */
export interface CallMessage {
  type: 'call';
  id: number;
  caller: number;
  method: string;
  input: unknown;
  path?: string;
}

/** What the archive process is told. */
export type ToArchive = CallMessage | { type: 'cancel'; id: number } | { type: 'close' };

/** An event with its payload. */
export type EventMessage = {
  [E in EventName]: { type: 'event'; event: E; payload: Events[E] };
}[EventName];

/** What the archive process says; first of all what it runs on. */
export type FromArchive =
  | { type: 'started'; runtime: string }
  | { type: 'reply'; id: number; reply: Reply }
  | EventMessage;

/** Says an event; every part of the archive process that has something to tell is given one of these. */
export type Emit = <E extends EventName>(event: E, payload: Events[E]) => void;
