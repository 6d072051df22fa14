// What was thrown, for tests that look at errors as values.
import { AppError } from '../src/shared/errors.ts';

/** The code and problem of an expected failure; anything else is thrown on, because it is a bug. */
export function codeOf(thrown: unknown): { code: string; problem: unknown } {
  if (!(thrown instanceof AppError)) throw thrown;
  return { code: thrown.code, problem: thrown.detail.problem ?? null };
}
