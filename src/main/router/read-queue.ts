// The order in which reads are answered: one at a time, the newest search of a window in place of its older ones.
import type { Method, Reply } from '../../shared/contract.ts';
import { AppError, toWireError, type WireError } from '../../shared/errors.ts';
import { type AbortFlag, abortFlag, raise } from './abort.ts';

/** A read with its input parsed, numbered by the host; `caller` is the window that asks. */
export interface Read {
  caller: number;
  id: number;
  method: Method;
  input: unknown;
}

interface Asked extends Read {
  flag: AbortFlag;
  answer: (reply: Reply) => void;
}

/** These are asked at every key press: only the newest of each is wanted. */
const LATEST_WINS: ReadonlySet<Method> = new Set([
  'archive.search',
  'archive.facets',
  'archive.nearest',
  'archive.suggest',
]);

export interface ReadQueue {
  ask: (read: Read) => Promise<Reply>;
  /** Answers the read `cancelled`; one that has not begun is never run. False where there is no such read. */
  cancel: (id: number) => boolean;
  /** Keeps what is asked from now on until `release`. */
  hold: () => void;
  release: () => void;
  /** Answers everything, now and until `hold` or `release`, with this error. */
  refuse: (error: WireError) => void;
}

/** A queue that is held at first; `run` answers one read, and never rejects. */
export function createReadQueue(run: (read: Read, flag: AbortFlag) => Promise<Reply>): ReadQueue {
  const waiting: Asked[] = [];
  let running: Asked | null = null;
  let state: 'held' | 'open' | WireError = 'held';

  const giveUp = (asked: Asked, error: WireError) => {
    const place = waiting.indexOf(asked);
    if (place >= 0) waiting.splice(place, 1);
    raise(asked.flag);
    asked.answer({ ok: false, error });
  };

  const next = () => {
    if (state !== 'open' || running) return;
    running = waiting.shift() ?? null;
    if (!running) return;
    const asked = running;
    void run(asked, asked.flag).then((reply) => {
      asked.answer(reply);
      running = null;
      next();
    });
  };

  const everyone = () => (running ? [running, ...waiting] : [...waiting]);

  return {
    ask: (read) =>
      new Promise((answer) => {
        if (typeof state === 'object') return answer({ ok: false, error: state });
        if (LATEST_WINS.has(read.method)) {
          const superseded = toWireError(new AppError('superseded'));
          for (const older of everyone()) if (isSameKind(older, read)) giveUp(older, superseded);
        }
        waiting.push({ ...read, flag: abortFlag(), answer });
        next();
      }),
    cancel: (id) => {
      const asked = everyone().find((one) => one.id === id);
      if (asked) giveUp(asked, toWireError(new AppError('cancelled')));
      return asked !== undefined;
    },
    hold: () => {
      state = 'held';
    },
    release: () => {
      state = 'open';
      next();
    },
    refuse: (error) => {
      state = error;
      for (const asked of everyone()) giveUp(asked, error);
    },
  };
}

function isSameKind(a: Read, b: Read): boolean {
  return a.caller === b.caller && a.method === b.method;
}
