// Wrong use of the terminal, as the house's one kind of error.
import { AppError } from '../../shared/errors.ts';

/** Wrong use of the terminal, said in one sentence. */
export function wrongUsage(problem: string): AppError {
  return new AppError('wrong_usage', { problem });
}
