// Short messages: what was just done, such as “Citation copied”, and what could not be.
import { create } from 'zustand';

interface Said {
  text: string;
  /** Counts messages, so that the same words said twice are heard twice. */
  count: number;
  /** What went wrong last, until it is dismissed. */
  failure: unknown;
}

/** How long a message stays, in milliseconds; a failure stays until it is dismissed. */
const STAYS = 4000;

let leaving: ReturnType<typeof setTimeout> | undefined;

export const useSaid = create<Said>()(() => ({ text: '', count: 0, failure: null }));

/** Says a short message to eyes and ears. */
export function say(text: string): void {
  clearTimeout(leaving);
  useSaid.setState(({ count }) => ({ text, count: count + 1, failure: null }));
  leaving = setTimeout(() => useSaid.setState({ text: '' }), STAYS);
}

/** Says why something could not be done, and what to do next. */
export function sayFailure(failure: unknown): void {
  useSaid.setState({ text: '', failure });
}

/** Takes the failure away once it has been read. */
export function dismissFailure(): void {
  useSaid.setState({ failure: null });
}
