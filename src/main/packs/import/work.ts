// What the tasks of this room work on, and how they tell how far they are.
import type { Database } from '../../sqlite/open.ts';
import type { Container } from '../container/container.ts';
import type { Clock } from '../verify/dates.ts';
import type { Verdict } from '../verify/verdict.ts';

/** Told after each step with bytes, or records, done and to do. */
export type OnProgress = (phase: string, done: number, total: number | null) => void;

export interface PackWork {
  folder: string;
  archive: Database;
  index: Database;
  signal?: AbortSignal | undefined;
  onProgress?: OnProgress | undefined;
}

export interface ImportWork extends PackWork {
  /** The pack: a folder or a .pack file. */
  path: string;
  /** Whose it was when it was looked at; a stick may have been changed for another since. */
  expected?: string | null;
  clock?: Clock;
}

/** A pack that was verified and is being taken over. */
export interface TakeOver extends ImportWork {
  pack: Container;
  verdict: Verdict;
}
