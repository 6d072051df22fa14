// Lets one thread abort what another does: the signal reads shared memory, so that a loop that never yields sees it too.
import { AppError } from '../../shared/errors.ts';

/** The memory behind a signal: 0 while wanted, 1 once given up. */
export type AbortFlag = Int32Array<SharedArrayBuffer>;

/** A new flag, not raised. */
export function abortFlag(): AbortFlag {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Raises a flag: every signal made from it is aborted from now on. */
export function raise(flag: AbortFlag): void {
  Atomics.store(flag, 0, 1);
}

/** A signal that is aborted as soon as any thread raises the flag; it is polled, and fires no `abort` event. */
export function signalOf(flag: AbortFlag): AbortSignal {
  const { signal } = new AbortController();
  const isAborted = () => Atomics.load(flag, 0) === 1;
  return Object.defineProperties(signal, {
    aborted: { get: isAborted },
    reason: { get: () => (isAborted() ? new AppError('cancelled') : undefined) },
    throwIfAborted: {
      value: () => {
        if (isAborted()) throw new AppError('cancelled');
      },
    },
  });
}
